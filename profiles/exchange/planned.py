"""What an import would do, entry by entry, and what it would leave out."""

from dataclasses import dataclass, field
from hashlib import sha256

from profiles.exchange.columns import label_of
from profiles.exchange.entries import Entry, Problem, Text
from profiles.models import Source


@dataclass(frozen=True, slots=True)
class Difference:
    """A column that the file states otherwise than the source that is here."""

    column: str
    here: str
    there: str

    @property
    def label(self) -> str:
        return label_of(self.column)


@dataclass(slots=True)
class Planned:
    """One entry: a new source, or one that is here. `values` are as columns store them."""

    entry: Entry
    key: str
    source: Source | None = None
    values: dict[str, str] = field(default_factory=dict)
    differences: list[Difference] = field(default_factory=list)
    text: Text | None = None
    """To be captured."""

    @property
    def is_new(self) -> bool:
        return self.source is None


@dataclass(slots=True)
class Plan:
    planned: list[Planned] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    @property
    def new(self) -> list[Planned]:
        return [each for each in self.planned if each.is_new]

    @property
    def known(self) -> list[Planned]:
        return [each for each in self.planned if not each.is_new]

    @property
    def texts(self) -> list[Planned]:
        return [each for each in self.planned if each.text]

    @property
    def writes(self) -> bool:
        return bool(self.new or self.texts)

    @property
    def left_out(self) -> int:
        """How many entries cannot be imported."""
        return len({problem.entry for problem in self.problems if problem.entry})

    @property
    def digest(self) -> str:
        """Of everything that the import would do and that its preview shows."""
        told = [
            (each.key, each.source and each.source.pk, sorted(each.values.items()))
            + tuple((d.column, d.here, d.there) for d in each.differences)
            + ((each.text.sha256, each.text.edition) if each.text else ())
            + each.entry.left_out
            + each.entry.remarks
            for each in self.planned
        ]
        return sha256(
            repr((told, [str(problem) for problem in self.problems])).encode()
        ).hexdigest()

    def summary(self) -> str:
        if self.problems and not self.planned:
            return f"{_count(len(self.problems), 'problem')}: nothing can be imported yet."
        differing = sum(1 for each in self.known if each.differences)
        parts = [f"{_count(len(self.new), 'new source')}, {len(self.known)} here already"]
        if differing:
            parts.append(f"{differing} of them differ and stay as they are here")
        if self.texts:
            parts.append(f"{_count(len(self.texts), 'text')} to capture")
        if self.left_out == 1:
            parts.append("1 entry has a problem and is left out")
        elif self.left_out:
            parts.append(f"{self.left_out} entries have problems and are left out")
        return "; ".join(parts) + "."


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'s' * (number != 1)}"
