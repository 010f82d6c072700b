"""No date agrees that was not put there: prose around random dates, in many forms and languages."""

import random

import pytest
from babel import Locale
from hypothesis import given
from hypothesis import strategies as st

from profiles.provenance.quotes import dates_in_prose as reader
from profiles.provenance.quotes.stated_value import ClaimedValue, Says, states_value
from profiles.values import PartialDate
from tests.fuzz import fuzzed

LANGUAGES = ("en", "fr", "de", "es", "it", "nl", "pt")
MONTHS = {code: Locale.parse(code).months["format"]["wide"] for code in LANGUAGES}
FORMS = {
    "{y}": "{y}",
    "{en} {y}": "{y}-{m:02}",
    "{en} {d}, {y}": "{y}-{m:02}-{d:02}",
    "{d} {en} {y}": "{y}-{m:02}-{d:02}",
    "{d}-{en}-{y}": "{y}-{m:02}-{d:02}",
    "{d} {fr} {y}": "{y}-{m:02}-{d:02}",
    "{fr} {y}": "{y}-{m:02}",
    "{d}. {de} {y}": "{y}-{m:02}-{d:02}",
    "{de} {y}": "{y}-{m:02}",
    "{es} de {y}": "{y}-{m:02}",
    "{d} de {es} de {y}": "{y}-{m:02}-{d:02}",
    "{it} {y}": "{y}-{m:02}",
    "{nl} {y}": "{y}-{m:02}",
    "{pt} de {y}": "{y}-{m:02}",
    "{y}-{m:02}-{d:02}": "{y}-{m:02}-{d:02}",
    "{y}年{m}月{d}日": "{y}-{m:02}-{d:02}",
    "{y}年{m}月": "{y}-{m:02}",
    "Q{q} {y}": "{y}-{p}",
    "Q{q}/{y}": "{y}-{p}",
    "{q}Q{s:02}": "{y}-{p}",
    "the {nth} quarter of {y}": "{y}-{p}",
    "im {q}. Quartal {y}": "{y}-{p}",
    "au {q}e trimestre {y}": "{y}-{p}",
    "the first half of {y}": "{y}-40",
    "H2 {y}": "{y}-41",
    "the end of {y}": "end of {y}",
    "early {y}": "early {y}",
    "late {en} {y}": "late {en} {y}",
}
BEFORE = ["", "in ", "founded in ", "It raised money in ", "le ", "am ", "(", "since then, in "]
BEHIND = ["", ".", ", as told", ")", " it said", " and more", ": so"]


def passage(chance: random.Random) -> tuple[str, PartialDate]:
    """Prose, and the date that it gives."""
    form = chance.choice([*FORMS])
    quarter = chance.randint(1, 4)
    parts = {
        "y": chance.randint(1990, 2022),
        "m": chance.randint(1, 12),
        "d": chance.randint(1, 28),
        "q": quarter,
        "p": 32 + quarter,
        "nth": ("first", "second", "third", "fourth")[quarter - 1],
    }
    parts |= {code: names[parts["m"]] for code, names in MONTHS.items()}
    parts["s"] = parts["y"] % 100
    text = f"{chance.choice(BEFORE)}{form.format(**parts)}{chance.choice(BEHIND)}"
    return text, PartialDate.read(FORMS[form].format(**parts))


def claim(chance: random.Random, given: PartialDate) -> PartialDate:
    """Any date, most of them near the one that is given."""
    year = given.earliest.year + chance.choice([0, 0, 0, 0, 1, -1, -10])
    month, day = chance.randint(1, 12), chance.randint(1, 28)
    part = chance.choice([33, 36, 40, 41])
    forms = [f"{year}", f"{year}-{month:02}", f"{year}-{month:02}-{day:02}", f"{year}-{part}"]
    return PartialDate(chance.choice([given, *forms]))


@fuzzed(200)
@given(st.integers(0, 2**32))
def test_no_date_agrees_that_was_not_put_there(seed):
    chance = random.Random(seed)
    text, given = passage(chance)
    asked = claim(chance, given)
    said = states_value(text, ClaimedValue(asked))
    if not given.agrees_with(asked):
        assert said != Says.AGREES, (text, given, asked)


def test_without_a_look_at_its_neighbours_a_year_would_agree_with_any_month(monkeypatch):
    monkeypatch.setattr(reader, "_beginning", lambda lower, start, least: start)
    reader.dates_in_prose.cache_clear()
    with pytest.raises(AssertionError):
        test_no_date_agrees_that_was_not_put_there()
    reader.dates_in_prose.cache_clear()
