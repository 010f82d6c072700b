"""The tags that CSL knows within a text -> plain text: italics, bold, small capitals, raised."""

import re
from html import unescape

PAIR = re.compile(
    r"<(i|b|em|strong|sc|scp|u|span)(?:\s[^<>]*)?>(.*?)</\1>", re.IGNORECASE | re.DOTALL
)
DEEPEST = 8
RAISED = re.compile(r"<(su[pb])>([^<>]*)</\1>", re.IGNORECASE)
ENTITY = re.compile(r"&(?:amp|lt|gt|quot|apos|nbsp|#[0-9]+|#x[0-9a-f]+);", re.IGNORECASE)
SIGNS = {
    "sup": str.maketrans("0123456789+-−=()n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿ"),
    "sub": str.maketrans("0123456789+-−=()", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎"),
}


def plain(text: str) -> str:
    """Raised and lowered figures stay so: 10<sup>9</sup> is no 109."""
    bare = RAISED.sub(_raised, text)
    for _ in range(DEEPEST):
        bare = PAIR.sub(r"\2", bare)
    return ENTITY.sub(lambda found: unescape(found[0]), bare)


def _raised(found: re.Match[str]) -> str:
    signs = SIGNS[found[1].casefold()]
    inner = found[2].strip()
    if all(ord(char) in signs for char in inner):
        return inner.translate(signs)
    return inner if inner.isalpha() else f"({inner})"
