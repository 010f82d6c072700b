"""Which pairs of values alarm an editor, and what they are told.

The table is the promise: no pair that can both be true is alarmed, and every contradiction is.
"""

import csv
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from profiles.facts import type_of
from profiles.models import Claim
from profiles.provenance.disagreements.between_claims import subject_of, typed
from profiles.provenance.disagreements.comparison import Assertion, Subject, compare
from profiles.provenance.disagreements.kinds import Disagreement, Kind
from profiles.provenance.disagreements.ruled import as_ruled
from profiles.values import PartialDate, Quantity

FIXTURE = Path(__file__).parents[3] / "fixtures" / "mistral-ai" / "claims.csv"

COMPATIBLE, ROUNDING, CURRENCY = Kind.COMPATIBLE, Kind.ROUNDING, Kind.CURRENCY
DATE, BASIS, CONTRADICTION = Kind.DATE, Kind.BASIS, Kind.CONTRADICTION


def day(text: str, **other: Any) -> Assertion:
    return Assertion(PartialDate.read(text), **other)


def sum_of(text: str, **other: Any) -> Assertion:
    return Assertion(Quantity.read(text, "money"), printed=text, **other)


def people(text: str, **other: Any) -> Assertion:
    return Assertion(Quantity.read(text, "people"), printed=text, **other)


def share(text: str) -> Assertion:
    return Assertion(Quantity.read(text, "percent"), printed=text)


def words(text: str, **other: Any) -> Assertion:
    return Assertion(text, **other)


AGES = Subject(ages=True)
ANSWERS = Subject(answers=(("yes", "Yes"), ("no", "No"), ("unstated", "Not stated")))
SECONDARY = Subject(texts=("Secondary market",))
DEBT = Subject(texts=("Debt",))
RECURRING = Subject(texts=("Annual recurring revenue",))
CONVERTED = Subject(conversions=(Quantity("USD 113000000"),))

Pair = tuple[Kind, Assertion, Assertion, Subject]

PAIRS: list[Pair] = [
    (kind, one, other, *rest) if rest else (kind, one, other, Subject())
    for kind, one, other, *rest in [
        # dates
        (COMPATIBLE, day("2023"), day("2023-04")),
        (COMPATIBLE, day("2023-04"), day("2023-04-28")),
        (COMPATIBLE, day("2023-04"), day("2023-05~")),
        (COMPATIBLE, day("2023-12"), day("~Dec 2023")),
        (COMPATIBLE, day("2026-07"), day("summer 2026")),
        (COMPATIBLE, day("mid-2024"), day("June 2024")),
        (COMPATIBLE, day("late 2025"), day("November 2025")),
        (COMPATIBLE, day("2026/2027"), day("2027")),
        (COMPATIBLE, day("2026/2027"), day("2027/2028")),
        (COMPATIBLE, day("202X"), day("2023")),
        (CONTRADICTION, day("2023-04"), day("2023-05")),
        (CONTRADICTION, day("2023-12"), day("mid-2024")),
        (CONTRADICTION, day("2023-12"), day("2024")),
        (CONTRADICTION, day("2023"), day("2022"), AGES),
        (CONTRADICTION, day("2023-04~"), day("2024-04~")),
        (CONTRADICTION, day("2023-04-28"), day("2023-04-29")),
        (CONTRADICTION, day("2023", as_of="2024"), day("2022", as_of="2026")),
        (
            BASIS,
            day("2025-06-02", quotes=("announced on 2 June",)),
            day("2025-09", quotes=("the deal closed in September",)),
        ),
        (BASIS, day("2026", status="projected"), day("2027")),
        # amounts in one unit
        (COMPATIBLE, people("150+"), people("100–250")),
        (COMPATIBLE, people("about 150"), people("153")),
        (COMPATIBLE, people("200"), people("150+"), AGES),
        (COMPATIBLE, people("undisclosed"), people("80")),
        (COMPATIBLE, sum_of("~$4B"), sum_of("$4,014.3M")),
        (COMPATIBLE, sum_of("$640 million"), sum_of("about $640 million")),
        (COMPATIBLE, sum_of("$23.15 billion"), sum_of("~$23.15B")),
        (COMPATIBLE, sum_of("over $400M"), sum_of("$500M+")),
        (COMPATIBLE, sum_of("$12B–14B"), sum_of("$13 billion")),
        (COMPATIBLE, sum_of("up to $1 billion"), sum_of("$830 million")),
        (COMPATIBLE, sum_of("undisclosed"), sum_of("€15 million")),
        (COMPATIBLE, share("11%"), share("~11%")),
        (ROUNDING, sum_of("$4 billion"), sum_of("$4,014.3M")),
        (ROUNDING, sum_of("$1.5 billion"), sum_of("$1.47 billion")),
        (ROUNDING, sum_of("above $400 million"), sum_of("$400M")),
        (ROUNDING, people("150"), people("149")),
        (ROUNDING, share("11%"), share("11.2%")),
        (CONTRADICTION, sum_of("$6 billion"), sum_of("$2 billion")),
        (CONTRADICTION, sum_of("$400 million"), sum_of("$440 million")),
        (CONTRADICTION, sum_of("$11.7 billion"), sum_of("$11.8 billion")),
        (CONTRADICTION, sum_of("~$4 billion"), sum_of("$3.5 billion")),
        (CONTRADICTION, people("8"), people("9")),
        (CONTRADICTION, people("100–250"), people("300+"), AGES),
        (CONTRADICTION, people("80"), people("200")),
        (CONTRADICTION, share("11%"), share("12%")),
        (CONTRADICTION, sum_of("less than $10M"), sum_of("$25M")),
        # amounts in two currencies
        (CURRENCY, sum_of("€105 million"), sum_of("$113 million")),
        (CURRENCY, sum_of("€385 million"), sum_of("$400 million")),
        (CURRENCY, sum_of("€4 billion"), sum_of("around $4.56 billion")),
        (CURRENCY, sum_of("€105 million"), sum_of("$113 million"), CONVERTED),
        (CURRENCY, sum_of("AED 5 million"), sum_of("$40 million")),
        (CONTRADICTION, sum_of("€105 million"), sum_of("$640 million")),
        (CONTRADICTION, sum_of("£1 billion"), sum_of("$500 million")),
        # amounts of different things
        (BASIS, sum_of("$4B"), sum_of("$1.47B", quotes=("$1.47B including $830M debt",))),
        (BASIS, sum_of("$12 billion"), sum_of("$14B", quotes=("a secondary sale at $14B",))),
        (BASIS, sum_of("$12B"), sum_of("$6B", quotes=("in a Series B round",)), SECONDARY),
        (BASIS, sum_of("$10B", quotes=("$10B pre-money",)), sum_of("$12 billion")),
        (BASIS, people("80", quotes=("80 full-time staff",)), people("200")),
        (BASIS, sum_of("over $1B", status="projected"), sum_of("$400 million")),
        (BASIS, people("11"), share("11%")),
        (CONTRADICTION, sum_of("$830M", quotes=("in debt",)), sum_of("$900M"), DEBT),
        (CONTRADICTION, sum_of("$20M", quotes=("ARR of $20M",)), sum_of("$400M"), RECURRING),
        (CONTRADICTION, sum_of("$6B", quotes=("equity",)), sum_of("$2B")),
        # of different times
        (DATE, people("80", as_of="2024"), people("200", as_of="2026-05"), AGES),
        (DATE, sum_of("around $4B", as_of="2026-07"), sum_of("$500+ million"), AGES),
        (DATE, sum_of("$1B", as_of="2025"), sum_of("$2.9B", as_of="2026"), AGES),
        (DATE, words("Vibe", as_of="2026-07"), words("Le Chat", as_of="2026-05"), AGES),
        (COMPATIBLE, people("5,000", as_of="2026"), people("500+", as_of="2026-05"), AGES),
        (CONTRADICTION, people("80", as_of="2026"), people("200", as_of="2026-05"), AGES),
        (CONTRADICTION, people("80", as_of="2026"), people("200"), AGES),
        # texts
        (COMPATIBLE, words("Timothée Lacroix"), words("Timothee Lacroix")),
        (COMPATIBLE, words("Founder’s Fund"), words("Founders' Fund")),
        (COMPATIBLE, words("CMA-CGM"), words("CMA CGM")),
        (COMPATIBLE, words("LE CHAT"), words("Le Chat")),
        (COMPATIBLE, words("Node.js"), words("NodeJS")),
        (COMPATIBLE, words("Partners & Alliances"), words("Partners and alliances")),
        (COMPATIBLE, words("start‑up – “Alan”"), words('start-up - "Alan"')),
        (COMPATIBLE, words("Paris"), words("Paris, France")),
        (COMPATIBLE, words("https://acme.example/"), words("http://www.Acme.example")),
        (CONTRADICTION, words("https://acme.example/A"), words("https://acme.example/a")),
        (CONTRADICTION, words("Paris, Texas"), words("Paris, France")),
        (CONTRADICTION, words("Open weights"), words("Open weights, but not for trade")),
        (CONTRADICTION, words("Seed"), words("Series A")),
        (CONTRADICTION, words("Series A"), words("Series A extension")),
        (CONTRADICTION, words("Apache 2.0"), words("Apache 20")),
        (CONTRADICTION, words("C"), words("C++")),
        (CONTRADICTION, words("10² km"), words("102 km")),
        (CONTRADICTION, words("Google DeepMind"), words("Meta AI")),
        (CONTRADICTION, words("日本"), words("中国")),
        (CONTRADICTION, words("?"), words("!")),
        # answers from a list
        (COMPATIBLE, words("unstated"), words("yes"), ANSWERS),
        (CONTRADICTION, words("no"), words("yes"), ANSWERS),
        # what somebody denies
        (CONTRADICTION, day("2023"), day("2023-04", status="denied")),
        (COMPATIBLE, words("Unnamed"), words("Le Chaton", status="denied")),
        (CONTRADICTION, sum_of("$4 billion"), sum_of("$4,014.3M", status="denied")),
        (CURRENCY, sum_of("€4 billion"), sum_of("$4.5 billion", status="denied")),
        (COMPATIBLE, day("2023", status="denied"), day("2023-04", status="denied")),
    ]
]  # fmt: skip


def name_of(pair: Pair) -> str:
    kind, one, other, _ = pair
    return f"{one.value} / {other.value} is {kind}"


@pytest.mark.parametrize("pair", PAIRS, ids=name_of)
def test_each_pair_has_its_kind_whichever_comes_first(pair: Pair) -> None:
    kind, one, other, subject = pair
    assert compare(one, other, subject).kind == kind
    assert compare(other, one, subject).kind == kind


def test_the_table_is_long_and_holds_every_kind() -> None:
    assert len(PAIRS) >= 60
    kinds = [kind for kind, *_ in PAIRS]
    assert all(kinds.count(kind) >= 4 for kind in Kind)
    assert min(kinds.count(COMPATIBLE), kinds.count(CONTRADICTION)) >= 20


def test_only_what_can_both_be_true_raises_no_alarm() -> None:
    for kind, one, other, subject in PAIRS:
        assert compare(one, other, subject).is_alarming == (kind != COMPATIBLE)


@pytest.mark.parametrize("pair", PAIRS, ids=name_of)
def test_the_explanation_is_one_sentence(pair: Pair) -> None:
    _, one, other, subject = pair
    sentence = compare(one, other, subject).explanation
    assert sentence[0].isupper()
    assert sentence.endswith(".")
    assert "\n" not in sentence
    assert len(sentence) < 200


@pytest.mark.parametrize(
    ("one", "other", "subject", "sentence"),
    [
        (
            day("2023-04"), day("2023"), Subject(),
            "Both can be true: April 2023 lies within 2023.",
        ),
        (
            people("150+"), people("100–250"), Subject(),
            "Both can be true: 150+ people and 100–250 people overlap.",
        ),
        (
            sum_of("€105 million"), sum_of("$113 million"), Subject(),
            "Not comparable without a rate: €105M and $113M may be the same money.",
        ),
        (
            sum_of("€105 million"), sum_of("$113 million"), CONVERTED,
            "A source printed $113M as the conversion of this very money.",
        ),
        (
            sum_of("$4B"), sum_of("$1B", quotes=("in debt",)), Subject(),
            "One speaks of debt, the other does not.",
        ),
        (
            sum_of("$12B"), sum_of("$6B", quotes=("the round",)), SECONDARY,
            "One speaks of the secondary market, the other of a round.",
        ),
        (
            people("80", as_of="2024"), people("200", as_of="2026-05"), AGES,
            "Both can have been true at their times: they are as of 2024 and May 2026.",
        ),
        (
            sum_of("€1B"), sum_of("$9B"), Subject(),
            "They cannot both be true: no exchange rate of the last decades turns €1B into $9B.",
        ),
    ],
)  # fmt: skip
def test_what_editors_read(
    one: Assertion, other: Assertion, subject: Subject, sentence: str
) -> None:
    assert compare(one, other, subject).explanation == sentence


# --- the demo's own disagreements --------------------------------------------------------------

Row = dict[str, str]


def rivalries() -> Iterator[tuple[Row, Kind, bool]]:
    """(first row of a rival, its kind against the accepted value, whether that is a figure)."""
    by_fact: dict[tuple[str, str], dict[str, list[Row]]] = defaultdict(lambda: defaultdict(list))
    with FIXTURE.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            by_fact[row["record"], row["fact"]][row["value"]].append(row)
    for (ref, fact), by_value in by_fact.items():
        record_type = type_of(ref.partition("/")[0])
        claims = {value: asserted(record_type, rows) for value, rows in by_value.items()}
        chosen = next((v for v, rows in by_value.items() if rows[0]["decision"] == "accepted"), "")
        for value, rows in by_value.items():
            if chosen and value != chosen:
                found = compare(claims[chosen], claims[value], subject_of(record_type, fact))
                yield rows[0], found.kind, isinstance(claims[value].value, PartialDate | Quantity)


def asserted(record_type: Any, rows: list[Row]) -> Assertion:
    first = rows[0]
    return Assertion(
        typed(record_type, first["fact"], first["value"]),
        printed=first["printed"],
        as_of=first["as_of"],
        status=first["status"] or "reported",
        quotes=tuple(row["quote"] for row in rows if row["stance"] != "contradicts"),
    )


RIVALRIES = list(rivalries())
SHORT_TOTAL = "USD 1470000000"
EXPECTED = {
    "currency": {CURRENCY},
    "rounding": {COMPATIBLE, ROUNDING, CURRENCY},
    "outdated": {DATE},
    "mistaken": {CONTRADICTION},
}


def test_the_demo_has_disagreements_of_every_kind() -> None:
    assert len(RIVALRIES) >= 50
    assert {kind for _, kind, _ in RIVALRIES} == set(Kind)


@pytest.mark.parametrize("reason", EXPECTED)
def test_figures_and_dates_are_typed_as_the_editors_ruled(reason: str) -> None:
    ruled = [(row, kind) for row, kind, is_figure in RIVALRIES if is_figure]
    ruled = [(row, kind) for row, kind in ruled if row["reason"] == reason]
    ruled = [(row, kind) for row, kind in ruled if row["value"] != SHORT_TOTAL]
    assert ruled
    assert [(row, kind) for row, kind in ruled if kind not in EXPECTED[reason]] == []


def test_what_the_editors_call_compatible_raises_no_alarm() -> None:
    called = [(row, kind) for row, kind, is_figure in RIVALRIES if is_figure]
    called = [(row, kind) for row, kind in called if row["note"].startswith("Compatible")]
    assert len(called) >= 6
    assert [(row, kind) for row, kind in called if kind != COMPATIBLE] == []


def test_the_stated_total_that_counts_debt_is_of_another_basis_until_somebody_sums_it_up() -> None:
    """By its words it is; that it leaves out rounds, even of its own page, only a person saw."""
    found = {row["value"]: (kind, row) for row, kind, _ in RIVALRIES if kind == BASIS}
    kind, row = found[SHORT_TOTAL]
    assert (row["fact"], row["decision"], row["reason"]) == (
        "total_funding",
        "rejected",
        "mistaken",
    )
    rival = Claim(decision=row["decision"], reason=row["reason"])
    ruled = as_ruled(Disagreement(kind, "One speaks of debt."), rival, accepted=None)
    assert ruled == Disagreement(CONTRADICTION, "Ruled: mistaken.")
