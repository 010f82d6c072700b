"""The dates that a passage of prose names."""

import re
from collections.abc import Iterator
from functools import lru_cache

from profiles.values import PartialDate, UnreadableValue
from profiles.values.date_language.names import MONTHS
from profiles.values.date_language.vocabulary import SEASONS
from profiles.values.typography import plain

MONTH = rf"\b(?:{'|'.join(f'{name[:3]}(?:{name[3:]})?' for name in MONTHS)}|sept)\b\.?"
YEAR = r"(?<![0-9.,$€£-])(?:19|20)[0-9]{2}(?![0-9]|[.,][0-9]|[%+/-][0-9])"
LAST_YEAR = r"(?:19|20)[0-9]{2}(?![0-9]|[.,][0-9]|%)"
DAY = r"\b[0-9]{1,2}(?:st|nd|rd|th)?\b"
ONE = rf"""
    (?:19|20)[0-9]{{2}}(?:-[0-9]{{2}}-|/[0-9]{{2}}/)[0-9]{{2}}\b
  | (?<![0-9-])(?:19|20)[0-9]{{2}}-(?:0[1-9]|1[0-2])\b
  | {DAY}[ ](?:of[ ])?{MONTH},?[ ]{LAST_YEAR} | {MONTH}[ ]{DAY},?[ ]{LAST_YEAR}
  | (?:\b(?:early|mid|late)[- ](?:in[ ])?)?{MONTH},?[ ](?:of[ ])?{LAST_YEAR}
  | \b(?:early|mid|late)[- ](?:in[ ])?{LAST_YEAR}
  | \b(?:{"|".join(SEASONS)}),?[ ](?:of[ ])?{LAST_YEAR}
  | \b[QH][1-4],?[ ]?(?:of[ ])?{LAST_YEAR} | (?:19|20)[0-9]{{2}}[- ]?[QH][1-4]\b
  | \b(?:the[ ])?(?:19|20)[0-9]0s\b
"""
DATE = re.compile(
    rf"""(?<![A-Za-z])(?=[0-9abdefhjlmnoqstw])  # what a date begins with: most places are passed
    (?: (?:between[ ])? (?P<first>{ONE}|(?<![0-9.,$€£])(?:19|20)[0-9]{{2}}|{MONTH})
        (?: [ ]?[-/][ ]? | [ ](?:to|or|until|through|and)[ ] ) (?P<last>{ONE}|{LAST_YEAR})
      | {ONE} | {YEAR} )""",
    re.VERBOSE | re.IGNORECASE,
)
IN_OUR_TIME = re.compile("(?:19|20)[0-9]")  # in every date that is looked for here
RELATIVE = re.compile(
    r"\b(?:day|week|month|quarter|year)s? (?:after|before|later|earlier|ago|from)\b", re.IGNORECASE
)
MONTH_ALONE = re.compile(rf"\b(?:{'|'.join(name.capitalize() for name in MONTHS)})\b")


def dates_in(text: str) -> Iterator[PartialDate]:
    """Each date with its year, as exact as it is said; two ends of a range are one date."""
    for found in DATE.finditer(plain(text)):
        whole = _read(found[0])
        if whole:
            yield whole
        elif found["last"]:
            yield from filter(None, map(_read, (found["first"], found["last"])))


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
    return DATE.sub(" ; ", text) if IN_OUR_TIME.search(text) else text


@lru_cache(maxsize=8192)
def _read(text: str) -> PartialDate | None:
    try:
        return PartialDate.read(text.strip(" ."))
    except UnreadableValue:
        return None
