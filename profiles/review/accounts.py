"""Who manages accounts cannot decide with them: passwords are set by their owners."""

from django.contrib.auth.models import Permission, User
from django.db.models import Q

from profiles.models import AccountChange
from profiles.review.policies import Refused

DECIDING = ("review_submission", "publish_release")
Kind = AccountChange.Kind


def may_decide(account: User) -> bool:
    """Whether this account may review or publish; a deactivated one would, once it is back."""
    rights = Permission.objects.filter(content_type__app_label="profiles", codename__in=DECIDING)
    return account.is_superuser or rights.filter(Q(user=account) | Q(group__user=account)).exists()


def note_change(*, account: User, kind: Kind, by: User, detail: str = "") -> AccountChange:
    return AccountChange.objects.create(account=account, kind=kind, by=by, detail=detail[:300])


def note_own_password(account: User) -> AccountChange:
    """With one that its owner chose they may decide again."""
    return note_change(account=account, kind=Kind.PASSWORD, by=account)


def check_can_set_password(*, account: User, by: User) -> None:
    """Raises `Refused` where it is for its owner alone."""
    if account.pk != by.pk and may_decide(account):
        raise Refused(
            f"{account} may review or publish, so nobody else sets this password. "
            "Whoever forgot theirs asks for a new one on the login page."
        )
