"""Whether this site can do its work, for load balancers: its database and its cache answer."""

import logging
from collections.abc import Callable

from django.core.cache import cache
from django.db import connection
from django.http import HttpRequest, JsonResponse
from django.views.decorators.cache import never_cache

from profiles.public.pages import read_only

logger = logging.getLogger(__name__)


@read_only
@never_cache
def health(request: HttpRequest) -> JsonResponse:
    """`{"database": "ok", "cache": "ok"}`; 503 where one of them does not answer, and which."""
    states = {"database": _state(_ask_database), "cache": _state(_ask_cache)}
    is_well = set(states.values()) == {"ok"}
    return JsonResponse(states, status=200 if is_well else 503)


def _state(ask: Callable[[], None]) -> str:
    """The log says why; whoever asks learns no address and no name."""
    try:
        ask()
    except Exception:
        logger.exception("Not well: %s", ask.__name__.removeprefix("_ask_"))
        return "no answer"
    return "ok"


def _ask_database() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")


def _ask_cache() -> None:
    cache.get("healthz")
