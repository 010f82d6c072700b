"""A noun and its number -> one token: `third quarter`, `19th century`, `années 1990`."""

import re
from typing import Any

from profiles.values.date_language.vocabulary import Token, decade, kinds

NOUNS = frozenset("qhtckzaGdD")
PAIRS = re.compile(
    "[ONtr]q|q[NOt] | [ONtr]h|h[NO] | [ONt]t | [ONJtr]c|c[Nr] | kN|NkY? | GN | [Dd]z|z[DYd] | a[YN]"
    "| t(?=k)",
    re.VERBOSE,
)
SHORT_YEAR_FIRST = re.compile("N[qh]N")  # 24Q3
MOST = {"q": 4, "h": 2, "t": 3, "c": 100, "k": 53, "G": 53}
LAST = -1


def with_nouns(found: list[Token]) -> list[Token] | None:
    """Return the tokens with each pair as one; None where a noun has no such number."""
    place = 0
    while pair := PAIRS.search(kinds(found), place):
        place, end = pair.span()
        if SHORT_YEAR_FIRST.match(kinds(found), place) and int(found[place][1]) > MOST["q"]:
            place += 1
            continue
        end -= pair[0].endswith("kY")
        token = _together(pair[0], [value for _, value in found[place:end]])
        if token is None:
            return None
        found[place:end] = [token]
        place += token[0] == "G"
    return found


def _together(pair: str, values: list[Any]) -> Token | None:
    if pair == "t":
        return "O", "3"  # the third week
    if "z" in pair:
        return _called_a_decade(pair, str(values[1 - pair.index("z")]))
    if "a" in pair:
        return decade(values[1])
    noun = "q" if pair == "qt" else next(kind for kind in reversed(pair) if kind in MOST)
    return _numbered(noun, _number_of(values), values)


def _number_of(values: list[Any]) -> int:
    """`t` alone is the ordinal *third*."""
    return next((int(value) for value in values if str(value).lstrip("-").isdigit()), 3)


def _numbered(noun: str, number: int, values: list[Any]) -> Token | None:
    if number == LAST and noun in "qht":
        number = MOST[noun]
    if not 1 <= number <= MOST[noun]:
        return None
    match noun:
        case "q" | "h":
            return noun.upper(), number
        case "t":
            return "P", number - 1
        case "c":
            return "C", number
    return ("V" if "week" in values else "G"), number


def _called_a_decade(pair: str, value: str) -> Token | None:
    """`1900s decade`, `décennie 1990`."""
    if "D" in pair:
        return "D", value
    if "d" in pair:
        return "D", f"{value}0X"
    return ("D", f"{value[:3]}X") if value.endswith("0") else None
