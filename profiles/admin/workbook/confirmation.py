"""What a confirmation is bound to: this person, these bytes, this plan, for an hour."""

from dataclasses import asdict, dataclass
from typing import Any, Self

from django.core import signing

from profiles.models import Upload
from profiles.models.uploads import KEPT_FOR
from profiles.workbook.planning.plan import Plan

SALT = "profiles.admin.workbook.import_pages"


class NotConfirmed(Exception):
    """The confirmation does not hold; the message says what to do."""


@dataclass(frozen=True, slots=True)
class Confirmation:
    user: Any
    upload: str
    sha256: str
    digest: str
    mode: str
    default_source: str

    @classmethod
    def of(cls, plan: Plan, upload: Upload) -> Self:
        return cls(
            user=upload.user_id,
            upload=str(upload.pk),
            sha256=upload.sha256,
            digest=plan.digest,
            mode=str(plan.mode),
            default_source=plan.default_source,
        )

    def sign(self) -> str:
        return signing.dumps(asdict(self), salt=SALT, compress=True)


def confirmed(token: str, *, upload: Upload, user: Any) -> Confirmation:
    """The confirmation that was signed, if it is this person's for this very upload.

    Raises `NotConfirmed`.
    """
    try:
        found = Confirmation(**signing.loads(token, salt=SALT, max_age=KEPT_FOR))
    except signing.SignatureExpired:
        raise NotConfirmed(
            "This preview is more than an hour old. Upload the workbook again."
        ) from None
    except (signing.BadSignature, TypeError):
        raise NotConfirmed("This confirmation is damaged. Look at the preview again.") from None
    if (found.user, found.upload, found.sha256) != (user.pk, str(upload.pk), upload.sha256):
        raise NotConfirmed("This confirmation belongs to another preview. Look at yours again.")
    return found
