"""What somebody typed into a form while their session ended: theirs alone, and never a password.

Every form of the desk says who opened it (`opened_by`, signed). When it is sent without a session,
its fields travel in the login page and come back to that person, and to nobody else who logs in.
"""

import re
from dataclasses import dataclass
from typing import Any, Self

from django.conf import settings
from django.core import signing
from django.http import HttpRequest
from django.urls import reverse

OPENED_BY, KEPT = "opened_by", "kept_text"
SECRET = re.compile(r"password|csrfmiddlewaretoken|secret", re.IGNORECASE)
_opener = signing.Signer(salt="profiles.admin.session.kept_text.opened_by")
SALT = "profiles.admin.session.kept_text"


def opened_by(user: Any) -> str:
    """What a form carries to say whose it is; nothing for somebody who is not logged in."""
    return _opener.sign(str(user.pk)) if user.pk else ""


@dataclass(frozen=True, slots=True)
class KeptText:
    user_pk: str
    address: str
    """Where the form was sent, with its query; a page of the desk."""
    fields: tuple[tuple[str, str], ...]
    files: tuple[str, ...]
    """Names of what was uploaded: a browser gives a file only to the form it was chosen in."""

    @classmethod
    def of(cls, request: HttpRequest) -> Self | None:
        """What this request sent; None where it does not say who opened its form."""
        if request.method != "POST" or not request.path.startswith(reverse("admin:index")):
            return None
        try:
            user_pk = _opener.unsign(request.POST.get(OPENED_BY, ""))
        except signing.BadSignature:
            return None
        fields = tuple(
            (name, value)
            for name, values in request.POST.lists()
            for value in values
            if name != OPENED_BY and not SECRET.search(name)
        )
        files = tuple(str(file.name) for _, sent in request.FILES.lists() for file in sent)
        return cls(user_pk, request.get_full_path(), fields, files)

    @classmethod
    def carried_by(cls, request: HttpRequest) -> Self | None:
        """What the login page carried, if we wrote it and nobody changed it."""
        try:
            user_pk, address, fields, files = signing.loads(
                request.POST.get(KEPT, ""), salt=SALT, max_age=settings.SESSION_COOKIE_AGE
            )
        except signing.BadSignature:
            return None
        return cls(user_pk, address, tuple((name, value) for name, value in fields), tuple(files))

    def signed(self) -> str:
        """Compressed, so that it takes less room than it had in the form."""
        whole = [self.user_pk, self.address, self.fields, self.files]
        return signing.dumps(whole, salt=SALT, compress=True)

    def belongs_to(self, user: Any) -> bool:
        return bool(user.pk) and str(user.pk) == self.user_pk
