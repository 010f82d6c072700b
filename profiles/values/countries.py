"""Countries by their ISO 3166 code."""

from functools import cache

import pycountry


@cache
def country_choices() -> list[tuple[str, str]]:
    """Two-letter code and English name, by name."""
    return sorted(
        ((each.alpha_2, getattr(each, "common_name", each.name)) for each in pycountry.countries),
        key=lambda choice: choice[1],
    )
