"""What a cell shows: its number or date under its number format. Knows no Django.

A cell may hold `1.5` and show `1.5k`, or hold the first of December and show `Dec 2023`. Who made
the sheet meant what it shows. Formats are those of Office Open XML (ECMA-376, 18.8.31).
"""

import re
from collections.abc import Iterator
from datetime import datetime, time
from decimal import Decimal
from functools import lru_cache
from itertools import takewhile
from typing import Any, NamedTuple

from profiles.workbook.formats.sheets import as_text

TOKEN = re.compile(
    r"""
      "(?P<quoted>[^"]*)"?
    | \\(?P<escaped>.)
    | _. | \*.                                   # room for a character; filling
    | \[\$(?P<currency>[^\]-]*)[^\]]*\]
    | \[(?P<bracket>[^\]]*)\]                    # a colour, a condition, hours that run on
    | (?P<general>General)
    | (?P<day_half>AM/PM|A/P)
    | (?P<date>[yY]+|[mM]+|[dD]+|[hH]+|[sS]+)
    | (?P<exponent>[eE][+-])
    | (?P<digit>[0#?]) | (?P<point>\.) | (?P<text>@) | (?P<comma>,) | (?P<percent>%) | (?P<end>;)
    | (?P<plain>.)
    """,
    re.VERBOSE | re.DOTALL,
)
CONDITION = re.compile(r"(<=|>=|<>|<|>|=)\s*(-?[\d.]+)")
SCALES = {
    "k": 3, "K": 3,
    "M": 6, "m": 6, "mn": 6, "Mn": 6, "MM": 6, "mm": 6, "mio": 6, "Mio": 6, "Mio.": 6, "million": 6,
    "B": 9, "b": 9, "bn": 9, "Bn": 9, "BN": 9, "Mrd": 9, "Mrd.": 9, "billion": 9, "G": 9,
    "T": 12, "tn": 12, "trillion": 12,
}  # fmt: skip
"""The power of ten that a word says, where a format hides as many digits behind commas."""
LONGEST_FIRST = sorted(SCALES, key=len, reverse=True)
MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)


class Unclear(Exception):
    """What is shown and what is held do not fit together; `str()` says both."""


class Token(NamedTuple):
    kind: str
    text: str


def as_shown(value: Any, number_format: str) -> Any:
    """The value itself where its format adds nothing to it, else the text that it stands for.

    A date that shows no day, or only a year, has that precision: `2023-12`, `2023`. What the format
    puts around a number stays with it: `11%`, `1.5k`, `385000000 €`. Raises `Unclear`.
    """
    if isinstance(value, datetime):
        return _date(value, _sections(number_format)[0])
    if isinstance(value, bool) or not isinstance(value, int | float):
        return value
    return _number(value, _section_for(value, _sections(number_format)))


def _tokens(number_format: str) -> Iterator[Token]:
    for found in TOKEN.finditer(number_format):
        kind = found.lastgroup or "space"
        text = found[kind] if kind != "space" else ""
        yield Token("literal" if kind in {"quoted", "escaped", "plain", "currency"} else kind, text)


@lru_cache(maxsize=256)
def _sections(number_format: str) -> list[list[Token]]:
    sections: list[list[Token]] = [[]]
    for token in _tokens(number_format or "General"):
        if token.kind == "end":
            sections.append([])
        else:
            sections[-1].append(token)
    return sections


def _section_for(value: float, sections: list[list[Token]]) -> list[Token]:
    """The part of a format that holds for this number: by its condition, else by its sign."""
    conditions = [_condition(section) for section in sections]
    if any(conditions):
        for condition, section in zip(conditions, sections, strict=True):
            if condition is None or _holds(value, *condition):
                return section
        return sections[-1]
    if value < 0 and len(sections) > 1:
        return sections[1]
    return sections[2] if value == 0 and len(sections) > 2 else sections[0]


def _condition(section: list[Token]) -> tuple[str, float] | None:
    for token in section:
        if token.kind == "bracket" and (found := CONDITION.fullmatch(token.text.strip())):
            return found[1], float(found[2])
    return None


def _holds(value: float, sign: str, bound: float) -> bool:
    return {
        "<": value < bound,
        ">": value > bound,
        "<=": value <= bound,
        ">=": value >= bound,
        "=": value == bound,
        "<>": value != bound,
    }[sign]


# --- numbers ----------------------------------------------------------------------------------


def _number(value: float, section: list[Token]) -> Any:
    places = [at for at, token in enumerate(section) if token.kind in {"digit", "general"}]
    if not places:
        words = _words(section).strip()
        return words if any(map(str.isalnum, words)) else value
    body = section[places[0] : places[-1] + 1]
    behind = section[places[-1] + 1 :]
    prefix, suffix = _words(section[: places[0]]), _words(behind)
    hidden = 3 * len(list(takewhile(lambda token: token.kind == "comma", behind)))
    if any(token.kind == "percent" for token in section):
        digits, suffix = as_text(Decimal(as_text(value)) * 100), f"%{suffix}"
    else:
        digits = _digits(value, body)
        suffix = _without_scale(suffix, hidden, f"{digits}") if hidden else suffix
    if prefix[-1:].isalnum():
        prefix += " "
    shown = f"{prefix}{digits}{suffix}".strip()
    return value if shown == as_text(value) else shown


def _words(tokens: list[Token]) -> str:
    """What stands there to be read; brackets and dashes only say the sign."""
    text = "".join(token.text if token.kind == "literal" else "" for token in tokens)
    return re.sub("[()+\u2212\u2013-]", "", text).replace("\xa0", " ") if text.strip() else ""


def _digits(value: float, body: list[Token]) -> str:
    """The number in full, with the leading zeros and the marks inside it that it shows."""
    text = as_text(value)
    before_point = list(takewhile(lambda token: token.kind != "point", body))
    least = sum(token.text == "0" for token in before_point)
    between = [token for token in body if token.kind == "literal" and token.text not in " /'’"]
    if not text.isdigit():
        return text
    if not between:
        return text.zfill(least)
    left, shown = list(text.zfill(least)), ""
    for token in reversed(body):
        if token.kind == "digit" and left:
            shown = left.pop() + shown
        elif token.kind == "literal":
            shown = token.text + shown
    return "".join(left) + shown


def _without_scale(suffix: str, hidden: int, digits: str) -> str:
    """The words behind a number whose last digits a format hides, without the word for those."""
    word = next((word for word in LONGEST_FIRST if _begins_with(suffix.strip(), word)), "")
    if word and SCALES[word] != hidden:
        raise Unclear(f"shows {digits} in units of 10^{hidden} with the word “{word}”")
    return suffix.strip()[len(word) :] if word else suffix


def _begins_with(text: str, word: str) -> bool:
    return text.startswith(word) and not text[len(word) :][:1].isalpha()


# --- dates ------------------------------------------------------------------------------------


def _date(value: datetime, section: list[Token]) -> Any:
    fields = list(_date_fields(section))
    shown = {field for field, _ in fields}
    words = "".join(text for field, text in fields if field == "literal")
    if "year" not in shown and shown & {"month", "day"}:
        shown_month = MONTHS[value.month - 1] if "month" in shown else ""
        return f"{value.day} {shown_month}".strip() if "day" in shown else shown_month
    if any(map(str.isalnum, words)):
        return "".join(_in_words(value, field, text) for field, text in fields).strip()
    if "year" in shown and "day" not in shown:
        return f"{value:%Y-%m}" if "month" in shown else f"{value:%Y}"
    return value if "time" in shown or not shown else datetime.combine(value, time())


def _date_fields(section: list[Token]) -> Iterator[tuple[str, str]]:
    """What each part of a format shows. An `m` beside hours or seconds is minutes."""
    dates = [token.text[0].lower() for token in section if token.kind == "date"]
    at = -1
    for token in section:
        if token.kind != "date":
            if token.kind == "literal":
                yield "literal", token.text
            continue
        at += 1
        letter = dates[at]
        is_minutes = letter == "m" and ("h" in dates[:at][-1:] or "s" in dates[at + 1 :][:1])
        if is_minutes or letter in "hs":
            yield "time", token.text
        elif letter == "d" and len(token.text) > 2:
            yield "weekday", token.text
        else:
            yield {"y": "year", "m": "month", "d": "day"}[letter], token.text


def _in_words(value: datetime, field: str, text: str) -> str:
    match field:
        case "year":
            return f"{value.year}"
        case "month":
            return MONTHS[value.month - 1] if len(text) > 2 else f"{value.month}"
        case "day":
            return f"{value.day}"
        case "literal":
            return text
    return ""
