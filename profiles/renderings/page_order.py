"""The page in its order, which is also that of its footnotes.

People read it as two pages, each with footnotes of its own; every other format has the whole.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from profiles.document.schema import Envelope
from profiles.renderings.composing import Composer
from profiles.renderings.edition import Edition
from profiles.renderings.evidence.marking import numbered
from profiles.renderings.evidence.quote_checks import of_the_document
from profiles.renderings.evidence.support import Support
from profiles.renderings.page import Day, Page, Part, Signature
from profiles.renderings.parts.about import about, facts_bar
from profiles.renderings.parts.comparisons import comparisons
from profiles.renderings.parts.compliance import compliance
from profiles.renderings.parts.deals import acquisitions, partnerships, plans
from profiles.renderings.parts.events import events
from profiles.renderings.parts.funding import funding, other_valuations
from profiles.renderings.parts.funding_chart import funding_chart
from profiles.renderings.parts.in_other_profiles import deals_elsewhere, investments_elsewhere
from profiles.renderings.parts.metrics import figures
from profiles.renderings.parts.names import links, names
from profiles.renderings.parts.narrative import callouts, questions, sections
from profiles.renderings.parts.other_records import others
from profiles.renderings.parts.people import people
from profiles.renderings.parts.products import products
from profiles.renderings.parts.quotations import quotations
from profiles.renderings.parts.several_roles import several_roles
from profiles.renderings.parts.statements import positioning, verdicts
from profiles.renderings.parts.totals import with_total
from profiles.renderings.wording import day


@dataclass(frozen=True)
class Pages:
    """One edition as pages: each is composed once, however many formats are made from it."""

    edition: Edition

    @cached_property
    def whole(self) -> Page:
        return self._numbered(self._composed)

    @cached_property
    def profile(self) -> Page:
        """The facts of record: all but the background."""
        parts = tuple(part for part in self._composed.parts if not part.on_background)
        return self._numbered(replace(self._composed, parts=parts))

    @cached_property
    def background(self) -> Page:
        """What is said and asked; it has no parts where a profile tells nothing of the kind."""
        parts = tuple(part for part in self._composed.parts if part.on_background)
        return self._numbered(replace(self._composed, tagline=None, facts=(), parts=parts))

    @cached_property
    def founding(self) -> Support:
        return Support(self.edition.document)

    @cached_property
    def checked(self) -> str:
        """Of the whole document's quotations, in a sentence."""
        return of_the_document(self.edition.document)

    def _numbered(self, page: Page) -> Page:
        return numbered(page, self.edition.document, self.founding)

    @cached_property
    def _composed(self) -> Page:
        composer = Composer(self.edition)
        company, envelope = composer.document.company, composer.envelope
        tagline = company.fact("tagline")
        parts = _parts(composer, self.edition.site.name)
        return Page(
            name=company.name,
            number=envelope.number,
            note=envelope.note,
            reviewed=_reviewed(envelope),
            published=Signature((envelope.published_by,), _day(envelope.published_at)),
            tagline=composer.value(company, tagline) if tagline else None,
            facts=facts_bar(composer),
            parts=tuple(part for part in parts if _says_something(part)),
            ruled=composer.ruled,
            founded=" ".join(filter(None, (self.founding.words, self.checked))),
        )


def _parts(composer: Composer, site: str) -> Iterator[Part]:
    """What readers ask first comes first."""
    yield about(composer)
    yield from callouts(composer)
    yield from sections(composer)
    yield products(composer)
    yield people(composer)
    yield _money_raised(composer, site)
    yield other_valuations(composer)
    yield figures(composer)
    yield investments_elsewhere(composer)
    yield deals_elsewhere(composer)
    yield acquisitions(composer)
    yield partnerships(composer)
    yield plans(composer)
    for said in (positioning, comparisons, events, quotations, verdicts):
        yield replace(said(composer), on_background=True)
    yield compliance(composer)
    yield names(composer)
    yield links(composer)
    for more in (several_roles, questions):
        yield replace(more(composer), on_background=True)
    yield from others(composer)


def _money_raised(composer: Composer, site: str) -> Part:
    drawn = replace(funding(composer), chart=funding_chart(composer.document))
    return with_total(composer, drawn, site)


def _says_something(part: Part) -> bool:
    """Empty sections vanish."""
    return any(entry.lines or entry.title for entry in part.entries)


def _reviewed(envelope: Envelope) -> Signature | None:
    if not envelope.approvals:
        return None
    last = max(approval.at for approval in envelope.approvals)
    return Signature(tuple(approval.by for approval in envelope.approvals), _day(last))


def _day(time: str) -> Day:
    return day(time) or Day(time)
