"""`verify_releases` notices whatever was done to the database behind everybody's back."""

from io import StringIO

import msgspec
import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from profiles.document.schema import decode_envelope
from profiles.document.seal import canonical, digest
from profiles.models import Checkpoint, Release, guards
from profiles.publishing.chain import breaks, heads
from profiles.publishing.known_heads import KnownHeads
from profiles.publishing.log import add_to_log
from profiles.publishing.seals import seal_of_release, seal_of_renderings
from profiles.publishing.stored_renderings import current_build, store_renderings
from tests.factories import a_cited_profile, a_release, restate

pytestmark = pytest.mark.django_db


@pytest.fixture
def releases():
    first = a_release()
    restate(first.profile.company, "headquarters", "Lyon, France")
    return [first, a_release(first.profile.company, note="Moved.")]


def run(statement, *values):
    """Raw SQL, with the guards lifted: models and triggers would refuse."""
    with guards.lifted(), connection.cursor() as cursor:
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
    log = Checkpoint.objects.last()
    assert printed == (
        f"acme 2 {releases[1].sha256}\nother 1 {other.sha256}\n/log {log.size} {log.root}\n"
    )
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

    def rewrite_the_log(self):
        """As somebody would who can write to every table, and has no signed head from elsewhere."""
        rows = list(Release.objects.order_by("pk"))
        run("UPDATE profiles_rendering SET seal_id = NULL")
        run("DELETE FROM profiles_rendering")
        for table in ("logentry", "checkpoint", "logend"):
            run(f"DELETE FROM profiles_{table}")
        add_to_log(seal_of_release(release) for release in rows)
        for release in rows:
            store_renderings(release)

    def test_they_are_still_there(self, head):
        assert verify("--head", str(head))[1] == ""

    def test_a_removed_release_is_seen_by_its_seal(self, releases):
        self.remove_the_newest()
        assert "acme release 2: was sealed in the log and is gone or differs" in verify()[1]

    def test_one_that_is_gone_from_the_log_too_is_seen_with_the_heads(self, head):
        self.remove_the_newest()
        self.rewrite_the_log()
        assert verify()[1] == "", "the control: what is left is a chain of its own"
        complaints = verify("--head", str(head))[1]
        assert "acme release 2: was recorded earlier and is gone or differs" in complaints
        assert "log: its first" in complaints

    def test_a_chain_that_was_rewritten_whole_is_seen_with_the_heads(self, head, releases):
        envelope = bytes(releases[1].envelope).replace(b"Moved.", b"Moved!")
        run(
            "UPDATE profiles_release SET envelope = %s, sha256 = %s WHERE id = %s",
            envelope,
            digest(envelope),
            releases[1].pk,
        )
        run("UPDATE profiles_submission SET note = 'Moved!' WHERE note = 'Moved.'")
        self.rewrite_the_log()
        assert verify()[1] == "", "the control: it is well sealed"
        assert "is gone or differs" in verify("--head", str(head))[1]

    def test_signed_heads_from_the_file_will_do(self, releases, tmp_path):
        file = tmp_path / "log.txt"
        file.write_text("\n".join(Checkpoint.objects.values_list("note", flat=True)))
        assert verify("--head", str(file))[1] == ""
        self.rewrite_the_log()
        assert "recorded earlier" in verify("--head", str(file))[1]

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
    assert list(KnownHeads({"acme": (1, releases[0].sha256)}).breaks()) == []
    [gone] = KnownHeads({"acme": (3, "0" * 64)}).breaks()
    assert str(gone) == "acme release 3: was recorded earlier and is gone or differs"


def test_a_changed_page_and_a_changed_directory_entry(releases):
    run("UPDATE profiles_rendering SET body = %s WHERE format = 'html'", b"<p>Other")
    assert "stored html page was changed" in verify()[1]
    run("UPDATE profiles_release SET summary = %s", "{}")
    assert "directory shows something else" in verify()[1]


def test_compressed_bytes_that_are_others(releases):
    run("UPDATE profiles_rendering SET body_brotli = %s WHERE format = 'txt'", b"nonsense")
    assert "stored txt page was changed" in verify()[1]


def test_a_page_of_another_build_is_held_against_its_seal_too(releases, settings):
    """What is served is the newest row of any build, also after `SITE_URL` has changed."""
    run("UPDATE profiles_rendering SET body = %s", b"<p>Another text")
    settings.SITE_URL = "https://another.example"
    current_build.cache_clear()
    assert "stored html page was changed" in verify()[1]
    current_build.cache_clear()


def test_pages_are_made_anew_where_that_is_asked(releases):
    assert verify("--render")[1] == ""
    page = releases[0].renderings.get(format="txt")
    forged = b"A text that nobody approved"
    run("UPDATE profiles_rendering SET body = %s WHERE id = %s", forged, page.pk)
    page.refresh_from_db()
    [seal] = add_to_log([seal_of_renderings(releases[0], [page])])
    run("UPDATE profiles_rendering SET seal_id = %s WHERE id = %s", seal.pk, page.pk)
    assert verify()[1] == "", "the control: it has a seal"
    assert "the txt page is not what this build makes" in verify("--render")[1]


def test_releases_are_rendered_again_only_where_the_build_changed(releases):
    out = StringIO()
    call_command("render_releases", stdout=out)
    assert out.getvalue() == "Stored 0 renderings.\n"
    run("UPDATE profiles_rendering SET build = 'older' WHERE format = 'html'")
    call_command("render_releases", stdout=out)
    assert "Stored 2 renderings." in out.getvalue()
