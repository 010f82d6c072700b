"""Citing in a real browser, with the keyboard alone."""

import pytest
from django.urls import reverse

from profiles.facts import type_of
from profiles.models import Claim, Company, Decision, Product
from tests.browser import log_in
from tests.factories import a_body, a_company, a_source, cited

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.browser, pytest.mark.looks]

MOST_KEYS = 6
COMPANY = {
    "tagline": "Robots that cook",
    "description": "Makes robots for kitchens",
    "mission": "No more burnt rice",
    "founded": "2019-04",
    "founding_place": "Lyon",
    "founder_count": "3",
    "headquarters": "Lyon, France",
    "country": "FR",
    "address": "1 rue du Feu",
    "work_model": "On site",
    "headcount": "100",
    "total_funding": "EUR 9000000",
    "total_debt": "EUR 1000000",
    "name_origin": "A cook",
}
PRODUCT = {
    "form": "model",
    "summary": "Stirs",
    "released": "2024",
    "licence": "Apache 2.0",
    "open_weights": "yes",
    "open_source": "no",
    "hosted": "no",
    "parameters": "7B",
    "parameters_active": "2B",
    "parameters_per_expert": "1B",
    "experts": "8",
    "architecture": "Sparse",
    "pricing": "per meal",
}


class Typist:
    """Presses keys and counts them; `reach` goes on with Tab until a fact's mark has the focus."""

    def __init__(self, page):
        self.page, self.pressed = page, 0

    def press(self, key):
        self.page.keyboard.press(key)
        self.pressed += 1

    def reach(self, address):
        for _ in range(40):
            if self.page.evaluate("document.activeElement.getAttribute('href')") == address:
                return
            self.press("Tab")
        raise AssertionError(f"Tab never came to {address}")


@pytest.fixture
def desk(page, erin, live_server):
    log_in(page.context, erin, live_server.url)
    return page


def form_of(body):
    name = body._meta.model_name
    return reverse(f"admin:profiles_{name}_change", args=[body.pk])


def cite_all(page, body, facts, digit):
    """Cites each fact from the source of that digit; returns the keys pressed for each.

    A source that was just cited stands first from then on.
    """
    page.goto(form_of(body))
    typist, counts = Typist(page), []
    order = [fact.name for fact in type_of(body).facts if fact.name in facts]
    page.focus(f"#id_{order[0]}")
    for fact in order:
        before = typist.pressed
        address = reverse("admin:profiles_fact", args=[body.pk, fact])
        typist.reach(address)
        typist.press("Enter")
        page.wait_for_selector("dialog.drawer[open] [name=recent]:checked:focus")
        typist.press(digit if not counts else "1")
        typist.press("Enter")
        page.wait_for_selector("dialog.drawer:not([open])", state="attached")
        counts.append(typist.pressed - before)
    return counts


def test_twenty_facts_are_cited_with_the_keyboard_alone(desk, erin):
    company = cited(a_company(**COMPANY), "name", source=a_source("gazette"))
    cited(company, "name", source=a_source("herald"))
    product = a_body(Product, company=company, name="Whisk", **PRODUCT)
    counts = cite_all(desk, company, COMPANY, "2")
    counts += cite_all(desk, product, PRODUCT, "1")
    assert len(counts) >= 20
    assert max(counts) <= MOST_KEYS, counts
    made = Claim.objects.exclude(fact="name")
    assert made.count() == len(counts)
    assert set(made.values_list("decision", "decided_by")) == {(Decision.ACCEPTED, erin.pk)}
    assert set(made.values_list("citations__capture__source__key", flat=True)) == {"gazette"}


def test_the_form_can_be_saved_after_citing_from_it(desk):
    company = cited(a_company(headcount="100"), "headcount", source=a_source("gazette"))
    desk.goto(form_of(company))
    desk.fill("#id_tagline", "Robots that cook")
    desk.fill("#id_founded", "Apr 2019")
    desk.click(".field-founded a.mark")
    desk.wait_for_selector("dialog.drawer[open] [name=recent]:checked:focus")
    desk.keyboard.press("Enter")
    desk.wait_for_selector("dialog.drawer:not([open])", state="attached")
    assert desk.input_value("#id_founded") == "2019-04"
    assert desk.inner_text(".field-founded a.mark .words") == "1 source"
    desk.click("[name=_save]")
    desk.wait_for_load_state()
    stored = Company.objects.get(record__key="acme")
    assert (str(stored.founded), stored.tagline) == ("2019-04", "Robots that cook")


def test_an_edited_value_shows_at_once_that_it_is_no_longer_the_cited_one(desk):
    company = cited(a_company(headcount="100"), "headcount", source=a_source("gazette"))
    desk.goto(form_of(company))
    desk.fill("#id_headcount", "250")
    assert "changed since cited" in desk.inner_text(".field-headcount a.mark .words")
    desk.fill("#id_headcount", "100 people")
    assert desk.inner_text(".field-headcount a.mark .words") == "1 source"


def test_escape_closes_and_the_mark_has_the_focus_again(desk):
    company = cited(a_company(headcount="100"), "headcount")
    desk.goto(form_of(company))
    desk.focus(".field-headcount a.mark")
    desk.keyboard.press("Enter")
    desk.wait_for_selector("dialog.drawer[open] .card")
    desk.keyboard.press("Escape")
    desk.wait_for_selector("dialog.drawer:not([open])", state="attached")
    focus = desk.evaluate("document.activeElement.className")
    assert "mark" in focus


def test_without_scripts_the_mark_leads_to_the_page(chromium, live_server, erin):
    company = cited(a_company(headcount="100"), "headcount")
    bare = chromium.new_context(base_url=live_server.url, java_script_enabled=False)
    log_in(bare, erin, live_server.url)
    page = bare.new_page()
    page.goto(form_of(company))
    page.click(".field-headcount a.mark")
    assert page.inner_text("h1") == "Headcount"
    assert page.is_visible("text=What sources say")
    bare.close()
