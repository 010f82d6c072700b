"""How figures that stand above or below the line are written in a line of text."""

import re

RAISED = str.maketrans("0123456789+-=()n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿ")
LOWERED = str.maketrans("0123456789+-=()", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎")
FIGURE = re.compile(r"[-+]?[0-9]{1,3}|n")
# What a raised figure behind is a power of: ten, a unit, a letter that stands for a number.
POWER_OF = re.compile(r"(?:(?<![0-9.,])10|(?<![^\W_])(?:[kcmd]?m|ft|in|s|[a-zA-Z]))$")
ORDINAL = re.compile(r"st|nd|rd|th|er|re|e|ème|me|o|a", re.IGNORECASE)


def raised(text: str, before: str, *, is_note: bool = False) -> str:
    """A power as one (`10²⁶`), anything else as the mark of a note: `150[1] employees`."""
    if ORDINAL.fullmatch(text) or not text:
        return text
    if FIGURE.fullmatch(text) and not is_note and POWER_OF.search(before):
        return text.translate(RAISED)
    bare = text.strip("[]() ")
    return f"[{bare}]" if bare else ""


def lowered(text: str) -> str:
    return text.translate(LOWERED) if FIGURE.fullmatch(text) else text
