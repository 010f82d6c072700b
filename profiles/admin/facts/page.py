"""The page of one fact: who says which value, where, and which of them is used."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any
from uuid import UUID

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.views.decorators.http import require_http_methods

from profiles.admin.display.columns import in_words
from profiles.admin.display.last_change import last_change
from profiles.admin.display.links import change_url, fact_url
from profiles.admin.display.marks import Mark, mark
from profiles.admin.display.quote_checks import CheckedCitation, checked_citations
from profiles.admin.facts.action import FactAction
from profiles.admin.facts.actions import ACTIONS, AddClaim, decided_by
from profiles.admin.facts.form_update import form_update
from profiles.admin.facts.quick_citing import CiteValue, recent_sources
from profiles.admin.facts.rounds_table import RoundsTable, rounds_table
from profiles.admin.site import desk_page
from profiles.facts import Fact, RecordType, type_of
from profiles.models import Body, Claim, Company, Decision, Record, Source
from profiles.provenance.captures.fetching import is_allowed
from profiles.provenance.claims.evidence_state import Evidence, evidence_for
from profiles.provenance.claims.reopening import with_later_evidence
from profiles.provenance.disagreements.kinds import Disagreement, Kind
from profiles.provenance.quotes.verdicts import quote_troubles
from profiles.values.footnotes import footnote_keys

DRAWER = "drawer"
"""In the query of an address: the page is shown inside a record's form."""
ORDER = [Decision.ACCEPTED, Decision.OPEN, Decision.REJECTED]
ABOUT_NO_CLAIM: tuple[type[FactAction], ...] = (AddClaim, CiteValue)
EVERY_ACTION = ACTIONS | {CiteValue.name: CiteValue}
KIND_TONES = {Kind.COMPATIBLE: "good", Kind.CONTRADICTION: "bad"}
MOST_SOURCES = 500  # in the suggestions; any other key may be typed


@dataclass(frozen=True)
class Card:
    """One claim with everything that can be done about it."""

    claim: Claim
    words: str
    decided_by: str
    disagreement: Disagreement | None
    citations: list[CheckedCitation]
    forms: dict[str, FactAction]

    @property
    def kind_tone(self) -> str:
        return KIND_TONES.get(self.disagreement.kind, "amber") if self.disagreement else ""


@dataclass
class FactPage:
    record: Record
    fact: Fact
    user: Any
    can_change: bool
    failed: FactAction | None = None
    done: str = ""
    shows_more: bool = False
    version_before: int = 0

    @cached_property
    def body(self) -> Body:
        return self.record.body

    @cached_property
    def evidence(self) -> Evidence:
        return evidence_for(self.body)[self.fact.name]

    @cached_property
    def later_evidence(self) -> tuple[str, ...]:
        """What came to light after the ruling, in sentences."""
        [evidence] = with_later_evidence([self.evidence])
        return evidence.reopened_by

    @property
    def misquoted(self) -> str:
        return quote_troubles(self.evidence.misquoted)

    @property
    def drifted(self) -> str:
        return quote_troubles(self.evidence.drifted)

    @cached_property
    def rounds(self) -> RoundsTable | None:
        """For a company's stated total: how its rounds add up."""
        if self.record.kind != Company.kind or self.fact.name != "total_funding":
            return None
        return rounds_table(self.body, [claim.value for claim in self.evidence.rivals])

    @property
    def record_type(self) -> RecordType:
        return type_of(self.record)

    @property
    def label(self) -> str:
        return self.record_type.label_of(self.fact.name)

    @property
    def url(self) -> str:
        return fact_url(self.record.pk, self.fact.name)

    @property
    def value(self) -> str:
        return in_words(self.body, self.fact.name)

    @property
    def mark(self) -> Mark:
        return mark(self.body, self.evidence)

    @property
    def lead_label(self) -> str:
        """The fact whose citation covers this one, if any does."""
        lead = self.fact.cited_with
        return self.record_type.label_of(lead) if lead else ""

    @property
    def lead_url(self) -> str:
        return fact_url(self.record.pk, self.fact.cited_with)

    @cached_property
    def cards(self) -> list[Card]:
        claims = sorted(
            self.evidence.claims, key=lambda claim: ORDER.index(Decision(claim.decision))
        )
        cited = (each for claim in claims for each in claim.citations.all())
        citations = checked_citations(self.evidence.body, cited)
        return [self._card(claim, citations[claim.pk]) for claim in claims]

    @cached_property
    def add(self) -> FactAction:
        return self._form(AddClaim, None)

    @cached_property
    def quick(self) -> FactAction:
        return self._form(CiteValue, None)

    @cached_property
    def recent(self) -> list[Source]:
        return recent_sources(self.record)

    @property
    def footnotes(self) -> list[tuple[str, Source | None]]:
        """The keys that prose cites, with their sources; None where there is no such source."""
        keys = list(dict.fromkeys(footnote_keys(self.evidence.value)))
        sources = Source.objects.in_bulk(keys, field_name="key")
        return [(key, sources.get(key)) for key in keys]

    def _card(self, claim: Claim, citations: list[CheckedCitation]) -> Card:
        forms = {
            name.replace("-", "_"): self._form(action, claim)
            for name, action in ACTIONS.items()
            if action not in ABOUT_NO_CLAIM
        }
        words = self.record_type.in_words(self.fact.name, claim.value)
        disagreement = self.evidence.disagreement(claim)
        return Card(claim, words, decided_by(claim), disagreement, citations, forms)

    def _form(self, action: type[FactAction], claim: Claim | None) -> FactAction:
        if self.failed and isinstance(self.failed, action) and self.failed.claim == claim:
            return self.failed
        return action(record=self.record, fact=self.fact.name, user=self.user, claim=claim)


@desk_page("profiles/fact/<uuid:record>/<slug:fact>/", name="profiles_fact")
@require_http_methods(["GET", "HEAD", "POST"])
def fact_page(request: HttpRequest, record: UUID, fact: str) -> HttpResponse:
    user: Any = request.user
    subject = get_object_or_404(Record, pk=record)
    if fact not in type_of(subject).by_name:
        raise Http404(f"A {subject.kind} has no fact “{fact}”.")
    can_change = user.has_perm("profiles.change_claim")
    if not (can_change or user.has_perm("profiles.view_claim")):
        raise PermissionDenied
    page = FactPage(subject, type_of(subject).by_name[fact], user, can_change)
    page.version_before = subject.version
    if request.method == "POST":
        if not can_change:
            raise PermissionDenied
        _act(request, page)
    if page.done and DRAWER not in request.GET:
        messages.success(request, page.done)
        return HttpResponseRedirect(page.url)
    return _shown(request, page)


def _act(request: HttpRequest, page: FactPage) -> None:
    """Do what was posted; the page then says what was done, or what was refused and why."""
    action = _action_named(request, page.record, page.fact.name)
    page.done = _try(request, action)
    page.failed = None if page.done else action
    page.shows_more = action.shows_more
    page.version_before = action.record.version
    page.record = Record.objects.get(pk=page.record.pk)


def _action_named(request: HttpRequest, record: Record, fact: str) -> FactAction:
    """The posted form. A 404 where there is no such action or no such claim of this fact."""
    action = EVERY_ACTION.get(request.POST.get("fact_action", ""))
    if action is None:
        raise Http404("There is no such action.")
    claim = None
    if action not in ABOUT_NO_CLAIM:
        number = request.POST.get("claim", "")
        if not number.isdecimal():
            raise Http404("There is no such claim.")
        claim = get_object_or_404(Claim, pk=number, record=record, fact=fact)
    return action(request.POST, record=record, fact=fact, user=request.user, claim=claim)


def _try(request: HttpRequest, action: FactAction) -> str:
    """Do it and say what was done; where it is refused, put the reason on the form and say nothing.

    The record is locked first, so that two rulings on one fact come one after the other.
    """
    if not action.is_valid():
        return ""
    try:
        with transaction.atomic():
            if action.is_asking:
                action.keep_fetched()
                return ""
            locked = action.record = Record.objects.select_for_update().get(pk=action.record.pk)
            if action.decides and request.POST.get("version") != str(locked.version):
                touch = last_change(type(action.record.body), action.record.pk)
                raise ValidationError(
                    f"{touch}, after you opened this page. Look at the claims again, then repeat."
                )
            return f"{action.apply()} {action.remark}".strip()
    except ValidationError as error:
        action.add_error(None, error.messages)
        return ""


def _shown(request: HttpRequest, page: FactPage) -> HttpResponse:
    context = {
        **admin.site.each_context(request),
        "title": page.label,
        "subtitle": None,
        "page": page,
        "opts": page.body._meta,
        "record_url": change_url(page.body),
        "known_sources": Source.objects.order_by("-pk").only("key", "title")[:MOST_SOURCES],
        "can_remove_citation": page.user.has_perm("profiles.delete_citation"),
        "can_add_source": page.user.has_perm("profiles.add_source"),
        "can_add_capture": page.user.has_perm("profiles.add_capture"),
        "can_fetch": is_allowed(),
    }
    if DRAWER not in request.GET:
        return TemplateResponse(request, "admin/facts/page.html", context)
    context["drawer"] = form_update(page.body, before=page.version_before)
    status = 422 if page.failed else 200
    return TemplateResponse(request, "admin/facts/drawer.html", context, status=status)
