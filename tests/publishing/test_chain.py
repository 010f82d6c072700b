"""`verify_releases` notices whatever was done to the database behind everybody's back."""

from io import StringIO

import msgspec
import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from profiles.document.schema import decode_envelope
from profiles.document.seal import canonical, digest
from profiles.models import Release
from profiles.publishing.chain import breaks, heads, missing_heads
from tests.factories import a_cited_profile, a_release, restate

pytestmark = pytest.mark.django_db


@pytest.fixture
def releases():
    first = a_release()
    restate(first.profile.company, "headquarters", "Lyon, France")
    return [first, a_release(first.profile.company, note="Moved.")]


def run(statement, *values):
    """Raw SQL: the models would refuse."""
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
        assert cursor.rowcount > 0, "the control: something was changed"


def verify(*arguments):
    """(what was printed, what was complained about)."""
    out, complaints = StringIO(), StringIO()
    try:
        call_command("verify_releases", *arguments, stdout=out, stderr=complaints)
    except CommandError as error:
        return out.getvalue(), f"{complaints.getvalue()}{error}"
    return out.getvalue(), complaints.getvalue()


def test_an_untouched_chain_holds_and_its_heads_are_printed(releases):
    a_release(a_cited_profile("other"))
    printed, complaints = verify()
    other = Release.objects.get(slug="other")
    assert printed == f"acme 2 {releases[1].sha256}\nother 1 {other.sha256}\n"
    assert complaints == ""


def test_nothing_published_is_nothing_broken():
    assert verify() == ("", "")


def test_a_changed_document(releases):
    document = bytes(releases[0].submission.document).replace(b"Paris", b"Parys")
    run(
        "UPDATE profiles_submission SET document = %s WHERE id = %s",
        document,
        releases[0].submission_id,
    )
    printed, complaints = verify()
    assert "acme release 1: the document was changed after submission" in complaints
    assert "Restore the database from a backup" in complaints
    assert printed == ""


def test_a_changed_document_with_its_hash_made_to_fit(releases):
    submission = releases[0].submission
    document = bytes(submission.document).replace(b"Paris", b"Parys")
    run(
        "UPDATE profiles_submission SET document = %s, sha256 = %s WHERE id = %s",
        document,
        digest(document),
        submission.pk,
    )
    _, complaints = verify()
    assert "acme release 1: the envelope names another document than the one stored" in complaints


def test_a_changed_envelope(releases):
    envelope = bytes(releases[0].envelope).replace(b"Rita", b"Ruth")
    run("UPDATE profiles_release SET envelope = %s WHERE id = %s", envelope, releases[0].pk)
    _, complaints = verify()
    assert "acme release 1: the envelope was changed after publication" in complaints


def test_a_changed_envelope_with_its_hash_made_to_fit_breaks_the_next_release(releases):
    envelope = bytes(releases[0].envelope).replace(b"Rita", b"Ruth")
    run(
        "UPDATE profiles_release SET envelope = %s, sha256 = %s WHERE id = %s",
        envelope,
        digest(envelope),
        releases[0].pk,
    )
    _, complaints = verify()
    assert "acme release 2: it does not follow the release before it" in complaints


def test_an_unreadable_envelope(releases):
    run("UPDATE profiles_release SET envelope = %s WHERE id = %s", b"{", releases[0].pk)
    assert "acme release 1: the envelope cannot be read" in verify()[1]


def test_an_approval_taken_out(releases):
    bare = msgspec.structs.replace(decode_envelope(bytes(releases[1].envelope)), approvals=())
    envelope = canonical(bare)
    run(
        "UPDATE profiles_release SET envelope = %s, sha256 = %s WHERE id = %s",
        envelope,
        digest(envelope),
        releases[1].pk,
    )
    assert "acme release 2: nobody approved it" in verify()[1]


def test_an_envelope_of_another_release(releases):
    envelope = bytes(releases[0].envelope)
    run("UPDATE profiles_release SET sha256 = %s WHERE id = %s", "x" * 64, releases[0].pk)
    run(
        "UPDATE profiles_release SET envelope = %s, sha256 = %s WHERE id = %s",
        envelope,
        digest(envelope),
        releases[1].pk,
    )
    assert "acme release 2: the envelope belongs to another release" in verify()[1]


class TestKnownHeads:
    @pytest.fixture
    def head(self, releases, tmp_path):
        """What `verify_releases` printed while all was well."""
        file = tmp_path / "heads.txt"
        file.write_text(verify()[0])
        return file

    def remove_the_newest(self):
        newest = Release.objects.get(number=2)
        run("DELETE FROM profiles_rendering WHERE release_id = %s", newest.pk)
        run("DELETE FROM profiles_release WHERE id = %s", newest.pk)

    def test_they_are_still_there(self, head):
        assert verify("--head", str(head))[1] == ""

    def test_a_removed_release_is_seen_only_with_them(self, head):
        self.remove_the_newest()
        assert verify()[1] == "", "the control: what is left is a chain of its own"
        complaints = verify("--head", str(head))[1]
        assert "acme release 2: was recorded earlier and is gone or differs" in complaints

    def test_a_replaced_release_is_seen(self, head, releases):
        envelope = bytes(releases[1].envelope).replace(b"Moved.", b"Moved!")
        run(
            "UPDATE profiles_release SET envelope = %s, sha256 = %s WHERE id = %s",
            envelope,
            digest(envelope),
            releases[1].pk,
        )
        run("DELETE FROM profiles_rendering WHERE release_id = %s", releases[1].pk)
        assert verify()[1] == "", "the control: it is well sealed"
        assert "is gone or differs" in verify("--head", str(head))[1]

    def test_a_later_release_does_not_disturb(self, head, releases):
        company = releases[0].profile.company
        restate(company, "headquarters", "Nice, France")
        a_release(company, note="Moved again.")
        assert verify("--head", str(head))[1] == ""

    def test_an_unreadable_file_is_refused(self, head):
        head.write_text("acme two\n")
        assert "write `slug number sha256` on each line" in verify("--head", str(head))[1]

    def test_a_missing_file_is_refused(self, head, tmp_path):
        assert "none.txt" in verify("--head", str(tmp_path / "none.txt"))[1]


def test_breaks_and_heads_are_there_for_others_too(releases):
    assert list(breaks()) == []
    assert heads() == {"acme": (2, releases[1].sha256)}
    assert list(missing_heads({"acme": (1, releases[0].sha256)})) == []
    [gone] = missing_heads({"acme": (3, "0" * 64)})
    assert str(gone) == "acme release 3: was recorded earlier and is gone or differs"


def test_a_changed_page_and_a_changed_directory_entry(releases):
    run("UPDATE profiles_rendering SET body = %s WHERE format = 'html'", b"<p>Other")
    assert "stored html page was changed" in verify()[1]
    run("UPDATE profiles_release SET summary = %s", "{}")
    assert "directory shows something else" in verify()[1]


def test_compressed_bytes_that_cannot_be_read(releases):
    run("UPDATE profiles_rendering SET body_brotli = %s WHERE format = 'txt'", b"nonsense")
    assert "cannot be read" in verify()[1]


def test_releases_are_rendered_again_only_where_the_build_changed(releases):
    out = StringIO()
    call_command("render_releases", stdout=out)
    assert out.getvalue() == "Stored 0 renderings.\n"
    run("UPDATE profiles_rendering SET build = 'older' WHERE format = 'html'")
    call_command("render_releases", stdout=out)
    assert "Stored 2 renderings." in out.getvalue()
