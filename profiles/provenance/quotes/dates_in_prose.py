"""The dates that a passage of prose names.

Where one stands is found here, by words of `values.date_language`; what it says is read there.
"""

import re
from functools import lru_cache
from typing import NamedTuple

from profiles.values import PartialDate, UnreadableValue
from profiles.values.date_language.names import MONTHS, months
from profiles.values.date_language.vocabulary import SEASONS, WORDS
from profiles.values.typography import plain

NAMES = sorted(months(), key=len, reverse=True)
MONTH = rf"\b(?:{'|'.join(NAMES)})\b\.?"
YEAR = r"(?<![0-9.,$€£-])(?:19|20)[0-9]{2}(?![0-9]|[.,][0-9]|[%+/-][0-9])"
LAST_YEAR = r"(?:19|20)[0-9]{2}(?![0-9]|[.,][0-9]|%)"
DAY = r"\b[0-9]{1,2}(?:st|nd|rd|th|er|\.)?(?![0-9a-z])"
ONE = rf"""
    (?:19|20)[0-9]{{2}}(?:-[0-9]{{2}}-|/[0-9]{{2}}/)[0-9]{{2}}\b
  | (?<![0-9-])(?:19|20)[0-9]{{2}}-(?:0[1-9]|1[0-2])\b
  | {DAY}[ ](?:of[ ])?{MONTH},?[ ]{LAST_YEAR} | {MONTH}[ ]{DAY},?[ ]{LAST_YEAR}
  | (?:\b(?:early|mid|late)[- ](?:in[ ])?)?{MONTH},?[ ](?:of[ ])?{LAST_YEAR}
  | \b(?:early|mid|late)[- ](?:in[ ])?{LAST_YEAR}
  | \b(?:{"|".join(SEASONS)}),?[ ](?:of[ ])?{LAST_YEAR}
  | \b[qh][1-4],?[ ]?(?:of[ ])?{LAST_YEAR} | (?:19|20)[0-9]{{2}}[- ]?[qh][1-4]\b
  | \b(?:the[ ])?(?:19|20)[0-9]0s\b
"""
BEGINNINGS = sorted(
    {word[:2] for word in [*NAMES, *SEASONS, "between", "early", "mid", "late", "the"]}
)
DATE = re.compile(
    rf"""(?<![a-z])(?=[0-9]|[qh][1-4]|{"|".join(BEGINNINGS)})  # most places are passed
    (?: (?:between[ ])? (?P<first>{ONE}|(?<![0-9.,$€£])(?:19|20)[0-9]{{2}}|{MONTH})
        (?: [ ]?[-/][ ]? | [ ](?:to|or|until|through|and)[ ] ) (?P<last>{ONE}|{LAST_YEAR})
      | {ONE} | {YEAR} )""",
    re.VERBOSE,  # of text in lower case, which is looked through in half the time
)
OPENING = "|".join(word for word, (kind, _) in WORDS.items() if kind in "<>iu" and word.isalpha())
BEFORE_IT = re.compile(rf"\b(?:{OPENING})\b[^0-9.;,]{{0,20}}$")
IN_OUR_TIME = re.compile("(?:19|20)[0-9]")  # in every date that is looked for here
FOREIGN_MONTHS = (
    "janv|f[eé]vr|mars|avril|juin|juil|ao[uû]t|d[eé]c|jan|feb|febr|m[aä]r|apr|ma[iy]|jun|jul|aug|"
    "sep|o[ck]t|nov|dez|ener|abril|agost|dic|genn|giugn|lugl|sett|ott|mag|fever|mar[cç]|maio|"
    "set|out|maart|mei"
)
BESIDE_A_YEAR = re.compile(
    rf"""(?: \b(?:[qh][1-4]|[1-4][qh]|quarter|half|fiscal|fy|end|beginning|start|not)\b
             (?:[ ](?:of|the|year))*
           | \b(?:{FOREIGN_MONTHS})[^\W0-9]*\.?(?:[ ]del?|[ ]di)?
           | [0-9]{{1,2}}(?:[./-]) ) [ /.-]*$""",
    re.VERBOSE,
)
RELATIVE = re.compile(
    r"\b(?:day|week|month|quarter|year)s? (?:after|before|later|earlier|ago|from)\b", re.IGNORECASE
)
MONTH_ALONE = re.compile(rf"\b(?:{'|'.join(name.capitalize() for name in MONTHS)})\b")


class DatesInProse(NamedTuple):
    """What a passage says of time; `rest` is its plain text with a gap for each date."""

    dates: tuple[PartialDate, ...]
    open_dates: tuple[PartialDate, ...]
    choices: tuple[tuple[PartialDate, ...], ...]
    months: frozenset[int]
    unread: tuple[str, ...]
    rest: str


@lru_cache(maxsize=8192)
def dates_in_prose(text: str, language: str = "") -> DatesInProse:
    """Each date with its year, as exact as it is said; two ends of a range are one date.

    A bare year beside a word of time that is not understood is unread, and no date.
    """
    text = plain(text)
    lower, dates, opened, unread, pieces, end = _lower(text), [], [], [], [], 0
    for found in DATE.finditer(lower) if IN_OUR_TIME.search(text) else ():
        pieces.append(text[end : found.start()])
        end = found.end()
        opening = BEFORE_IT.search(lower, 0, found.start())
        read = opening and _read(lower[opening.start() : found.end()])
        if read and ".." in read:
            opened.append(read)
        beside = BESIDE_A_YEAR.search(lower, 0, found.start())
        if found[0].isdigit() and (beside or lower.startswith(("\u5e74", "/q"), found.end())):
            unread.append(text[beside.start() if beside else found.start() : found.end()])
            continue
        whole = _read(found[0])
        if whole:
            dates.append(whole)
        elif found["last"]:
            dates.extend(filter(None, map(_read, (found["first"], found["last"]))))
    rest = " ; ".join([*pieces, text[end:]])
    months = frozenset(MONTHS.index(name.lower()) + 1 for name in MONTH_ALONE.findall(rest))
    return DatesInProse(tuple(dates), tuple(opened), (), months, tuple(unread), rest)


def counts_from_another(text: str) -> bool:
    """Whether it says a date by its distance: `June 2023, one month after being founded`."""
    return bool(RELATIVE.search(plain(text)))


def _lower(text: str) -> str:
    """In lower case, each letter where it was: Turkish `İ` would become two."""
    lower = text.lower()
    return lower if len(lower) == len(text) else "".join(each.lower()[0] for each in text)


@lru_cache(maxsize=8192)
def _read(text: str) -> PartialDate | None:
    try:
        return PartialDate.read(text.strip(" ."))
    except UnreadableValue:
        return None
