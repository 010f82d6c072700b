"""`date` in BibLaTeX's EDTF, or `year`, `month` and `day` -> EDTF, with remarks."""

import re
from collections.abc import Mapping

from profiles.exchange.statements.dates import (
    as_edtf,
    as_said,
    no_date,
    read_or_none,
    says_nothing,
    within,
)
from profiles.exchange.statements.month_words import whole_date

EDTF = re.compile(r"[-0-9XxuU~?%./T:Z+]+")
TIE = re.compile(r"~(?=[^\s~?%/,]|~)|(?<![0-9XxUu])~")
NUMBERED = re.compile(r"[\[(©]*\s*([0-9]{4})\s*([a-z])?\s*[\])]*")
MARKED = re.compile(r"(?P<begin>(?:~|c\.|ca\.|circa|about)\s*)?(?P<year>[0-9]{4})(?P<end>[~?%]?)")
ABOUT = "about "


def plain_latex(latex: str) -> str:
    """The text of a field for a date: `~` is a mark behind a digit, and a space elsewhere."""
    text = re.sub(r"\$\\sim\$|\\textasciitilde(?:\{\}|\s)?|\\~\{\}", "~", latex)
    text = re.sub(r"\\([#$%&_{}])", r"\1", text).replace("{", "").replace("}", "")
    if not EDTF.fullmatch(text.strip()):
        text = re.sub(r"(?<=[^\W\d_])(\.?)~|~(?=\s)", r"\1 ", text)
        text = TIE.sub(" ", text) if not text.lstrip().startswith("~") else text
    return " ".join(re.sub(r"-{2,}", "–", text).split())


def published(fields: Mapping[str, str]) -> tuple[str, list[str]]:
    """The date that an entry states; remarks on what was read otherwise than it stands."""
    legacy, remarks = _legacy(fields)
    date = fields.get("date", "")
    if not date:
        return legacy, remarks
    if says_nothing(date):
        return legacy, [*remarks, no_date("date", date)]
    found = as_edtf(date)
    if legacy and not _agree(found, legacy):
        remarks = [f"year: it says {legacy}, and the date {date}. The date was read."]
    return found, remarks


def _agree(date: str, legacy: str) -> bool:
    one, other = read_or_none(date), read_or_none(legacy)
    if not one or not other:
        return not one
    return within(one, other) or within(other, one)


def _legacy(fields: Mapping[str, str]) -> tuple[str, list[str]]:
    year, month, day = (fields.get(name, "") for name in ("year", "month", "day"))
    month = " ".join(re.sub(r'["#]', " ", month).split())  # braces around what should be joined
    if not year:
        said = " ".join(filter(None, [day, month]))
        return "", [f"month: “{said}” has no year and was left out."] if said else []
    if says_nothing(year):
        said = " ".join(filter(None, [day, month, year]))
        return "", [no_date("year", said)]
    remarks = []
    if (found := NUMBERED.fullmatch(year)) and found[1] != year:
        remarks.append(f"year: “{year}” was read as {found[1]}.")
        year = found[1]
    if month and says_nothing(month) and month.strip(" .-") == "":
        month = ""
    if not month:
        if day:
            remarks.append(f"day: “{day}” has no month and was left out.")
        return as_said(year), remarks
    marked = MARKED.fullmatch(year)
    if not marked:
        return as_said(" ".join(filter(None, [day, month, year]))), remarks
    date = whole_date(marked["year"], month, day)
    return _with_marks(date, marked), remarks


def _with_marks(date: str, marked: re.Match[str]) -> str:
    """The marks of the year are the whole date's: `c. 2013` and `May` are about May 2013."""
    sign = marked["end"]
    if marked["begin"]:
        sign = "%" if sign in ("?", "%") else "~"
    if not sign or not read_or_none(date):
        return date
    marked_date = "/".join(f"{end}{sign}" for end in date.split("/"))
    return read_or_none(marked_date) or date
