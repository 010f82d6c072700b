"""The page on which a profile is checked and submitted for review."""

from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.contrib.auth.models import User
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.http import urlencode
from django.views.decorators.http import require_http_methods

from profiles.admin.display.frame import demand, render_page
from profiles.admin.display.links import fact_url
from profiles.admin.review.change_list import compact_list
from profiles.admin.site import desk_page
from profiles.document.loading import LoadedProfile
from profiles.document.snapshot import snapshot_of
from profiles.facts import type_of
from profiles.models import Company, Nature, Query, Release
from profiles.review.changed_facts import ChangedFact, changed_facts, document_of
from profiles.review.checks import check_loaded
from profiles.review.contributors import contributors
from profiles.review.covering import (
    is_restated,
    nature_key,
    returned_before,
    submit_with,
    suggested_nature,
)
from profiles.review.findings import Finding, Severity
from profiles.review.policies import Refused, check_can_submit, refusal

NATURE = "nature:"


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
    user = demand(request, "view_company")
    company = get_object_or_404(Company.objects.select_related("record"), pk=company_id)
    note = request.POST.get("note", "")
    if request.method == "POST":
        try:
            submission = submit_with(
                company=company,
                by=user,
                note=note,
                reply=request.POST.get("reply", ""),
                natures=_natures(request.POST),
            )
        except Refused as refused:
            return _page(request, company, user, refused=str(refused), status=409)
        messages.success(request, f"{company} is submitted: a reviewer can decide now.")
        return redirect("admin:profiles_submission_review", submission.pk)
    return _page(request, company, user)


def _page(
    request: HttpRequest, company: Company, user: User, *, refused: str = "", status: int = 200
) -> HttpResponse:
    loaded = LoadedProfile(company)
    findings = check_loaded(loaded)
    base = Release.objects.filter(profile=company.record).order_by("-number").first()
    candidate = snapshot_of(loaded)
    changes = changed_facts(document_of(base), candidate)
    people = contributors(company, candidate=candidate, base=base) | {user.pk}
    returned = returned_before(company, base)
    typed = request.POST
    queries = Query.objects.for_desk().open().filter(submission__profile=company.record)
    return render_page(
        request,
        "admin/review/submit.html",
        title=f"Submit {company} for review",
        room="reviews",
        status=status,
        company=company,
        base=base,
        errors=_remedies(findings, Severity.ERROR),
        warnings=_remedies(findings, Severity.WARNING),
        total=len(changes),
        changes=compact_list(changes, candidate),
        restated=[_restated(each, _natures(typed)) for each in changes if is_restated(each)],
        natures=Nature.choices,
        contributors=User.objects.filter(pk__in=people).order_by("pk"),
        obstacle=_obstacle(user, findings, len(changes), base),
        returned=returned,
        queries=list(queries),
        note=typed.get("note", returned.note if returned else ""),
        reply=typed.get("reply", ""),
        refused=refused,
    )


@dataclass(frozen=True, slots=True)
class Restated:
    """A value that readers have seen otherwise, and why it changes, as chosen or suggested."""

    changed: ChangedFact
    key: str
    nature: str


def _restated(changed: ChangedFact, chosen: dict[str, str]) -> Restated:
    key = nature_key(changed)
    return Restated(changed, key, chosen.get(key) or suggested_nature(changed))


def _natures(form: QueryDict) -> dict[str, str]:
    """From fields named `nature:<kind/key> <fact>`."""
    named = (name for name in form if name.startswith(NATURE))
    return {name.removeprefix(NATURE): str(form[name]) for name in named}


def _remedies(findings: list[Finding], severity: Severity) -> list[Remedy]:
    return [
        Remedy(finding, _label(finding), _place(finding))
        for finding in findings
        if finding.severity == severity
    ]


def _place(finding: Finding) -> str:
    """The fact's page; the report where several facts are meant."""
    if finding.fact:
        return fact_url(finding.record_id, finding.fact)
    key = finding.ref.partition("/")[2]
    asked = urlencode({"profile": key, "trouble": finding.code})
    return f"{reverse('admin:profiles_reports')}?{asked}"


def _label(finding: Finding) -> str:
    if not finding.fact:
        return "Several facts"
    return type_of(finding.ref.partition("/")[0]).label_of(finding.fact)


def _obstacle(user: User, findings: list[Finding], changes: int, base: Release | None) -> str:
    """Why the button is off; the verb says the same if somebody presses it anyway."""
    errors = sum(finding.severity == Severity.ERROR for finding in findings)
    if said := refusal(check_can_submit, by=user):
        return said
    if errors:
        return f"Mend the {errors} errors above first." if errors > 1 else "Mend the error first."
    if base and not changes:
        return f"Nothing has changed since release {base.number}."
    return ""
