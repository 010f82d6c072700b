"""Whether the words of a quote say a claim's value, another one, or none."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
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
from profiles.values import PartialDate, Quantity

Says = QuoteCheck.Says
SILENT = re.compile(r"\b(?:undisclosed|(?:not|n't|never) (?:been )?disclosed?)\b", re.IGNORECASE)
SCHEME = re.compile(r"\bhttps?://(?:www\.)?", re.IGNORECASE)
FEWEST_LETTERS = 2


@dataclass(frozen=True, slots=True)
class ClaimedValue:
    """A claim's value, and the words for it: as its source prints it, and a choice's label."""

    value: PartialDate | Quantity | str
    words: tuple[str, ...] = ()


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

    A figure in another unit says nothing; money in another currency says another value.
    """
    quote, compared = fold(quote), Says.ABSENT
    if isinstance(claim.value, Quantity):
        compared = _figures(quote, claim.value)
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


def _figures(quote: str, value: Quantity) -> Says:
    if not value.disclosed:
        return Says.AGREES if SILENT.search(quote) else Says.ABSENT
    unit, is_money, contradicted = value.unit, value.is_money, False
    for figure in figures_in(quote, unit):
        said = figure.unit
        if said in (unit, "") and _fits(_in_unit(figure, unit), value):
            return Says.AGREES
        contradicted |= said == unit or (is_money and figure.is_money)
    return Says.DISAGREES if contradicted else Says.ABSENT


def _fits(figure: Quantity, value: Quantity) -> bool:
    """Whether both can be true; “tops 1M” names the limit that the value is above."""
    is_limit = (value.low_open and figure.low == value.low) or (
        value.high_open and figure.high == value.high
    )
    return is_limit or figure.agrees_with(value)


@lru_cache(maxsize=8192)
def _in_unit(figure: Quantity, unit: str) -> Quantity:
    """A bare number, as the value it stands for would be written."""
    return figure if figure.unit else Quantity.read(str(figure), unit)


def _dates(quote: str, value: PartialDate) -> Says:
    said = dates_in_prose(quote)
    if any(date.agrees_with(value) for date in said.dates) or value in said.open_dates:
        return Says.AGREES
    if said.dates and not said.unread and not counts_from_another(quote):
        return Says.DISAGREES
    first, last = value.earliest, value.latest
    is_one_month = (first.year, first.month) == (last.year, last.month)
    return Says.AGREES if is_one_month and first.month in said.months else Says.ABSENT


def _names_any(quote: str, texts: Iterable[str]) -> bool:
    said = f" {_words(quote)} "
    wanted = (_words(text) for text in texts)
    return any(f" {words} " in said for words in wanted if len(words) >= FEWEST_LETTERS)


def _words(text: str) -> str:
    return " ".join(re.findall(r"\w+", fold(SCHEME.sub("", text)).casefold()))
