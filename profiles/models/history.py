"""Who did it and why, on every row of edit history.

A request, a command and an import each say once who acts; every history row written meanwhile
carries that name and reason, however the write was made.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from functools import cache
from typing import Any

from django.contrib.auth.models import AnonymousUser, User
from django.db import models
from django.http import HttpRequest, HttpResponse
from simple_history.manager import HistoryManager
from simple_history.models import HistoricalRecords


@dataclass(frozen=True, slots=True)
class Actor:
    user: User | AnonymousUser | None
    reason: str = ""


NOBODY = Actor(user=None)
_actor: ContextVar[Actor] = ContextVar("actor", default=NOBODY)


def current_actor() -> Actor:
    return _actor.get()


def name_of(user: User) -> str:
    """How screens, documents and pages name a person."""
    return user.get_full_name() or user.get_username()


@contextmanager
def acting(*, by: User | AnonymousUser | None, reason: str = "") -> Iterator[None]:
    """Sign every history row written inside the block with `by` and `reason`."""
    token = _actor.set(Actor(by, reason))
    try:
        yield
    finally:
        _actor.reset(token)


@contextmanager
def signed(by: User) -> Iterator[None]:
    """The same, for the reason that was given already."""
    with acting(by=by, reason=current_actor().reason):
        yield


class ActingUserMiddleware:
    """Whoever is logged in acts for the length of the request.

    `request.user` stays unread until a history row asks for it: reading it opens the session,
    and public pages would vary by cookie.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        with acting(by=request.user):
            return self.get_response(request)


def acting_user_id() -> Any:
    """Of who acts now; None where nobody said so."""
    user = current_actor().user
    return user.pk if user is not None and user.is_authenticated else None


def _acting_user(instance: Any, request: HttpRequest | None = None, **_: Any) -> Any:
    user = current_actor().user
    return user if user is not None and user.is_authenticated else None


class EditHistoryManager(HistoryManager):
    """`model.history`. The library makes its class anew each time that somebody says so."""

    @classmethod
    @cache
    def from_queryset(cls, queryset_class: Any, class_name: str | None = None) -> Any:
        return super().from_queryset(queryset_class, class_name)


class EditHistory(HistoricalRecords):
    """django-simple-history, signed by the current actor."""

    def __init__(self, **options: Any) -> None:
        options.setdefault("get_user", _acting_user)
        options.setdefault("history_manager", EditHistoryManager)
        super().__init__(**options)

    def _get_history_user_fields(self) -> dict[str, Any]:
        """Whoever wrote a row answers for it: accounts are deactivated, and stay."""
        fields = super()._get_history_user_fields()
        fields["history_user"].remote_field.on_delete = models.PROTECT
        return fields

    def get_change_reason_for_object(self, instance: Any, history_type: str, using: str) -> Any:
        return current_actor().reason or None
