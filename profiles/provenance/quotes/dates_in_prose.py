"""The dates that a passage of prose names.

Where one stands is found here, by words of `values.date_language`; what it says is read there.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

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
RELATIVE = re.compile(
    r"\b(?:day|week|month|quarter|year)s? (?:after|before|later|earlier|ago|from)\b", re.IGNORECASE
)
MONTH_ALONE = re.compile(rf"\b(?:{'|'.join(name.capitalize() for name in MONTHS)})\b")


def dates_in(text: str) -> Iterator[PartialDate]:
    """Each date with its year, as exact as it is said; two ends of a range are one date."""
    for found in DATE.finditer(_lower(plain(text))):
        whole = _read(found[0])
        if whole:
            yield whole
        elif found["last"]:
            yield from filter(None, map(_read, (found["first"], found["last"])))


def open_dates_in(text: str) -> Iterator[PartialDate]:
    """What is said to lie before or after a date: `before 2010`, `since the end of May 2024`."""
    text = _lower(plain(text))
    for found in DATE.finditer(text):
        opening = BEFORE_IT.search(text, 0, found.start())
        read = opening and _read(text[opening.start() : found.end()])
        if read and ".." in read:
            yield read


def counts_from_another(text: str) -> bool:
    """Whether it says a date by its distance: `June 2023, one month after being founded`."""
    return bool(RELATIVE.search(plain(text)))


def months_in(text: str) -> set[int]:
    """Months that are named without a year, 1 to 12."""
    rest = without_dates(text)
    return {MONTHS.index(name.lower()) + 1 for name in MONTH_ALONE.findall(rest)}


def without_dates(text: str) -> str:
    """The plain text with a gap for each date, so that no figure is read out of one."""
    text = plain(text)
    if not IN_OUR_TIME.search(text):
        return text
    pieces, end = [], 0
    for found in DATE.finditer(_lower(text)):
        pieces.append(text[end : found.start()])
        end = found.end()
    return " ; ".join([*pieces, text[end:]])


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
