"""The part of a citing form that brings what the source says: pasted, or fetched from the web."""

from typing import Any

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.template.defaultfilters import filesizeformat

from profiles.admin.display.lost_quotes import count_of_lost_quotes
from profiles.models import Capture
from profiles.provenance.captures.archiving import DEPTHS, CaptureResult, Document
from profiles.provenance.captures.fetching import Fetched, fetch
from profiles.provenance.quotes.suggestions import UNSEEN

LONGEST_TITLE = 120
FEWEST_IN_A_TEXT = 100  # characters of a text that was pasted where a key belongs
ROOM_FOR_THE_REST = 100_000  # bytes of a form's other fields


def looks_pasted(text: str) -> bool:
    """Whether this is a text and no key or address."""
    words = text.split()
    return len(words) > 1 and (len(text) >= FEWEST_IN_A_TEXT or "\n" in text.strip())


def title_of(text: str) -> str:
    """The first line that says something, as far as a title goes."""
    lines = (" ".join(UNSEEN.sub("", line).split()) for line in text.splitlines())
    first = next((line.lstrip("#> ") for line in lines if line.strip("#> ")), "")
    return first if len(first) <= LONGEST_TITLE else first[: LONGEST_TITLE - 1].rstrip() + "…"


class SourceTextForm(forms.Form):
    """`bring_text` reads it; whoever applies the form then keeps `document`, if there is any."""

    user: Any

    text = forms.CharField(
        required=False,
        strip=False,
        label="Its text",
        widget=forms.Textarea(attrs={"rows": 6, "spellcheck": "false"}),
        help_text="Kept as a capture, as it is; it cannot be changed later",
    )
    depth = forms.ChoiceField(
        required=False,
        label="How much of it is here",
        choices=[each for each in Capture.Depth.choices if each[0] in DEPTHS],
        initial=Capture.Depth.FULL,
    )
    fetch = forms.BooleanField(required=False, label="Fetch its text from its address")

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self.document: Document | None = None
        self.fetched: Fetched | None = None
        most = settings.DATA_UPLOAD_MAX_MEMORY_SIZE - ROOM_FOR_THE_REST
        self.fields["text"].widget.attrs |= {
            "data-most": most,
            "data-too-long": f"A form takes at most {filesizeformat(most)}. Keep the part that you "
            "cite, as an excerpt, or send the text as a file from the page of its source.",
        }

    @property
    def pasted(self) -> str:
        text: str = self.cleaned_data.get("text", "")
        return text if text.strip() else ""

    def bring_text(self, address: str) -> None:
        """Read what was pasted, or ask the web for it, which takes seconds. Errors are put beside
        the field that they are about.
        """
        field = "fetch" if self.cleaned_data.get("fetch") else "text"
        if field == "text" and not self.pasted:
            return
        try:
            if not self.user.has_perm("profiles.add_capture"):
                raise ValidationError("You may not add captures. Cite the source without its text.")
            self._bring(address)
        except ValidationError as error:
            self.add_error(field, error.messages)

    def _bring(self, address: str) -> None:
        if not self.cleaned_data.get("fetch"):
            self.document = Document.read(self.pasted)
            return
        if self.pasted:
            raise ValidationError("Paste its text or have it fetched: one of the two.")
        self.fetched = fetch(address)
        self.document = self.fetched.document

    @property
    def depth_of_text(self) -> str:
        if self.fetched:
            return self.fetched.depth
        return self.cleaned_data.get("depth") or Capture.Depth.FULL


def remarks(kept: CaptureResult, fetched: Fetched | None) -> str:
    """What an editor must know about the text that was just kept; often nothing."""
    lost = f"{count_of_lost_quotes(kept)} no longer found in this text: see the page of the source."
    gone = lost if kept.drifted else ""
    return " ".join(filter(None, [fetched.doubt if fetched else "", gone]))
