"""A quote that is gone, never was there or says something else: seen on the desk until answered."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from profiles.provenance.captures.archiving import capture
from profiles.provenance.claims.assert_and_cite import assert_value, cite
from profiles.provenance.claims.evidence_state import State, evidence_for
from profiles.provenance.claims.freshness import confirm
from profiles.provenance.claims.rulings import accept
from profiles.review.checks import check
from profiles.review.reports import Trouble, report
from tests.factories import a_cited_profile, a_claim, a_source, edit, rule

pytestmark = pytest.mark.django_db

FIRST = "Acme was founded in April 2019. It raised €385 million."
SECOND = "Acme was founded in April 2019. It raised €400 million."
GONE = "Acme was founded in April 2019."


@pytest.fixture
def company():
    return edit(a_cited_profile(), total_funding="EUR 385000000")


@pytest.fixture
def source():
    return a_source("herald", text=FIRST)


@pytest.fixture
def claim(company, source):
    claim = a_claim(company, "total_funding", source=source, quote="raised €385 million")
    rule(claim)
    return claim


def captured(source, text, **about):
    return capture(source=source, content=text, seen_at=timezone.now() + timedelta(days=1), **about)


def evidence(company):
    company.refresh_from_db()
    return evidence_for(company)["total_funding"]


def state(company) -> State:
    return evidence(company).state


def findings(company) -> list[tuple[str, str, str]]:
    company.refresh_from_db()
    found = [f for f in check(company) if f.code in ("drifted", "misquoted")]
    return [(f.severity.value, f.code, f.fact) for f in found]


def mark(client, company) -> str:
    form = client.get(reverse("admin:profiles_company_change", args=[company.pk]))
    mark = form.content.decode().split(f"/{company.pk}/total_funding/")[1].split("</a>")[0]
    return mark.split('class="words">')[1].removesuffix("</span>")


@pytest.mark.usefixtures("claim")
class TestDrift:
    def test_the_fact_whose_words_are_gone_goes_back_to_review_and_no_other(self, company, source):
        founded = a_claim(company, "founded", "2019-04", source=source, quote="in April 2019")
        rule(founded)
        assert (state(company), findings(company)) == (State.CITED, [])
        captured(source, GONE)
        assert state(company) == State.DRIFTED
        assert findings(company) == [("error", "drifted", "total_funding")]

    def test_its_mark_and_its_page_say_so(self, company, source, as_user, erin):
        client = as_user(erin)
        assert mark(client, company) == "1 source"
        captured(source, SECOND)
        assert mark(client, company) == "source changed"
        address = reverse("admin:profiles_fact", args=[company.pk, "total_funding"])
        for shown in (address, f"{address}?drawer"):
            page = client.get(shown).content.decode()
            assert "give another value now in the latest text of Herald." in page
            assert "There it reads now: <q>raised €400 million</q>" in page

    def test_the_value_stays_in_the_release(self, company, source):
        captured(source, GONE)
        assert evidence(company).publishable

    def test_what_an_excerpt_lacks_is_not_gone(self, company, source):
        captured(source, GONE, depth="excerpt")
        assert (state(company), findings(company)) == (State.CITED, [])

    def test_a_confirmation_answers_it(self, company, source, claim, erin):
        confirm(claim=claim, by=erin)
        captured(source, GONE)
        assert state(company) == State.DRIFTED
        confirm(claim=claim, by=erin)
        assert (state(company), findings(company)) == (State.CITED, [])

    def test_a_ruling_answers_it(self, company, source, claim, erin):
        captured(source, GONE)
        accept(claim=claim, by=erin)
        assert state(company) == State.CITED

    def test_the_next_edition_asks_again(self, company, source, claim, erin):
        captured(source, GONE)
        confirm(claim=claim, by=erin)
        captured(source, f"{GONE} More.")
        assert state(company) == State.DRIFTED

    def test_citing_what_it_says_now_answers_it(self, company, source, claim):
        captured(source, "Acme raised some €385 million.")
        assert state(company) == State.DRIFTED
        cite(claim=claim, source=source, quote="has no such words")
        assert state(company) == State.MISQUOTED
        claim.citations.last().delete()
        cite(claim=claim, source=source, quote="raised some €385 million")
        assert state(company) == State.CITED

    def test_another_source_does_not_answer_it(self, company, source, claim):
        captured(source, GONE)
        cite(claim=claim, source=a_source("gazette"), quote="raised €385 million")
        assert state(company) == State.DRIFTED

    def test_the_new_value_becomes_a_rival_to_rule_on(self, company, source, erin):
        captured(source, SECOND)
        rival = assert_value(record=company.record, fact="total_funding", value="EUR 400000000")
        cite(claim=rival, source=source, quote="raised €400 million")
        assert state(company) == State.CONTESTED
        accept(claim=rival, by=erin, reason="newer")
        assert state(company) == State.CITED

    def test_a_retracted_source_is_the_graver_trouble(self, company, source):
        captured(source, GONE)
        edit(source, standing="retracted")
        assert state(company) == State.RETRACTED
        assert findings(company) == []


class TestMisquoted:
    def test_a_quote_that_never_was_in_its_source_stops_a_submission(self, company, source):
        claim = a_claim(company, "total_funding", source=source, quote="raised a great deal")
        rule(claim)
        assert state(company) == State.MISQUOTED
        assert findings(company) == [("error", "misquoted", "total_funding")]
        [row] = report([company], [Trouble.MISQUOTED])
        assert row.why == "The words quoted are not in the text of Herald."
        assert list(report([company], [Trouble.DRIFTED])) == []

    def test_one_that_says_another_value_is_a_warning(self, company, source, as_user, erin):
        edit(company, total_funding="EUR 500000000")
        rule(a_claim(company, "total_funding", source=source, quote="raised €385 million"))
        assert state(company) == State.MISQUOTED
        assert findings(company) == [("warning", "misquoted", "total_funding")]
        assert mark(as_user(erin), company) == "quote says another value"

    def test_a_source_archived_later_tells_it_too(self, company):
        source = a_source("herald")
        rule(a_claim(company, "total_funding", source=source, quote="raised a great deal"))
        assert state(company) == State.CITED
        captured(source, GONE, depth="stub")
        assert state(company) == State.CITED
        captured(source, FIRST)
        assert state(company) == State.MISQUOTED

    def test_a_later_edition_that_has_it_clears_it(self, company, source):
        rule(a_claim(company, "total_funding", source=source, quote="raised a great deal"))
        assert state(company) == State.MISQUOTED
        captured(source, "It raised a great deal.")
        assert state(company) == State.CITED

    def test_words_that_support_nothing_are_not_held_against_the_value(self, company, source):
        claim = a_claim(company, "total_funding", source=source, quote="raised €385 million")
        rule(claim)
        cite(claim=claim, source=source, quote="raised a great deal", stance="context")
        assert state(company) == State.CITED
