"""Long lists fold without scripts, and are whole in every format; contents of two levels."""

import re
from dataclasses import replace

import pytest

from profiles.renderings import render
from profiles.renderings.formats.templating import rendered
from profiles.renderings.page import Entry, Group, Line, Part, folded_from
from profiles.renderings.page_order import Pages
from tests.documents import ACME, a_document, a_fact, a_record, an_edition
from tests.renderings import sections
from tests.renderings.reading import element, read
from tests.rich_document import a_rich_document


def many(kind, count, name="title"):
    return [
        a_record(kind, f"k{n}", a_fact(name, f"Thing {n}.", "report"), company=ACME)
        for n in range(count)
    ]


def shown(*records, name="html"):
    return sections.shown(name, a_document(*records))


@pytest.mark.parametrize(("count", "open_ones"), [(0, 0), (8, 8), (12, 12), (13, 8), (99, 8)])
def test_twelve_stay_open_and_of_more_the_first_eight(count, open_ones):
    assert folded_from(count) == open_ones
    group = Group(entries=tuple(Entry() for _ in range(count)))
    entry = Entry(lines=tuple(Line("x") for _ in range(count)))
    assert (group.folded_from, group.folded) == (open_ones, count - open_ones)
    assert (entry.folded_from, entry.folded) == (open_ones, count - open_ones)


@pytest.mark.parametrize(("kind", "name"), [("event", "title"), ("quotation", "words")])
def test_lines_and_entries_fold_with_their_number(kind, name):
    html = shown(*many(kind, 20, name))
    opened, folded = html.split("<summary>12 more</summary>")
    assert "Thing 7." in opened
    assert "Thing 8." in folded.split("</details>")[0]
    assert "Thing 19." in folded.split("</details>")[0]


def test_short_lists_do_not_fold():
    assert "<summary>" not in shown(*many("event", 12))


@pytest.mark.parametrize("name", ["md", "txt"])
def test_other_formats_fold_nothing_away(name):
    text = shown(*many("quotation", 20, "words"), name=name)
    assert all(f"Thing {n}." in text for n in range(20))


def test_a_folded_table_is_two_lists_and_no_row_is_lost():
    section = element(shown(*many("event", 15)), "section", "events")
    assert section.count("<dl>") == section.count("</dl>") == 2
    assert section.count("<dd") == 15


def contents(html):
    nav = html[html.index("<nav aria-labelledby=contents") :]
    return nav[: nav.index("</nav>")]


def test_contents_have_the_parts_and_their_titled_groups():
    html = render(an_edition(a_rich_document()), "html").decode()
    found = dict(re.findall(r"<a href=#([\w-]+)>([^<]*)</a>", contents(html)))
    assert found["compliance"] == "Compliance"
    assert found["compliance-legal-regimes"] == "Legal regimes"
    assert found["people-founders"] == "Founders"
    assert set(found) <= set(read(html).ids)
    assert contents(html).count("<ol>") > 1


def test_every_titled_group_is_there():
    edition = an_edition(a_rich_document())
    nav = "".join(contents(render(edition, name).decode()) for name in ("html", "background"))
    parts = Pages(edition).whole.parts
    groups = [f"{part.anchor}-{group.slug}" for part in parts for group in part.titled]
    assert len(groups) > 3
    assert all(f"href=#{anchor}>" in nav for anchor in groups)


def test_a_part_can_stand_outside_of_the_contents():
    page = Pages(an_edition(a_document())).whole
    part = Part("box", "A call-out", groups=(Group("Inner", (Entry(),)),), listed=False)
    assert "#box" not in _contents_of(page, part)
    assert "#box" in _contents_of(page, Part("box", "A chapter"))


def _contents_of(page, part):

    edition = an_edition(a_document())
    context = {"page": replace(page, parts=(part,)), "edition": edition, "site": edition.site}
    html = rendered("page.html", context)
    return html[html.index('<nav class="contents"') : html.index('<div class="parts">')]
