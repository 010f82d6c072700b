"""The notice of a namesake in a real browser, as soon as the field of the name is left."""

import pytest
from django.urls import reverse

from profiles.models import Company
from tests.browser import log_in
from tests.factories import a_company

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.browser, pytest.mark.looks]


def test_the_notice_comes_with_tab_and_its_box_lets_the_save_through(chromium, live_server, erin):
    a_company("acme", name="Acme")
    context = chromium.new_context()
    log_in(context, erin, live_server.url)
    page = context.new_page()
    page.goto(live_server.url + reverse("admin:profiles_company_add"))
    page.fill("#id_name", "ACME Inc.")
    page.keyboard.press("Tab")
    page.wait_for_selector("[role=status] [name=another_one]")
    assert "Another company has this name" in page.inner_text("[role=status][data-namesakes]")
    page.focus("[name=another_one]")
    page.keyboard.press("Space")
    page.click("[name=_save]")
    page.wait_for_load_state()
    assert Company.objects.count() == 2
    context.close()
