"""Nobody approves a change that holds anything of their own, in whichever way it came in."""

import pytest

from profiles.facts import RECORD_TYPES
from profiles.models import Investment, Link, Name, Record, Section, Source
from profiles.models.history import acting
from profiles.provenance.claims.rulings import accept, reject, reopen
from profiles.publishing.actions import publish
from profiles.review.actions import approve, submit
from profiles.review.policies import Refused
from profiles.workbook.applying.apply import import_workbook
from profiles.workbook.formats.sheets import Row, Sheet
from profiles.workbook.planning.plan import Mode
from tests.factories import (
    a_body,
    a_citation,
    a_cited_profile,
    a_claim,
    a_company,
    a_person,
    a_release,
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


@pytest.fixture
def company():
    """A profile with a live release in which nobody but Erin had a hand."""
    profile = a_cited_profile()
    a_round(profile)
    return a_release(profile).profile.company


def one_fact(company, who):
    edit(company, headquarters="Lyon, France", by=who)
    rule(a_claim(company, "headquarters", by=person("erin")))


def one_claim(company, who):
    rule(a_claim(company, "headquarters", "Lyon, France", by=who))


def one_citation(company, who):
    claim = company.record.claims.get(fact="founded")
    a_citation(claim, source=a_source("herald"), by=who)


def one_ruling(company, who):
    claim = a_claim(company, "founded", "2018", source=a_source("herald"))
    with acting(by=who):
        accept(claim=claim, by=who, reason="primary")


def one_rejection(company, who):
    claim = a_claim(company, "founded", "2018", source=a_source("herald"))
    with acting(by=who):
        reject(claim=claim, by=who, reason="mistaken")


def one_ruling_without_a_session(company, who):
    """E.g. from a command that does not say who acts: the decider counts all the same."""
    claim = a_claim(company, "founded", "2018", source=a_source("herald"))
    accept(claim=claim, by=who, reason="primary")


def one_decision_taken_back(company, who):
    claim = company.record.claims.get(fact="founded")
    with acting(by=who):
        reopen(claim=claim)
    rule(claim)
    restate(company, "headquarters", "Lyon, France")


def one_import(company, who):
    row = {"key": company.key, "headquarters": "Lyon, France", "headquarters:source": "gazette"}
    sheet = Sheet("companies", list(row), [Row(2, row)])
    import_workbook([sheet], by=who, filename="acme.xlsx", mode=Mode.ACCEPT)


def one_new_record(company, who):
    cited(a_body(Link, company=company, url="https://blog.acme.example", by=who))


def one_section(company, who):
    text = "Acme moved.[^gazette]"
    a_body(Section, company=company, heading="Moves", body=text, by=who)


def one_source_in_prose(company, who):
    """No citation row leads to it; its title is printed all the same."""
    a_body(Section, company=company, heading="Moves", body="Acme moved.[^herald]")
    source = a_source("herald")
    source.title = "The Herald on Acme"
    with acting(by=who):
        source.save()


def one_source_renamed(company, who):
    source = Source.objects.get(key="gazette")
    source.title = "The Gazette, corrected"
    with acting(by=who):
        source.save()


def one_deleted_round(company, who):
    with acting(by=who):
        company.rounds.get().delete()


def one_deleted_investment(company, who):
    """It hangs on a round, not on the company."""
    an_investment(company.rounds.get(), a_company("some-fund"))
    with acting(by=who):
        Investment.objects.get().delete()
    restate(company, "headquarters", "Lyon, France")


def one_deleted_name_of_a_product(company, who):
    name = a_body(Name, subject=company.record, name="Acme Labs")
    with acting(by=who):
        Record.objects.get(pk=name.pk).delete()
    restate(company, "headquarters", "Lyon, France")


def one_row_moved_elsewhere(company, who):
    other = a_company("other")
    edit(company.rounds.get(), company=other, by=who)


def one_edit_undone(company, who):
    edit(edit(company, tagline="Better", by=who), tagline="", by=who)
    restate(company, "headquarters", "Lyon, France")


WAYS = [
    one_fact,
    one_claim,
    one_citation,
    one_ruling,
    one_rejection,
    one_ruling_without_a_session,
    one_decision_taken_back,
    one_import,
    one_new_record,
    one_section,
    one_source_in_prose,
    one_source_renamed,
    one_deleted_round,
    one_deleted_investment,
    one_deleted_name_of_a_product,
    one_row_moved_elsewhere,
    one_edit_undone,
]


def submitted(company, way, who):
    way(company, who)
    company.refresh_from_db()
    return submit(company=company, by=person("erin"), note="A change.")


@pytest.mark.parametrize("way", WAYS)
def test_a_reviewer_with_a_hand_in_it_cannot_approve_and_another_can(company, way, rita, ruth):
    submission = submitted(company, way, rita)
    assert rita in submission.contributors.all()
    with pytest.raises(Refused, match="Your own work"):
        approve(submission=submission, by=rita)
    approve(submission=submission, by=ruth)


@pytest.mark.parametrize("way", WAYS)
def test_the_control_whoever_kept_out_of_it_can_approve(company, way, emil, rita):
    submission = submitted(company, way, emil)
    approve(submission=submission, by=rita)


@pytest.mark.parametrize("way", [one_fact, one_citation, one_ruling, one_import])
def test_a_superuser_with_a_hand_in_it_cannot_approve_either(company, way, ada):
    submission = submitted(company, way, ada)
    with pytest.raises(Refused, match="Your own work"):
        approve(submission=submission, by=ada)


def test_a_superuser_who_kept_out_of_it_can(company, ada):
    approve(submission=submitted(company, one_fact, person("emil")), by=ada)


def test_whoever_submits_counts_although_every_value_is_of_others(company, ada):
    restate(company, "headquarters", "Lyon, France")
    submission = submit(company=company, by=ada, note="Moved.")
    with pytest.raises(Refused, match="Your own work"):
        approve(submission=submission, by=ada)


def test_a_hand_in_an_earlier_release_does_not_count_for_ever(rita, ruth, emil, paul):
    company = a_cited_profile(by=rita)
    first = submit(company=company, by=emil, note="First profile.")
    approve(submission=first, by=ruth)
    publish(submission=first, by=paul)
    restate(company, "headquarters", "Lyon, France", by=emil)
    second = submit(company=company, by=emil, note="Moved.")
    assert rita in first.contributors.all()
    approve(submission=second, by=rita)


def test_a_value_older_than_the_release_counts_when_it_is_published_first(ruth, emil):
    """Ruth wrote the tagline before release 1, where it stayed out for want of a source."""
    company = a_cited_profile()
    edit(company, tagline="Everything, everywhere", by=ruth)
    a_release(company)
    rule(a_claim(company, "tagline", by=emil), by=emil)
    company.refresh_from_db()
    submission = submit(company=company, by=emil, note="A tagline.")
    with pytest.raises(Refused, match="Your own work"):
        approve(submission=submission, by=ruth)


def test_a_person_known_long_ago_counts_when_they_join_the_profile(ruth, emil):
    jane = a_person(by=ruth)
    company = a_release(a_cited_profile()).profile.company
    a_role(company, jane, by=emil)
    submission = submit(company=company, by=emil, note="A chief executive.")
    with pytest.raises(Refused, match="Your own work"):
        approve(submission=submission, by=ruth)


def test_work_on_another_profile_does_not_count(company, rita):
    a_cited_profile("other", by=rita)
    submission = submitted(company, one_fact, person("emil"))
    assert rita not in submission.contributors.all()
    approve(submission=submission, by=rita)


class TestWhatAnotherProfileSaysOfTheCompany:
    """It stands on the company's page too, so whoever wrote it does not approve that page."""

    @pytest.fixture
    def elsewhere(self):
        return a_round(a_cited_profile("elsewhere"))

    def refused(self, company, who):
        restate(company, "headquarters", "Lyon, France")
        submission = submit(company=company, by=person("erin"), note="Moved.")
        with pytest.raises(Refused, match="Your own work"):
            approve(submission=submission, by=who)

    def test_its_part_in_a_round(self, company, elsewhere, rita):
        an_investment(elsewhere, company, by=rita)
        self.refused(company, rita)

    def test_a_ruling_on_that_part(self, company, elsewhere, rita):
        investment = an_investment(elsewhere, company)
        company = a_release(company, note="An investment.").profile.company
        rule(a_claim(investment, "part", "lead"), by=rita)
        self.refused(company, rita)

    def test_the_date_that_stands_with_it(self, company, elsewhere, rita):
        an_investment(elsewhere, company)
        company = a_release(company, note="An investment.").profile.company
        restate(elsewhere, "date", "2021-07", by=rita)
        self.refused(company, rita)

    def test_a_date_older_than_the_investment(self, company, rita):
        elsewhere = a_round(a_cited_profile("elsewhere"), by=rita)
        an_investment(elsewhere, company)
        self.refused(company, rita)

    def test_other_work_there_does_not_count(self, company, elsewhere, rita):
        an_investment(elsewhere, company)
        a_round(elsewhere.company, "Series B", by=rita)
        submission = submit(company=company, by=person("erin"), note="An investment.")
        approve(submission=submission, by=rita)


def test_every_kind_of_record_has_an_edit_history():
    """Without one, a hand in it would go unseen."""
    assert all(hasattr(entry.model, "history") for entry in RECORD_TYPES)
