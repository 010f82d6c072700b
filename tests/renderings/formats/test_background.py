"""The background: what is said and asked, on a page of its own beside the facts of record."""

import pytest

from profiles.renderings import render
from profiles.renderings.anchors import led_elsewhere
from tests.documents import a_date, a_document, a_fact, a_record, an_edition
from tests.renderings.halves import pages, tells_everything_once
from tests.rich_document import a_rich_document


def test_the_two_pages_have_every_fact_once():
    tells_everything_once(a_rich_document())


def test_every_link_within_the_site_leads_to_something():
    """To an anchor that is there, on whichever of the pages."""
    found = pages(a_rich_document())
    profile, background = found
    sources = render(an_edition(a_rich_document()), "sources").decode()
    crossing = set()
    for here, page in found.items():
        for link in page.links:
            path, _, anchor = link["href"].partition("#")
            if path in ("", *found) and anchor:
                assert anchor in found[path or here].ids, link["href"]
                crossing |= {(here, path)} if path else set()
            elif path.endswith("/sources/") and anchor:
                assert f"id={anchor}>" in sources
    assert crossing == {(profile, background), (background, profile)}


def test_the_list_of_sources_leads_to_the_page_that_tells_it():
    html = render(an_edition(a_rich_document()), "sources").decode()
    assert "href=/companies/acme/background/#quotation-" in html
    assert "href=/companies/acme/#round-debt>" in html
    assert "href=/companies/acme/#quotation-" not in html


def test_only_what_is_known_to_be_elsewhere_is_led_there():
    html = '<a href="#event-x">X</a><a href="#n1">1</a>'
    led = led_elsewhere(html, {"event-x"}, "/there/")
    assert led == '<a href="/there/#event-x">X</a><a href="#n1">1</a>'


def test_a_profile_without_any_has_no_such_page_and_no_link_to_it():
    edition = an_edition(a_document())
    assert render(edition, "background") == b""
    for name in ("html", "sources"):
        assert b"/background/" not in render(edition, name)


@pytest.mark.parametrize(
    ("name", "title"), [("html", "Profile"), ("background", "Background"), ("sources", "Sources")]
)
def test_each_page_says_which_of_them_it_is(name, title):
    html = render(an_edition(a_rich_document()), name).decode()
    nav = html[html.index("class=pages") :].split("</nav>")[0]
    assert nav.count("aria-current=page") == 1
    assert nav[nav.index("aria-current=page") :].split("</a>")[0].endswith(f">{title}")
    assert [word for word in ("Profile", "Background", "Sources", "Updates") if word in nav] == [
        *("Profile", "Background", "Sources", "Updates")
    ]


def test_the_contents_of_the_profile_end_with_the_background():
    html = render(an_edition(a_rich_document()), "html").decode()
    nav = html[html.index("<nav aria-labelledby=contents") :].split("</nav>")[0]
    end = nav[nav.index(">Background</a>") :]
    assert "<a href=/companies/acme/background/#events>Events</a>" in end
    assert ">Funding</a>" not in end


def test_it_has_a_title_and_an_address_of_its_own():
    html = render(an_edition(a_rich_document()), "background").decode()
    assert "/companies/acme/background/ rel=canonical" in html
    assert "<h1>Acme & Co: background</h1>" in html
    assert "rel=alternate" not in html


def test_a_name_that_changed_some_time_within_a_span_says_so():
    subject = {"subject": ("company/acme", "Acme & Co")}
    name = a_record(
        "name", "n", a_fact("name", "Old", "report"), a_date("until", "2026-05/2026-07"), **subject
    )
    assert "Old, until some time in May 2026–July 2026" in render(
        an_edition(a_document(name)), "txt"
    ).decode().replace("[1]", "").replace("\n", " ")
