"""How many examples a fuzz test tries: a quick look by default, many by night or by hand.

pytest --hypothesis-profile=fuzz --timeout=0
"""

from typing import Any

from hypothesis import settings

QUICK = settings.get_profile("default").max_examples
settings.register_profile("fuzz", max_examples=10_000)


def fuzzed(quick: int, *, cost: int = 1, **options: Any) -> settings:
    """`quick` examples, or those of the profile that was asked for; `cost`: how dear one is."""
    many = settings().max_examples
    return settings(max_examples=quick if many == QUICK else many // cost, deadline=None, **options)
