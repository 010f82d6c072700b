"""What importing any file shares: it is uploaded, previewed, then imported as the preview showed.

Nothing is written before the last step. A confirmation is bound to this person, these bytes, what
was chosen and what the preview said of it, for an hour.
"""

from collections.abc import Callable
from dataclasses import asdict, dataclass, field
from typing import Any

from django import forms
from django.core import signing
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.template.defaultfilters import filesizeformat

from profiles.models import Upload
from profiles.models.uploads import KEPT_FOR

ROWS_SHOWN = 200
SALT = "profiles.admin.file_import"


def refuse_large(file: UploadedFile, most_bytes: int, advice: str) -> None:
    """Raises `ValidationError`: how large it is, how large it may be, and what to do."""
    if file.size and file.size > most_bytes:
        raise ValidationError(
            f"{file.name} has {filesizeformat(file.size)}; at most "
            f"{filesizeformat(most_bytes)} are read. {advice}"
        )


def keep_upload(
    form: forms.Form,
    *,
    user: Any,
    read: Callable[[bytes, str], object],
    unreadable: type[Exception],
) -> Upload | None:
    """The form's `file`, kept for an hour; None with a message on the form if it is unreadable."""
    file = form.cleaned_data["file"]
    body = file.read()
    try:
        read(body, file.name)
    except unreadable as error:
        form.add_error("file", str(error))
        return None
    return Upload.objects.keep(user=user, file=file, body=body)


class NotConfirmed(Exception):
    """The confirmation does not hold; the message says what to do."""


@dataclass(frozen=True, slots=True)
class Confirmation:
    user: Any
    upload: str
    sha256: str
    digest: str
    """Of the plan that was shown."""
    chosen: dict[str, Any] = field(default_factory=dict)
    """The options of the import."""


def sign_confirmation(upload: Upload, digest: str, **chosen: Any) -> str:
    """The token that goes into the preview's form."""
    content = Confirmation(upload.user_id, str(upload.pk), upload.sha256, digest, chosen)
    return signing.dumps(asdict(content), salt=SALT, compress=True)


def confirmed(token: str, *, upload: Upload, user: Any) -> Confirmation:
    """The confirmation that was signed, if it is this person's for this very upload.

    Raises `NotConfirmed`.
    """
    try:
        found = Confirmation(**signing.loads(token, salt=SALT, max_age=KEPT_FOR))
    except signing.SignatureExpired:
        raise NotConfirmed(
            "This preview is more than an hour old. Upload the file again."
        ) from None
    except (signing.BadSignature, TypeError):
        raise NotConfirmed("This confirmation is damaged. Look at the preview again.") from None
    if (found.user, found.upload, found.sha256) != (user.pk, str(upload.pk), upload.sha256):
        raise NotConfirmed("This confirmation belongs to another preview. Look at yours again.")
    return found
