"""Which sources speak for themselves, and which still stand.

A copy and its original are one witness, and so is whoever only rewrites another's material: ten
articles from one wire story are one. What is said of the original holds for all that rests on it.
"""

from collections.abc import Iterable, Iterator

from django.db.models import Q

from profiles.models import Source


def origins(source: Source) -> Iterator[Source]:
    """Every source that this one copies or follows, directly or not, each once.

    Load sources with `ORIGINS` (`profiles.models.sources`): then up to two steps ask nothing.
    """
    seen, next_ones = {source.pk}, [source]
    while next_ones:
        one = next_ones.pop(0)
        for origin in (one.canonical, one.derived_from):
            if origin and origin.pk not in seen:
                seen.add(origin.pk)
                next_ones.append(origin)
                yield origin


def copies_and_rewrites(source: Source) -> dict[int, str]:
    """Id -> key of every source that copies or follows this one, directly or not."""
    return _followers({source.pk})


def _followers(sources: set[int]) -> dict[int, str]:
    found: dict[int, str] = {}
    newest = sources
    while newest:
        rows = Source.objects.filter(Q(canonical__in=newest) | Q(derived_from__in=newest))
        step = dict(rows.exclude(pk__in=[*sources, *found]).values_list("pk", "key"))
        found |= step
        newest = set(step)
    return found


def retracted_origin(source: Source) -> Source | None:
    """The retracted source that this one is, copies or follows; None where it stands."""
    chain = (source, *origins(source))
    return next((one for one in chain if one.standing == Source.Standing.RETRACTED), None)


def fallen_sources() -> set[int]:
    """Ids of all that do not stand."""
    retracted = Source.objects.filter(standing=Source.Standing.RETRACTED).order_by()
    pks = set(retracted.values_list("pk", flat=True))
    return pks | set(_followers(pks))


def stands(source: Source) -> bool:
    return retracted_origin(source) is None


def witnesses(sources: Iterable[Source]) -> int:
    """How many of these are independent: those that share an origin count once."""
    families: list[set[int]] = []
    for source in sources:
        family = {source.pk, *(origin.pk for origin in origins(source))}
        related = [known for known in families if known & family]
        families = [known for known in families if not known & family]
        families.append(family.union(*related))
    return len(families)
