"""Submitting freezes a profile as it is; what is unfinished or unchanged is refused."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from profiles.document.schema import decode
from profiles.document.seal import canonical, digest
from profiles.document.snapshot import snapshot
from profiles.models import Company, Submission
from profiles.models.submissions import SubmissionStatus
from profiles.review.actions import approve, submit
from profiles.review.policies import Refused
from tests.factories import (
    a_cited_profile,
    a_claim,
    a_company,
    a_release,
    a_submission,
    edit,
    restate,
)

pytestmark = pytest.mark.django_db


def test_it_freezes_the_canonical_document_and_its_hash(erin):
    company = a_cited_profile()
    submission = submit(company=company, by=erin, note=" First profile. ")
    assert bytes(submission.document) == canonical(snapshot(company))
    assert submission.sha256 == digest(bytes(submission.document))
    assert (submission.note, submission.base) == ("First profile.", None)
    assert submission.status == SubmissionStatus.WAITING


def test_what_is_checked_is_what_is_sealed(erin):
    """The evidence is read once: nobody can change it between the check and the seal."""
    company = a_cited_profile()
    with CaptureQueriesContext(connection) as queries:
        submit(company=company, by=erin, note="First profile.")
    claims = [each for each in queries if 'profiles_claim"."printed"' in each["sql"]]
    loaded = [each for each in claims if "LEFT OUTER JOIN" in each["sql"]]  # with who decided
    assert len([each for each in loaded if each["sql"].startswith("SELECT")]) == 1


def test_what_is_edited_afterwards_is_not_in_it():
    company = a_cited_profile()
    submission = a_submission(company)
    restate(company, "headquarters", "Lyon, France")
    frozen = bytes(Submission.objects.get(pk=submission.pk).document)
    assert b"Lyon" not in frozen
    assert b"Lyon" in canonical(snapshot(company))


def test_it_builds_on_the_live_release():
    release = a_release()
    company = release.profile.company
    restate(company, "headquarters", "Lyon, France")
    assert a_submission(company, note="Moved.").base == release


@pytest.mark.parametrize("name", ["rita", "paul", "vic"])
def test_only_who_may_submit_can(name, request):
    company = a_cited_profile()
    with pytest.raises(Refused, match="may not submit"):
        submit(company=company, by=request.getfixturevalue(name), note="Mine.")
    assert not Submission.objects.exists()


def test_it_needs_a_note(erin):
    with pytest.raises(Refused, match="what changed"):
        submit(company=a_cited_profile(), by=erin, note="  ")


def test_errors_are_named_and_stop_it(erin):
    company = a_company(founded="2019", headquarters="Paris")
    with pytest.raises(Refused, match="Mend this first: company/acme Name has no source"):
        submit(company=company, by=erin, note="First profile.")
    assert not Submission.objects.exists()


def test_an_open_rival_stops_it(erin):
    company = a_cited_profile()
    a_claim(company, "founded", "2018")
    with pytest.raises(Refused, match="Nobody has ruled on “2018”"):
        submit(company=company, by=erin, note="First profile.")


def test_an_unchanged_profile_is_refused(erin):
    company = a_release().profile.company
    with pytest.raises(Refused, match="Nothing has changed since release 1"):
        submit(company=company, by=erin, note="Again.")


def test_an_edit_undone_leaves_it_unchanged(erin):
    company = a_release().profile.company
    edit(edit(company, headquarters="Lyon, France"), headquarters="Paris, France")
    with pytest.raises(Refused, match="Nothing has changed"):
        submit(company=company, by=erin, note="Again.")


def test_exactly_what_is_waiting_is_not_submitted_twice(erin, rita):
    submission = a_submission()
    company = Company.objects.get(pk=submission.profile_id)
    with pytest.raises(Refused, match="waiting for review already"):
        submit(company=company, by=erin, note="Again.")
    restate(company, "headquarters", "Lyon, France")
    again = submit(company=company, by=erin, note="Moved.")
    approve(submission=again, by=rita)


def test_it_may_be_submitted_again_as_it_was_after_it_came_back(erin):
    returned = a_submission(state=SubmissionStatus.RETURNED)
    company = Company.objects.get(pk=returned.profile_id)
    again = submit(company=company, by=erin, note="The founding date is cited; see line 3.")
    assert again.sha256 == returned.sha256
    assert again.status == SubmissionStatus.WAITING


def test_the_document_decodes_to_what_was_frozen():
    submission = a_submission()
    document = decode(bytes(submission.document))
    assert document.profile == "acme"
    assert document.company.value("headquarters") == "Paris, France"
