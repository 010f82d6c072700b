"""What the candidate says of its quotes, and of when somebody has to look again."""

from datetime import UTC, datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from profiles.document.schema import Check
from profiles.document.seal import canonical
from profiles.document.snapshot import snapshot
from profiles.provenance.captures.archiving import capture, recheck
from profiles.provenance.claims.assert_and_cite import amend
from profiles.provenance.claims.freshness import confirm
from tests.factories import a_cited_profile, a_claim, a_round, a_source, person, rule

pytestmark = pytest.mark.django_db

SAID = "Acme moved to Lyon – in 2018."
MARCH = datetime(2100, 3, 3, tzinfo=UTC)  # after what the factory captures today


@pytest.fixture
def company():
    return a_cited_profile()


def cited(company, quote, *, source=None):
    """A ruling for a value that this quote of the herald gives."""
    source = source or a_source("herald")
    rule(a_claim(company, "headquarters", "Lyon, France", source=source, quote=quote))
    company.refresh_from_db()
    return source


def found(company) -> Check:
    [citation] = snapshot(company).company.fact("headquarters").claim.citations
    return citation.check


def archived(source, text=SAID, **columns):
    capture(source=source, content=text, seen_at=MARCH, **columns)


@pytest.mark.parametrize(
    ("quote", "expected"),
    [
        ("moved to Lyon", Check(outcome="exact", depth="full", seen="2100-03-03")),
        (
            "Lyon - in 2018",
            Check(outcome="normalised", rules=("dashes",), depth="full", seen="2100-03-03"),
        ),
        ("moved to Paris", Check(outcome="missing", depth="full", seen="2100-03-03")),
    ],
)
def test_a_quote_that_was_looked_for(company, quote, expected):
    archived(cited(company, quote))
    assert found(company) == expected


UNREAD = "; the figure or date that it gives could not be read"


@pytest.mark.parametrize(
    ("quote", "value", "words"),
    [
        ("It has 150 people", "", ""),
        ("It has not 150 people", "unread", UNREAD),
        ("It has 83 squillion people", "unread", UNREAD),
        ("It has 90 people", "other", ", where it gives another value"),
        ("It has people", "", ""),
    ],
)  # fmt: skip
def test_what_is_found_of_a_figure_says_whether_it_was_compared(company, quote, value, words):
    source = a_source("herald")
    rule(a_claim(company, "headcount", "150 people", source=source, quote=quote))
    archived(source, f"{quote}, all told.")
    company.refresh_from_db()
    [citation] = snapshot(company).company.fact("headcount").claim.citations
    assert citation.check.value == value
    found = "found word for word in the full text archived on 3 March 2100"
    assert citation.check.words == f"{found}{words}"


@pytest.mark.parametrize(
    ("quote", "why"),
    [("moved to Lyon", "nothing archived"), ("", "no quote"), ("20", "too short")],
)
def test_a_quote_that_was_not_says_why(company, quote, why):
    cited(company, quote)
    check = found(company)
    assert (check.outcome, check.why, check.depth) == ("unchecked", why, "none")
    assert not check.is_found


@pytest.mark.parametrize(("quote", "why"), [("to Lyon", "beyond a fingerprint"), ("", "no quote")])
def test_a_short_quote_is_beyond_the_fingerprint_that_came_later(company, quote, why):
    archived(cited(company, quote), depth="fingerprint")
    assert (found(company).outcome, found(company).why) == ("unchecked", why)


def test_the_fingerprint_of_another_source_says_nothing_of_it(company):
    cited(company, "to Lyon")
    archived(a_source("gazette"), depth="fingerprint")
    assert found(company).why == "nothing archived"


def test_a_quote_whose_check_was_thrown_away_waits_for_the_next(company):
    source = a_source("herald", text=SAID)
    cited(company, "moved to Lyon", source=source)
    assert found(company).outcome == "exact"
    company.record.claims.get(value="Lyon, France").citations.get().checks.all().delete()
    assert (found(company).outcome, found(company).why) == ("unchecked", "not yet")
    recheck(source)
    assert found(company).outcome == "exact"


@pytest.mark.parametrize("depth", ["excerpt", "stub"])
def test_how_much_is_archived_is_told(company, depth):
    archived(cited(company, "moved to Paris"), depth=depth)
    assert (found(company).outcome, found(company).depth) == ("missing", depth)


def test_a_quote_that_a_later_full_text_lacks_was_there_and_is_gone(company):
    source = a_source("herald", text=SAID)
    cited(company, "moved to Lyon", source=source)
    archived(source, "Acme moved to Lille.")
    check = found(company)
    assert (check.outcome, check.gone) == ("exact", "2100-03-03")
    assert check.is_lost


def test_an_excerpt_that_lacks_it_proves_nothing_gone(company):
    source = a_source("herald", text=SAID)
    cited(company, "moved to Lyon", source=source)
    archived(source, "Acme.", depth="excerpt")
    assert found(company).gone == ""


def test_the_text_that_is_cited_counts_before_any_other(company):
    source = a_source("herald", text="Nothing of the kind.")
    cited(company, "moved to Lyon", source=source)
    archived(source)
    assert found(company).outcome == "elsewhere"


def test_looking_again_and_finding_the_same_changes_no_byte(company):
    source = a_source("herald", text=SAID)
    cited(company, "moved to Lyon", source=source)
    before = canonical(snapshot(company))
    recheck(source)
    assert canonical(snapshot(company)) == before


class TestFreshness:
    @pytest.fixture
    def headcount(self, company):
        claim = a_claim(company, "headcount", "100 people")
        amend(claim=claim, printed="", as_of="2025-10", status="reported")
        rule(claim)
        company.refresh_from_db()
        return claim

    def of(self, company, fact):
        return snapshot(company).company.fact(fact).claim.freshness

    def test_what_changes_has_the_day_to_look_again(self, company, headcount):
        freshness = self.of(company, "headcount")
        assert (freshness.known, freshness.look_again) == ("2025-10-31", "2026-05-02")
        assert freshness.confirmed == ""

    def test_what_stays_true_has_none(self, company):
        assert not self.of(company, "founded")

    def test_whoever_looked_again_moves_the_day(self, company, headcount):
        today = confirm(claim=headcount, by=person("erin")).at.date()
        freshness = self.of(company, "headcount")
        assert freshness.confirmed == freshness.known == today.isoformat()
        assert freshness.look_again > today.isoformat()

    def test_a_look_at_what_stays_true_is_told_as_well(self, company):
        claim = company.record.claims.get(fact="founded")
        today = confirm(claim=claim, by=person("erin")).at.date()
        freshness = self.of(company, "founded")
        assert (freshness.confirmed, freshness.look_again) == (today.isoformat(), "")


def test_the_number_of_queries_does_not_grow_with_the_checks(company, django_assert_num_queries):
    source = a_source("herald", text=SAID)
    cited(company, "moved to Lyon", source=source)
    a_round(company)
    with CaptureQueriesContext(connection) as few:
        snapshot(company)
    for number in range(4):
        claimed = a_claim(
            a_round(company, f"Round {number}"), "label", source=source, quote="moved to Lyon"
        )
        assert claimed.citations.exclude(exact="").get().checks.count() == 1
    with django_assert_num_queries(len(few)):
        snapshot(company)
