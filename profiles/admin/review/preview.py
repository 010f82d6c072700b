"""The public page as it would be, made from the frozen candidate and marked as such."""

from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.views.decorators.http import require_GET

from profiles.admin.display.frame import demand
from profiles.admin.review.submission_page import submission_for_review
from profiles.admin.site import desk_page
from profiles.publishing.actions import candidate_edition
from profiles.renderings import render
from profiles.renderings.formats.html import NOTICE


@desk_page("profiles/submission/<int:pk>/preview/", name="profiles_submission_preview")
@require_GET
def preview(request: HttpRequest, pk: int) -> HttpResponse:
    """Not to be indexed, nor mistaken for the public page; no admin page is ever cached."""
    user = demand(request, "view_submission")
    submission = submission_for_review(pk)
    edition = candidate_edition(submission, by=user)
    notice = render_to_string("admin/review/_partials/candidate.html", {"submission": submission})
    page = render(edition, "html").decode().replace(NOTICE, notice, 1)
    response = HttpResponse(page)
    response["X-Robots-Tag"] = "noindex, nofollow"
    return response
