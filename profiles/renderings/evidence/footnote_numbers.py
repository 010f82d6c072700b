"""Footnote numbers: a source is numbered at its first use, its first uses have letters."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from string import ascii_lowercase

from profiles.document.schema import Check, Citation, Document, Source
from profiles.renderings.evidence.support import Support
from profiles.renderings.evidence.witnesses import warnings
from profiles.renderings.page import STANCES, Endnote, Mark, Place, Stance
from profiles.renderings.wording import day

LED_BACK_TO = 3
NOWHERE = Place()


class Footnotes:
    """Walk the document in page order, asking for marks; then take the endnotes."""

    def __init__(self, document: Document, founding: Support) -> None:
        self._document = document
        self._founding = founding
        self._sources = {source.key: source for source in document.sources}
        self._uses: dict[str, list[tuple[Citation, ...]]] = {}

    def knows(self, key: str) -> bool:
        return key in self._sources

    def cite(self, citations: Sequence[Citation]) -> tuple[Mark, ...]:
        """One mark for each source of a value, however many places of it are cited."""
        by_source: dict[str, list[Citation]] = {}
        for citation in citations:
            by_source.setdefault(citation.source, []).append(citation)
        marks = [
            self._mark(key, tuple(cited)) for key, cited in by_source.items() if self.knows(key)
        ]
        return tuple(sorted(marks, key=lambda mark: (STANCES.index(mark.stance), mark.number)))

    def mention(self, key: str) -> Mark:
        """The mark of a source that prose cites. Raises `KeyError` for an unknown one."""
        return self._mark(self._sources[key].key, ())

    def endnotes(self, passages: Mapping[str, int]) -> tuple[Endnote, ...]:
        """`passages`: of each source, how many facts the list of sources has under it."""
        numbers = {key: number for number, key in enumerate(self._uses, 1)}
        return tuple(self._endnote(key, numbers, passages.get(key, 0)) for key in self._uses)

    def _mark(self, key: str, cited: tuple[Citation, ...]) -> Mark:
        uses = self._uses.setdefault(key, [])
        uses.append(cited)
        mark = _mark_of(list(self._uses).index(key) + 1, len(uses) - 1)
        return replace(mark, stance=_stance(cited))

    def _endnote(self, key: str, numbers: Mapping[str, int], passages: int) -> Endnote:
        source, uses = self._sources[key], self._uses[key]
        return Endnote(
            number=numbers[key],
            source=source,
            published=day(source.published),
            updated=day(source.updated),
            places=tuple(self._places(citation for cited in uses for citation in cited)),
            cited=tuple(uses),
            back_links=tuple(
                _mark_of(numbers[key], use) for use in range(min(len(uses), LED_BACK_TO))
            ),
            passages=passages,
            only_source=self._founding.only_source_for(source),
            original=self._sources.get(source.canonical),
            original_number=numbers.get(source.canonical, 0),
            warnings=warnings(source, self._document),
        )

    def _places(self, citations: Iterable[Citation]) -> Iterator[Place]:
        """Each place once; its edition only where several of the source are cited."""
        cited = list(citations)
        several = several_editions(cited)
        found = dict.fromkeys(
            place_of(citation, with_edition=several, origin=self._sources.get(citation.origin))
            for citation in cited
        )
        yield from (place for place in found if place != NOWHERE)


def _mark_of(number: int, use: int) -> Mark:
    return Mark(number, ascii_lowercase[use] if use < LED_BACK_TO else "")


def _stance(cited: tuple[Citation, ...]) -> Stance:
    """That of a source: support wherever one of its places supports."""
    stances = {citation.stance for citation in cited}
    if not stances or "supports" in stances:
        return ""
    return "against" if "contradicts" in stances else "context"


def several_editions(citations: Iterable[Citation]) -> bool:
    return len({citation.edition for citation in citations if citation.edition}) > 1


def place_of(citation: Citation, *, with_edition: bool, origin: Source | None = None) -> Place:
    """A stance only where it is not simply support."""
    stance = "" if citation.stance == "supports" else citation.stance
    edition = citation.edition if with_edition else ""
    check = citation.check if citation.quote and isinstance(citation.check, Check) else None
    return Place(citation.locator, citation.quote, stance, edition, origin, check)
