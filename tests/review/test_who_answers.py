"""Whatever a document prints has a person who answers for its present content."""

import pytest
from django.apps import apps
from django.core.management import call_command
from django.db.models import ProtectedError
from django.utils import timezone

from profiles.document.snapshot import snapshot
from profiles.facts import RECORD_TYPES
from profiles.models import (
    Capture,
    Citation,
    Company,
    Record,
    Release,
    Source,
    Submission,
)
from profiles.models.history import acting
from profiles.provenance.captures.archiving import capture
from profiles.provenance.claims.freshness import confirm
from profiles.provenance.sources.merging import merge
from profiles.review.actions import approve, submit
from profiles.review.contributors import contributors
from profiles.review.policies import Refused
from tests.factories import (
    a_citation,
    a_cited_profile,
    a_company,
    a_release,
    a_round,
    a_source,
    an_investment,
    edit,
    person,
    restate,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def company():
    """A live profile with an investor from elsewhere; nobody but Erin had a hand in it."""
    profile = a_cited_profile()
    an_investment(a_round(profile), a_company("some-fund"))
    return a_release(profile).profile.company


def submitted_by_emil(company):
    restate(company, "headquarters", "Lyon, France", by=person("emil"))
    return submit(company=company, by=person("emil"), note="Moved.")


class TestNamesOfOtherRecords:
    """They are printed on the page of whoever names them."""

    def test_whoever_renamed_the_investor_does_not_approve(self, company, rita, ruth):
        edit(Company.objects.get(record__key="some-fund"), name="Some Other Fund", by=rita)
        submission = submitted_by_emil(company)
        with pytest.raises(Refused, match="Your own work"):
            approve(submission=submission, by=rita)
        approve(submission=submission, by=ruth)

    def test_whoever_named_it_long_ago_counts_when_it_is_first_printed(self, rita):
        profile = a_cited_profile()
        an_investment(a_round(profile), a_company("some-fund", by=rita))
        submission = submit(company=profile, by=person("emil"), note="First profile.")
        assert rita in submission.contributors.all()

    def test_other_work_on_the_investor_does_not_count(self, company, rita):
        edit(Company.objects.get(record__key="some-fund"), tagline="Money", by=rita)
        approve(submission=submitted_by_emil(company), by=rita)


class TestEvidence:
    def test_whoever_made_a_capture_does_not_approve_what_rests_on_it(self, company, rita, ruth):
        with acting(by=rita):
            capture(source=Source.objects.get(key="gazette"), content="Acme was founded in 2019.")
        submission = submitted_by_emil(company)
        with pytest.raises(Refused, match="Your own work"):
            approve(submission=submission, by=rita)
        approve(submission=submission, by=ruth)

    def test_a_capture_of_another_source_does_not_count(self, company, rita):
        with acting(by=rita):
            capture(source=a_source("herald"), content="Nothing about Acme.")
        approve(submission=submitted_by_emil(company), by=rita)

    def test_whoever_looked_again_and_confirmed_does_not_approve(self, company, rita, ruth):
        confirm(claim=company.record.claims.get(fact="founded"), by=rita)
        submission = submitted_by_emil(company)
        with pytest.raises(Refused, match="Your own work"):
            approve(submission=submission, by=rita)
        approve(submission=submission, by=ruth)

    def test_a_confirmation_in_an_earlier_release_does_not_count_for_ever(self, company, ruth):
        confirm(claim=company.record.claims.get(fact="founded"), by=ruth)
        a_release(company, note="Looked again.")
        approve(submission=submitted_by_emil(company), by=ruth)

    def test_whoever_merged_a_source_away_does_not_approve(self, company, rita):
        claim = company.record.claims.get(fact="founded")
        a_citation(claim, source=a_source("herald", publisher="The Gazette"))
        a_release(company, note="Another source.")
        kept, twin = Source.objects.get(key="gazette"), Source.objects.get(key="herald")
        merge(duplicate=twin, into=kept, by=rita)
        with pytest.raises(Refused, match="Your own work"):
            approve(submission=submitted_by_emil(company), by=rita)


class TestWritesWithoutAPerson:
    def nameless(self, company):
        with acting(by=None):
            company.tagline = "Anvils"
            company.save()

    def test_they_do_not_reach_a_document(self, company, erin):
        self.nameless(company)
        with pytest.raises(Refused, match=r"company “Acme” was written without a name"):
            submit(company=company, by=erin, note="A tagline.")
        assert company.record.submissions.count() == 1

    def test_the_control_signed_it_does(self, company, erin):
        edit(company, tagline="Anvils")
        restate(company, "headquarters", "Lyon, France")
        assert submit(company=company, by=erin, note="A tagline.")

    def test_whoever_takes_them_on_answers_for_them(self, company, erin, rita, capsys):
        self.nameless(company)
        restate(company, "headquarters", "Lyon, France")
        with acting(by=None):
            company.record.claims.get(fact="headquarters", decision="accepted").save()
        with pytest.raises(Refused, match="claim “company/acme headquarters"):
            submit(company=company, by=erin, note="Moved.")
        call_command("answer_for", "acme", user="rita")
        assert "1 taken on" in capsys.readouterr().out
        submission = submit(company=company, by=erin, note="Moved.")
        with pytest.raises(Refused, match="Your own work"):
            approve(submission=submission, by=rita)

    def test_nothing_to_take_on(self, company, rita, capsys):
        call_command("answer_for", "acme", user="rita")
        assert "Nothing to take on" in capsys.readouterr().out

    def test_a_capture_without_a_person_is_taken_on_too(self, company, erin, rita):
        with acting(by=None):
            capture(source=Source.objects.get(key="gazette"), content="Acme was founded in 2019.")
        with pytest.raises(Refused, match="written without a name"):
            submit(company=company, by=erin, note="Moved.")
        restate(company, "headquarters", "Lyon, France")
        call_command("answer_for", "acme", user="rita")
        submission = submit(company=company, by=erin, note="Moved.")
        assert rita in submission.contributors.all()

    @pytest.mark.parametrize(
        ("rows", "column"),
        [
            (lambda company: Company.objects.filter(pk=company.pk), "tagline"),
            (lambda company: Company.objects.filter(record__key="some-fund"), "name"),
            (lambda company: company.rounds.all(), "purpose"),
            (lambda company: company.record.claims.filter(fact="founded"), "printed"),
            (lambda company: Citation.objects.filter(claim__record=company.record), "locator"),
            (lambda company: Source.objects.filter(key="gazette"), "title"),
        ],
    )
    def test_no_write_past_the_history_reaches_a_document(self, company, erin, rows, column):
        rows(company).update(**{column: "Forged"})
        with pytest.raises(Refused, match="changed past its edit history"):
            submit(company=company, by=erin, note="Forged.")

    def test_nor_does_a_row_that_was_put_in_past_it(self, company, erin):
        claim = company.record.claims.get(fact="founded")
        Citation.objects.bulk_create(
            [Citation(claim=claim, capture=Capture.objects.first(), exact="Forged words")]
        )
        with pytest.raises(Refused, match="changed past its edit history"):
            submit(company=company, by=erin, note="Forged.")


class TestAccounts:
    def test_one_that_contributed_is_never_deleted(self, company):
        erin = person("erin")
        with pytest.raises(ProtectedError):
            erin.delete()

    def test_one_that_only_edited_is_not_either(self, emil):
        a_company("other", by=emil)
        with pytest.raises(ProtectedError):
            emil.delete()

    def test_one_that_did_nothing_can_be(self, vic):
        vic.delete()

    def test_a_deactivated_one_answers_for_its_work_all_the_same(self, company, emil):
        restate(company, "headquarters", "Lyon, France", by=emil)
        emil.is_active = False
        emil.save()
        submission = submit(company=company, by=person("erin"), note="Moved.")
        assert emil in submission.contributors.all()


def test_an_edit_begun_before_a_submission_and_saved_after_it_counts_for_the_next(rita, ruth):
    """Whatever its clock says: its row was not there when the first was frozen."""
    company = a_cited_profile()
    before = timezone.now()
    first = a_release(company)
    edit(company, tagline="Begun long ago", by=rita)
    company.history.filter(history_user=rita).update(history_date=before)
    assert (
        company.history.order_by("-history_id").first().history_date < first.submission.submitted_at
    )
    submission = submitted_by_emil(company)
    with pytest.raises(Refused, match="Your own work"):
        approve(submission=submission, by=rita)
    approve(submission=submission, by=ruth)


@pytest.mark.parametrize("entry", RECORD_TYPES, ids=lambda entry: entry.kind)
def test_a_hand_in_any_kind_of_record_counts(the_demo, entry, rita):
    """Of the demo's profile, which has records of every kind."""
    company = Company.objects.get(record__key="mistral-ai")
    row = entry.model.objects.filter(record__in=Record.objects.of_profile(company.record)).first()
    live = Release.objects.live().get(profile=company.record)
    candidate = snapshot(company)
    assert contributors(company, candidate=candidate, base=live) == set()
    with acting(by=rita):
        row.save()
    assert contributors(company, candidate=candidate, base=live) == {rita.pk}


def answer_of(model):
    """The column of a model that says who wrote the row, or why it needs none."""
    columns = {field.name for field in model._meta.fields}
    if hasattr(model, "history"):
        return "its edit history"
    who = columns & {"by", "recorded_by", "submitted_by", "published_by", "user", "history_user"}
    return who.pop() if who else NOBODY_WRITES.get(model._meta.model_name)


NOBODY_WRITES = {
    "record": "written with its body; its key never changes",
    "quotecheck": "what a machine found, made again at any time",
    "rendering": "made of a release",
    "coveringnote": "written with the submission",
    "logentry": "says what was sealed, and that names who did it",
    "checkpoint": "follows from the entries",
    "logend": "follows from the entries",
    "submission_contributors": "written with the submission",
}


def test_every_model_says_who_answers_for_its_rows():
    models = apps.get_app_config("profiles").get_models(include_auto_created=True)
    assert [model for model in models if not answer_of(model)] == []
    assert answer_of(Submission) == "submitted_by"
