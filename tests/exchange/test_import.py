"""Importing sources: previewed, what cannot be read left out, nothing twice, none overwritten."""

import json

import pytest

from profiles.exchange.apply import ImportRefused, import_sources
from profiles.exchange.export import export
from profiles.exchange.formats import FORMATS, read_file
from profiles.exchange.plan import make_plan
from profiles.models import Capture, Source
from profiles.models.sources import SOURCE_RELATIONS
from tests.factories import a_source, edit

pytestmark = pytest.mark.django_db


def csl(*items: dict) -> bytes:
    return json.dumps(list(items)).encode()


def plan_of(*items: dict, **options):
    return make_plan(read_file(csl(*items)), **options)


def brought_in(*items: dict, by, **options):
    return import_sources(read_file(csl(*items)), by=by, filename="refs.json", **options)


ANVILS = {
    "id": "anvils",
    "title": "Anvils",
    "URL": "https://example.org/anvils?utm_source=x",
    "issued": {"date-parts": [[2023, 4]]},
    "language": "de",
}


def test_a_new_source_keeps_what_the_file_says(erin):
    brought_in(ANVILS, by=erin)
    source = Source.objects.get()
    assert (source.key, source.title, str(source.published)) == ("anvils", "Anvils", "2023-04")
    assert source.url == "https://example.org/anvils?utm_source=x"
    assert source.history.get().history_user == erin
    assert source.history.get().history_change_reason == "Import refs.json"


def test_what_no_file_states_is_not_guessed(erin):
    brought_in({"id": "a", "title": "A"}, by=erin)
    assert Source.objects.get().language == ""


@pytest.mark.parametrize("url", ["http://EXAMPLE.org/gazette/", "https://example.org/gazette#top"])
def test_a_source_at_the_same_address_is_not_made_twice(erin, url):
    gazette = a_source("gazette")
    plan = brought_in({"id": "other-key", "title": gazette.title, "URL": url}, by=erin)
    assert Source.objects.get() == gazette
    assert [each.source for each in plan.planned] == [gazette]
    assert plan.planned[0].differences == []


def test_a_source_with_the_same_key_is_matched_and_differences_are_listed(erin):
    gazette = a_source("gazette", title="The Gazette on anvils")
    item = {"id": "gazette", "title": "Gazette", "type": "article-newspaper", "note": "Seen."}
    plan = brought_in(item, by=erin)
    told = [(each.column, each.here, each.there) for each in plan.planned[0].differences]
    assert told == [("title", "The Gazette on anvils", "Gazette"), ("note", "", "Seen.")]
    gazette.refresh_from_db()
    assert (gazette.title, gazette.note) == ("The Gazette on anvils", "")
    assert gazette.history.count() == 1


BROKEN = {"id": "b", "title": "B", "issued": {"raw": "04/05/2023"}}


def test_one_broken_entry_is_left_out_and_keeps_no_other_back(erin):
    plan = brought_in(ANVILS, BROKEN, by=erin)
    (problem,) = plan.problems
    assert (problem.entry, problem.name, problem.field) == (2, "b", "published")
    assert "2023-05-04" in problem.message or "2023-04-05" in problem.message
    assert str(problem).startswith("Entry 2 (b), line 1, published: ")
    assert plan.summary() == "1 new source, 0 here already; 1 entry has a problem and is left out."
    assert [source.key for source in Source.objects.all()] == ["anvils"]


def test_what_copies_a_broken_entry_is_left_out_with_it(erin):
    copy = {"id": "copy", "title": "C", "custom": {"footnote": {"canonical": "b"}}}
    rewrite = {"id": "rewrite", "title": "R", "custom": {"footnote": {"derived_from": "copy"}}}
    plan = brought_in(rewrite, copy, BROKEN, ANVILS, by=erin)
    assert {(each.name, each.field) for each in plan.problems} == {
        ("b", "published"), ("copy", "canonical"), ("rewrite", "derived_from"),
    }  # fmt: skip
    assert [source.key for source in Source.objects.all()] == ["anvils"]


def test_where_nothing_can_be_read_nothing_is_written(erin):
    with pytest.raises(ImportRefused, match="1 problem: nothing can be imported"):
        brought_in(BROKEN, by=erin)
    assert not Source.objects.exists()


@pytest.mark.parametrize(
    ("item", "field", "why"),
    [
        ({"title": "A", "URL": "javascript:alert(1)"}, "url", "https://"),
        ({"title": "A" * 301}, "title", "at most 300 fit"),
        ({"title": "A", "custom": {"footnote": {"kind": "gossip"}}}, "kind", "not a valid choice"),
        ({"title": "A", "custom": {"footnote": {"canonical": "nobody"}}}, "canonical", "no source"),
        ({"title": "A", "custom": {"footnote": {"canonical": "a"}}}, "canonical", "copy of itself"),
        ({"title": "A", "language": "Old High Klingon"}, "language", "at most 10 fit"),
        ({"note": "Nothing else."}, "title", "neither title nor address"),
    ],
)
def test_a_refusal_names_the_entry_and_the_field(item, field, why):
    problems = plan_of({"id": "a", "type": "webpage"} | item).problems
    assert [(each.entry, each.field) for each in problems] == [(1, field)]
    assert why in problems[0].message
    assert str(problems[0]).startswith("Entry 1 (a), line 1, ")


def test_twice_in_one_file_is_refused():
    other = ANVILS | {"id": "b", "URL": "http://example.org/anvils"}
    (problem,) = plan_of(ANVILS, other).problems
    assert (problem.entry, problem.field) == (2, "url")
    (problem,) = plan_of(ANVILS, {"id": "anvils", "title": "Others"}).problems
    assert (problem.entry, problem.field) == (2, "key")


def test_a_key_of_one_source_and_an_address_of_another_is_refused():
    a_source("gazette")
    a_source("herald")
    (problem,) = plan_of({"id": "gazette", "URL": "https://example.org/herald"}).problems
    assert (problem.field, "Merge those two" in problem.message) == ("url", True)


def test_sources_that_share_an_address_already_are_matched_by_key():
    a_source("gazette")
    a_source("twin", url="https://example.org/gazette")
    plan = plan_of(
        {"id": "twin", "URL": "https://example.org/gazette"},
        {"id": "gazette", "URL": "https://example.org/gazette"},
    )
    assert [each.key for each in plan.known] == ["twin", "gazette"]
    assert plan.problems == []


def test_a_name_that_is_no_key_gets_a_readable_one(erin):
    a_source("gazette-2023-anvils")
    item = ANVILS | {"id": "http://zotero.example/1", "publisher": "Gazette"}
    brought_in(item, {"id": "b:2", "title": "Äpfel"}, by=erin)
    assert {source.key for source in Source.objects.all()} == {
        "gazette-2023-anvils", "gazette-2023-anvils-2", "apfel",
    }  # fmt: skip


def test_copies_are_made_after_their_originals(erin):
    brought_in(
        {"id": "copy", "title": "C", "custom": {"footnote": {"canonical": "original"}}},
        {"id": "rewrite", "title": "R", "custom": {"footnote": {"derived_from": "copy"}}},
        {"id": "original", "title": "O"},
        by=erin,
    )
    assert Source.objects.get(key="copy").canonical.key == "original"
    assert Source.objects.get(key="rewrite").derived_from.key == "copy"


def test_a_loop_of_copies_is_refused():
    problems = plan_of(
        {"id": "a", "title": "A", "custom": {"footnote": {"canonical": "b"}}},
        {"id": "b", "title": "B", "custom": {"footnote": {"derived_from": "a"}}},
    ).problems
    assert {(each.entry, each.field) for each in problems} == {(1, "canonical"), (2, "canonical")}


def test_what_was_previewed_is_what_is_imported(erin):
    reading = read_file(csl(ANVILS))
    seen = make_plan(reading).digest
    a_source("unrelated")
    import_sources(reading, by=erin, expected_digest=seen)

    reading = read_file(csl(ANVILS | {"id": "herald", "URL": "https://example.org/h"}))
    seen = make_plan(reading).digest
    edit(a_source("rival", url="http://example.org/h"), title="Came meanwhile")
    with pytest.raises(ImportRefused, match="Since the preview"):
        import_sources(reading, by=erin, expected_digest=seen)
    assert not Source.objects.filter(key="herald").exists()


@pytest.mark.parametrize("form", FORMATS)
def test_an_export_imports_as_nothing_new_and_into_nowhere_as_the_same(erin, form):
    original = a_source("original", published="2023-04", author="Doe, Jane")
    a_source("copy", canonical=original, updated="2023-12~", note="Two\nlines", language="fr")
    rows = Source.objects.select_related(*SOURCE_RELATIONS).order_by("key")
    text = export(rows, form)
    plan = make_plan(read_file(text.encode()))
    assert (plan.new, [each.differences for each in plan.known]) == ([], [[], []])
    assert not plan.writes

    Source.history.all().delete()
    Capture.objects.all()._raw_delete("default")
    Source.objects.update(canonical=None)
    Source.objects.all().delete()
    import_sources(read_file(text.encode()), by=erin)
    assert export(rows.all(), form) == text


def test_the_queries_do_not_grow_with_the_entries(erin, django_assert_num_queries):
    a_source("gazette")
    items = [{"id": f"k{n}", "title": "T", "URL": f"https://example.org/{n}"} for n in range(40)]
    with django_assert_num_queries(3):
        plan_of({"id": "gazette"}, *items)
    with django_assert_num_queries(3):
        plan_of({"id": "gazette"})


def test_readers_see_a_whole_name_without_its_braces(erin):
    name = {"literal": "Department of Commerce, Bureau of Industry"}
    brought_in(ANVILS | {"author": [name, {"family": "Doe", "given": "Jane"}]}, by=erin)
    source = Source.objects.get()
    assert source.author == "{Department of Commerce, Bureau of Industry}; Doe, Jane"
    assert source.byline == "Department of Commerce, Bureau of Industry; Doe, Jane"
