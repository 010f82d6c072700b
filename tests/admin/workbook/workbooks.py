"""Uploading as a browser does, and the workbooks to upload."""

import re
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from profiles.models import Upload
from profiles.workbook.exporting.writer import as_bytes
from profiles.workbook.formats.sheets import Row, Sheet


def a_sheet(name: str, *rows: dict[str, str]) -> Sheet:
    header = list(dict.fromkeys(column for row in rows for column in row))
    return Sheet(name, header, [Row(number, row) for number, row in enumerate(rows, start=2)])


def a_move(town: str = "Lyon, France", *, key: str = "acme") -> list[Sheet]:
    """Acme's headquarters elsewhere, from the source `herald`, which comes along."""
    return [
        a_sheet("sources", {"key": "herald", "title": "Herald", "url": "https://herald.example"}),
        a_sheet("companies", {"key": key, "headquarters": town, "headquarters:source": "herald"}),
    ]


def upload(client: Any, sheets: Any, *, form: str = "xlsx", name: str = "", **fields: str) -> Any:
    """POST the upload form; `sheets` may be bytes."""
    body = sheets if isinstance(sheets, bytes) else as_bytes(sheets, form)
    file = SimpleUploadedFile(name or f"acme.{form}", body)
    fields = {"mode": "propose", "source": ""} | fields
    return client.post(reverse("admin:profiles_workbook_import"), {"file": file, **fields})


def preview(client: Any, sheets: Any, **options: str) -> tuple[str, str]:
    """Upload it: the address of its preview, and the token there ("" where it has none)."""
    address = upload(client, sheets, **options).headers["Location"]
    return address, token_at(client, address)


def token_at(client: Any, address: str) -> str:
    found = re.search(r'name="token" value="([^"]+)"', client.get(address).content.decode())
    return found[1] if found else ""


def confirm(client: Any, address: str, token: str) -> Any:
    return client.post(address.partition("?")[0], {"token": token})


def only_upload() -> Upload:
    return Upload.objects.get()


def text_of(response: Any) -> str:
    return " ".join(response.content.decode().split())


def messages_of(response: Any) -> list[str]:
    return [str(message) for message in response.wsgi_request._messages]
