"""Tokens -> canonical text: one date, an open one or a range, with the marks around it."""

from profiles.values.date_language import questions
from profiles.values.date_language.marks import marked, without_marks
from profiles.values.date_language.moments import moment
from profiles.values.date_language.open_ends import open_ended
from profiles.values.date_language.questions import Refused, ask
from profiles.values.date_language.ranges import between
from profiles.values.date_language.vocabulary import Token, kinds, short_year
from profiles.values.date_parts import is_canonical

JOINING = set("TRKFBiu<>A")
TWO_YEARS = ("YN", "YY")


def read(of: list[Token]) -> str | None:
    """Return canonical text, or None if it is no date. Raises Asks and Refused."""
    form = kinds(of)
    if "b" in form:
        raise Refused("years before the year 1 are not kept")
    if "g" in form or "s" in form:
        return _asked(form, [token for token in of if token[0] not in "gs"])
    if "-" in form and JOINING.intersection(form):
        of = _without_hyphens(of)
    rest, sign = without_marks(of)
    found = moment(rest) or open_ended(rest) or between(rest)
    return found and marked(found, sign)


def _without_hyphens(of: list[Token]) -> list[Token]:
    """`mid-to-late`, `pre-2010`: a hyphen beside such a word joins, and divides nothing."""
    form = f" {kinds(of)} "
    return [
        token
        for place, token in enumerate(of, 1)
        if token[0] != "-" or not {form[place - 1], form[place + 1]} & JOINING
    ]


def _asked(form: str, plain: list[Token]) -> str | None:
    """`FY2024` has months of its company; `as of 2024` is a time or the begin of one."""
    if plain and plain[-1][0] == "N" and "Y" not in kinds(plain):
        plain = [*plain[:-1], short_year(int(plain[-1][1]))]
    if "g" in form:
        _ask_which_months(plain)
        return None
    found = read(plain)
    if found and "/" not in found:
        ask("only then, or from then on?", found, f"since {found}")
    return found


def _ask_which_months(plain: list[Token]) -> None:
    years = [int(value) for kind, value in plain if kind == "Y"]
    if kinds(plain).replace("/", "").replace("-", "") in TWO_YEARS:
        questions.fiscal(f"{years[0]}/{years[0] + 1}", years[0] + 1)
    found = read(plain)
    if found and years and is_canonical(found):
        questions.fiscal(found, years[-1])
