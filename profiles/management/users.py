"""Who a command acts for."""

from typing import Any

from django.contrib.auth import get_user_model
from django.core.management.base import CommandError


def named_user(name: str) -> Any:
    """The user of this name; without one the only superuser. Raises `CommandError`."""
    users = get_user_model()._default_manager
    if name:
        user = users.filter(username=name).first()
        if user is None:
            raise CommandError(f"There is no user “{name}”.")
        return user
    superusers = list(users.filter(is_superuser=True)[:2])
    if len(superusers) != 1:
        raise CommandError("Say who acts: --user NAME signs what is written.")
    return superusers[0]
