"""The list of sources: what each is, and every fact that rests on it, in the source's own words."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from profiles.document.schema import Citation, Document, Record, Source
from profiles.renderings.anchors import anchors
from profiles.renderings.edition import Edition
from profiles.renderings.evidence.footnote_numbers import place_of, several_editions
from profiles.renderings.evidence.passages import Passage, passages
from profiles.renderings.evidence.quote_checks import of_the_source, texts_read
from profiles.renderings.evidence.support import Support
from profiles.renderings.evidence.witnesses import count_witnesses, warnings
from profiles.renderings.formats.assets import asset_version
from profiles.renderings.formats.compact import compact
from profiles.renderings.formats.templating import rendered
from profiles.renderings.page import Day, Endnote, Place, folded_from
from profiles.renderings.page_order import Pages
from profiles.renderings.wording import day, words

PROFILE, BACKGROUND = "", "b"

Use = tuple[str, int]
"""A mark by its page and its place among those of its source there: `("", 3)`, `("b", 3)`."""


@dataclass(frozen=True, slots=True)
class ToldFact:
    """What the two pages tell: the marks that stand for a citation, and where a record is."""

    edition: Edition
    uses: Mapping[Citation, list[Use]]
    background: set[str]
    """The anchors on it."""
    founding: Support

    def address(self, record: Record) -> str:
        away = record.anchor in self.background
        path = self.edition.background_path if away else self.edition.path
        return f"{path}#{record.anchor}"


@dataclass(frozen=True, slots=True)
class QuotedPassage:
    """A place of a source, and the marks that stand for it: `3`, `b3`."""

    place: Place
    uses: tuple[str, ...]
    check: str
    """What a machine found; in which text only where several of the source were read."""


@dataclass(frozen=True, slots=True)
class Statement:
    label: str
    words: str
    shown: bool
    quoted: tuple[QuotedPassage, ...]
    others: str
    """Whether other sources say so too."""
    has_no_place: bool
    """Nobody said where it says so, nor in which words."""


@dataclass(frozen=True, slots=True)
class Topic:
    """A record, with what the source says about it."""

    href: str
    name: str
    statements: tuple[Statement, ...]


@dataclass(frozen=True, slots=True)
class ListedSource:
    source: Source
    published: Day | None
    updated: Day | None
    original: Source | None
    topics: tuple[Topic, ...]
    warnings: tuple[str, ...]
    only_source: str
    checked: str

    @property
    def folded_from(self) -> int:
        return folded_from(len(self.topics))

    @property
    def folded(self) -> int:
        return len(self.topics) - self.folded_from


def render_sources(pages: Pages) -> str:
    edition, document = pages.edition, pages.edition.document
    endnotes = {PROFILE: pages.profile.endnotes, BACKGROUND: pages.background.endnotes}
    told = ToldFact(edition, _uses(endnotes), anchors(pages.background), pages.founding)
    sources = listed(document, told)
    read = [each.source for each in sources if each.topics]
    context = {
        "edition": edition,
        "site": edition.site,
        "company": document.company.name,
        "path": edition.path,
        "background": pages.background.parts,
        "sources": sources,
        "witnesses": count_witnesses(read, document),
        "founded": pages.founding.words,
        "checked": pages.checked,
        "version": asset_version(),
    }
    return compact(rendered("sources.html", context))


def listed(document: Document, told: ToldFact) -> list[ListedSource]:
    """Every source of the document by title."""
    found: dict[str, list[Passage]] = defaultdict(list)
    for passage in passages(document):
        found[passage.source].append(passage)
    return [
        ListedSource(
            source,
            day(source.published),
            day(source.updated),
            document.source(source.canonical) if source.canonical else None,
            tuple(_topics(document, found[source.key], told)),
            warnings(source, document),
            told.founding.only_source_for(source),
            of_the_source(document, source.key),
        )
        for source in sorted(document.sources, key=lambda each: each.title.casefold())
    ]


def _uses(pages: Mapping[str, Iterable[Endnote]]) -> dict[Citation, list[Use]]:
    uses: dict[Citation, list[Use]] = defaultdict(list)
    for page, endnotes in pages.items():
        for endnote in endnotes:
            for number, cited in enumerate(endnote.cited, 1):
                for citation in cited:
                    uses[citation].append((page, number))
    return uses


def _topics(document: Document, found: list[Passage], told: ToldFact) -> Iterator[Topic]:
    editions = several_editions(each for passage in found for each in passage.citations)
    is_brief = bool(found) and texts_read(document, found[0].source) == 1
    by_record: dict[str, list[Passage]] = defaultdict(list)
    for passage in found:
        by_record[passage.record.ref].append(passage)
    for said in by_record.values():
        record = said[0].record
        statements = tuple(
            _statement(passage, told, with_edition=editions, is_brief=is_brief) for passage in said
        )
        yield Topic(told.address(record), _name(document, record), statements)


def _statement(
    passage: Passage, told: ToldFact, *, with_edition: bool, is_brief: bool
) -> Statement:
    quoted: dict[Place, set[Use]] = {}
    for citation in passage.citations:
        origin = told.edition.document.source(citation.origin) if citation.origin else None
        place = place_of(citation, with_edition=with_edition, origin=origin)
        if place != Place():
            quoted.setdefault(place, set()).update(told.uses.get(citation, ()))
    places = tuple(
        QuotedPassage(
            place,
            tuple(f"{page}{number}" for page, number in sorted(marks)),
            _found(place, is_brief=is_brief),
        )
        for place, marks in quoted.items()
    )
    others = told.founding.others(passage.record, passage.name) if passage.shown else ""
    has_no_place = any(not (citation.quote or citation.locator) for citation in passage.citations)
    return Statement(passage.label, passage.words, passage.shown, places, others, has_no_place)


def _found(place: Place, *, is_brief: bool) -> str:
    """What is lost is told in full."""
    check = place.check
    if check is None:
        return ""
    return check.result if is_brief and not check.is_lost else check.words


def _name(document: Document, record: Record) -> str:
    """The record's name without the company in front, its values in words."""
    name = record.name.removeprefix(f"{document.company.name}: ")
    for fact in record.facts:
        if fact.type in ("date", "quantity"):
            name = name.replace(fact.value, words(fact))
    return name
