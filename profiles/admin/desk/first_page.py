"""The desk's first page: what needs me now, then every profile with where it stands."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import F, OuterRef, Q, QuerySet, Subquery, prefetch_related_objects
from django.http import HttpRequest
from django.utils import timezone

from profiles.admin.display.marks import SIGNS
from profiles.admin.display.states import State, state_of
from profiles.admin.site import shown_first
from profiles.models import AccountChange, Company, Query, Release, Review, Submission
from profiles.models.submissions import SubmissionStatus
from profiles.provenance.claims.evidence_state import State as FactState
from profiles.provenance.claims.lost_support import Cause
from profiles.review.backlog import lost_support_of, newer_edits_of, open_rivals_of
from profiles.review.policies import check_can_approve, refusal
from profiles.review.reports import Trouble

PAGE_SIZE = 25
LIST_SIZE = 10
RELEASES = 6
ACCOUNT_CHANGES_FOR = timedelta(days=30)
TROUBLES = {
    Cause.RETRACTED: Trouble.UNCITED,
    Cause.MISQUOTED: Trouble.MISQUOTED,
    Cause.DRIFTED: Trouble.DRIFTED,
}


@dataclass(frozen=True, slots=True)
class WaitingSubmission:
    """A submission somebody has to decide; `refusal` says why this person may not approve it."""

    submission: Submission
    refusal: str = ""


@dataclass(frozen=True, slots=True)
class ShortList:
    """The first few of a list, and how many more there are."""

    rows: list[Any]
    more: int

    @property
    def total(self) -> int:
        return len(self.rows) + self.more


@dataclass(frozen=True, slots=True)
class LostSupport:
    """How many facts of a profile evidence sent back for one cause."""

    cause: Cause
    count: int

    @property
    def sign(self) -> str:
        sign, _ = SIGNS[FactState(self.cause)]
        return sign

    @property
    def trouble(self) -> Trouble:
        """Under which the report lists them."""
        return TROUBLES[self.cause]


@dataclass(frozen=True, slots=True)
class ProfileRow:
    company: Company
    state: State
    submission: Submission | None
    release: Release | None
    rivals: int
    sent_back: list[LostSupport]
    """The gravest cause first."""
    newer: int

    @property
    def may_be_submitted(self) -> bool:
        """Whether there is something that no submission holds yet."""
        status = self.submission.status if self.submission else None
        return bool(self.newer) or status in (None, SubmissionStatus.RETURNED)


@shown_first
def first_page(request: HttpRequest) -> dict[str, Any]:
    """What this person may see of it; each list is bounded, and the profiles are paged."""
    user: Any = request.user
    desk: dict[str, Any] = {}
    prefetch_related_objects([user], "changes__by")
    if changes := _changes_to(user):
        desk["account_changes"] = changes
    if user.has_perm("profiles.view_submission"):
        desk["waiting"] = short_list(_undecided(), lambda row: _waiting(row, user))
        desk["ready"] = short_list(_ready(), WaitingSubmission)
        desk["returned"] = short_list(_returned_to(user), WaitingSubmission)
        desk["queries"] = short_list(_queries_for(user), lambda query: query)
    if user.has_perm("profiles.view_company"):
        desk["query"] = request.GET.get("q", "").strip()
        desk["profiles"] = _profiles(desk["query"], request.GET.get("page", "1"))
    if user.has_perm("profiles.view_release"):
        rows = Release.objects.select_related("published_by", "submission", "profile__company")
        desk["releases"] = list(rows.order_by("-published_at")[:RELEASES])
    return desk


def _changes_to(user: Any) -> list[AccountChange]:
    """What others did to this person's account of late: whoever became them would have to."""
    recent = timezone.now() - ACCOUNT_CHANGES_FOR
    by_others = (each for each in user.changes.all() if each.by_id != user.pk)
    return [each for each in by_others if each.at >= recent][:LIST_SIZE]


def short_list(rows: QuerySet[Any], show: Any) -> ShortList:
    found = list(rows[:LIST_SIZE])
    more = rows.count() - LIST_SIZE if len(found) == LIST_SIZE else 0
    return ShortList([show(row) for row in found], more)


def _waiting(submission: Submission, user: Any) -> WaitingSubmission:
    if not user.has_perm("profiles.review_submission"):
        return WaitingSubmission(submission)
    return WaitingSubmission(submission, refusal(check_can_approve, submission=submission, by=user))


def _newest(model: Any, **which: Any) -> Any:
    return model.objects.filter(profile=OuterRef("profile"), **which).order_by("-pk").values("pk")


def _undecided() -> QuerySet[Submission]:
    return Submission.objects.waiting().for_desk().order_by("submitted_at")


def _ready() -> QuerySet[Submission]:
    """Approved, and still on top of the live release: others can never be published."""
    live = Subquery(_newest(Release)[:1])
    approved = Submission.objects.for_desk().filter(
        release=None, withdrawal=None, reviews__decision=Review.Decision.APPROVE
    )
    current = approved.annotate(live=live).filter(Q(base=F("live")) | Q(base=None, live=None))
    return current.order_by("submitted_at").distinct()


def _returned_to(user: Any) -> QuerySet[Submission]:
    """This person's submissions that came back and that nobody has submitted anew."""
    mine = Submission.objects.for_desk().filter(
        submitted_by=user, reviews__decision=Review.Decision.RETURN
    )
    newest = Subquery(_newest(Submission)[:1])
    return mine.annotate(newest=newest).filter(pk=F("newest")).order_by("submitted_at")


def _queries_for(user: Any) -> QuerySet[Query]:
    """What is open and waits for this person: asked about their submission, or asked by them."""
    mine = Q(submission__submitted_by=user) | Q(by=user)
    return Query.objects.for_desk().open().filter(mine)


def _profiles(query: str, number: str) -> Page:
    companies = Company.objects.with_profile().select_related("record").order_by("name", "pk")
    if query:
        companies = companies.filter(Q(name__icontains=query) | Q(record__key__icontains=query))
    page = Paginator(companies, PAGE_SIZE).get_page(number)
    page.object_list = _rows(list(page.object_list))
    return page


def _rows(companies: list[Company]) -> list[ProfileRow]:
    pks = [company.pk for company in companies]
    newest = Submission.objects.filter(profile__in=pks, pk=Subquery(_newest(Submission)[:1]))
    submissions = {row.profile_id: row for row in newest.for_desk()}
    releases = {row.profile_id: row for row in Release.objects.live().filter(profile__in=pks)}
    rivals = open_rivals_of(pks)
    sent_back = lost_support_of(pks)
    newer = newer_edits_of({pk: row.submitted_at for pk, row in submissions.items()})
    return [
        ProfileRow(
            company=company,
            state=state_of(submissions.get(company.pk)),
            submission=submissions.get(company.pk),
            release=releases.get(company.pk),
            rivals=rivals[company.pk],
            sent_back=[
                LostSupport(cause, count)
                for cause in Cause
                if (count := sent_back[company.pk][cause])
            ],
            newer=newer[company.pk],
        )
        for company in companies
    ]
