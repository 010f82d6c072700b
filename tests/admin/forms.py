"""What a browser would send: the fields of a form as they stand in the page."""

from html.parser import HTMLParser
from typing import Any

from django.http import HttpResponse
from django.urls import reverse


class _Fields(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.forms: list[dict[str, str]] = []
        self.textarea = self.select = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        got = {name: value or "" for name, value in attrs}
        if tag == "form":
            self.forms.append({})
        if not self.forms:
            return
        fields, name = self.forms[-1], got.get("name", "")
        if tag == "input" and name and got.get("type") not in ("submit", "file"):
            if got.get("type") not in ("checkbox", "radio") or "checked" in got:
                fields[name] = got.get("value", "on" if got.get("type") == "checkbox" else "")
        elif tag == "textarea":
            self.textarea, fields[name] = name, ""
        elif tag == "select":
            self.select, fields[name] = name, ""
        elif tag == "option" and self.select and "selected" in got:
            fields[self.select] = got.get("value", "")

    def handle_endtag(self, tag: str) -> None:
        if tag == "textarea" and self.textarea:
            # A browser drops the one line break that Django puts after the tag.
            text = self.forms[-1][self.textarea]
            self.forms[-1][self.textarea] = text.removeprefix("\n").removeprefix("\r\n")
            self.textarea = ""
        elif tag == "select":
            self.select = ""

    def handle_data(self, data: str) -> None:
        if self.textarea:
            self.forms[-1][self.textarea] += data


def forms_in(response: HttpResponse) -> list[dict[str, str]]:
    parser = _Fields()
    parser.feed(response.content.decode())
    return parser.forms


def form_in(response: HttpResponse, field: str, **changes: Any) -> dict[str, str]:
    """The first form with this field, filled as it stands, with these changes.

    Write `names__0__name=…` for the field `names-0-name`.
    """
    form = next(form for form in forms_in(response) if field in form)
    form = {name: value for name, value in form.items() if "__prefix__" not in name}
    return form | {name.replace("__", "-"): str(value) for name, value in changes.items()}


def change_url(row: Any, page: str = "change") -> str:
    return reverse(f"admin:profiles_{row._meta.model_name}_{page}", args=[row.pk])
