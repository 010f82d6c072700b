"""What the drawer's script does for a text that is pasted, in a real browser."""

import pytest

from profiles.models import Capture, Citation
from tests.admin.facts.test_by_keyboard import form_of
from tests.admin.forms import change_url
from tests.browser import log_in
from tests.factories import a_company, a_source, cited
from tests.provenance.captures.a_site import LONG, a_site

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.browser, pytest.mark.looks]

ARTICLE = "Acme opens in Lyon\n\nAcme was founded in April\n2019.\n\n<script>alert(1)</script>"
PASTE = """([name, text]) => {
  const field = document.querySelector(`[data-quick] [name=${name}]`);
  field.focus();
  const clipboardData = new DataTransfer();
  clipboardData.setData("text/plain", text.length > 9 ? text : text.repeat(20_000_000));
  const pasted = new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true });
  if (field.dispatchEvent(pasted)) field.value = text;
}"""


@pytest.fixture
def drawer(page, erin, live_server):
    log_in(page.context, erin, live_server.url)
    company = cited(a_company(founded="2019-04"), "name", source=a_source("gazette"))
    page.goto(form_of(company))
    page.click(".field-founded a.mark")
    page.wait_for_selector("dialog.drawer[open] [name=recent]:checked:focus")
    return page


def test_a_text_in_the_line_for_a_source_keeps_its_lines(drawer):
    drawer.evaluate(PASTE, ["source", ARTICLE])
    assert drawer.input_value("[data-quick] [name=text]") == ARTICLE
    assert drawer.input_value("[data-quick] [name=source]") == ""
    assert drawer.evaluate("document.activeElement.name") == "text"

    drawer.select_option("[data-quick] [name=whose]", "new")
    drawer.click("[data-quick] .button >> nth=0")
    drawer.wait_for_selector("[name=suggested]:focus")
    drawer.keyboard.press("Space")
    assert drawer.input_value("[data-quick] [name=quote]") == "Acme was founded in April 2019."
    drawer.keyboard.press("Enter")
    drawer.wait_for_selector("dialog.drawer[open] [data-done]")
    assert "for white space" in drawer.inner_text(".citation p.mark")
    assert Citation.objects.get(claim__fact="founded").capture.text == ARTICLE


def test_an_address_is_an_address(drawer):
    drawer.evaluate(PASTE, ["source", "https://gazette.example/a"])
    assert drawer.input_value("[data-quick] [name=source]") == "https://gazette.example/a"


def test_twenty_megabytes_are_refused_at_once_and_nothing_else_is_lost(drawer):
    drawer.fill("[data-quick] [name=quote]", "April 2019")
    drawer.click("[data-quick] .pasted summary")
    drawer.evaluate(PASTE, ["text", "x"])
    said = drawer.inner_text("[data-quick] .errorlist", timeout=1000)
    assert said.startswith("This text has 19.1 MB. A form takes at most")
    assert drawer.input_value("[data-quick] [name=quote]") == "April 2019"
    assert drawer.input_value("[data-quick] [name=text]") == ""
    assert not Capture.objects.exclude(text="").exists()


def test_what_is_too_long_is_not_sent(drawer):
    drawer.click("[data-quick] .pasted summary")
    drawer.fill("[data-quick] [name=text]", "Too long")
    drawer.evaluate("document.querySelector('[data-quick] [name=text]').dataset.most = 7")
    drawer.click("[data-quick] .button >> nth=0")
    assert "A form takes at most" in drawer.inner_text("[data-quick] .errorlist")
    assert drawer.input_value("[data-quick] [name=text]") == "Too long"


def test_a_source_picked_by_hand_is_whose_text_it_is(drawer):
    drawer.keyboard.press("1")
    drawer.click("[data-quick] .pasted summary")
    assert drawer.input_value("[data-quick] [name=whose]") == "picked"


def test_the_button_fetches_and_saves_nothing_else(page, erin, live_server, settings):
    log_in(page.context, erin, live_server.url)
    with a_site() as site:
        settings.FETCH_SOURCES = True
        settings.FETCH_REACH = {"ports": (site.port,), "loopback": True}
        source = a_source(url=site.put("/now"))
        for address in (change_url(source), f"/admin/profiles/capture/add/?source={source.pk}"):
            page.goto(address)
            page.click("text=Fetch it now")
            page.wait_for_selector(".messagelist .success")
        assert "It says what it said before" in page.inner_text(".messagelist")
        assert len(site.asked) == 2
    assert source.latest_capture.text == LONG
    assert source.history.count() == 1
