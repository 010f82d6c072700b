"""The desk's forms in a real browser: popups, unsaved text, lapsed sessions, focus, refusals."""

from itertools import product

import pytest
from django.contrib.sessions.models import Session
from django.urls import reverse
from playwright.sync_api import expect

from profiles.models import Claim, Company, Product
from tests.admin.forms import change_url
from tests.browser import barriers, log_in
from tests.factories import PASSWORD, a_body, a_company, a_round, a_source, an_investment, cited

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.browser, pytest.mark.looks]

ROUND_ADD = reverse("admin:profiles_fundinground_add")
NAMES = "Object.getOwnPropertyNames(window)"


@pytest.fixture
def acme(erin):
    company = cited(a_company(founded="2019", headcount="9"), "headcount", source=a_source())
    a_body(Product, company=company, name="Whisk")
    return company


@pytest.fixture
def desk(page, acme, erin, live_server):
    log_in(page.context, erin, live_server.url)
    return page


class Asked(list[str]):
    """What the browser asked before it left something, and what it was told."""

    answer = False

    def __init__(self, page):
        super().__init__()
        page.on("dialog", self.hear)

    def hear(self, dialog):
        self.append(dialog.type)
        if self.answer:
            dialog.accept()
        else:
            dialog.dismiss()


def leave(page):
    """Go elsewhere, by the address: the question comes when the browser gets round to it."""
    with page.expect_event("dialog"):
        page.evaluate("location.assign('/admin/')")


# --- names and popups -----------------------------------------------------------------------------


def test_our_scripts_add_no_name_to_those_of_djangos_own(desk, acme):
    source = a_source("herald")
    pages = [
        *(reverse("admin:index"), change_url(acme), change_url(source), ROUND_ADD),
        *(f"/admin/profiles/capture/add/?source={source.pk}", reverse("admin:profiles_cite_many")),
        *(reverse("admin:profiles_fact", args=[acme.pk, "founded"]), "/"),
    ]

    def names():
        found = []
        for address in pages:
            desk.goto(address, wait_until="load")
            scripts = desk.locator("script[src*='/static/desk/'], script[src*='/static/public/']")
            assert {each.get_attribute("type") for each in scripts.all()} <= {"module"}
            found.append(set(desk.evaluate(NAMES)))
        return found

    ours = names()
    desk.route("**/static/desk/*.js", lambda route: route.abort())
    assert [mine - stock for mine, stock in zip(ours, names(), strict=True)] == [set()] * len(pages)


def test_plus_and_pencil_fill_the_field_and_keep_what_was_typed(desk):
    desk.goto(ROUND_ADD)
    desk.fill("#id_label", "Series A")
    with desk.expect_popup() as opened:
        desk.click("#add_id_company")
    popup = opened.value
    popup.fill("#id_name", "Newcomer")
    with popup.expect_event("close"):
        popup.click("[name=_save]")
    chosen = desk.locator(".field-company .select2-selection__rendered")
    expect(chosen).to_contain_text("Newcomer")

    with desk.expect_popup() as opened:
        desk.click("#change_id_company")
    popup = opened.value
    popup.fill("#id_name", "Latecomer")
    with popup.expect_event("close"):
        popup.click("[name=_save]")
    expect(chosen).to_contain_text("Latecomer")
    assert desk.input_value("#id_label") == "Series A"
    assert desk.url.endswith(ROUND_ADD)
    assert desk.input_value("#id_company") == str(Company.objects.get(name="Latecomer").pk)


# --- unsaved text ---------------------------------------------------------------------------------


def test_what_was_typed_is_asked_after_by_links_and_not_by_saving(desk, acme):
    asked = Asked(desk)
    desk.goto(change_url(acme))
    desk.click("text=All as a list >> nth=0")
    desk.wait_for_url("**/?company=**")
    assert asked == []

    desk.goto(change_url(acme))
    desk.fill("#id_tagline", "Half a sent")
    desk.click("text=Whisk")
    desk.click("text=All as a list >> nth=0")
    assert asked == ["beforeunload"] * 2
    assert desk.input_value("#id_tagline") == "Half a sent"

    desk.click("[name=_continue]")
    desk.wait_for_selector(".messagelist .success")
    assert len(asked) == 2
    desk.fill("#id_tagline", "Half a sentence")
    asked.answer = True
    desk.click("text=Whisk")
    desk.wait_for_url("**/product/**")
    assert len(asked) == 3
    assert Company.objects.get(pk=acme.pk).tagline == "Half a sent"


def test_what_was_chosen_and_new_rows_are_asked_after_and_putting_it_back_is_not(desk, acme):
    asked = Asked(desk)
    desk.goto(change_url(an_investment(a_round(acme), a_company("fund"))))
    desk.click(".field-round .select2-selection")
    desk.keyboard.type("series")
    desk.click(".select2-results__option--highlighted")
    desk.click("#site-name a")
    assert asked == []  # the same one again

    desk.goto(change_url(acme))
    desk.click("#names-group .add-row a")
    desk.fill("#id_names-1-name", "Akme")
    desk.click("#site-name a")
    assert asked == ["beforeunload"]
    desk.fill("#id_names-1-name", "")
    desk.click("#site-name a")
    desk.wait_for_selector(".dashboard")
    assert len(asked) == 1


def test_what_a_popup_filled_in_is_asked_after(desk):
    asked = Asked(desk)
    desk.goto(ROUND_ADD)
    with desk.expect_popup() as opened:
        desk.click("#add_id_company")
    opened.value.fill("#id_name", "Newcomer")
    with opened.value.expect_event("close"):
        opened.value.click("[name=_save]")
    expect(desk.locator("#id_company option:checked")).to_have_text("Newcomer")
    desk.click("#site-name a")
    assert asked == ["beforeunload"]


def test_a_list_is_left_without_a_word(desk, acme):
    asked = Asked(desk)
    desk.goto(reverse("admin:profiles_company_changelist"))
    desk.check("[name=_selected_action] >> nth=0")
    desk.click("#site-name a")
    desk.wait_for_selector(".dashboard")
    assert asked == []


def test_the_drawer_closes_over_text_only_when_that_is_meant(desk, acme):
    asked = Asked(desk)
    desk.goto(change_url(acme))
    desk.click(".field-founded a.mark")
    quote = desk.locator("[data-quick] [name=quote]")
    quote.fill("since 2019")
    desk.keyboard.press("Escape")
    expect(quote).to_be_focused()
    desk.keyboard.press("Escape")
    expect(quote).to_be_focused()
    desk.click(".drawer-close")
    expect(quote).to_be_visible()
    assert asked == ["confirm"] * 3
    leave(desk)
    assert asked[3:] == ["beforeunload"]
    asked.answer = True
    with desk.expect_event("dialog"):
        desk.keyboard.press("Escape")
    desk.wait_for_selector("dialog.drawer:not([open])", state="attached")
    asked.clear()
    desk.click(".field-founded a.mark")
    desk.wait_for_selector("[data-quick] [name=recent]:checked:focus")
    assert quote.input_value() == ""
    desk.keyboard.press("Escape")
    desk.wait_for_selector("dialog.drawer:not([open])", state="attached")
    desk.click("#site-name a")
    desk.wait_for_selector(".dashboard")
    assert asked == []


# --- a lapsed session -----------------------------------------------------------------------------


def log_in_by_form(page):
    page.fill("#id_username", "erin")
    page.fill("#id_password", PASSWORD)
    page.click("[type=submit]")


@pytest.mark.parametrize("scripts", [True, False])
def test_a_text_survives_a_lapsed_session(chromium, live_server, acme, erin, scripts):
    context = chromium.new_context(base_url=live_server.url, java_script_enabled=scripts)
    log_in(context, erin, live_server.url)
    page = context.new_page()
    asked = Asked(page)
    page.goto(change_url(acme))
    page.fill("#id_description", "An hour’s work.\n\n“Kept”, <all> of it & more.")
    Session.objects.all().delete()
    page.click("[name=_save]")
    expect(page.get_by_text("We kept what you typed")).to_be_visible()
    if scripts:
        page.click("#id_username")  # browsers ask only somebody who has touched the page
        page.keyboard.type("er")
        leave(page)
        assert asked == ["beforeunload"]
    log_in_by_form(page)
    expect(page.get_by_role("button", name="Go on with what I typed")).to_be_focused()
    page.keyboard.press("Enter")
    page.wait_for_selector(".messagelist .success")
    stored = Company.objects.get(pk=acme.pk).description
    assert stored.replace("\r\n", "\n") == "An hour’s work.\n\n“Kept”, <all> of it & more."
    assert len(asked) == int(scripts)
    context.close()


def test_the_drawer_goes_on_after_a_login_in_another_tab(desk, acme):
    desk.goto(change_url(acme))
    desk.fill("#id_tagline", "Typed beside it")
    desk.click(".field-founded a.mark")
    desk.fill("[data-quick] [name=quote]", "since 2019")
    desk.click("[data-quick] [name=recent]")
    Session.objects.all().delete()
    desk.click("[data-quick] .button >> nth=0")
    expect(desk.locator("[data-quick] .callout.bad")).to_contain_text("log in again")
    other = desk.context.new_page()
    other.goto("/admin/")
    log_in_by_form(other)
    other.wait_for_selector(".dashboard")
    desk.click("[data-quick] .button >> nth=0")
    desk.wait_for_selector("dialog.drawer:not([open])", state="attached")
    assert Claim.objects.filter(fact="founded").exists()

    desk.click("[name=_save]")
    expect(desk.get_by_text("nothing of it is saved yet")).to_be_visible()
    desk.get_by_role("button", name="Go on with what I typed").click()
    desk.wait_for_selector(".messagelist .success")
    assert Company.objects.get(pk=acme.pk).tagline == "Typed beside it"


# --- the focus ------------------------------------------------------------------------------------

COVERED = """() => {
  const entry = document.activeElement;
  if (entry === document.body) return null;
  const bar = document.querySelector(".submit-row, .go");
  const [box, over] = [entry.getBoundingClientRect(), bar.getBoundingClientRect()];
  const meets = box.bottom > over.top && box.top < over.bottom && box.right > over.left;
  const isUnder = meets && !bar.contains(entry) && getComputedStyle(bar).position === "sticky";
  const isAway = box.height > 1 && (box.bottom <= 0 || box.top >= innerHeight);
  return [entry.id || entry.textContent.trim(), isUnder, isAway];
}"""


@pytest.mark.parametrize(("width", "height"), [(1280, 900), (390, 844), (800, 600)])
def test_nothing_has_the_focus_under_the_bar(desk, acme, width, height):
    desk.set_viewport_size({"width": width, "height": height})
    for address in (
        change_url(acme),
        f"{reverse('admin:profiles_cite_many')}?profile=acme&select=all",
    ):
        desk.goto(address)
        desk.focus("#id_name, #profile")  # past the lists at its side
        seen = []
        for key in ("Tab", "Shift+Tab"):
            for _ in range(50):
                desk.keyboard.press(key)
                seen.append(desk.evaluate(COVERED))
        seen = [each for each in seen if each]
        assert len(seen) > 80
        assert [name for name, under, away in seen if under or away] == []


# --- refusals -------------------------------------------------------------------------------------


# Of the guidelines; the rest is advice, which Django's own tables do not all follow.
WCAG = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}


FADED = "Promise.allSettled(document.getAnimations().map(each => each.finished)).then(() => 0)"


def refuse(desk, acme):
    funding_round = an_investment(a_round(acme), a_company("fund")).round
    desk.goto(change_url(funding_round))
    desk.fill("#id_date", "one day")
    desk.fill("[name$='-0-amount']", "many")
    desk.evaluate("document.querySelector('#id_company').value = ''")
    desk.click("[name=_save]")
    desk.wait_for_selector("[data-refused]")
    desk.wait_for_load_state()


def test_the_summary_has_the_focus_and_leads_into_each_field(desk, acme):
    refuse(desk, acme)
    expect(desk.locator("[data-refused]")).to_be_focused()
    for link in desk.locator("[data-refused] a").all():
        target = link.get_attribute("href").removeprefix("#")
        field = desk.locator(f"[id='{target}']")
        desk.evaluate(
            """field => {
              const folded = document.createElement("details");
              folded.append(document.createElement("summary"));
              const row = field.closest(".form-row:not(tr), fieldset");
              row.replaceWith(folded);
              folded.append(row);
            }""",
            field.element_handle(),
        )
        link.click()
        focused = desk.evaluate(
            """field => field === document.activeElement
              || field.parentElement.contains(document.activeElement)""",
            field.element_handle(),
        )
        assert focused, target
        assert desk.evaluate("document.activeElement.checkVisibility()")
    asked = Asked(desk)
    desk.click("#site-name a")
    assert asked == ["beforeunload"]  # what came back refused is saved nowhere


def test_a_new_record_that_is_refused_keeps_the_focus_on_the_summary(desk):
    desk.goto(ROUND_ADD)
    desk.click("[name=_save]")
    desk.wait_for_load_state("networkidle")
    expect(desk.locator("[data-refused]")).to_be_focused()


def test_refusals_and_the_login_in_between_have_no_known_barrier(desk, acme):
    complaints: list[str] = []
    desk.on("console", lambda message: complaints.append(message.text))

    def look():
        for width, scheme in product([1280, 390], ["light", "dark"]):
            desk.set_viewport_size({"width": width, "height": 844})
            desk.emulate_media(color_scheme=scheme)
            desk.evaluate(FADED)
            assert barriers(desk, within="#main", options=WCAG) == []

    refuse(desk, acme)
    look()
    complaints.clear()  # of the check itself: it puts its own styles in
    desk.goto(reverse("admin:profiles_workbook_import"))
    file = {"name": "book.xlsx", "mimeType": "text/plain", "buffer": b"no such format"}
    desk.set_input_files("#id_file", files=[file])
    desk.click("main .button")
    desk.wait_for_selector("[data-refused]")
    look()
    assert [each for each in complaints if "422" not in each] == []
    desk.goto(change_url(acme))
    desk.fill("#id_tagline", "Kept")
    Session.objects.all().delete()
    desk.click("[name=_save]")
    desk.wait_for_selector("[name=kept_text]", state="attached")
    look()
    log_in_by_form(desk)
    desk.wait_for_selector("#kept")
    look()
