"""What a source said at one time, pasted or uploaded; then its quotes are looked for again."""

from typing import Any

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.defaultfilters import filesizeformat
from django.utils import timezone
from django.utils.formats import date_format

from profiles.admin.display.links import change_url
from profiles.admin.display.lost_quotes import lost_quotes_message
from profiles.admin.facts.fetching import fetch_url
from profiles.admin.file_import import refuse_large
from profiles.models import Capture, Source
from profiles.provenance.captures.archiving import DEPTHS, Document, archived, capture, free_edition
from profiles.provenance.captures.limits import MOST_BYTES

BY_CONTENT = [("", "As its content says")]


class CaptureForm(forms.ModelForm):
    edition = forms.CharField(
        required=False, max_length=60, help_text="Tells captures of one source apart; or the day"
    )
    seen_at = forms.DateTimeField(help_text="When the source said so, in UTC: 2026-07-04 15:00")
    text = forms.CharField(
        required=False,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 20, "class": "vLargeTextField"}),
        help_text="Paste what the source says, or choose a file below. "
        "It is kept as it is and cannot be changed later.",
    )
    file = forms.FileField(
        required=False,
        help_text=f"Text, HTML, PDF or a JSON record, at most {filesizeformat(MOST_BYTES)}",
        widget=forms.FileInput(attrs={"accept": ".txt,.md,.html,.htm,.pdf,.json"}),
    )
    medium = forms.ChoiceField(required=False, choices=BY_CONTENT + Capture.Medium.choices)
    depth = forms.ChoiceField(
        label="How much of it is here",
        choices=[each for each in Capture.Depth.choices if each[0] in DEPTHS],
        initial=Capture.Depth.FULL,
        required=False,
    )

    class Meta:
        model = Capture
        fields = ("source", "edition", "seen_at", "medium", "depth", "text")

    def clean_file(self) -> UploadedFile | None:
        file: UploadedFile | None = self.cleaned_data["file"]
        if file:
            refuse_large(file, MOST_BYTES, "Send the part that you cite.")
        return file

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        cleaned["depth"] = cleaned.get("depth") or Capture.Depth.FULL
        if self.errors:
            return cleaned
        self.document = self._read(cleaned)
        source = cleaned["source"]
        if known := archived(source, self.document, cleaned["depth"]):
            raise ValidationError(f"This is archived already, as edition {known.edition}.")
        day = f"{cleaned['seen_at']:%Y-%m-%d}"
        cleaned["edition"] = cleaned["edition"] or free_edition(source, day)
        return cleaned | {"text": self.document.text, "medium": self.document.medium}

    def _read(self, cleaned: dict[str, Any]) -> Document:
        file, text = cleaned.get("file"), cleaned.get("text", "")
        if bool(file) == bool(text.strip()):
            raise ValidationError("Paste a text or choose a file: one of the two.")
        try:
            return Document.read(file.read() if file else text, cleaned["medium"])
        except ValidationError as error:
            raise ValidationError({"file" if file else "text": error.messages}) from None


@admin.register(Capture)
class CaptureAdmin(admin.ModelAdmin):
    """Adds; nothing else. A capture is never changed and never deleted."""

    form = CaptureForm
    change_form_template = "admin/sources/capture_form.html"
    autocomplete_fields = ("source",)
    list_display = ("source", "edition", "seen_at", "depth", "sha256")
    list_select_related = ("source",)
    readonly_fields = ("seen",)

    def get_fields(self, request: HttpRequest, obj: Any = None) -> tuple[str, ...]:
        seen = "seen" if obj else "seen_at"
        fields = ("source", "edition", seen, "depth", "medium", "text")
        return (*fields, "sha256") if obj else (*fields, "file")

    @admin.display(description="Seen at (UTC)")
    def seen(self, capture: Capture) -> str:
        return date_format(timezone.localtime(capture.seen_at), "DATETIME_FORMAT")

    def get_changeform_initial_data(self, request: HttpRequest) -> dict[str, Any]:
        return {"seen_at": timezone.now()} | super().get_changeform_initial_data(request)

    def changeform_view(
        self,
        request: HttpRequest,
        object_id: str | None = None,
        form_url: str = "",
        extra_context: Any = None,
    ) -> HttpResponse:
        """As stock, but for the transaction: a document is read for seconds, and on SQLite nobody
        else could write meanwhile. `capture` has its own.
        """
        return self._changeform_view(request, object_id, form_url, extra_context)  # type: ignore[attr-defined]

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *arguments: Any, **options: Any
    ) -> HttpResponse:
        obj, pk = options.get("obj"), request.GET.get("source", "")
        source = (
            obj.source if obj else Source.objects.filter(pk=pk).first() if pk.isdecimal() else None
        )
        context |= {"fetched_source": source, "fetch_url": fetch_url(request, source)}
        return super().render_change_form(request, context, *arguments, **options)

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        done = capture(
            source=obj.source,
            content=form.document,
            edition=obj.edition,
            seen_at=obj.seen_at,
            depth=obj.depth,
        )
        obj.pk = done.capture.pk
        messages.info(request, f"{done.summary}.")
        if done.drifted:
            messages.warning(request, lost_quotes_message(done))

    def response_add(
        self, request: HttpRequest, obj: Capture, post_url_continue: str | None = None
    ) -> HttpResponse:
        super().response_add(request, obj, post_url_continue)  # for its message
        return HttpResponseRedirect(change_url(obj.source))

    def has_module_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False
