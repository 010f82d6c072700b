"""Companies and people of one name, or nearly: said to whoever adds another, never merged."""

from collections.abc import Iterable, Iterator

from django.db.models import Q

from profiles.models.bodies.companies import Company, Name
from profiles.models.bodies.people import Person
from profiles.models.records import Body
from profiles.values.names import name_key

NAMED: tuple[type[Company] | type[Person], ...] = (Company, Person)


def known_names(kind: str, said: Iterable[str]) -> Iterator[tuple[str, str]]:
    """(Name as names are compared, key) of those of a kind so called, by their own name last."""
    wanted = list(said)
    others = Name.objects.filter(subject__kind=kind, name_key__in=wanted).order_by()
    yield from others.values_list("name_key", "subject__key")
    model = next(each for each in NAMED if each.kind == kind)
    own = model.objects.filter(name_key__in=wanted).order_by()
    yield from own.values_list("name_key", "record__key")


def bearers_of(name: str, model: type[Body]) -> list[Body]:
    """The companies or people that bear a name, or nearly, in one query; none of other kinds."""
    said = name_key(name)
    if model not in NAMED or not said:
        return []
    others = Name.objects.filter(name_key=said, subject__kind=model.kind).values("subject")
    rows = model.objects.filter(Q(name_key=said) | Q(pk__in=others))
    return list(rows.select_related("record"))


def namesakes_of(body: Body) -> list[Body]:
    """The others of its kind with its name; none for what is no company and no person."""
    if not isinstance(body, NAMED):
        return []
    return [each for each in bearers_of(body.name, type(body)) if each.pk != body.pk]
