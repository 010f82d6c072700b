"""Importing a workbook: upload, preview, confirm. Nothing is written before the last step."""

import uuid
from dataclasses import dataclass
from urllib.parse import urlencode

from django import forms
from django.conf import settings
from django.contrib import messages
from django.contrib.auth.models import User
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods

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
from profiles.models import Upload
from profiles.workbook.applying.apply import PlanRefused, import_workbook
from profiles.workbook.errors import PlanOutdated, UnreadableWorkbook
from profiles.workbook.formats.reader import read_workbook
from profiles.workbook.planning.plan import Change, Counts, Mode, Plan, make_plan

MODES = [
    (Mode.PROPOSE.value, "Propose: where a sourced value stands, mine becomes a rival to rule on"),
    (Mode.ACCEPT.value, "Accept: my values replace what stands, and the others are kept as rivals"),
]


class UploadForm(forms.Form):
    file = forms.FileField(
        label="Workbook",
        help_text="An .xlsx, an .ods, or a zip of CSVs.",
        widget=forms.FileInput(attrs={"accept": ".xlsx,.ods,.zip,.csv"}),
    )
    mode = forms.ChoiceField(
        label="Where a value differs from a sourced one",
        choices=MODES,
        initial=Mode.PROPOSE.value,
        widget=forms.RadioSelect,
    )
    source = forms.CharField(
        label="Default source",
        required=False,
        max_length=120,
        help_text="Key of the source that stands behind every cell without one of its own.",
    )

    def clean_file(self) -> UploadedFile:
        file: UploadedFile = self.cleaned_data["file"]
        refuse_large(file, settings.WORKBOOK_MAX_BYTES, "Split the workbook.")
        return file


@desk_page("profiles/workbook/", name="profiles_workbook_import")
@require_http_methods(["GET", "POST"])
def upload_page(request: HttpRequest) -> HttpResponse:
    user = demand(request, "import_workbook")
    form = UploadForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        upload = keep_upload(form, user=user, read=read_workbook, unreadable=UnreadableWorkbook)
        if upload:
            chosen = {"mode": form.cleaned_data["mode"], "source": form.cleaned_data["source"]}
            return redirect(preview_url(upload.pk, **chosen))
    return render_page(
        request,
        "admin/workbook/upload.html",
        title="Import a workbook",
        status=200 if request.method == "GET" else 422,
        form=form,
    )


def preview_url(upload_id: uuid.UUID, *, mode: str, source: str) -> str:
    address = reverse("admin:profiles_workbook_preview", args=[upload_id])
    return f"{address}?{urlencode({'mode': mode, 'source': source})}"


@dataclass(frozen=True, slots=True)
class SheetPreview:
    name: str
    counts: Counts
    changes: list[Change]
    more: int


@desk_page("profiles/workbook/<uuid:upload_id>/", name="profiles_workbook_preview")
@require_http_methods(["GET", "POST"])
def preview_page(request: HttpRequest, upload_id: uuid.UUID) -> HttpResponse:
    """GET computes what the import would do; POST does it, if that is still the same."""
    user = demand(request, "import_workbook")
    upload = get_object_or_404(Upload.objects.usable(), pk=upload_id, user=user)
    if request.method == "POST":
        return _confirm(request, upload, user)
    mode = request.GET.get("mode", "")
    plan = make_plan(
        read_workbook(bytes(upload.body), upload.filename),
        mode=Mode(mode) if mode in list(Mode) else Mode.PROPOSE,
        default_source=request.GET.get("source", ""),
        filename=upload.filename,
    )
    sheets = sheet_previews(plan)
    return render_page(
        request,
        "admin/workbook/preview.html",
        title=f"Preview of {upload.filename}",
        upload=upload,
        plan=plan,
        mode=dict(MODES)[plan.mode.value],
        problems=plan.problems[:ROWS_SHOWN],
        more_problems=max(0, len(plan.problems) - ROWS_SHOWN),
        changed=[sheet for sheet in sheets if sheet.changes],
        unchanged=[sheet for sheet in sheets if not sheet.changes],
        token="" if plan.problems else _token(plan, upload),
    )


def _token(plan: Plan, upload: Upload) -> str:
    return sign_confirmation(
        upload, plan.digest, mode=str(plan.mode), default_source=plan.default_source
    )


def sheet_previews(plan: Plan) -> list[SheetPreview]:
    changes: dict[str, list[Change]] = {name: [] for name in plan.counts}
    for change in plan.changes:
        changes.setdefault(change.sheet, []).append(change)
    return [
        SheetPreview(name, plan.counts[name], found[:ROWS_SHOWN], max(0, len(found) - ROWS_SHOWN))
        for name, found in changes.items()
    ]


def _confirm(request: HttpRequest, upload: Upload, user: User) -> HttpResponse:
    """Import what was previewed, or say why not; then nothing is written."""
    try:
        confirmation = confirmed(request.POST.get("token", ""), upload=upload, user=user)
    except NotConfirmed as refusal:
        messages.error(request, str(refusal))
        return redirect("admin:profiles_workbook_import")
    try:
        applied = import_workbook(
            bytes(upload.body),
            by=user,
            filename=upload.filename,
            mode=Mode(confirmation.chosen["mode"]),
            default_source=confirmation.chosen["default_source"],
            expected_digest=confirmation.digest,
        )
    except (PlanOutdated, PlanRefused) as refusal:
        messages.error(request, str(refusal))
        chosen = confirmation.chosen
        back = preview_url(upload.pk, mode=chosen["mode"], source=chosen["default_source"])
        return redirect(back)
    upload.delete()
    messages.success(request, f"Imported {upload.filename}: {applied.plan.summary()}")
    return redirect("admin:index")
