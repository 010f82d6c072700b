"""What was cited as one batch, on a page of its own and in the history of each record."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db.models import Count, Min
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_GET

from profiles.admin.display.frame import demand, render_page
from profiles.admin.display.last_change import name_or_nobody
from profiles.admin.display.links import fact_url
from profiles.admin.site import desk_page
from profiles.document.rows import load
from profiles.facts import RecordType, type_of
from profiles.models import Body, Capture, Citation, Claim, Decision
from profiles.values.counting import counted

PAUSE = timedelta(seconds=10)
MOST_EDITS = 100  # of claims and of citations, in a record's history
EDITS = {"+": "made", "~": "changed", "-": "removed"}


@dataclass(frozen=True, slots=True)
class CitedFact:
    """One citation as it was made; `claim` is None where it was deleted since."""

    edit: Any
    claim: Claim | None
    body: Body | None
    source: Any

    @property
    def label(self) -> str:
        return type_of(self.claim.record).label_of(self.claim.fact) if self.claim else ""

    @property
    def value(self) -> str:
        if self.claim is None:
            return "deleted since"
        return type_of(self.claim.record).in_words(self.claim.fact, self.claim.value)

    @property
    def decision(self) -> str:
        return Decision(self.claim.decision).label if self.claim else ""

    @property
    def url(self) -> str:
        return fact_url(self.claim.record_id, self.claim.fact) if self.claim else ""


@desk_page("profiles/cite/batch/<int:number>/", name="profiles_citing_batch")
@require_GET
def batch_page(request: HttpRequest, number: int) -> HttpResponse:
    """Every citation of the batch that this row of their edit history belongs to."""
    demand(request, "view_claim")
    first = Citation.history.select_related("history_user").filter(pk=number).first()
    if first is None:
        raise Http404("There is no such edit.")
    rows = _cited_facts(_batch_of(first))
    return render_page(
        request,
        "admin/bulk_citing/batch.html",
        title=first.history_change_reason or f"Cited {counted(len(rows), 'fact')}",
        first=first,
        who=name_or_nobody(first.history_user),
        rows=rows,
    )


def _batch_of(first: Any) -> list[Any]:
    """One batch has one date, one person and one reason."""
    same = ("history_date", "history_user_id", "history_change_reason", "history_type")
    which = {name: getattr(first, name) for name in same}
    return list(Citation.history.filter(**which).order_by("history_id"))


def _cited_facts(edits: list[Any]) -> list[CitedFact]:
    claims = Claim.objects.select_related("record").in_bulk({edit.claim_id for edit in edits})
    bodies = load(claim.record_id for claim in claims.values())
    captures = Capture.objects.without_texts().select_related("source")
    sources = captures.in_bulk({edit.capture_id for edit in edits})
    return [
        CitedFact(
            edit,
            claim := claims.get(edit.claim_id),
            bodies.get(claim.record_id) if claim else None,
            sources[edit.capture_id].source if edit.capture_id in sources else None,
        )
        for edit in edits
    ]


@dataclass(frozen=True, slots=True)
class CitationBatch:
    """What one person did to a record's claims and citations at one time."""

    at: datetime
    who: str
    why: str
    changes: list[str]
    url: str = ""
    """The page of the whole batch, where it reached further than one citation."""


def batches_of(body: Body) -> list[CitationBatch]:
    """The latest edits of a record's evidence, newest first, in a fixed number of queries."""
    claims = Claim.history.filter(record_id=body.pk)
    citations = Citation.history.filter(claim_id__in=claims.values("id"))
    edits = [
        edit
        for rows in (claims, citations)
        for edit in rows.select_related("history_user").order_by("-history_id")[:MOST_EDITS]
    ]
    named, together = _named(edits, type_of(body)), _first_of_each_batch(edits)
    batches: list[list[Any]] = []
    for edit in sorted(edits, key=lambda each: each.history_date, reverse=True):
        if batches and _is_one_batch(batches[-1][-1], edit, together):
            batches[-1].append(edit)
        else:
            batches.append([edit])
    return [_batch(each, named, together) for each in batches[:MOST_EDITS]]


def _is_one_batch(later: Any, edit: Any, together: dict[Any, int]) -> bool:
    """An import dates each of its rows by itself: one person, one reason and no pause."""
    if (later.history_user_id, later.history_change_reason) != (
        edit.history_user_id,
        edit.history_change_reason,
    ):
        return False
    if later.history_date == edit.history_date:
        return True
    are_batches = later.history_date in together or edit.history_date in together
    is_soon = later.history_date - edit.history_date < PAUSE
    return is_soon and not are_batches and bool(edit.history_change_reason)


def _batch(edits: list[Any], named: dict[int, str], together: dict[Any, int]) -> CitationBatch:
    first = edits[0]
    is_part = any(_is_citation(edit) and edit.history_type == "+" for edit in edits)
    url = ""
    if is_part and first.history_date in together:
        url = reverse("admin:profiles_citing_batch", args=[together[first.history_date]])
    return CitationBatch(
        first.history_date,
        name_or_nobody(first.history_user),
        first.history_change_reason or "",
        list(_deeds(reversed(edits), named)),
        url,
    )


def _deeds(edits: Iterable[Any], named: dict[int, str]) -> Iterator[str]:
    """`Citation made: Founded, Headcount`; `Claim changed, accepted: Founded`."""
    told: dict[str, list[str]] = defaultdict(list)
    for edit in edits:
        change = EDITS[edit.history_type]
        if _is_citation(edit):
            told[f"Citation {change}"].append(named[edit.claim_id])
        else:
            told[f"Claim {change}, {Decision(edit.decision).label.lower()}"].append(named[edit.id])
    for change, facts in told.items():
        yield f"{change}: {', '.join(dict.fromkeys(facts))}"


def _first_of_each_batch(edits: Iterable[Any]) -> dict[Any, int]:
    """The dates at which more than one citation was made, with the first of them."""
    dates = {edit.history_date for edit in edits if _is_citation(edit)}
    made = Citation.history.filter(history_date__in=dates, history_type="+").order_by()
    counts = made.values("history_date").annotate(number=Count("pk"), first=Min("pk"))
    return dict(counts.filter(number__gt=1).values_list("history_date", "first"))


def _named(edits: Iterable[Any], record_type: RecordType) -> dict[int, str]:
    """Id of a claim -> the label of its fact, deleted claims included."""
    ids = {edit.claim_id if _is_citation(edit) else edit.id for edit in edits}
    facts = Claim.history.filter(id__in=ids).order_by().values_list("id", "fact").distinct()
    known = record_type.by_name
    return {pk: record_type.label_of(fact) if fact in known else fact for pk, fact in facts}


def _is_citation(edit: Any) -> bool:
    return edit.instance_type is Citation
