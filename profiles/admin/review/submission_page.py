"""The page of one submission: what changed, its evidence, and the decision."""

from dataclasses import dataclass

from django.contrib import messages
from django.contrib.auth.models import User
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_GET, require_POST

from profiles.admin.display.frame import demand, render_page
from profiles.admin.display.states import state_of
from profiles.admin.review.review_view import review_of
from profiles.admin.site import desk_page
from profiles.models import Submission
from profiles.models.submissions import SubmissionStatus
from profiles.publishing.actions import publish
from profiles.review.actions import approve, return_with_comments, withdraw
from profiles.review.contributors import newer_edits
from profiles.review.covering import nature_of
from profiles.review.looks import check_can_look
from profiles.review.policies import (
    Refused,
    can,
    check_can_approve,
    check_can_publish,
    check_can_return,
    check_can_withdraw,
    check_is_current,
    refusal,
)


@dataclass(frozen=True, slots=True)
class Step:
    """One decision as the page offers it; `refusal` says why this person cannot take it now."""

    name: str
    label: str
    comment: str
    refusal: str

    @property
    def needs_comment(self) -> bool:
        return self.name == "return"


CHECKS = {
    "approve": ("Approve", "Comment (optional)", check_can_approve),
    "return": ("Return with comments", "What has to change", check_can_return),
    "publish": ("Publish", "", check_can_publish),
    "withdraw": ("Withdraw", "Why, for the reviewers (optional)", check_can_withdraw),
}


OVER = (SubmissionStatus.PUBLISHED, SubmissionStatus.UNPUBLISHED, SubmissionStatus.WITHDRAWN)


def steps_for(submission: Submission, user: User) -> list[Step]:
    """Only its author is offered to withdraw it; where all is decided there are none."""
    if submission.status in OVER:
        return []
    return [
        Step(name, label, comment, refusal(check_can, submission=submission, by=user))
        for name, (label, comment, check_can) in CHECKS.items()
        if name != "withdraw" or submission.submitted_by_id == user.pk
    ]


@desk_page("profiles/submission/<int:pk>/", name="profiles_submission_review")
@require_GET
def review_page(request: HttpRequest, pk: int) -> HttpResponse:
    user = demand(request, "view_submission")
    return _page(request, submission_for_review(pk), user)


@desk_page("profiles/submission/<int:pk>/decide/", name="profiles_submission_decide")
@require_POST
def decide(request: HttpRequest, pk: int) -> HttpResponse:
    """Approve, return or publish; the verb decides whether that is allowed."""
    user = demand(request, "view_submission")
    submission = submission_for_review(pk)
    comment = request.POST.get("comment", "")
    try:
        done = _take(request.POST.get("step", ""), submission, by=user, comment=comment)
    except Refused as refused:
        now = submission_for_review(pk)
        return _page(request, now, user, refused=str(refused), comment=comment, status=409)
    messages.success(request, done)
    return redirect("admin:profiles_submission_review", pk)


def _take(step: str, submission: Submission, *, by: User, comment: str) -> str:
    match step:
        case "approve":
            approve(submission=submission, by=by, comment=comment)
            return "Approved. It can be published now."
        case "return":
            return_with_comments(submission=submission, by=by, comment=comment)
            return "Returned with your comments."
        case "publish":
            release = publish(submission=submission, by=by)
            return f"Published as release {release.number}."
        case "withdraw":
            withdraw(submission=submission, by=by, reason=comment)
            return "Withdrawn. You can submit the profile again at any time."
    raise Refused("Choose whether to approve, return, publish or withdraw.")


def submission_for_review(pk: int) -> Submission:
    rows = Submission.objects.for_desk().select_related("base__submission")
    return get_object_or_404(rows, pk=pk)


def _page(
    request: HttpRequest,
    submission: Submission,
    user: User,
    *,
    refused: str = "",
    comment: str = "",
    status: int = 200,
) -> HttpResponse:
    company = submission.profile.company
    view = review_of(submission, user, show=request.GET.get("show", ""))
    focus = view.focus(request.GET.get("change", ""))
    return render_page(
        request,
        "admin/review/submission.html",
        title=f"Review of {view.after.company.name}",
        status=status,
        submission=submission,
        company=company,
        view=view,
        room="reviews",
        focus=focus,
        nature=nature_of(submission, focus.line.changed) if focus else "",
        is_one=bool(request.GET.get("change")),
        newer_edits=newer_edits(company, since=submission.submitted_at),
        newer=_newer_submission(submission),
        overtaken=_overtaken(submission),
        tone=state_of(submission).tone,
        steps=steps_for(submission, user),
        may_look=can(check_can_look, submission=submission, by=user),
        refused=refused,
        comment=comment,
    )


def _overtaken(submission: Submission) -> str:
    """That another release went live meanwhile; what is published itself is simply history."""
    if submission.status in OVER:
        return ""
    return refusal(check_is_current, submission=submission)


def _newer_submission(submission: Submission) -> Submission | None:
    newer = Submission.objects.filter(profile=submission.profile, pk__gt=submission.pk)
    return newer.order_by("-pk").first()
