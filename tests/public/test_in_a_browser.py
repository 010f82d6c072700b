"""The public pages in a real browser: accessible, within their width, whole without scripts."""

from itertools import product

import pytest

from tests.browser import barriers
from tests.documents import a_document, a_fact, a_record
from tests.rich_document import a_rich_document

pytestmark = [
    *(pytest.mark.browser, pytest.mark.looks, pytest.mark.django_db(transaction=True)),
]

COMPANY = "/companies/acme/"
BACKGROUND = f"{COMPANY}background/"
PAGES = [
    *("/", "/?q=nothing", COMPANY, f"{COMPANY}sources/", BACKGROUND, f"{COMPANY}history/"),
    *(f"{COMPANY}releases/1/", "/companies/nobody/"),
]
SETTINGS = list(product([1280, 380], ["light", "dark"]))


@pytest.mark.parametrize(("width", "scheme"), SETTINGS)
def test_no_page_has_a_known_barrier_or_scrolls_sideways(publish, page, width, scheme):
    publish(a_document())
    publish(a_rich_document())
    page.set_viewport_size({"width": width, "height": 900})
    page.emulate_media(color_scheme=scheme)
    for address in PAGES:
        page.goto(address)
        assert barriers(page) == [], address
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), address


def test_the_check_above_finds_a_barrier(page):
    page.goto("/")
    page.evaluate("document.querySelector('[name=q]').removeAttribute('aria-label')")
    page.evaluate("document.querySelector('[name=q]').removeAttribute('placeholder')")
    assert [rule for rule, _ in barriers(page)] == ["label"]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_it_finds_faint_words_in_either_scheme(page, scheme):
    page.emulate_media(color_scheme=scheme)
    page.goto("/")
    page.evaluate("document.querySelector('h1').style.color = 'color-mix(in srgb, gray, Canvas)'")
    assert [rule for rule, _ in barriers(page)] == ["color-contrast"]


def test_nothing_breaks_the_content_security_policy(publish, page):
    publish(a_rich_document())
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    page.goto(COMPANY)
    assert complaints == []


def test_its_script_adds_no_global_name(publish, page):
    publish(a_rich_document())
    names = "Object.getOwnPropertyNames(window)"
    page.goto(COMPANY)
    assert page.get_attribute("script[src*='/public/']", "type") == "module"
    ours = page.evaluate(names)
    page.route("**/public/*.js*", lambda route: route.abort())
    page.goto(COMPANY)
    assert set(ours) <= set(page.evaluate(names))


def test_a_mark_shows_its_source_and_escape_closes_it(publish, page):
    publish(a_rich_document())
    page.goto(COMPANY)
    preview = page.locator(".preview")
    page.locator("#round-debt sup a").nth(1).hover()
    preview.wait_for(state="visible")
    assert "Report wire-20" in preview.inner_text()
    preview.get_by_text("$830 million in debt").wait_for()
    page.keyboard.press("Escape")
    preview.wait_for(state="hidden")


def preview_of(page, mark):
    """What a preview says when all has arrived."""
    preview = page.locator(".preview")
    with page.expect_response(lambda response: response.url.endswith("/sources/")):
        mark.hover()
    preview.locator("[data-uses]").first.wait_for()
    return preview


def test_a_preview_has_the_words_for_this_very_fact(publish, page):
    facts = [a_fact(f"f{n}", f"Fact {n}", f"report|line {n}|words {n}") for n in range(1, 5)]
    publish(a_document(company=tuple(facts)))
    page.goto(COMPANY)
    preview = preview_of(page, page.get_by_text("Fact 3").locator("sup a"))
    assert "Report report" in preview.inner_text()
    assert "words 3 line 3" in preview.inner_text()
    assert "words 2" not in preview.inner_text()


def test_the_list_of_sources_is_asked_for_once_and_not_before(publish, page):
    publish(a_rich_document())
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(COMPANY)
    assert not [url for url in asked if url.endswith("/sources/")]
    preview_of(page, page.locator("#round-debt sup a").nth(1))
    page.locator("#round-debt sup a").nth(0).hover()
    page.wait_for_timeout(400)
    assert len([url for url in asked if url.endswith("/sources/")]) == 1


@pytest.mark.parametrize("trouble", ["gone", "broken", "of another release"])
def test_a_preview_without_the_list_of_sources_shows_the_source_alone(publish, page, trouble):
    publish(a_rich_document())
    complaints: list[str] = []
    page.on("pageerror", lambda error: complaints.append(str(error)))
    answers = {
        "gone": lambda route: route.abort(),
        "broken": lambda route: route.fulfill(status=500, body="<p>no"),
        "of another release": lambda route: route.fulfill(
            body='<ol data-release=2><li id=source-wire-20><p data-uses="1 2 3">Wrong</p></ol>'
        ),
    }
    page.route("**/sources/", answers[trouble])
    page.goto(COMPANY)
    page.locator("#round-debt sup a").nth(1).hover()
    page.locator(".preview").wait_for(state="visible")
    page.wait_for_timeout(400)
    assert "Report wire-20" in page.locator(".preview").inner_text()
    assert "Wrong" not in page.locator(".preview").inner_text()
    assert complaints == []


def test_a_link_into_a_folded_list_opens_it(publish, chromium, live_server):
    quotations = [
        a_record("quotation", f"q{n}", a_fact("words", f"Word {n}", "report")) for n in range(20)
    ]
    publish(a_document(*quotations))
    page = chromium.new_page(java_script_enabled=False, base_url=live_server.url)
    page.goto(BACKGROUND)
    assert not page.get_by_text("Word 15").is_visible()
    page.goto(f"{BACKGROUND}#quotation-q15")
    assert page.get_by_text("Word 15").is_visible()
    page.close()


def test_paper_shows_what_is_folded(publish, page):
    quotations = [
        a_record("quotation", f"q{n}", a_fact("words", f"Word {n}", "report")) for n in range(20)
    ]
    publish(a_document(*quotations))
    page.goto(BACKGROUND)
    folded = page.get_by_text("Word 15")
    assert not folded.is_visible()
    page.emulate_media(media="print")
    assert folded.is_visible()
    assert not page.get_by_text("12 more").is_visible()


def test_marks_are_announced_as_such(publish, page):
    publish(a_rich_document())
    page.goto(COMPANY)
    assert page.locator("sup a:not([role=doc-noteref])").count() == 0
    assert page.locator("sup a[role=doc-noteref]").count() > 100


def test_a_mark_of_the_background_has_the_words_for_its_own_fact(publish, page):
    events = [
        a_record("event", f"e{n}", a_fact("title", f"Event {n}", f"report|line {n}|words {n}"))
        for n in (1, 2)
    ]
    motto = a_fact("motto", "Go", "report|line 9|words 9")
    publish(a_document(*events, company=(motto,)))
    page.goto(BACKGROUND)
    preview = preview_of(page, page.get_by_text("Event 1").locator("sup a"))
    assert "words 1 line 1" in preview.inner_text()
    assert "words 9" not in preview.inner_text()


def test_a_mark_that_is_reached_by_keyboard_shows_its_source(publish, page):
    publish(a_rich_document())
    page.goto(COMPANY)
    page.locator("#round-debt sup a").nth(1).focus()
    page.locator(".preview").wait_for(state="visible")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert "#n" in page.url


def test_a_click_jumps_to_the_source_and_back_without_scripts(publish, chromium, live_server):
    publish(a_rich_document())
    page = chromium.new_page(java_script_enabled=False, base_url=live_server.url)
    page.goto(COMPANY)
    page.locator("#r2a").click()
    assert page.url.endswith("#n2")
    page.locator('#n2 [href="#r2a"]').click()
    assert page.url.endswith("#r2a")
    page.close()


def test_a_dispute_opens_without_scripts(publish, chromium, live_server):
    publish(a_rich_document())
    page = chromium.new_page(java_script_enabled=False, base_url=live_server.url)
    page.goto(COMPANY)
    note = page.get_by_text("The register names the month").first
    assert not note.is_visible()
    page.locator(".facts summary").first.click()
    assert note.is_visible()
    page.close()
