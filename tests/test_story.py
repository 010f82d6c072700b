"""The whole story, in a real browser: from an edited fact to the released, footnoted page."""

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.factories import PASSWORD, a_release, person

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def acme():
    return a_release().profile.company


@pytest.fixture
def log_in(chromium, live_server):
    """A page of its own for each of the cast, at the desk."""
    contexts: list[BrowserContext] = []

    def at_the_desk(name: str) -> Page:
        person(name)
        context = chromium.new_context(base_url=live_server.url)
        context.set_default_timeout(10_000)
        contexts.append(context)
        page = context.new_page()
        page.goto("/admin/")
        page.get_by_label("Username").fill(name)
        page.get_by_label("Password").fill(PASSWORD)
        page.get_by_role("button", name="Log in").click()
        expect(page.get_by_role("heading", name="Desk")).to_be_visible()
        return page

    yield at_the_desk
    for context in contexts:
        context.close()


def open_company(page: Page) -> None:
    page.goto("/admin/profiles/company/")
    page.locator("#result_list").get_by_role("link", name="Acme").click()


def change(page: Page, label: str, value: str) -> None:
    open_company(page)
    page.get_by_label(label).fill(value)
    page.get_by_role("button", name="Save and continue editing").click()
    expect(page.locator(".messagelist")).to_contain_text("was changed successfully")


def test_from_an_edit_to_the_released_page(acme, log_in, page):
    ada = log_in("ada")

    # Ada changes a fact: its mark says that the citation no longer fits.
    change(ada, "Headquarters:", "Lyon, France")
    ada.get_by_role("link", name="changed since cited").click()

    # Beside the form she cites a source for the new value and rules, with a reason for readers.
    ada.get_by_text("Add a rival value").click()
    form = ada.locator("form", has=ada.get_by_role("button", name="Record the claim"))
    form.get_by_role("textbox", name="Value").fill("Lyon, France")
    form.get_by_text("It is a new source").click()
    form.get_by_role("textbox", name="Key").fill("company-register")
    form.get_by_role("textbox", name="Title").fill("Company register")
    form.get_by_role("textbox", name="Address").fill("https://register.example/acme")
    form.get_by_role("textbox", name="Quote").fill("seat: Lyon")
    form.get_by_label("Use this value now").check()
    form.get_by_label("Why it is right").select_option("primary")
    form.get_by_role("textbox", name="Note for readers").fill("The register is the seat of law.")
    form.get_by_role("button", name="Record the claim").click()
    expect(ada.locator(".fact-value")).to_have_text("Lyon, France")
    expect(ada.get_by_text("1 source").first).to_be_visible()

    # She submits, and may not approve her own work, superuser or not.
    open_company(ada)
    ada.get_by_role("link", name="Checks and submission").click()
    ada.get_by_label("Change note").fill("The seat has moved to Lyon.")
    ada.get_by_role("button", name="Submit for review").click()
    review_page = ada.url
    expect(ada.get_by_role("button", name="Approve")).to_be_disabled()
    expect(ada.get_by_text("Your own work is in this change").first).to_be_visible()

    # Meanwhile she edits on; that is not in the review.
    change(ada, "Work model:", "Secret plan")

    # Rita sees what changed and that newer edits are left out, and approves.
    rita = log_in("rita")
    rita.goto(review_page)
    expect(rita.get_by_text("newer edit").first).to_be_visible()
    expect(rita.get_by_text("Lyon, France").first).to_be_visible()
    expect(rita.get_by_text("Secret plan")).to_have_count(0)
    rita.get_by_text("Approve …").click()
    rita.get_by_role("button", name="Approve").click()
    expect(rita.locator(".badge", has_text="approved").first).to_be_visible()

    # Paul publishes.
    page.goto("/companies/acme/")
    expect(page.get_by_text("Paris, France").first).to_be_visible()
    paul = log_in("paul")
    paul.goto(review_page)
    paul.get_by_role("button", name="Publish").click()

    # The reader sees the new value, its source, the old value and why it was not chosen.
    page.goto("/companies/acme/")
    expect(page.get_by_text("Release 2").first).to_be_visible()
    headquarters = page.get_by_role("definition").filter(has_text="Lyon, France")
    expect(headquarters).to_be_visible()
    headquarters.get_by_text("Sources disagree").click()
    expect(page.get_by_text("The register is the seat of law.").first).to_be_visible()
    expect(headquarters.get_by_text("Paris, France")).to_be_visible()
    expect(page.get_by_role("link", name="Company register").first).to_be_visible()
    assert "Secret plan" not in page.content()


def test_a_footnote_leads_to_its_source_and_back(acme, page):
    page.goto("/companies/acme/")
    mark = page.locator("a[role=doc-noteref]").first
    target = mark.get_attribute("href")
    mark.click()
    note = page.locator(f"{target}")
    expect(note).to_be_in_viewport()
    note.locator("[role=doc-backlink]").first.click()
    expect(mark).to_be_in_viewport()


def test_the_page_is_whole_without_scripts(acme, chromium, live_server):
    context = chromium.new_context(base_url=live_server.url, java_script_enabled=False)
    page = context.new_page()
    page.goto("/companies/acme/")
    expect(page.get_by_text("Paris, France").first).to_be_visible()
    expect(page.locator("[role=doc-endnotes]")).to_be_visible()
    context.close()
