"""Sources in and out of other tools' formats, and a profile's citations as annotations."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.conf import settings
from django.contrib import messages
from django.core.files.uploadedfile import UploadedFile
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods

from profiles.admin.display.frame import demand, render_page
from profiles.admin.file_import import (
    ROWS_SHOWN,
    NotConfirmed,
    confirmed,
    keep_upload,
    refuse_large,
    sign_confirmation,
)
from profiles.admin.site import desk_page
from profiles.exchange.annotations import MEDIA_TYPE, annotations
from profiles.exchange.apply import ImportRefused, import_sources
from profiles.exchange.entries import UnreadableFile
from profiles.exchange.export import export
from profiles.exchange.formats import FORMATS, MOST_BYTES, read_file
from profiles.exchange.plan import make_plan
from profiles.models import Company, Source, Upload
from profiles.models.sources import SOURCE_RELATIONS


def download(sources: Iterable[Source], form: str) -> HttpResponse:
    """A file of these sources. 404 for an unknown format."""
    if form not in FORMATS:
        raise Http404
    found = FORMATS[form]
    response = HttpResponse(export(sources, form), content_type=f"{found.content_type}")
    response["Content-Disposition"] = f'attachment; filename="sources.{found.suffix}"'
    return response


@desk_page("profiles/sources/export/<str:form>/", name="profiles_sources_export")
@require_GET
def export_all(request: HttpRequest, form: str) -> HttpResponse:
    demand(request, "view_source")
    return download(Source.objects.select_related(*SOURCE_RELATIONS), form)


@desk_page("profiles/company/<uuid:company_id>/annotations.jsonld", name="profiles_annotations")
@require_GET
def export_annotations(request: HttpRequest, company_id: Any) -> HttpResponse:
    demand(request, "view_claim")
    company = get_object_or_404(Company.objects.select_related("record"), pk=company_id)
    body = annotations(company, site=settings.SITE_URL)
    response = HttpResponse(body, content_type=MEDIA_TYPE)
    name = f"{company.key}-annotations.jsonld"
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


class UploadForm(forms.Form):
    file = forms.FileField(
        label="File",
        help_text="CSL-JSON, BibTeX, RIS, or the JSON record of an article.",
        widget=forms.FileInput(attrs={"accept": ".json,.bib,.ris,.txt"}),
    )
    text = forms.BooleanField(
        label="Capture the text of articles that the file holds",
        required=False,
        help_text="A capture is kept unchanged for ever. Quotes are verified against it.",
    )

    def clean_file(self) -> UploadedFile:
        file: UploadedFile = self.cleaned_data["file"]
        refuse_large(file, MOST_BYTES, "Split the file.")
        return file


@desk_page("profiles/sources/import/", name="profiles_sources_import")
@require_http_methods(["GET", "POST"])
def upload_page(request: HttpRequest) -> HttpResponse:
    user = demand(request, "add_source")
    form = UploadForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        upload = keep_upload(
            form, user=user, read=lambda body, _: read_file(body), unreadable=UnreadableFile
        )
        if upload:
            return redirect(_preview_url(upload, with_text=form.cleaned_data["text"]))
    return render_page(
        request,
        "admin/sources/upload.html",
        title="Import sources",
        status=200 if request.method == "GET" else 422,
        form=form,
    )


def _preview_url(upload: Upload, *, with_text: bool) -> str:
    address = reverse("admin:profiles_sources_preview", args=[upload.pk])
    return f"{address}?text=1" if with_text else address


@desk_page("profiles/sources/import/<uuid:upload_id>/", name="profiles_sources_preview")
@require_http_methods(["GET", "POST"])
def preview_page(request: HttpRequest, upload_id: Any) -> HttpResponse:
    """GET computes what the import would do; POST does it, if that is still the same."""
    user = demand(request, "add_source")
    upload = get_object_or_404(Upload.objects.usable(), pk=upload_id, user=user)
    with_text = request.GET.get("text") == "1"
    if with_text:
        demand(request, "add_capture")
    reading = read_file(bytes(upload.body))
    if request.method == "POST":
        return _confirm(request, upload, with_text=with_text)
    plan = make_plan(reading, with_text=with_text)
    return render_page(
        request,
        "admin/sources/preview.html",
        title=f"Preview of {upload.filename}",
        plan=plan,
        planned=plan.planned[:ROWS_SHOWN],
        more=max(0, len(plan.planned) - ROWS_SHOWN),
        problems=plan.problems[:ROWS_SHOWN],
        more_problems=max(0, len(plan.problems) - ROWS_SHOWN),
        token=sign_confirmation(upload, plan.digest, with_text=with_text) if plan.writes else "",
    )


def _confirm(request: HttpRequest, upload: Upload, *, with_text: bool) -> HttpResponse:
    back = _preview_url(upload, with_text=with_text)
    user: Any = request.user
    try:
        confirmation = confirmed(request.POST.get("token", ""), upload=upload, user=user)
        if confirmation.chosen != {"with_text": with_text}:
            raise NotConfirmed("This confirmation does not hold. Look at the preview again.")
    except NotConfirmed as refusal:
        messages.error(request, str(refusal))
        return redirect(back)
    try:
        plan = import_sources(
            read_file(bytes(upload.body)),
            by=user,
            filename=upload.filename,
            with_text=with_text,
            expected_digest=confirmation.digest,
        )
    except ImportRefused as refusal:
        messages.error(request, str(refusal))
        return redirect(back)
    upload.delete()
    messages.success(request, f"Imported {upload.filename}: {plan.summary()}")
    return redirect("admin:profiles_source_changelist")
