"""The page of one release: what it changed, and the hashes that prove it."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_GET

from profiles.admin.display.frame import demand, render_page
from profiles.admin.review.changes import changes_between
from profiles.admin.site import desk_page
from profiles.document.schema import decode, decode_envelope
from profiles.models import Release
from profiles.publishing.chain import flaws
from profiles.review.changed_facts import document_of


@desk_page("profiles/release/<int:pk>/", name="profiles_release_page")
@require_GET
def release_page(request: HttpRequest, pk: int) -> HttpResponse:
    demand(request, "view_release")
    rows = Release.objects.select_related(
        "submission", "previous__submission", "published_by", "profile__company"
    )
    release = get_object_or_404(rows, pk=pk)
    document = decode(bytes(release.submission.document))
    return render_page(
        request,
        "admin/review/release.html",
        title=f"{document.company.name}, release {release.number}",
        release=release,
        company=release.profile.company,
        envelope=decode_envelope(bytes(release.envelope)),
        next=Release.objects.filter(previous=release).first(),
        flaws=list(flaws(release)),
        changes=changes_between(document_of(release.previous), document),
        open_evidence=request.GET.get("evidence") == "open",
    )
