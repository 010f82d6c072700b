"""What a figure is of, as far as its words say: debt or equity, a round or the secondary market.

A few plain words in what was printed or quoted; nothing is inferred from what is not said, but
for the record's own facts, which hold for a source that does not contradict them.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property


@dataclass(frozen=True)
class Dimension:
    """Scopes that exclude each other, by the words that name them.

    `telling`: scopes that nobody leaves out by chance, so that one source alone naming it tells
    the two apart; a source that speaks of equity or of a round says nothing unusual.
    """

    words: dict[str, str]
    telling: frozenset[str] = frozenset()

    @cached_property
    def patterns(self) -> dict[str, re.Pattern[str]]:
        return {
            scope: re.compile(rf"\b(?:{words})\b", re.IGNORECASE)
            for scope, words in self.words.items()
        }

    def named_in(self, texts: Iterable[str]) -> frozenset[str]:
        said = " · ".join(texts)
        return frozenset(scope for scope, words in self.patterns.items() if words.search(said))


DIMENSIONS = (
    Dimension(
        {"debt": "debt|loans?|credit facility|borrowed", "equity": "equity|shares"},
        telling=frozenset({"debt"}),
    ),
    Dimension(
        {
            "the secondary market": r"secondary|tender offer|share sales?",
            "a round": r"(?:funding |seed )?rounds?|series [a-h]",
        },
        telling=frozenset({"the secondary market"}),
    ),
    Dimension(
        {"pre-money": r"pre-?\s?money", "post-money": r"post-?\s?money"},
        telling=frozenset({"pre-money"}),
    ),
    Dimension(
        {"a yearly rate": r"ARR|run[- ]?rate|annuali[sz]ed|recurring", "sales": r"sales|turnover"},
        telling=frozenset({"a yearly rate"}),
    ),
    Dimension(
        {
            "full-time staff": r"full[- ]time|FTEs?",
            "others than staff": r"contractors|freelancers|part[- ]time",
        },
        telling=frozenset({"full-time staff", "others than staff"}),
    ),
    Dimension(
        {"the announcement": "announced|unveiled", "the closing": "closed|completed|finali[sz]ed"}
    ),
    Dimension(
        {"early access": r"early access|beta|preview", "the release": "general availability"},
        telling=frozenset({"early access"}),
    ),
)


def difference(
    one: Iterable[str], other: Iterable[str], own: Iterable[str] = ()
) -> tuple[str, str] | None:
    """The scopes that tell two claims apart, in words; "" for the one that names none.

    `one` and `other` are the texts of either; `own` are the record's, for whichever is silent.
    """
    texts, others, known = list(one), list(other), list(own)
    for dimension in DIMENSIONS:
        default = dimension.named_in(known)
        scopes = dimension.named_in(texts) or default
        other_scopes = dimension.named_in(others) or default
        if scopes == other_scopes:
            continue
        if (scopes and other_scopes) or (scopes | other_scopes) & dimension.telling:
            return _in_words(scopes), _in_words(other_scopes)
    return None


def _in_words(scopes: Iterable[str]) -> str:
    return " and ".join(sorted(scopes))
