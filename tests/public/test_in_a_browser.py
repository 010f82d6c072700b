"""The public pages in a real browser: accessible, within their width, whole without scripts."""

from itertools import product

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.documents import a_document
from tests.rich_document import a_rich_document

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

COMPANY = "/companies/acme/"
PAGES = [
    *("/", "/?q=nothing", COMPANY, f"{COMPANY}sources/", f"{COMPANY}history/"),
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
        found = Axe().run(page).response["violations"]
        assert [(each["id"], each["nodes"][0]["html"]) for each in found] == [], address
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), address


def test_the_check_above_finds_a_barrier(page):
    page.goto("/")
    page.evaluate("document.querySelector('[name=q]').removeAttribute('aria-label')")
    page.evaluate("document.querySelector('[name=q]').removeAttribute('placeholder')")
    assert [each["id"] for each in Axe().run(page).response["violations"]] == ["label"]


def test_nothing_breaks_the_content_security_policy(publish, page):
    publish(a_rich_document())
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    page.goto(COMPANY)
    assert complaints == []


def test_a_mark_shows_its_source_and_escape_closes_it(publish, page):
    publish(a_rich_document())
    page.goto(COMPANY)
    preview = page.locator(".preview")
    page.locator("#round-debt sup a").nth(1).hover()
    preview.wait_for(state="visible")
    assert "Report wire-20" in preview.inner_text()
    assert "$830 million in debt" in preview.inner_text()
    page.keyboard.press("Escape")
    preview.wait_for(state="hidden")


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
