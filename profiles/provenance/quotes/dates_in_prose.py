"""The dates that a passage of prose names.

Where one may stand is found here, by words of `values.date_language`; what it says is read there.
A year whose neighbours speak of time is a date only together with them: if they are not read as a
whole, nothing is.
"""

import re
from functools import lru_cache
from typing import NamedTuple

from profiles.values import PartialDate, UnreadableValue
from profiles.values.date_language.names import months
from profiles.values.date_language.vocabulary import (
    FILLERS,
    FOREIGN,
    LEADING,
    OPEN_ENDS,
    SEASONS,
    WORDS,
    look_up,
)
from profiles.values.typography import plain

NAMES = sorted(months(), key=len, reverse=True)
MONTH = rf"\b(?:{'|'.join(NAMES)})\b\.?"
RECENT_YEAR = "(?:19|20)[0-9]{2}"
YEAR = rf"(?<![0-9.,$€£-]){RECENT_YEAR}(?![0-9]|[.,][0-9]|[%+/-][0-9])"
BEHIND = "|".join(f"(?<={word}[ ])" for word in (r"\bin", r"\ben", "since", "seit", "depuis"))
NO_DIGIT_BEHIND = "(?![0-9]|[.,][0-9]|%)"
OLD_YEAR = f"(?:{BEHIND})1[0-8][0-9]{{2}}{NO_DIGIT_BEHIND}"
CLOSING_YEAR = f"{RECENT_YEAR}{NO_DIGIT_BEHIND}"
DAY = r"\b[0-9]{1,2}(?:st|nd|rd|th|er|\.)?(?![0-9a-z])"
APART = r"(?<![0-9.,/-])"
ONE_DATE = rf"""
    {RECENT_YEAR}(?:-[0-9]{{2}}-|/[0-9]{{2}}/)[0-9]{{2}}\b
  | (?<![0-9-]){RECENT_YEAR}-(?:0[1-9]|1[0-2])\b
  | {DAY}[ ](?:of[ ])?{MONTH},?[ ]{CLOSING_YEAR} | {MONTH}[ ]{DAY},?[ ]{CLOSING_YEAR}
  | (?:\b(?:early|mid|late)[- ](?:in[ ])?)?{MONTH},?[ ](?:of[ ])?{CLOSING_YEAR}
  | \b(?:early|mid|late)[- ](?:in[ ])?{CLOSING_YEAR}
  | \b(?:{"|".join(SEASONS)}),?[ ](?:of[ ])?
    {RECENT_YEAR}(?:[/-](?:{RECENT_YEAR}|[0-9]{{2}}))?{NO_DIGIT_BEHIND}
  | \b[qh][1-4],?[ /-]?(?:of[ ])?{CLOSING_YEAR} | {RECENT_YEAR}[- /]?[qh][1-4]\b
  | \b[1-4][qh]'?(?:{RECENT_YEAR}|[0-9]{{2}})(?!\w) | \b[qh][1-4][ ]?'[0-9]{{2}}(?!\w)
  | \bfy[ ]?(?:'[0-9]{{2}}|{RECENT_YEAR})(?![0-9])
  | {APART}[0-9]{{1,2}}\.[0-9]{{1,2}}\.{RECENT_YEAR}(?![0-9])
  | {APART}[0-9]{{1,2}}/[0-9]{{1,2}}/{RECENT_YEAR}(?![0-9])
  | {APART}[0-9]{{1,2}}-[0-9]{{1,2}}-{RECENT_YEAR}(?![0-9])
  | {APART}[0-9]{{1,2}}-{MONTH}-{RECENT_YEAR}(?![0-9])
  | {MONTH}-[0-9]{{2}}(?![0-9-]) | {APART}{RECENT_YEAR}[/-][0-9]{{2}}(?![0-9/-]|[.,][0-9])
  | {RECENT_YEAR}[ ]?年(?:[ ]?[0-9]{{1,2}}[ ]?月(?:[ ]?[0-9]{{1,2}}[ ]?日)?)?
  | \b(?:the[ ])?(?:19|20)[0-9]0s\b
"""
BEGINNINGS = sorted(
    {word[:2] for word in [*NAMES, *SEASONS, "between", "early", "mid", "late", "the", "fy"]}
)
DATE = re.compile(
    rf"""(?<![a-z])(?=[0-9]|[qh][1-4]|{"|".join(BEGINNINGS)})  # most places are passed
    (?: (?:between[ ])? (?P<first>{ONE_DATE}|(?<![0-9.,$€£]){RECENT_YEAR}|{MONTH})
        (?: [ ]?[-/][ ]? | [ ](?:to|or|until|through|and)[ ] ) (?P<last>{ONE_DATE}|{CLOSING_YEAR})
      | {ONE_DATE} | {OLD_YEAR} | {YEAR} )""",
    re.VERBOSE,  # of text in lower case, which is looked through in half the time
)
OPENING = "|".join(
    word for word, (kind, _) in WORDS.items() if kind in OPEN_ENDS and word.isalpha()
)
BEFORE_IT = re.compile(rf"\b(?:{OPENING})\b[^0-9.;,]{{0,20}}$")
HAS_A_DATE = re.compile(r"(?:1[0-9]|20)[0-9]|[1-4]q|[qh][1-4]|[a-z]-[0-9]{2}|'[0-9]{2}")
OF_TIME = frozenset("MSPOQqHhtckzgGavdbs")
"""Kinds of words that make another date of the year beside them."""
ORDINAL = "st|nd|rd|th|er|e|eme|ème"
WORD_BEFORE = re.compile(rf"([^\W\d_]+|(?<![0-9.,])[0-9]{{1,2}}(?:{ORDINAL})?)[ .'/-]{{1,3}}$")
NUMBERED = "Mqh"
"""Kinds of words that have their number before them: a day, a quarter, a half."""
NEGATIONS = frozenset(["not", "never", "nicht", "nie", "pas", "jamais", "no", "kein"])
LEADING_WORDS = 6  # before a year that are looked at
AFTER_IT = re.compile(
    r"年|[ ]?/[ ]?[qh][1-4]|[ ]fiscal\b|[ ](?:users|people|units|employees|models)\b"
)
PRODUCT = re.compile(r"(?:^|[ ])([^\W\d_]*[A-Z][^\W\d_]*)[ ]$")
RELATIVE = re.compile(
    r"\b(?:day|week|month|quarter|year)s? (?:after|before|later|earlier|ago|from)\b", re.IGNORECASE
)
CAPITALISED = sorted({name.capitalize() for name in NAMES if len(name) > 2}, key=len, reverse=True)
MONTH_ALONE = re.compile(rf"\b({'|'.join(CAPITALISED)})\b\.?(?: ([0-9]{{1,2}})\b)?")


class DatesInProse(NamedTuple):
    """What a passage says of time; `rest` is its plain text with a gap for each date."""

    dates: tuple[PartialDate, ...]
    """Each with its year, as exact as it is said; of a range that is not one date, both ends."""
    open_dates: tuple[PartialDate, ...]
    """What lies before or after one: `before 2010`, `since the end of May 2024`."""
    choices: tuple[tuple[PartialDate, ...], ...]
    """What an ambiguous one may mean: `05/06/2023`, `FY2024`."""
    months: frozenset[tuple[int, int]]
    """Named without a year, with the day or 0."""
    unread: tuple[str, ...]
    rest: str


@lru_cache(maxsize=8192)
def dates_in_prose(text: str) -> DatesInProse:
    text = plain(text)
    lower = _lower(text)
    dates: list[PartialDate] = []
    opened: list[PartialDate] = []
    choices: list[tuple[PartialDate, ...]] = []
    unread: list[str] = []
    pieces, end = [], 0
    for found in DATE.finditer(lower) if HAS_A_DATE.search(lower) else ():
        start = _beginning(lower, found.start(), end)
        said = lower[start : found.end()]
        pieces.append(text[end:start])
        end = found.end()
        if opening := _opening(lower, found):
            opened.append(opening)
            continue
        meanings = _meanings(said)
        if _is_doubtful(text, lower, found, said):
            unread.append(said)
        elif len(meanings) == 1:
            dates += meanings
        elif meanings:
            choices.append(meanings)
        elif found["last"] and start == found.start():
            dates += [*_meanings(found["first"]), *_meanings(found["last"])]
        else:
            unread.append(said)
    rest = " ; ".join([*pieces, text[end:]])
    named = frozenset(
        (months()[name.lower()], int(day or 0)) for name, day in MONTH_ALONE.findall(rest)
    )
    return DatesInProse(tuple(dates), tuple(opened), tuple(choices), named, tuple(unread), rest)


def counts_from_another(text: str) -> bool:
    """Whether it says a date by its distance: `June 2023, one month after being founded`."""
    return bool(RELATIVE.search(plain(text)))


def _beginning(lower: str, start: int, least: int) -> int:
    """Where the words of time begin that a date stands behind; its own start where none do."""
    at, begin, kind = start, start, ""
    for _ in range(LEADING_WORDS):
        before = WORD_BEFORE.search(lower, max(least, at - 24), at)
        if before is None:
            break
        word, at = before[1], before.start()
        if word[0].isdigit():
            if kind and kind in NUMBERED:
                begin = at
            break
        if word in NEGATIONS:
            return at
        if _says_nothing(word):
            continue
        kind, _ = look_up(word) or FOREIGN
        if kind not in OF_TIME:
            break
        begin = at
    return begin


def _says_nothing(word: str) -> bool:
    return word in FILLERS or word in LEADING


def _opening(lower: str, found: re.Match[str]) -> PartialDate | None:
    """The date from a word such as `before` or `since` on, where it is read as a whole."""
    opening = BEFORE_IT.search(lower, 0, found.start())
    read = _meanings(lower[opening.start() : found.end()]) if opening else ()
    return read[0] if len(read) == 1 and ".." in read[0] else None


def _is_doubtful(text: str, lower: str, found: re.Match[str], said: str) -> bool:
    """Whether what stands beside a year may make it none: a product's, a number of users."""
    if AFTER_IT.match(lower, found.end()):
        return True
    if said.partition(" ")[0] in NEGATIONS:
        return True
    product = PRODUCT.search(text, 0, found.start()) if found[0].isdigit() else None
    if product is None or product.start(1) == 0:
        return False
    word = product[1].lower()
    return not (_says_nothing(word) or word in WORDS)


def _lower(text: str) -> str:
    """In lower case, each letter where it was: Turkish `İ` would become two."""
    lower = text.lower()
    return lower if len(lower) == len(text) else "".join(each.lower()[0] for each in text)


@lru_cache(maxsize=8192)
def _meanings(text: str) -> tuple[PartialDate, ...]:
    """One for what is read, several for what can be several things, none for what is no date."""
    try:
        return (PartialDate.read(text.strip(" .")),)
    except UnreadableValue as error:
        if not error.reason.endswith("?"):
            return ()
        return tuple(PartialDate.read(choice) for choice in error.choices)
