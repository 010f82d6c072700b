"""Kept reports are those that would be made now, whatever changed since; and no others are made."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from profiles.models import Claim, Company, Record, Section, Source
from profiles.provenance.captures.archiving import capture
from profiles.provenance.claims.assert_and_cite import amend
from profiles.provenance.claims.freshness import confirm
from profiles.provenance.quotes.verification import verify
from profiles.provenance.sources.merging import merge
from profiles.review.cached_reports import cached_reports
from profiles.review.reports import report
from profiles.workbook.applying.apply import import_workbook
from profiles.workbook.formats.sheets import Row as Line
from profiles.workbook.formats.sheets import Sheet
from profiles.workbook.planning.plan import Mode
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
    an_investment,
    cited,
    edit,
    person,
    restate,
    rule,
)

pytestmark = pytest.mark.django_db

EARLIEST, LATEST = "Etc/GMT+12", "Pacific/Kiritimati"  # there it is always a later day


@pytest.fixture
def acme():
    return a_cited_profile("acme")


@pytest.fixture
def brik():
    return a_cited_profile("brik")


def kept(company):
    """What is kept of the profile, after a comparison with what would be made now."""
    found = dict(cached_reports(Company.objects.all()))[company]
    assert list(found) == list(report([company]))
    return found


def changed(company, work):
    """Whether the report of this profile is another one after the work; each is the true one."""
    before = kept(company)
    work()
    return kept(company) != before


def accepted(company, fact):
    return Claim.objects.accepted().get(record=company.pk, fact=fact)


def is_kept(work, *companies):
    """Whether nothing of these profiles is made anew after the work."""
    list(cached_reports(companies))
    work()
    return len(cached_reports(companies, at_most=0)) == len(companies)


def later(days=1):
    return timezone.now() + timedelta(days=days)


class TestRecords:
    def test_a_value_is_edited(self, acme):
        assert changed(acme, lambda: edit(acme, tagline="Anvils"))

    def test_a_row_is_added_and_deleted(self, acme):
        assert changed(acme, lambda: a_round(acme))
        assert changed(acme, lambda: acme.rounds.get().delete())

    def test_a_row_of_a_row(self, acme):
        funding_round = a_round(acme)
        assert changed(acme, lambda: an_investment(funding_round, a_company("fund")))

    def test_a_row_goes_and_another_comes(self, acme):
        old = a_body(Section, company=acme, heading="About", body="Acme is.")

        def instead():
            old.delete()
            a_body(Section, company=acme, heading="History", body="Acme was.")

        assert changed(acme, instead)

    def test_a_row_moves_to_another_profile(self, acme, brik):
        funding_round = a_round(acme)
        before = kept(acme), kept(brik)
        edit(funding_round, company=brik)
        assert (kept(acme) != before[0], kept(brik) != before[1]) == (True, True)

    def test_a_role_brings_its_person_and_what_is_said_of_them(self, acme):
        jane = edit(a_person(), education="Lyon")
        assert changed(acme, lambda: a_role(acme, jane))
        assert changed(acme, lambda: edit(jane, education="Paris"))
        assert changed(acme, lambda: acme.roles.get().delete())

    def test_another_profile_that_a_row_names_is_renamed(self, acme):
        fund = a_company("fund")
        an_investment(a_round(acme), fund)
        assert changed(acme, lambda: edit(fund, name="Funds United"))

    def test_an_import_writes_in_bulk(self, acme):
        row = Line(2, {"key": "acme", "name": "Acme", "tagline": "Anvils"})
        sheet = Sheet("companies", ["key", "name", "tagline"], [row])
        assert changed(acme, lambda: import_workbook([sheet], by=person("erin"), mode=Mode.ACCEPT))


class TestClaims:
    def test_added_ruled_on_and_deleted(self, acme):
        assert changed(acme, lambda: a_claim(acme, "founded", "2018"))
        claim = Claim.objects.get(value="2018")
        assert changed(acme, lambda: rule(claim))
        assert changed(acme, lambda: Claim.objects.get(value="2019-04").delete()) is False
        assert changed(acme, lambda: claim.delete())

    def test_recorded_otherwise(self, acme):
        restate(acme, "founded", "2018")
        rejected = Claim.objects.get(value="2019-04")
        terms = {"printed": "", "as_of": "", "status": "confirmed"}
        assert changed(acme, lambda: amend(claim=rejected, **terms))

    def test_a_citation_is_added_and_removed(self, acme):
        claim, herald = accepted(acme, "founded"), a_source("herald")
        assert changed(acme, lambda: a_citation(claim, source=herald))
        assert changed(acme, lambda: claim.citations.get(capture__source=herald).delete())

    def test_a_confirmation(self, acme, erin):
        old = a_source("old", published="2020-01")
        cited(edit(acme, headcount="100"), "headcount", source=old)
        claim = accepted(acme, "headcount")
        assert changed(acme, lambda: confirm(claim=claim, by=erin))
        assert changed(acme, lambda: claim.confirmations.get().delete())


class TestChecks:
    @pytest.fixture
    def herald(self, acme):
        herald = a_source("herald", text="It raised €385 million.")
        quote = "raised €385 million"
        rule(a_claim(acme, "total_funding", "EUR 385000000", quote=quote, source=herald))
        return herald

    def test_a_new_capture_lacks_the_quote(self, acme, herald):
        assert changed(acme, lambda: capture(source=herald, content="Gone.", seen_at=later()))
        text = "It raised €385 million. Yes."
        assert changed(acme, lambda: capture(source=herald, content=text, seen_at=later(2)))

    def test_the_first_text_of_a_source(self, acme):
        herald = a_source("herald")
        rule(a_claim(acme, "tagline", "Better", quote="Better anvils", source=herald))
        text = "Better anvils."
        assert changed(acme, lambda: capture(source=herald, content=text, seen_at=later()))

    def test_another_quote_of_one_citation(self, acme, herald):
        citation = accepted(acme, "total_funding").citations.get()

        def misquote():
            edit(citation, exact="raised €500 million")
            verify([citation])

        assert changed(acme, misquote)


class TestSources:
    def test_retracted_and_in_force_again(self, acme):
        gazette = Source.objects.get(key="gazette")
        assert changed(acme, lambda: edit(gazette, standing="retracted"))
        assert changed(acme, lambda: edit(gazette, standing="in-force"))

    def test_its_original_is_retracted(self, acme):
        wire = a_source("wire")
        edit(Source.objects.get(key="gazette"), canonical=wire)
        assert changed(acme, lambda: edit(wire, standing="retracted"))

    def test_the_original_of_its_original_is_retracted(self, acme):
        agency = a_source("agency")
        wire = a_source("wire", derived_from=agency)
        edit(Source.objects.get(key="gazette"), canonical=wire)
        assert changed(acme, lambda: edit(agency, standing="retracted"))

    def test_it_turns_out_to_be_a_copy(self, acme):
        copy = a_source("copy")
        a_citation(accepted(acme, "founded"), source=copy)
        assert changed(acme, lambda: edit(copy, canonical=a_source("gazette")))

    def test_it_is_renamed_and_dated(self, acme):
        gazette = Source.objects.get(key="gazette")
        cited(edit(acme, headcount="100"), "headcount", source=gazette)
        assert changed(acme, lambda: edit(gazette, title="The Daily Gazette"))
        assert changed(acme, lambda: edit(gazette, published="2020-01"))

    def test_two_become_one(self, acme, erin):
        double = a_source("double")
        a_citation(accepted(acme, "founded"), source=double)
        gazette = Source.objects.get(key="gazette")
        assert changed(acme, lambda: merge(duplicate=double, into=gazette, by=erin))

    def test_a_footnote_gets_its_source_and_loses_it(self, acme):
        a_body(Section, company=acme, heading="About", body="Acme is.[^herald]")
        assert changed(acme, lambda: a_source("herald"))
        assert changed(acme, lambda: edit(Source.objects.get(key="herald"), key="sun"))

    def test_a_new_source_that_nothing_rests_on_leaves_every_report_as_it_is(self, acme):
        a_body(Section, company=acme, heading="About", body="Acme is.[^herald]")
        assert is_kept(lambda: a_source("sun"), acme)
        assert not is_kept(lambda: a_source("herald"), acme)


def test_a_day_passes(acme):
    old = a_source("old", published="2020-01")
    cited(edit(acme, headcount="100"), "headcount", source=old)
    with timezone.override(EARLIEST):
        before = kept(acme)
    with timezone.override(LATEST):
        assert kept(acme) != before


def test_a_change_in_one_profile_leaves_the_others_as_they_are(acme, brik):
    assert is_kept(lambda: edit(brik, tagline="Bricks"), acme)
    assert is_kept(lambda: a_claim(brik, "founded", "2018"), acme)
    assert not is_kept(lambda: edit(brik, tagline="More bricks"), acme, brik)


def test_many_are_made_in_steps_and_none_twice(acme, brik):
    corp, all_of_them = a_cited_profile("corp"), list(Company.objects.order_by("name"))
    assert list(cached_reports(all_of_them, at_most=2)) == [acme, brik]
    assert list(cached_reports(all_of_them, at_most=0)) == [acme, brik]
    assert list(cached_reports(all_of_them, at_most=2)) == [acme, brik, corp]
    assert list(cached_reports([corp, acme], at_most=0)) == [corp, acme]


class BrokenOff(Exception):
    pass


def test_what_was_made_before_a_request_is_broken_off_is_kept(acme, brik):
    corp = a_cited_profile("corp")
    one = asked(lambda: cached_reports([corp]))
    with connection.execute_wrapper(breaking_after(one + 2)), pytest.raises(BrokenOff):
        cached_reports([acme, brik])
    assert list(cached_reports([acme, brik], at_most=0)) == [acme]


def breaking_after(number):
    left = iter(range(number))

    def wrapper(execute, *args):
        if next(left, None) is None:
            raise BrokenOff
        return execute(*args)

    return wrapper


@pytest.mark.parametrize("number", [3, 12])
def test_kept_ones_take_the_same_few_queries_however_many_they_are(number):
    for each in range(number):
        edit(a_cited_profile(f"company-{each}"), tagline="Anvils")
    companies = list(Company.objects.all())
    assert asked(lambda: cached_reports(companies)) > number * 10
    assert asked(lambda: cached_reports(companies)) == 8


def test_a_profile_that_was_deleted_meanwhile_is_no_error(acme, brik):
    Record.objects.filter(pk=brik.pk).delete()
    assert cached_reports([acme, brik])[brik] == ()


def asked(work):
    with CaptureQueriesContext(connection) as queries:
        work()
    return len(queries)
