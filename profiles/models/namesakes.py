"""Companies and people of one name, or nearly: said to whoever adds another, never merged."""

from collections.abc import Iterator

from profiles.models.bodies.companies import Company, Name
from profiles.models.bodies.people import Person
from profiles.models.records import Body
from profiles.values.names import name_key

NAMED: tuple[type[Company] | type[Person], ...] = (Company, Person)


def known_names(kind: str) -> Iterator[tuple[str, str]]:
    """(Name as names are compared, key) of every record of a kind, those of its own last."""
    others = Name.objects.filter(subject__kind=kind).order_by()
    yield from ((name_key(n), key) for n, key in others.values_list("name", "subject__key"))
    model = next(each for each in NAMED if each.kind == kind)
    own = model.objects.order_by().values_list("name", "record__key")
    yield from ((name_key(name), key) for name, key in own)


def namesakes_of(body: Body) -> list[Body]:
    """The others of its kind with its name; none for what is no company and no person."""
    if not isinstance(body, NAMED):
        return []
    said = name_key(body.name)
    keys = {key for name, key in known_names(body.kind) if name == said} - {body.record.key}
    return list(type(body).objects.filter(record__key__in=keys).select_related("record"))
