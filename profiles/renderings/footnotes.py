"""Footnote numbers: a source is numbered at its first use, each use has a letter."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from string import ascii_lowercase

from profiles.document.schema import Citation, Source
from profiles.renderings.page import Endnote, Mark, Use
from profiles.renderings.wording import day


@dataclass(frozen=True, slots=True)
class _Place:
    locator: str = ""
    quote: str = ""
    stance: str = ""
    edition: str = ""


NOWHERE = _Place()


class Footnotes:
    """Walk the document in page order, asking for marks; then take the endnotes."""

    def __init__(self, sources: Iterable[Source]) -> None:
        self._sources = {source.key: source for source in sources}
        self._uses: dict[str, list[tuple[Mark, tuple[_Place, ...]]]] = {}

    def knows(self, key: str) -> bool:
        return key in self._sources

    def cite(self, citations: Sequence[Citation]) -> tuple[Mark, ...]:
        """One mark for each source of a value, however many places of it are cited."""
        by_source: dict[str, list[_Place]] = {}
        for citation in citations:
            stance = "" if citation.stance == "supports" else citation.stance
            place = _Place(citation.locator, citation.quote, stance, citation.edition)
            by_source.setdefault(citation.source, []).append(place)
        marks = [
            self._mark(key, tuple(places)) for key, places in by_source.items() if self.knows(key)
        ]
        return tuple(sorted(marks, key=lambda mark: mark.number))

    def mention(self, key: str) -> Mark:
        """The mark of a source that prose cites. Raises `KeyError` for an unknown one."""
        return self._mark(self._sources[key].key, ())

    def endnotes(self) -> tuple[Endnote, ...]:
        numbers = {key: number for number, key in enumerate(self._uses, 1)}
        return tuple(self._endnote(key, numbers) for key in self._uses)

    def _mark(self, key: str, places: tuple[_Place, ...]) -> Mark:
        uses = self._uses.setdefault(key, [])
        number = list(self._uses).index(key) + 1
        mark = Mark(number, letters(len(uses)))
        uses.append((mark, places))
        return mark

    def _endnote(self, key: str, numbers: dict[str, int]) -> Endnote:
        source = self._sources[key]
        original = self._sources.get(source.canonical)
        return Endnote(
            number=numbers[key],
            source=source,
            published=day(source.published),
            updated=day(source.updated),
            uses=tuple(_grouped(self._uses[key])),
            original=original,
            original_number=numbers.get(source.canonical, 0),
        )


def letters(index: int) -> str:
    """0 is a, 25 is z, 26 is aa."""
    name = ""
    while index >= 0:
        index, letter = divmod(index, 26)
        name = ascii_lowercase[letter] + name
        index -= 1
    return name


def _grouped(uses: Iterable[tuple[Mark, tuple[_Place, ...]]]) -> Iterable[Use]:
    """Uses of one place of the source stand together; those without a place come last."""
    places = [(mark, place) for mark, cited in uses for place in cited or (NOWHERE,)]
    several = len({place.edition for _, place in places if place.edition}) > 1
    groups: dict[_Place, list[Mark]] = {}
    for mark, place in places:
        shown = place if several else replace(place, edition="")
        groups.setdefault(shown, []).append(mark)
    for place, marks in sorted(groups.items(), key=lambda group: group[0] == NOWHERE):
        yield Use(tuple(marks), place.locator, place.quote, place.stance, place.edition)
