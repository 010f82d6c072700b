"""The page of one release: what it changed, the hashes that prove it, and what can follow it."""

from django.contrib import messages
from django.contrib.auth.models import User
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_GET, require_POST

from profiles.admin.display.frame import demand, render_page
from profiles.admin.review.changes import changes_between
from profiles.admin.site import desk_page
from profiles.document.schema import decode, decode_envelope
from profiles.models import Release
from profiles.publishing.actions import unpublish
from profiles.publishing.chain import flaws
from profiles.publishing.log_check import CheckedLog
from profiles.review.actions import submit_again
from profiles.review.changed_facts import document_of
from profiles.review.policies import (
    Refused,
    check_can_submit,
    check_can_unpublish,
    refusal,
)


@desk_page("profiles/release/<int:pk>/", name="profiles_release_page")
@require_GET
def release_page(request: HttpRequest, pk: int) -> HttpResponse:
    return _page(request, pk, demand(request, "view_release"))


@desk_page("profiles/release/<int:pk>/unpublish/", name="profiles_release_unpublish")
@require_POST
def take_off(request: HttpRequest, pk: int) -> HttpResponse:
    user, release = demand(request, "view_release"), get_object_or_404(Release, pk=pk)
    explanation = request.POST.get("explanation", "")
    try:
        unpublish(release=release, by=user, explanation=explanation)
    except Refused as refused:
        return _page(request, pk, user, refused=str(refused), typed=explanation, status=409)
    messages.success(request, "The profile is off the public site. Its address says why.")
    return redirect("admin:profiles_release_page", pk)


@desk_page("profiles/release/<int:pk>/again/", name="profiles_release_again")
@require_POST
def bring_back(request: HttpRequest, pk: int) -> HttpResponse:
    user, release = demand(request, "view_release"), get_object_or_404(Release, pk=pk)
    note = request.POST.get("note", "")
    try:
        submission = submit_again(release=release, by=user, note=note)
    except Refused as refused:
        return _page(request, pk, user, refused=str(refused), typed=note, status=409)
    messages.success(request, f"Release {release.number} is submitted again, to be reviewed.")
    return redirect("admin:profiles_submission_review", submission.pk)


def _page(
    request: HttpRequest,
    pk: int,
    user: User,
    *,
    refused: str = "",
    typed: str = "",
    status: int = 200,
) -> HttpResponse:
    rows = Release.objects.select_related(
        "submission", "previous__submission", "published_by", "profile__company", "unpublishing__by"
    )
    release = get_object_or_404(rows, pk=pk)
    document = decode(bytes(release.submission.document))
    following = Release.objects.filter(previous=release).first()
    is_off = hasattr(release, "unpublishing")
    return render_page(
        request,
        "admin/review/release.html",
        title=f"{document.company.name}, release {release.number}",
        status=status,
        release=release,
        company=release.profile.company,
        envelope=decode_envelope(bytes(release.envelope)),
        next=following,
        flaws=list(flaws(release, CheckedLog.read())),
        changes=changes_between(document_of(release.previous), document),
        open_evidence=request.GET.get("evidence") == "open",
        refused=refused,
        typed=typed,
        may_take_off=not refusal(check_can_unpublish, release=release, by=user),
        may_bring_back=bool(following or is_off) and not refusal(check_can_submit, by=user),
    )
