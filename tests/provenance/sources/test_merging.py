"""Two rows for one document become one, and nothing is lost."""

import pytest
from django.utils import timezone

from profiles.models import Capture, Citation, Claim, Faq, Section, Source
from profiles.models.immutable import ImmutableRow
from profiles.provenance.claims.assert_and_cite import cite
from profiles.provenance.sources.merging import MAY_DIFFER, MUST_AGREE, RELATIONS, UNITED, merge
from profiles.provenance.sources.standing import SourceRefused, retract
from profiles.workbook.columns import SOURCE_FIELDS
from tests.factories import a_body, a_claim, a_company, a_source, cited, edit

pytestmark = pytest.mark.django_db


@pytest.fixture
def kept():
    return a_source("kept", text="The kept words.")


@pytest.fixture
def twin():
    return a_source("twin", text="The other words.", url="https://example.org/kept?utm_source=x")


def test_whatever_rested_on_it_rests_on_the_other(kept, twin, erin):
    acme = cited(a_company("acme", founded="2019"), "founded", source=twin)
    cite(claim=acme.record.claims.get(fact="founded"), source=kept, locator="line 1")
    a_claim(acme, "tagline", "Anvils", source=a_source("third"))
    copy = a_source("copy", canonical=twin)
    rewrite = a_source("rewrite", derived_from=twin)
    passed_on = edit(Citation.objects.get(claim__fact="tagline"), origin=twin)
    section = a_body(Section, company=acme, heading="A", body="One.[^twin] Two.[^kept] [^twin]")
    answer = a_body(Faq, company=acme, question="Why?", answer="So.[^kept][^twin]")

    merge(duplicate=twin, into=kept, by=erin)

    assert not Source.objects.filter(key="twin").exists()
    for row in (copy, rewrite, passed_on, section, answer):
        row.refresh_from_db()
    assert (copy.canonical, rewrite.derived_from, passed_on.origin) == (kept, kept, kept)
    assert section.body == "One.[^kept] Two.[^kept]"
    assert answer.answer == "So.[^kept]"
    citations = Citation.objects.filter(claim__fact="founded")
    assert [each.capture.source for each in citations] == [kept, kept]
    assert section.history.first().history_user == erin
    assert section.history.first().history_change_reason == "twin merged into kept"


def test_captures_keep_their_words_and_clashing_editions_get_a_suffix(kept, twin, erin):
    Capture.objects.create(source=twin, edition="2", seen_at=timezone.now(), text="Later.")
    before = dict(Capture.objects.values_list("pk", "text"))
    merge(duplicate=twin, into=kept, by=erin)
    assert dict(Capture.objects.values_list("pk", "text")) == before
    assert {each.edition for each in kept.captures.all()} == {"1", "2", "1 (twin)"}


def test_a_suffix_fits_and_is_free(kept, erin):
    for number in (1, 2):
        other = a_source(f"{'long-' * 20}{number}")
        merge(duplicate=other, into=kept, by=erin)
    editions = [each.edition for each in kept.captures.all()]
    assert len(set(editions)) == 3
    assert max(len(edition) for edition in editions) <= 60


def test_what_only_one_of_them_says_is_kept(kept, twin, erin):
    edit(twin, published="2023-04", author="Jane Doe", topics="anvils\nbricks", note="Of two.")
    edit(kept, topics="bricks\ntongs", note="Of one.", url="https://example.org/other")
    merge(duplicate=twin, into=kept, by=erin)
    kept.refresh_from_db()
    assert (str(kept.published), kept.author) == ("2023-04", "Jane Doe")
    assert kept.topics.splitlines() == ["bricks", "tongs", "anvils"]
    assert kept.note == "Of one.\nOf two."
    assert kept.alternates == twin.url


def test_the_history_of_what_went_is_kept_and_signed(kept, twin, erin):
    merge(duplicate=twin, into=kept, by=erin)
    last = Source.history.filter(key="twin").first()
    assert (last.history_type, last.history_user) == ("-", erin)
    assert last.history_change_reason == "twin merged into kept"
    assert last.title == "Twin"


@pytest.mark.parametrize(
    ("here", "there", "column"),
    [
        ({"published": "2023"}, {"published": "2023-04"}, "published"),
        ({"author": "Jane"}, {"author": "June"}, "author"),
        ({"language": "de"}, {}, "language"),
        ({"disclaimer": "Not audited"}, {"disclaimer": "Audited"}, "disclaimer"),
    ],
)
def test_what_they_say_differently_must_be_put_right_first(kept, twin, erin, here, there, column):
    edit(twin, **here)
    edit(kept, **there)
    with pytest.raises(SourceRefused, match=f"They differ in “{column}”"):
        merge(duplicate=twin, into=kept, by=erin)
    assert Source.objects.count() == 2


def test_a_retraction_is_not_lost(kept, twin, erin):
    retract(source=twin, by=erin, note="Made up.")
    with pytest.raises(SourceRefused, match="They differ in “standing”"):
        merge(duplicate=twin, into=kept, by=erin)


def test_notes_that_do_not_fit_together_are_refused(kept, twin, erin):
    edit(twin, note="a" * 600)
    edit(kept, note="b" * 600)
    with pytest.raises(SourceRefused, match="over 1000 characters"):
        merge(duplicate=twin, into=kept, by=erin)


def test_a_copy_is_no_duplicate(kept, twin, erin):
    edit(twin, canonical=kept)
    for duplicate, into in ((twin, kept), (kept, twin), (twin, twin)):
        with pytest.raises(SourceRefused):
            merge(duplicate=duplicate, into=into, by=erin)


def test_all_or_nothing(kept, twin, erin, monkeypatch):
    cited(a_company("acme", founded="2019"), "founded", source=twin)

    def broken(*args):
        raise RuntimeError

    monkeypatch.setattr("profiles.provenance.sources.merging._rewrite_prose", broken)
    with pytest.raises(RuntimeError):
        merge(duplicate=twin, into=kept, by=erin)
    assert Citation.objects.filter(capture__source=twin).count() == 1
    assert Claim.objects.count() == 1
    assert twin.captures.count() == 1


def test_a_capture_moves_and_never_changes(kept, twin):
    """The way that merging needs leaves every other way shut."""
    capture = twin.captures.get()
    Capture.objects.filter(pk=capture.pk).move_to(kept)
    moved = Capture.objects.get(pk=capture.pk)
    assert moved.source == kept
    columns = {field.attname for field in Capture._meta.concrete_fields} - {"source_id", "edition"}
    assert {name: getattr(moved, name) for name in columns} == {
        name: getattr(capture, name) for name in columns
    }
    for change in (
        moved.save,
        moved.delete,
        lambda: Capture.objects.filter(pk=moved.pk).update(source=twin),
        lambda: Capture.objects.bulk_update([moved], ["source"]),
        lambda: kept.captures.all().delete(),
        lambda: kept.captures.update(text="Other"),
    ):
        with pytest.raises(ImmutableRow):
            change()


def test_every_way_to_a_source_and_every_column_of_it_is_thought_of():
    """A relation or a column that merging does not know would be lost without a word."""
    assert {relation.get_accessor_name() for relation in Source._meta.related_objects} == RELATIONS
    columns = {*MUST_AGREE, *MAY_DIFFER, *UNITED, "url"}
    assert set(SOURCE_FIELDS) <= columns
    editable = {field.name for field in Source._meta.concrete_fields if field.editable}
    assert editable - {"id", "key"} == columns
