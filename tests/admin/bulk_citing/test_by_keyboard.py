"""Citing many facts in a real browser, with the keyboard alone."""

from itertools import product

import pytest
from django.urls import reverse

from profiles.models import Citation, Claim
from tests.browser import barriers, log_in
from tests.factories import a_company, a_source, cited

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.browser]

PAGE = reverse("admin:profiles_cite_many")
TEXT = "Acme was founded in April 2019. It employs 100 people."


@pytest.fixture
def acme():
    company = a_company("acme", founded="2019-04", headcount="100", tagline="Anvils")
    return cited(company, "name", source=a_source("gazette", text=TEXT))


@pytest.fixture
def desk(page, erin, live_server):
    log_in(page.context, erin, live_server.url)
    return page


def reach(page, selector):
    """Tab until it has the focus."""
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("sought => document.activeElement.matches(sought)", selector):
            return
    raise AssertionError(f"Tab never came to {selector}")


def go(page, button):
    reach(page, f"button[value={button}]")
    with page.expect_navigation():
        page.keyboard.press("Enter")


@pytest.mark.parametrize("scripts", [True, False])
def test_two_facts_are_cited_with_the_keyboard_alone(chromium, live_server, acme, erin, scripts):
    context = chromium.new_context(base_url=live_server.url, java_script_enabled=scripts)
    log_in(context, erin, live_server.url)
    page = context.new_page()
    page.goto(f"{PAGE}?profile=acme&state=UNCITED")
    for fact in ("founded", "headcount"):
        reach(page, f"[value='company/acme#{fact}']")
        page.keyboard.press("Space")
    go(page, "describe")
    reach(page, "[name=locator]")
    page.keyboard.type("line 1")
    for text in ("April 2019", "line 2", "100 people"):
        page.keyboard.press("Tab")  # locator, quote, next row
        page.keyboard.type(text)
    go(page, "check")
    assert "2 quotes word for word" in page.inner_text(".counts")
    go(page, "commit")
    assert page.inner_text("h1") == "Cited 2 facts from gazette"
    context.close()
    made = Citation.objects.exclude(claim__fact="name").values_list("locator", "exact")
    assert set(made) == {("line 1", "April 2019"), ("line 2", "100 people")}
    assert Claim.objects.accepted().count() == 3


def test_enter_while_typing_only_checks(desk, acme):
    desk.goto(f"{PAGE}?profile=acme&select=uncited")
    go(desk, "describe")
    reach(desk, "[name=locator]")
    desk.keyboard.type("line 1")
    desk.keyboard.press("Enter")
    desk.wait_for_selector(".outcome")
    assert Claim.objects.count() == 1


@pytest.mark.looks
@pytest.mark.parametrize(("width", "scheme"), [*product([1280, 380], ["light", "dark"])])
def test_no_step_has_a_known_barrier_or_scrolls_sideways(desk, acme, width, scheme):
    desk.set_viewport_size({"width": width, "height": 900})
    desk.emulate_media(color_scheme=scheme)
    complaints: list[str] = []
    desk.on("console", lambda message: complaints.append(message.text))

    def look():
        assert barriers(desk, within="#main") == []
        assert desk.evaluate("document.documentElement.scrollWidth <= innerWidth")

    desk.goto(f"{PAGE}?profile=acme&select=uncited")
    look()
    desk.click("button[value=describe]")
    desk.fill("#quote-0", "no such words")
    desk.fill("#quote-1", "April 2019")
    desk.click("summary")
    desk.fill("#paste", "company/nobody\tfounded\tline 1\twords")
    look()
    desk.click("button[value=check]")
    desk.wait_for_selector(".outcome")
    look()
    desk.click("button[value=describe]")
    desk.wait_for_selector(".where")
    look()
    desk.click("button[value=check]")
    desk.click("button[value=refused]")
    desk.check("[name=missing]")
    look()
    desk.click("button[value=commit]")
    desk.wait_for_selector("#cited")
    look()
    assert complaints == []
