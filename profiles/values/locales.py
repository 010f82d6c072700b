"""Babel locales from Django's language codes."""

from functools import lru_cache

from babel import Locale, UnknownLocaleError

FALLBACK = "en"


@lru_cache(maxsize=128)
def babel_locale(code: str) -> Locale:
    """Return the locale for `en`, `pt-br` or `de_AT`; English where Babel knows none."""
    try:
        return Locale.parse(code.replace("_", "-"), sep="-")
    except (ValueError, UnknownLocaleError):
        return Locale.parse(FALLBACK)
