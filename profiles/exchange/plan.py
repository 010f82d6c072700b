"""What an import of sources would do, before it does anything.

An entry whose key or address is here already is matched: how it differs is listed, and nothing of
it is written. An entry with a problem is left out, and keeps none of the others back.
"""

from collections.abc import Iterator

from django.core.exceptions import ValidationError

from profiles.exchange.columns import is_same, read_value
from profiles.exchange.entries import Entry, Problem, Reading
from profiles.exchange.export import value_of
from profiles.exchange.keys import key_in_file, made_key
from profiles.exchange.planned import Difference, Plan, Planned
from profiles.models import Capture, Source
from profiles.models.sources import SOURCE_RELATIONS
from profiles.provenance.sources.standing import by_address
from profiles.values.addresses import canonical_address


def make_plan(reading: Reading, *, with_text: bool = False) -> Plan:
    """Compare what was read with what is here, in a fixed number of queries.

    `with_text`: capture the text of entries that bring one, unless that very text is captured.
    """
    return _Planning(reading, with_text).plan


class _Planning:
    def __init__(self, reading: Reading, with_text: bool) -> None:
        self.plan = Plan(problems=list(reading.problems))
        self.ids = dict(Source.objects.values_list("key", "pk"))
        self.addresses = by_address()
        self.taken = set(self.ids)
        self.renamed: dict[str, str] = {}
        """What the file calls a source -> its key here."""
        matches = [(entry, self._match(entry)) for entry in reading.entries]
        rows = Source.objects.select_related(*SOURCE_RELATIONS)
        self.sources = rows.in_bulk({pk for _, pk in matches if pk})
        for entry, pk in matches:
            self.plan.planned.append(self._named(entry, pk))
        self._refuse_twice()
        for each in self.plan.planned:
            self._read(each)
        self._refuse_loops()
        self._leave_out()
        if with_text:
            self._take_texts()

    def problem(self, entry: Entry, field: str, message: str) -> None:
        problem = Problem(entry.number, entry.name, field, message, entry.line)
        self.plan.problems.append(problem)

    def _match(self, entry: Entry) -> int | None:
        by_key = self.ids.get(entry.get("key"))
        at_url = self.addresses.get(canonical_address(entry.get("url")), [])
        if by_key and at_url and by_key not in at_url:
            self.problem(
                entry,
                "url",
                "Its key is one source's here and its address another's. Merge those two, or "
                "give the entry another key.",
            )
        return by_key or next(iter(at_url), None)

    def _named(self, entry: Entry, pk: int | None) -> Planned:
        source = self.sources.get(pk) if pk else None
        if source:
            key = source.key
        else:
            key = key_in_file(entry) or made_key(entry, self.taken)
            self.taken.add(key)
        if entry.get("key"):
            self.renamed[entry.get("key")] = key
        return Planned(entry, key, source)

    def _refuse_twice(self) -> None:
        keys: dict[str, int] = {}
        addresses: dict[str, int] = {}
        for each in self.plan.planned:
            number = each.entry.number
            if each.key in keys:
                said = f"This is the source of entry {keys[each.key]} again. Keep one of the two."
                self.problem(each.entry, "key", said)
            keys.setdefault(each.key, number)
            form = canonical_address(each.entry.get("url"))
            if each.is_new and form in addresses:
                said = f"Entry {addresses[form]} has this address too. Keep one of the two."
                self.problem(each.entry, "url", said)
            if form:
                addresses.setdefault(form, number)

    def _read(self, each: Planned) -> None:
        if each.is_new and not (each.entry.get("title") or each.entry.get("url")):
            self.problem(each.entry, "title", "It has neither title nor address. Give it one.")
        for column, text in each.entry.values.items():
            if column == "key":
                continue
            value = self._value(each.entry, column, text)
            if value is None:
                continue
            if each.source is None:
                each.values[column] = value
            elif not is_same(column, here := value_of(each.source, column), value):
                each.differences.append(Difference(column, here, value))

    def _value(self, entry: Entry, column: str, text: str) -> str | None:
        if column in SOURCE_RELATIONS:
            key = self.renamed.get(text, text)
            if key not in self.taken:
                self.problem(entry, column, f"“{text}” is no source, neither here nor in the file.")
                return None
            return key
        try:
            return read_value(column, text)
        except ValidationError as error:
            self.problem(entry, column, " ".join(error.messages))
            return None

    def _refuse_loops(self) -> None:
        after = {each.key: each for each in self.plan.new}
        for each in self.plan.new:
            if each.key in _ways_on(each, after):
                said = "In the end it would be a copy of itself. Leave this out at the original."
                self.problem(each.entry, "canonical", said)

    def _leave_out(self) -> None:
        """What has a problem, and then what would copy or follow that."""
        refused = {problem.entry for problem in self.plan.problems}
        out: set[str] = set()
        while any(each.entry.number in refused for each in self.plan.planned):
            out |= {each.key for each in self.plan.new if each.entry.number in refused}
            kept = [each for each in self.plan.planned if each.entry.number not in refused]
            self.plan.planned = kept
            for each, relation in ((each, name) for each in kept for name in SOURCE_RELATIONS):
                if each.is_new and each.values.get(relation) in out:
                    said = f"“{each.values[relation]}” has a problem itself. Mend that entry first."
                    self.problem(each.entry, relation, said)
                    refused.add(each.entry.number)

    def _take_texts(self) -> None:
        wanted = {each.entry.text.sha256 for each in self.plan.planned if each.entry.text}
        captured = set(
            Capture.objects.filter(sha256__in=wanted)
            .exclude(text="")
            .values_list("source_id", "sha256")
        )
        for each in self.plan.planned:
            text = each.entry.text
            if text and (each.source and each.source.pk, text.sha256) not in captured:
                each.text = text


def _ways_on(first: Planned, new: dict[str, Planned]) -> Iterator[str]:
    """The keys of the new sources that this one would copy or follow."""
    seen: set[str] = set()
    ways = [first]
    while ways:
        one = ways.pop()
        for key in (one.values.get(relation, "") for relation in SOURCE_RELATIONS):
            if key in new and key not in seen:
                seen.add(key)
                ways.append(new[key])
                yield key
