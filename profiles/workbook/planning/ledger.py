"""What a plan says to people: problems that stop it, and changes it would make."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import NamedTuple


@dataclass(frozen=True, slots=True)
class Place:
    """Where in the workbook. Row 0: the sheet as a whole; the header is row 1."""

    sheet: str
    row: int
    column: str = ""

    def at(self, column: str) -> "Place":
        return Place(self.sheet, self.row, column)


class Problem(NamedTuple):
    sheet: str
    row: int
    column: str
    message: str

    def __str__(self) -> str:
        parts = [self.sheet, f"row {self.row}" if self.row else "", self.column]
        place = ", ".join(part for part in parts if part)
        return f"{place}: {self.message}" if place else self.message


class Change(NamedTuple):
    """One thing that would happen.

    `verb`: create, update, claim, rival (a claim to rule on), citation or ruling; `kept` is what
    the workbook asks for and a ruling in place refuses.
    """

    sheet: str
    row: int
    key: str
    verb: str
    column: str
    before: str
    after: str
    words: str = ""


@dataclass(slots=True)
class Counts:
    """Rows of a sheet by what happens to them; `proposed` counts rival claims, in any row."""

    created: int = 0
    changed: int = 0
    unchanged: int = 0
    proposed: int = 0


@dataclass
class Ledger:
    problems: list[Problem] = field(default_factory=list)
    changes: list[Change] = field(default_factory=list)
    _places: set[Place] = field(default_factory=set)

    def problem(self, place: Place, message: str) -> None:
        self._places.add(place)
        self.problems.append(Problem(place.sheet, place.row, place.column, message))

    def has_problem(self, place: Place) -> bool:
        return place in self._places

    def change(
        self, place: Place, key: str, verb: str, before: str, after: str, words: str = ""
    ) -> None:
        self.changes.append(
            Change(place.sheet, place.row, key, verb, place.column, before, after, words)
        )

    def counts(self, rows: dict[str, list[int]]) -> dict[str, Counts]:
        """Per sheet; `rows` are the numbers of its rows."""
        verbs: dict[tuple[str, int], Counter[str]] = {}
        for change in self.changes:
            verbs.setdefault((change.sheet, change.row), Counter())[change.verb] += 1
        return {
            sheet: _counts([verbs.get((sheet, row), Counter()) for row in numbers])
            for sheet, numbers in rows.items()
        }


def _counts(rows: list[Counter[str]]) -> Counts:
    counts = Counts()
    for verbs in rows:
        counts.proposed += verbs["rival"]
        if verbs["create"]:
            counts.created += 1
        elif verbs.total() > verbs["kept"]:
            counts.changed += 1
        else:
            counts.unchanged += 1
    return counts


def did_you_mean(word: str, choices: Iterable[str]) -> str:
    """` Did you mean “companies”?`, or nothing."""
    close = get_close_matches(word.casefold(), list(choices), n=1, cutoff=0.6)
    return f" Did you mean “{close[0]}”?" if close else ""
