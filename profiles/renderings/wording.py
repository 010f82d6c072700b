"""Canonical texts in words for readers."""

from profiles.document.schema import Claim, Fact
from profiles.renderings.page import Day
from profiles.values import PartialDate, Quantity, UnreadableValue

# What is not said: that a figure was reported, or that a name or a text was even confirmed.
SILENT = {"quantity": {"reported"}, "date": {"reported"}}
SILENT_IN_TEXTS = {"reported", "confirmed"}

LIMITS = ("from", "since", "until")
SOME_TIME = "some time in "


def words(fact: Fact) -> str:
    return words_of(fact.type, fact.value, fact.text)


def words_of(fact_type: str, value: str, text: str) -> str:
    """Dates and quantities in words; anything else as its text. Never fails on a strange value."""
    try:
        if fact_type == "date":
            return PartialDate(value).display()
        if fact_type == "quantity":
            return Quantity(value).display()
    except UnreadableValue:
        pass
    return text


def iso(fact_type: str, value: str) -> str:
    """A date for `<time datetime>`; empty where it is no year, month or day."""
    if fact_type != "date":
        return ""
    try:
        return PartialDate(value).iso_value or ""
    except UnreadableValue:
        return ""


def some_time_in(before: str, date: str) -> str:
    """What makes a span of time one of its days: `until` `some time in ` `May–July 2026`."""
    is_limit = before.strip(" ,").endswith(LIMITS)
    return SOME_TIME if is_limit and "/" in date.strip("/.") else ""


def day(value: str) -> Day | None:
    """An EDTF date, or the day of an ISO time; None for an empty text."""
    value = value[:10] if "T" in value else value
    return Day(words_of("date", value, value), iso("date", value)) if value else None


def status(claim: Claim | None, fact_type: str) -> str:
    """The status word to show, if any."""
    silent = SILENT.get(fact_type, SILENT_IN_TEXTS)
    return "" if claim is None or claim.status in silent else claim.status


def lowered(text: str) -> str:
    """A label inside a sentence: `Post-money` becomes `post-money`, `IPO` stays."""
    return text if text[:2].isupper() else text[:1].lower() + text[1:]


def plural(kind: str) -> str:
    """A heading for records of a kind: `data-centre` becomes `Data centres`."""
    name = kind.replace("-", " ").replace("_", " ").capitalize()
    if name.endswith("y") and not name.endswith(("ay", "ey", "oy")):
        return f"{name[:-1]}ies"
    return name if name.endswith("s") else f"{name}s"
