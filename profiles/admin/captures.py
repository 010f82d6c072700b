"""What a source said at one time, pasted or uploaded; then its quotes are looked for again."""

from typing import Any

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.defaultfilters import filesizeformat
from django.utils import timezone
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from profiles.admin.links import change_url, fact_url
from profiles.facts import type_of
from profiles.models import Capture, Citation
from profiles.provenance.captures import DEPTHS, Captured, Document, archived, capture, free_edition
from profiles.provenance.sizes import MOST_BYTES

MOST_NAMED = 50
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
        file = self.cleaned_data["file"]
        if file and file.size > MOST_BYTES:
            raise ValidationError(
                f"{file.name} has {filesizeformat(file.size)}; at most "
                f"{filesizeformat(MOST_BYTES)} are read. Send the part that you cite."
            )
        return file

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        cleaned["depth"] = cleaned.get("depth") or Capture.Depth.FULL
        if self.errors:
            return cleaned
        self.document = self._read(cleaned)
        source = cleaned["source"]
        if known := archived(source, self.document):
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
    autocomplete_fields = ("source",)
    list_display = ("source", "edition", "seen_at", "depth", "sha256")
    list_select_related = ("source",)

    def get_fields(self, request: HttpRequest, obj: Any = None) -> tuple[str, ...]:
        fields = ("source", "edition", "seen_at", "depth", "medium", "text")
        return (*fields, "sha256") if obj else (*fields, "file")

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
            messages.warning(request, lost(done))

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


def lost(done: Captured) -> SafeString:
    """Which facts have lost their quote, with the way to each."""
    named = [_way_to(citation) for citation in done.drifted[:MOST_NAMED]]
    links = format_html_join(", ", '<a href="{}">{}</a>', named)
    more = len(done.drifted) - len(named)
    return format_html(
        "{} no longer found in it, for these facts: {}{}. Look at them again.",
        "One quote is" if len(done.drifted) == 1 else f"{len(done.drifted)} quotes are",
        links,
        f" and {more} more" if more else "",
    )


def _way_to(citation: Citation) -> tuple[str, str]:
    claim = citation.claim
    label = type_of(claim.record).label_of(claim.fact)
    return fact_url(claim.record_id, claim.fact), f"{label} of {claim.record.ref}"
