"""Publishing makes what was approved public: once, in order, and byte for byte."""

import pytest
from django.db import IntegrityError, transaction

from profiles.document.schema import decode_envelope
from profiles.document.seal import digest
from profiles.models import Release, Rendering, Review, Submission
from profiles.models.immutable import ImmutableRow
from profiles.models.submissions import SubmissionStatus
from profiles.publishing.actions import publish
from profiles.publishing.stored_renderings import store_renderings
from profiles.renderings import FORMATS
from profiles.review.actions import approve
from profiles.review.policies import Refused
from tests.factories import a_cited_profile, a_release, a_submission, edit, restate

pytestmark = pytest.mark.django_db

APPROVED = SubmissionStatus.APPROVED


def test_an_approved_submission_becomes_release_1(paul):
    submission = a_submission(state=APPROVED)
    release = publish(submission=submission, by=paul)
    assert (release.slug, release.number, release.previous) == ("acme", 1, None)
    assert Submission.objects.get(pk=submission.pk).status == SubmissionStatus.PUBLISHED
    assert list(Release.objects.live()) == [release]


def test_the_envelope_says_who_and_names_the_document(paul):
    release = publish(submission=a_submission(state=APPROVED), by=paul)
    envelope = decode_envelope(bytes(release.envelope))
    assert digest(bytes(release.envelope)) == release.sha256
    assert envelope.document_sha256 == release.submission.sha256
    assert (envelope.profile, envelope.number, envelope.previous_sha256) == ("acme", 1, "")
    assert (envelope.submitted_by, envelope.published_by) == ("Erin", "Paul")
    [approval] = envelope.approvals
    assert (approval.by, approval.comment) == ("Rita", "Compared with the sources.")


def test_the_next_release_names_the_one_before():
    first = a_release()
    company = first.profile.company
    restate(company, "headquarters", "Lyon, France")
    second = a_release(company, note="Moved.")
    assert (second.number, second.previous) == (2, first)
    assert decode_envelope(bytes(second.envelope)).previous_sha256 == first.sha256
    assert list(Release.objects.live()) == [second]


def test_what_was_edited_after_the_submission_is_nowhere_in_it(rita, paul):
    company = a_cited_profile()
    submission = a_submission(company)
    restate(company, "headquarters", "Lyon, France")
    approve(submission=submission, by=rita)
    release = publish(submission=submission, by=paul)
    stored = [bytes(release.submission.document), bytes(release.envelope)]
    stored += [bytes(rendering.body) for rendering in release.renderings.all()]
    assert len(stored) == 2 + len(FORMATS) - 1  # it has nothing for the background
    assert all(b"Lyon" not in body for body in stored)
    assert any(b"Paris" in body for body in stored)


def test_every_format_is_stored_ready_to_send():
    release = a_release()
    assert set(release.renderings.values_list("format", flat=True)) == set(FORMATS) - {"background"}
    for rendering in release.renderings.all():
        assert rendering.etag
        assert bytes(rendering.body)
        assert len(bytes(rendering.body_brotli)) < len(bytes(rendering.body))


def test_storing_renderings_again_makes_nothing_new():
    release = a_release()
    before = Rendering.objects.count()
    store_renderings(release)
    assert Rendering.objects.count() == before


@pytest.mark.parametrize("name", ["erin", "rita", "vic"])
def test_nobody_publishes_without_the_right(name, request):
    submission = a_submission(state=APPROVED)
    with pytest.raises(Refused, match="may not publish"):
        publish(submission=submission, by=request.getfixturevalue(name))
    assert not Release.objects.exists()


@pytest.mark.parametrize("state", [SubmissionStatus.WAITING, SubmissionStatus.RETURNED])
def test_nothing_is_published_without_approval(state, paul, ada):
    submission = a_submission(state=state)
    for publisher in (paul, ada):
        with pytest.raises(Refused, match=f"is {state}"):
            publish(submission=submission, by=publisher)
    assert not Release.objects.exists()


def test_nothing_is_published_twice(paul):
    submission = a_submission(state=APPROVED)
    seen = Submission.objects.for_desk().get(pk=submission.pk)
    publish(submission=submission, by=paul)
    assert seen.status == APPROVED, "the control: these rows are stale"
    with pytest.raises(Refused, match="is published"):
        publish(submission=seen, by=paul)
    assert Release.objects.count() == 1


def test_a_candidate_is_refused_once_another_release_went_live(paul):
    company = a_cited_profile()
    overtaken = a_submission(company, state=APPROVED)
    restate(company, "headquarters", "Lyon, France")
    a_release(company, note="Moved.")
    with pytest.raises(Refused, match="on top of release none, and release 1 is live now"):
        publish(submission=overtaken, by=paul)
    assert Release.objects.count() == 1


def test_profiles_are_numbered_apart():
    a_release(a_cited_profile("acme"))
    other = a_release(a_cited_profile("other"))
    assert (other.slug, other.number) == ("other", 1)


class TestWrittenOnce:
    """Whichever way Django offers, what is published stays."""

    @pytest.fixture
    def rows(self):
        release = a_release()
        return [release, release.submission, release.submission.reviews.get()]

    def test_a_row_is_not_saved_again(self, rows):
        for row in rows:
            with pytest.raises(ImmutableRow):
                row.save()

    def test_a_row_is_not_deleted(self, rows):
        for row in rows:
            with pytest.raises(ImmutableRow):
                row.delete()

    @pytest.mark.parametrize(
        "way",
        [
            lambda rows: rows.update(pk=99),
            lambda rows: rows.delete(),
            lambda rows: rows.filter(pk__gt=0).delete(),
            lambda rows: rows.bulk_update(list(rows.all()), ["sha256"]),
            lambda rows: rows.update_or_create(pk=1, defaults={}),
            lambda rows: rows.bulk_create(
                list(rows.all()),
                update_conflicts=True,
                unique_fields=["id"],
                update_fields=["sha256"],
            ),
        ],
    )
    def test_nor_many_at_once(self, rows, way):
        for model in (Release, Submission, Review):
            with pytest.raises(ImmutableRow):
                way(model.objects)

    def test_nor_through_a_related_manager(self, rows, rita):
        for related in (rows[0].profile.releases, rows[1].reviews, rita.reviews):
            with pytest.raises(ImmutableRow):
                related.all().delete()
            with pytest.raises(ImmutableRow):
                related.update(pk=99)

    def test_the_profile_behind_a_release_is_not_deleted(self, rows):
        with pytest.raises(IntegrityError), transaction.atomic():
            rows[0].profile.delete()

    def test_the_control_a_mutable_row_can_be_saved(self, rows):
        edit(rows[0].profile.company, tagline="Better")
