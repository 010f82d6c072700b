"""The kinds of disagreement between two claims of one fact."""

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    COMPATIBLE = "compatible"
    ROUNDING = "rounding"
    CURRENCY = "currency"
    DATE = "date"
    BASIS = "basis"
    CONTRADICTION = "contradiction"

    @property
    def label(self) -> str:
        return LABELS[self]


LABELS = {
    Kind.COMPATIBLE: "Compatible",
    Kind.ROUNDING: "Rounding",
    Kind.CURRENCY: "Another currency",
    Kind.DATE: "Another date",
    Kind.BASIS: "Another basis",
    Kind.CONTRADICTION: "Contradiction",
}


@dataclass(frozen=True, slots=True)
class Disagreement:
    """What kind it is, and why, in one sentence for editors."""

    kind: Kind
    explanation: str

    @property
    def is_alarming(self) -> bool:
        """Whether somebody has to decide; two values that can both be true may stand."""
        return self.kind != Kind.COMPATIBLE


def compatible(why: str) -> Disagreement:
    return Disagreement(Kind.COMPATIBLE, f"Both can be true: {why}.")


def contradiction(why: str) -> Disagreement:
    return Disagreement(Kind.CONTRADICTION, f"They cannot both be true: {why}.")
