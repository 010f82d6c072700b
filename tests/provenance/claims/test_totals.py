"""The rounds added up: what counts, what does not and why, and what the difference is made of."""

import pytest

from profiles.provenance.claims.rounds import tally_of
from profiles.provenance.claims.totals import Round, tally
from profiles.values import Quantity
from tests.factories import a_company, a_round, edit, restate


def a_deal(name: str, amount: str = "", converted: str = "", **other: str) -> Round:
    return Round(
        key=name.lower().replace(" ", "-"),
        name=name,
        amount=Quantity.read(amount, "money") if amount else None,
        converted=Quantity.read(converted, "money") if converted else None,
        **other,
    )


SEED = a_deal("Seed", "€105 million", "$113 million")
SERIES_A = a_deal("Series A", "€385 million", "$415 million")
LOAN = a_deal("Loan", "$830 million", instrument="debt")
MIX = a_deal("Series B", "€600 million", "about $640 million", instrument="mixed")
RUMOUR = a_deal("Rumoured raise", "$3.5 billion", status="rumoured")


def sentences(stated: str, *rounds: Round) -> list[str]:
    total = Quantity.read(stated)
    return tally(rounds, total.unit).sentences(total)


def test_each_round_says_what_it_adds_and_how():
    added = tally([SEED, LOAN, RUMOUR], "USD")
    assert [(line.counted, line.why) for line in added.lines] == [
        ("USD 113000000", "as a source converted it of €105M"),
        ("USD 830000000", "as agreed"),
        (None, "rumoured"),
    ]
    assert added.total == "USD 943000000"


@pytest.mark.parametrize(
    ("left_out", "why"),
    [
        (a_deal("X", "€15 million"), "not in USD"),
        (a_deal("X", "undisclosed"), "not disclosed"),
        (a_deal("X"), "without an amount"),
        (a_deal("X", "$15 million", status="rumoured"), "rumoured"),
        (a_deal("X", "$15 million", status="projected"), "projected"),
        (a_deal("X", "$15 million", status="denied"), "denied"),
    ],
)
def test_what_is_not_counted_says_why(left_out, why):
    added = tally([SEED, left_out], "USD")
    assert added.total == "USD 113000000"
    assert [line.why for line in added.left_out] == [why]
    assert sentences("$113M", SEED, left_out)[-1] == f"Not counted: “X”, {why}."


@pytest.mark.parametrize(
    ("amounts", "total"),
    [
        (["$10M", "$5M"], "USD 15000000"),
        (["$10M", "about $5M"], "~USD 15000000"),
        (["$10M", "$5M+"], "USD >=15000000"),
        (["$10M", "up to $5M"], "USD 10000000..15000000"),
        (["$10M–12M", "$5M"], "USD 15000000..17000000"),
    ],
)
def test_the_sum_is_as_exact_as_its_parts(amounts, total):
    rounds = [a_deal(f"Round {number}", amount) for number, amount in enumerate(amounts)]
    assert tally(rounds, "USD").total == total


def test_a_total_that_fits_by_rounding_says_how_far_it_is():
    said = sentences("$1.4 billion", SEED, SERIES_A, LOAN, RUMOUR)
    assert said == [
        "3 of 4 rounds count; they come to $1.358B.",
        "The stated total of $1.4B fits: it is $42M (3.1%) more.",
        "$830M of it is debt (61%).",
        "Not counted: “Rumoured raise”, rumoured.",
    ]


def test_a_total_that_does_not_fit_says_so():
    said = sentences("$3 billion", SEED, LOAN)
    assert "The stated total of $3B does not fit: it is $2.057B (218.1%) more." in said


def test_a_limit_far_below_the_sum_is_called_one():
    [_, verdict, *_] = sentences("$100M+", SEED, SERIES_A)
    assert verdict.startswith("The stated total of $100M+ fits, though only as a limit")


@pytest.mark.parametrize(
    ("stated", "rounds", "explanation"),
    [
        ("$528M", (SEED, SERIES_A, LOAN), "Without the debt it fits."),
        ("$4.4B", (SEED, LOAN, RUMOUR), "With “Rumoured raise”, which is rumoured, it fits."),
        ("$1.47B", (SEED, SERIES_A, MIX, LOAN), "It fits “Series B”, “Loan” alone."),
        ("$2.9B", (SEED, SERIES_A, LOAN), ""),
        ("$1.358B", (SEED, SERIES_A, LOAN), ""),
        ("undisclosed", (SEED, SERIES_A), ""),
    ],
)
def test_what_explains_a_difference(stated, rounds, explanation):
    assert tally(rounds, "USD").explained(Quantity.read(stated)) == explanation


def test_a_total_that_two_selections_would_make_is_not_explained():
    twins = [a_deal("One", "$10M"), a_deal("Two", "$10M"), a_deal("Three", "$50M")]
    assert tally(twins, "USD").explained(Quantity("USD 10000000")) == ""


def test_a_mixed_round_is_partly_debt():
    assert "Partly debt, without a stated share: “Series B”." in sentences("$753M", SEED, MIX)


def test_no_round_in_the_currency():
    said = sentences("$5M", a_deal("Seed", "€4 million"))
    assert said == [
        "No round has an amount in USD that counts.",
        "Not counted: “Seed”, not in USD.",
    ]


@pytest.mark.django_db
class TestRows:
    def test_rounds_in_order_of_their_dates(self):
        company = a_company(total_funding="EUR 30000000")
        a_round(company, "Series B", date="2023")
        a_round(company, "Series A", date="2021-06")
        names = [line.round.name for line in tally_of(company).lines]
        assert names == ["Series A of June 2021", "Series B of 2023"]

    def test_the_status_is_that_of_the_accepted_amount(self):
        company = a_company(total_funding="EUR 30000000")
        funding_round = a_round(company)
        claim = restate(funding_round, "amount", "EUR 11000000")
        edit(claim, status="rumoured")
        [line] = tally_of(company).lines
        assert (line.counted, line.why) == (None, "rumoured")

    @pytest.mark.parametrize("stated", ["", "undisclosed"])
    def test_without_a_total_there_is_nothing_to_add_up(self, stated):
        assert tally_of(a_company(total_funding=stated)) is None
