"""Whether the words of a quote say a claim's value, another one, or none."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache

from profiles.facts import type_of
from profiles.models import QuoteCheck
from profiles.provenance.disagreements.between_claims import typed
from profiles.provenance.quotes.dates_in_prose import (
    counts_from_another,
    dates_in_prose,
)
from profiles.provenance.quotes.figures_in_prose import figures_in
from profiles.provenance.quotes.folding import fold
from profiles.values import PartialDate, Quantity, UnreadableValue

Says = QuoteCheck.Says
SILENT = re.compile(r"\b(?:undisclosed|(?:not|n't|never) (?:been )?disclosed?)\b", re.IGNORECASE)
SCHEME = re.compile(r"\bhttps?://(?:www\.)?", re.IGNORECASE)
FEWEST_LETTERS = 2
LEAST_MONEY_WITHOUT_A_CURRENCY = 10_000


@dataclass(frozen=True, slots=True)
class ClaimedValue:
    """A claim's value, and the words for it: as its source prints it, and a choice's label.

    `language`: the code of its source's language, where it is known to be another than English.
    """

    value: PartialDate | Quantity | str
    words: tuple[str, ...] = ()
    language: str = ""

    def in_language(self, code: str) -> "ClaimedValue":
        """The same, to be looked for in a source of this language; English is what nobody set."""
        return replace(self, language="" if code.startswith("en") else code)


@lru_cache(maxsize=2048)
def claimed_value(kind: str, fact: str, value: str, printed: str = "") -> ClaimedValue:
    """What to look for: a fact's canonical value as its own type, and the words for it."""
    record_type = type_of(kind)
    words = (printed,) if printed else ()
    read = typed(record_type, fact, value)
    if isinstance(read, PartialDate | Quantity):
        return ClaimedValue(read, words)
    return ClaimedValue(read, (*words, record_type.display(fact, value)))


def states_value(quote: str, claim: ClaimedValue) -> Says:
    """Figures and dates are read and compared; where none is there to compare, words decide.

    A figure in another unit says nothing; money in another currency says another value. A figure
    with a neighbour that is not understood is not read, and nothing is said for or against.
    """
    quote, compared = fold(quote), Says.ABSENT
    if isinstance(claim.value, Quantity):
        compared = _figures(quote, claim.value, claim.language)
    elif isinstance(claim.value, PartialDate):
        compared = _dates(quote, claim.value)
    if compared != Says.ABSENT:
        return compared
    texts = (
        claim.words
        if isinstance(claim.value, Quantity | PartialDate)
        else (claim.value, *claim.words)
    )
    return Says.AGREES if _names_any(quote, texts) else Says.ABSENT


def _figures(quote: str, value: Quantity, language: str) -> Says:
    if not value.disclosed:
        return Says.AGREES if SILENT.search(quote) else Says.ABSENT
    figures = figures_in(quote, value.unit, language)
    comparable = (figure for figure in figures.read if _is_comparable(figure, value))
    meant = (_in_unit(figure, value.unit) for figure in comparable)
    if any(figure and _fits(figure, value) for figure in meant):
        return Says.AGREES
    if figures.unread:
        return Says.UNREAD
    contradicted = any(
        figure.unit == value.unit or (value.is_money and figure.is_money)
        for figure in figures.read
        if not _borders_on(figure, value)
    )
    return Says.DISAGREES if contradicted else Says.ABSENT


def _is_comparable(figure: Quantity, value: Quantity) -> bool:
    """Whether it has the value's unit, or none and may well be meant in it."""
    if figure.unit or not value.unit:
        return figure.unit == value.unit
    if value.is_money:
        return figure.midpoint >= LEAST_MONEY_WITHOUT_A_CURRENCY
    return value.unit != "percent"


def _borders_on(figure: Quantity, value: Quantity) -> bool:
    """“Less than $5M” names $5M only as its border: neither for it nor against it."""
    return figure.unit == value.unit and figure.high_open and figure.high == value.high


def _fits(figure: Quantity, value: Quantity) -> bool:
    """Whether both can be true; “tops 1M” names the limit that the value is above."""
    is_limit = (value.low_open and figure.low == value.low) or (
        value.high_open and figure.high == value.high
    )
    return is_limit or figure.agrees_with(value)


@lru_cache(maxsize=8192)
def _in_unit(figure: Quantity, unit: str) -> Quantity | None:
    """A bare number, as the value it stands for would be written; None for half a person."""
    if figure.unit:
        return figure
    try:
        return Quantity.read(str(figure), unit)
    except UnreadableValue:
        return None


def _dates(quote: str, value: PartialDate) -> Says:
    said = dates_in_prose(quote)
    agreeing = [[date.agrees_with(value) for date in choice] for choice in said.choices]
    if (
        any(date.agrees_with(value) for date in said.dates)
        or any(map(all, agreeing))
        or any(value in each for each in (said.open_dates, *said.choices))
    ):
        return Says.AGREES
    if any(date.agrees_with(value) for date in said.open_dates):
        return Says.ABSENT  # “since 2019” neither gives 2021 nor excludes it
    if said.unread or any(map(any, agreeing)):
        return Says.UNREAD
    if (said.dates or said.choices or said.open_dates) and not counts_from_another(quote):
        return Says.DISAGREES
    return Says.AGREES if _is_named(value, said.months) else Says.ABSENT


def _is_named(value: PartialDate, months: Iterable[tuple[int, int]]) -> bool:
    """Whether its month is named without a year, and no other day of it."""
    first, last = value.earliest, value.latest
    if (first.year, first.month) != (last.year, last.month):
        return False
    days = {day for month, day in months if month == first.month}
    return bool(days) and (0 in days or first.day != last.day or first.day in days)


def _names_any(quote: str, texts: Iterable[str]) -> bool:
    said = f" {_words(quote)} "
    wanted = (_words(text) for text in texts)
    return any(f" {words} " in said for words in wanted if len(words) >= FEWEST_LETTERS)


def _words(text: str) -> str:
    return " ".join(re.findall(r"\w+", fold(SCHEME.sub("", text)).casefold()))
