"""Each trouble with a profile that has it, and the same profile without."""

from datetime import timedelta
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from profiles.models import Claim, Section, Source
from profiles.provenance.captures.archiving import capture
from profiles.provenance.claims.freshness import confirm
from profiles.review.reports import Trouble, report
from tests.factories import (
    a_body,
    a_citation,
    a_cited_profile,
    a_claim,
    a_company,
    a_person,
    a_role,
    a_round,
    a_source,
    cited,
    edit,
    rule,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def company():
    return a_cited_profile()


def found(company, trouble):
    """(fact, value, why) of the rows of this trouble."""
    company.refresh_from_db()
    return [(row.fact, row.value, row.why) for row in report([company], [trouble])]


def facts(company, trouble):
    return [fact for fact, _, _ in found(company, trouble)]


def accepted(company, fact):
    return Claim.objects.accepted().get(record=company.record, fact=fact)


class TestUncited:
    def test_no_source(self, company):
        assert found(company, Trouble.UNCITED) == []
        edit(company, tagline="Better")
        assert found(company, Trouble.UNCITED) == [
            ("tagline", "Better", "No source is cited for it.")
        ]
        cited(company, "tagline")
        assert found(company, Trouble.UNCITED) == []

    def test_nobody_accepted_a_value(self, company):
        claim = a_claim(company, "tagline", "Better")
        why = "It has sources, but nobody has accepted a value."
        assert found(company, Trouble.UNCITED) == [("tagline", "", why)]
        rule(claim)
        assert found(company, Trouble.UNCITED) == []

    def test_the_sources_were_cited_for_another_value(self, company):
        edit(company, founded="2018")
        why = "Its sources were cited for “April 2019”."
        assert found(company, Trouble.UNCITED) == [("founded", "2018", why)]
        edit(company, founded="2019-04")
        assert found(company, Trouble.UNCITED) == []

    def test_every_source_is_retracted(self, company):
        cited(edit(company, tagline="Better"), "tagline", source=a_source("herald"))
        edit(a_source("herald"), standing="retracted")
        why = "Every source that supports it is retracted."
        assert found(company, Trouble.UNCITED) == [("tagline", "Better", why)]
        a_citation(accepted(company, "tagline"), source=a_source())
        assert found(company, Trouble.UNCITED) == []

    def test_prose_without_a_footnote_that_stands(self, company):
        section = a_body(Section, company=company, heading="About", body="Acme is.[^herald]")
        a_source("herald", standing="retracted")
        [(fact, _, why)] = found(company, Trouble.UNCITED)
        assert (fact, why) == ("body", "None of its footnotes names a source that stands.")
        edit(section, body="Acme is.[^gazette]")
        assert "body" not in facts(company, Trouble.UNCITED)

    def test_what_another_fact_covers_and_what_is_empty(self, company):
        a_role(company, a_person(), title="Chair", group="board")
        edit(company, country="FR")
        troubled = {row.fact for row in report([company])}
        assert {"title", "headquarters"} <= troubled
        assert not {"group", "country", "mission"} & troubled

    def test_what_would_be_covered_by_a_fact_that_has_no_source(self):
        company = a_company(headquarters="Paris, France", country="FR")
        assert "country" in facts(company, Trouble.UNCITED)
        cited(company, "headquarters")
        assert "country" not in facts(company, Trouble.UNCITED)


def test_contested(company):
    claim = a_claim(company, "founded", "2018")
    assert found(company, Trouble.CONTESTED) == [
        ("founded", "April 2019", "Nobody has ruled on “2018”.")
    ]
    rule(claim)
    assert found(company, Trouble.CONTESTED) == []


def test_what_can_be_true_as_well_is_not_contested(company):
    a_claim(company, "founded", "2019")
    assert found(company, Trouble.CONTESTED) == []


class TestSingleSource:
    def test_one_article(self, company):
        assert ("founded", "April 2019", "Only “Gazette” says so.") in found(
            company, Trouble.SINGLE_SOURCE
        )
        a_citation(accepted(company, "founded"), source=a_source("herald"))
        assert "founded" not in facts(company, Trouble.SINGLE_SOURCE)

    def test_a_copy_is_no_second_witness(self, company):
        copy = a_source("copy", canonical=a_source())
        a_citation(accepted(company, "founded"), source=copy)
        why = "2 articles say so, of 1 independent source."
        assert ("founded", "April 2019", why) in found(company, Trouble.SINGLE_SOURCE)
        edit(copy, canonical=None)
        assert "founded" not in facts(company, Trouble.SINGLE_SOURCE)

    def test_prose(self, company):
        section = a_body(Section, company=company, heading="About", body="Acme is.[^gazette]")
        assert "body" in facts(company, Trouble.SINGLE_SOURCE)
        a_source("herald")
        edit(section, body="Acme is.[^gazette][^herald]")
        assert "body" not in facts(company, Trouble.SINGLE_SOURCE)


def test_stale(company, erin):
    cited(edit(company, headcount="100"), "headcount", source=a_source("old", published="2020-01"))
    [(fact, value, why)] = found(company, Trouble.STALE)
    assert (fact, value) == ("headcount", "100 people")
    assert why.startswith("Last known on 31 January 2020: overdue by ")
    confirm(claim=accepted(company, "headcount"), by=erin)
    assert found(company, Trouble.STALE) == []


class TestUnverifiable:
    def test_no_quote(self, company):
        why = "No citation quotes its source."
        assert ("founded", "April 2019", why) in found(company, Trouble.UNVERIFIABLE)

    def test_no_text(self, company):
        source = a_source("herald")
        cited_with_quote(company, "tagline", "Better", "Better anvils", source)
        why = "No text of its sources is captured, so no quote could be checked."
        assert ("tagline", "Better", why) in found(company, Trouble.UNVERIFIABLE)
        capture(source=source, content="Better anvils.", seen_at=later())
        assert "tagline" not in facts(company, Trouble.UNVERIFIABLE)

    def test_a_quote_that_was_looked_for_in_vain_was_checked(self, company):
        source = a_source("herald", text="Nothing of the kind.")
        cited_with_quote(company, "tagline", "Better", "Better anvils", source)
        assert "tagline" not in facts(company, Trouble.UNVERIFIABLE)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("Gone.", "The words quoted are gone from the latest text of Herald."),
        (
            "It raised €400 million.",
            "The words quoted give another value now in the latest text of Herald.",
        ),
    ],
)
def test_drifted(company, text, why):
    source = a_source("herald", text="It raised €385 million.")
    cited_with_quote(company, "total_funding", "EUR 385000000", "raised €385 million", source)
    assert found(company, Trouble.DRIFTED) == []
    capture(source=source, content=text, seen_at=later())
    assert found(company, Trouble.DRIFTED) == [("total_funding", "€385M", why)]
    capture(source=source, content="It raised €385 million. Yes.", seen_at=later(2))
    assert found(company, Trouble.DRIFTED) == []


def test_ruled_before_new_evidence(company):
    rule(a_claim(company, "founded", "2018", source=a_source("herald")), reason="newer")
    assert found(company, Trouble.REOPENED) == []
    edit(Source.objects.get(key="herald"), standing="retracted")
    why = "Herald was retracted after the ruling."
    assert found(company, Trouble.REOPENED) == [("founded", "2018", why)]


def test_a_row_says_where_it_is(company):
    edit(company, tagline="Better")
    [row] = report([company], [Trouble.UNCITED])
    assert (row.profile, row.ref, row.name, row.record_id) == (
        "acme", "company/acme", "Acme", company.pk,
    )  # fmt: skip
    assert str(row) == "uncited: acme: company/acme tagline: No source is cited for it."


def test_several_profiles_each_with_its_own(company):
    rows = report([company, a_company("brik", tagline="Bricks")], [Trouble.UNCITED])
    assert [(row.profile, row.fact) for row in rows] == [("brik", "name"), ("brik", "tagline")]


def test_the_number_of_queries_does_not_grow_with_the_profile(company):
    a_round(company, "Round 0")
    before = queries(company)
    for number in range(1, 6):
        a_round(company, f"Round {number}")
        edit(company, tagline=f"Better {number}")
    assert len(list(report([company]))) > 20
    assert queries(company) == before


class TestCommand:
    def test_without_the_option_it_prints_findings(self, company):
        assert run("acme") == "No errors, 0 warnings.\n"

    def test_it_prints_the_rows_and_fails(self, company):
        edit(company, tagline="Better")
        out = StringIO()
        with pytest.raises(CommandError, match=r"^1 troubles \(uncited, stale\)\.$") as failed:
            call_command("check_profiles", "acme", "--report", "uncited", "stale", stdout=out)
        assert failed.value.returncode == 1
        assert out.getvalue() == (
            "uncited: acme: company/acme tagline: No source is cited for it.\n"
        )

    def test_troubles_that_nobody_asked_for_do_not_fail_it(self, company):
        edit(company, tagline="Better")
        assert run("acme", "--report", "stale") == "No trouble (stale).\n"

    def test_without_names_it_is_all_of_them(self, company):
        with pytest.raises(CommandError, match="single-source, stale"):
            run("acme", "--report")

    def test_an_unknown_trouble_is_refused(self, company):
        with pytest.raises(CommandError, match="invalid choice: 'gossip'"):
            run("acme", "--report", "gossip")


def run(*args):
    out = StringIO()
    call_command("check_profiles", *args, stdout=out, no_color=True)
    return out.getvalue()


def queries(company):
    with CaptureQueriesContext(
        connection,
    ) as asked:
        list(report([company]))
    return len(asked)


def cited_with_quote(company, fact, value, quote, source):
    rule(a_claim(company, fact, value, quote=quote, source=source))


def later(days=1):
    return timezone.now() + timedelta(days=days)
