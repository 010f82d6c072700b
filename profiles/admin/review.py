"""Submitting a profile, reviewing what was submitted, and publishing what was approved."""

from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.contrib.auth import get_user_model
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from profiles.admin.changes import changes_between
from profiles.admin.frame import demand, render_page
from profiles.admin.links import fact_url
from profiles.admin.site import desk_page
from profiles.admin.states import state_of
from profiles.document.schema import Document, decode
from profiles.document.snapshot import snapshot
from profiles.facts import type_of
from profiles.models import Company, Release, Submission
from profiles.publishing.actions import publish
from profiles.review.actions import approve, return_with_comments, submit
from profiles.review.checks import Finding, Severity, check
from profiles.review.contributors import contributors, newer_edits
from profiles.review.policies import (
    Refused,
    check_can_approve,
    check_can_publish,
    check_can_return,
    check_can_submit,
    check_is_current,
)

NEW = "admin/review/new.html"
SUBMISSION = "admin/review/submission.html"


# --- a new submission ---------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Remedy:
    """A finding with the way to where it is mended."""

    finding: Finding
    label: str
    url: str


@desk_page("profiles/submission/new/<uuid:company_id>/", name="profiles_submission_new")
@require_http_methods(["GET", "POST"])
def new_submission(request: HttpRequest, company_id: Any) -> HttpResponse:
    """What would be submitted and what stands in the way; POST submits it."""
    demand(request, "view_company")
    company = get_object_or_404(Company.objects.select_related("record"), pk=company_id)
    note = request.POST.get("note", "")
    if request.method == "POST":
        try:
            submission = submit(company=company, by=request.user, note=note)  # type: ignore[arg-type]
        except Refused as refusal:
            return _new_page(request, company, note=note, refusal=str(refusal), status=409)
        messages.success(request, f"{company} is submitted: a reviewer can decide now.")
        return redirect("admin:profiles_submission_review", submission.pk)
    return _new_page(request, company)


def _new_page(
    request: HttpRequest, company: Company, *, note: str = "", refusal: str = "", status: int = 200
) -> HttpResponse:
    findings = check(company)
    base = Release.objects.filter(profile=company.record).order_by("-number").first()
    candidate = snapshot(company)
    changes = changes_between(published_document(base), candidate)
    people = contributors(company, candidate=candidate, base=base) | {request.user.pk}
    return render_page(
        request,
        NEW,
        title=f"Submit {company} for review",
        status=status,
        company=company,
        base=base,
        errors=_remedies(findings, Severity.ERROR),
        warnings=_remedies(findings, Severity.WARNING),
        changes=changes,
        contributors=get_user_model().objects.filter(pk__in=people).order_by("pk"),
        obstacle=_obstacle(request, findings, changes.total, base),
        note=note,
        refusal=refusal,
    )


def published_document(release: Release | None) -> Document | None:
    return decode(bytes(release.submission.document)) if release else None


def _remedies(findings: list[Finding], severity: Severity) -> list[Remedy]:
    return [
        Remedy(finding, _label(finding), fact_url(finding.record_id, finding.fact))
        for finding in findings
        if finding.severity == severity
    ]


def _label(finding: Finding) -> str:
    return type_of(finding.ref.partition("/")[0]).label_of(finding.fact)


def _obstacle(
    request: HttpRequest, findings: list[Finding], changes: int, base: Release | None
) -> str:
    """Why the button is off; the verb says the same if somebody presses it anyway."""
    errors = sum(finding.severity == Severity.ERROR for finding in findings)
    if refusal := refusal_of(check_can_submit, by=request.user):
        return refusal
    if errors:
        return f"Mend the {errors} errors above first." if errors > 1 else "Mend the error first."
    if base and not changes:
        return f"Nothing has changed since release {base.number}."
    return ""


def refusal_of(check_can: Any, **facts: Any) -> str:
    """What a `check_can_x` says, or nothing if it lets this through."""
    try:
        check_can(**facts)
    except Refused as refusal:
        return str(refusal)
    return ""


# --- the review of one --------------------------------------------------------------------------


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
}


def steps_for(submission: Submission, user: Any) -> list[Step]:
    return [
        Step(name, label, comment, refusal_of(check_can, submission=submission, by=user))
        for name, (label, comment, check_can) in CHECKS.items()
    ]


@desk_page("profiles/submission/<int:pk>/", name="profiles_submission_review")
@require_GET
def review_page(request: HttpRequest, pk: int) -> HttpResponse:
    demand(request, "view_submission")
    return _review_page(request, submission_for_review(pk))


@desk_page("profiles/submission/<int:pk>/decide/", name="profiles_submission_decide")
@require_POST
def decide(request: HttpRequest, pk: int) -> HttpResponse:
    """Approve, return or publish; the verb decides whether that is allowed."""
    demand(request, "view_submission")
    submission = submission_for_review(pk)
    comment = request.POST.get("comment", "")
    try:
        done = _take(request.POST.get("step", ""), submission, by=request.user, comment=comment)
    except Refused as refusal:
        return _review_page(request, submission, refusal=str(refusal), comment=comment, status=409)
    messages.success(request, done)
    return redirect("admin:profiles_submission_review", pk)


def _take(step: str, submission: Submission, *, by: Any, comment: str) -> str:
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
    raise Refused("Choose whether to approve, return or publish.")


def submission_for_review(pk: int) -> Submission:
    rows = Submission.objects.for_desk().select_related("base__submission")
    return get_object_or_404(rows, pk=pk)


def _review_page(
    request: HttpRequest,
    submission: Submission,
    *,
    refusal: str = "",
    comment: str = "",
    status: int = 200,
) -> HttpResponse:
    company = submission.profile.company
    candidate = decode(bytes(submission.document))
    return render_page(
        request,
        SUBMISSION,
        title=f"Review of {candidate.company.name}",
        status=status,
        submission=submission,
        company=company,
        changes=changes_between(published_document(submission.base), candidate),
        newer_edits=newer_edits(company, since=submission.submitted_at),
        newer=_newer_submission(submission),
        stale=refusal_of(check_is_current, submission=submission)
        if not hasattr(submission, "release")
        else "",
        tone=state_of(submission).tone,
        steps=steps_for(submission, request.user),
        refusal=refusal,
        comment=comment,
        open_evidence=request.GET.get("evidence") == "open",
    )


def _newer_submission(submission: Submission) -> Submission | None:
    newer = Submission.objects.filter(profile=submission.profile, pk__gt=submission.pk)
    return newer.order_by("-pk").first()
