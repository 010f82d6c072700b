"""A source by pasting its text or having it fetched, and the words to quote, while citing."""

import pytest
from django.urls import reverse

from profiles.models import Capture, Citation, Claim, Source
from tests.admin.facts.test_drawer import drawer_of, quick_form
from tests.admin.forms import forms_in
from tests.factories import a_claim, a_company, a_source, cited, rule
from tests.provenance.captures.a_site import LONG, a_site

pytestmark = pytest.mark.django_db

ARTICLE = "Acme opens in Lyon\n\nAcme was founded in April 2019. It raised €385 million.\n"
QUOTE = "founded in April 2019"


@pytest.fixture
def company():
    return a_company(founded="2019-04")


def cite(client, company, **changes):
    """The quick form of the drawer, sent with these changes, as it stands."""
    form = quick_form(client, company, "founded", **changes)
    return client.post(drawer_of(company, "founded"), form)


def again(client, company, answer, **changes):
    """The form that came back, sent with these changes."""
    form = next(form for form in forms_in(answer) if form.get("fact_action") == "cite-value")
    return client.post(drawer_of(company, "founded"), form | changes)


def test_a_pasted_text_becomes_a_source_with_its_capture_and_the_quote_is_checked(
    as_user, erin, company
):
    answer = cite(as_user(erin), company, text=ARTICLE, quote=QUOTE)
    assert answer.status_code == 200
    source = Source.objects.get()
    assert (source.title, source.key, source.url) == (
        "Acme opens in Lyon",
        "acme-opens-in-lyon",
        "",
    )
    citation = Citation.objects.get()
    assert (citation.capture.source, citation.capture.depth) == (source, "full")
    assert citation.capture.text == ARTICLE
    page = answer.content.decode()
    assert "Word for word in the capture of" in page
    assert "data-stay" in page


def test_with_an_address_and_a_title_of_its_own(as_user, erin, company):
    address = "https://gazette.example/2019/acme"
    changes = {"source": address, "new_title": "Acme opens", "depth": "stub"}
    cite(as_user(erin), company, text=ARTICLE, quote=QUOTE, **changes)
    source = Source.objects.get()
    assert (source.title, source.url, source.publisher) == (
        "Acme opens",
        address,
        "gazette.example",
    )
    assert source.latest_capture.depth == "stub"


def test_the_text_of_a_known_source_is_a_new_capture_of_it(as_user, erin, company):
    source = a_source("gazette", text="Older.")
    cite(as_user(erin), company, text=ARTICLE, quote=QUOTE, source="gazette", depth="excerpt")
    assert Source.objects.count() == 1
    assert Citation.objects.get().capture.text == ARTICLE
    assert source.captures.count() == 2


def test_whose_text_it_is_must_be_said_where_a_source_is_picked(as_user, erin, company):
    cited(company, "name", source=a_source("gazette"))
    client = as_user(erin)
    answer = cite(client, company, text=ARTICLE, quote=QUOTE, recent="gazette")
    assert answer.status_code == 422
    assert "Say whose text this is" in answer.content.decode()
    assert Capture.objects.exclude(text="").count() == 0

    assert again(client, company, answer, whose="picked").status_code == 200
    assert Citation.objects.get(exact=QUOTE).capture.source.key == "gazette"


def test_a_new_source_although_another_one_is_picked(as_user, erin, company):
    cited(company, "name", source=a_source("gazette"))
    cite(as_user(erin), company, text=ARTICLE, quote=QUOTE, recent="gazette", whose="new")
    assert Citation.objects.get(exact=QUOTE).capture.source.key == "acme-opens-in-lyon"


def test_quotes_that_other_facts_lose_are_told(as_user, erin, company):
    source = a_source("gazette", text="Headquarters: Paris")
    rule(a_claim(a_company("other", headquarters="Paris"), "headquarters", source=source,
                 quote="Headquarters: Paris"))  # fmt: skip
    answer = cite(as_user(erin), company, text=ARTICLE, quote=QUOTE, source="gazette")
    assert "One quote is no longer found in this text" in answer.content.decode()


@pytest.mark.parametrize(
    "text", [ARTICLE.replace("\n", " ") * 2, "Acme\nwas founded in April 2019"]
)
def test_a_text_in_the_line_for_a_source_moves_to_where_texts_go(as_user, erin, company, text):
    client = as_user(erin)
    answer = cite(client, company, source=text, quote=QUOTE, locator="line 3")
    assert answer.status_code == 422
    assert "A line loses where a text" in answer.content.decode()
    form = next(form for form in forms_in(answer) if form.get("fact_action") == "cite-value")
    assert (form["source"], form["text"]) == ("", text.strip())
    assert (form["quote"], form["locator"]) == (QUOTE, "line 3")
    assert not Source.objects.exists()
    assert again(client, company, answer).status_code == 200


# --- words to quote -----------------------------------------------------------------------------


def test_without_a_quote_the_text_is_asked_for_one(as_user, erin, company):
    client = as_user(erin)
    answer = cite(client, company, text=ARTICLE)
    assert answer.status_code == 422
    page = answer.content.decode()
    assert "These words of its text say it" in page
    assert 'name="suggested" value="Acme was founded in April 2019."' in page
    assert "€385 million" not in page.split("data-suggested")[1].split("</fieldset>")[0]
    assert not Source.objects.exists()

    again(client, company, answer, suggested="Acme was founded in April 2019.")
    assert Citation.objects.get().checks.get().outcome == "exact"


def test_pressed_again_it_is_cited_without_a_quote(as_user, erin, company):
    client = as_user(erin)
    assert again(client, company, cite(client, company, text=ARTICLE)).status_code == 200
    assert (Citation.objects.get().exact, Capture.objects.get().text) == ("", ARTICLE)


def test_a_text_that_does_not_say_the_value_is_cited_at_once(as_user, erin, company):
    assert cite(as_user(erin), company, text="Acme cooks.").status_code == 200


def test_words_are_suggested_from_what_is_kept_of_a_source(as_user, erin, company):
    cited(company, "name", source=a_source("gazette", text=ARTICLE))
    answer = cite(as_user(erin), company, recent="gazette", suggest="1")
    assert 'value="Acme was founded in April 2019."' in answer.content.decode()
    assert not Claim.objects.filter(fact="founded").exists()


@pytest.mark.parametrize(
    ("text", "says"),
    [("", "Nothing of what this source says is kept"), ("Acme cooks.", "No passage of its text")],
)
def test_where_there_are_no_words_it_says_what_to_do(as_user, erin, company, text, says):
    cited(company, "name", source=a_source("gazette", text=text))
    answer = cite(as_user(erin), company, recent="gazette", suggest="1")
    assert answer.status_code == 422
    assert says in answer.content.decode()


HOSTILE = (
    "<script>alert(1)</script> Founded in April 2019 \u202e</textarea><img src=x onerror=alert(1)>"
    "\u200b\u2066 {{ 7*7 }}"
)


def test_hostile_text_is_shown_as_text(as_user, erin, company):
    client = as_user(erin)
    answer = cite(client, company, text=HOSTILE)
    page = answer.content.decode()
    for part in ("<script>alert", "<img src=x"):
        assert part not in page
    suggested = page.split("data-suggested")[1].split("</fieldset>")[0]
    assert "Founded in April 2019" in suggested
    assert not {"\u202e", "\u200b", "\u2066"} & set(suggested)
    again(client, company, answer)
    source = Source.objects.get()
    assert source.captures.get().text == HOSTILE
    assert not {"\u202e", "\u200b", "\u2066"} & set(source.title)


# --- refusals -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"text": "x" * 2_000_001}, "at most 2,000,000 are kept"),
        ({"text": "%PDF-1.4 x"}, "damaged"),
        ({"text": ARTICLE, "depth": "none"}, "Select a valid choice"),
        ({"text": ARTICLE, "value": "the other day"}, "Cannot read"),
        ({"text": " \n ", "source": ""}, "Name a source"),
        ({"fetch": "on", "source": "https://gazette.example/"}, "Set FETCH_SOURCES=1"),
    ],
)
def test_what_is_refused_says_why_and_leaves_nothing_behind(as_user, erin, company, changes, says):
    answer = cite(as_user(erin), company, **changes)
    assert answer.status_code == 422
    assert says in answer.content.decode()
    assert not Source.objects.exists()
    assert not Capture.objects.exists()


def test_who_may_not_add_captures_may_not_paste(as_user, erin, company):
    client = as_user(erin)
    erin.groups.get().permissions.remove(
        *erin.groups.get().permissions.filter(codename="add_capture")
    )
    page = client.get(drawer_of(company, "founded")).content.decode()
    assert 'name="text"' not in page
    answer = cite(client, company, text=ARTICLE, quote=QUOTE)
    assert "You may not add captures" in answer.content.decode()
    assert not Capture.objects.exists()


# --- the page without a script ------------------------------------------------------------------


def on_the_page(client, company, action, **changes):
    address = reverse("admin:profiles_fact", args=[company.pk, "founded"])
    forms = forms_in(client.get(address))
    form = next(form for form in forms if form.get("fact_action") == action)
    return client.post(address, form | changes, follow=True)


def test_the_plain_page_takes_a_text_as_well(as_user, erin, company):
    client = as_user(erin)
    page = on_the_page(client, company, "add", text=ARTICLE).content.decode()
    assert 'value="Acme was founded in April 2019."' in page
    on_the_page(client, company, "add", text=ARTICLE, suggested=QUOTE)
    assert Citation.objects.get().checks.get().outcome == "exact"
    page = on_the_page(client, company, "cite", new_title="Copy", text=ARTICLE, quote=QUOTE)
    assert "Word for word in the capture of" in page.content.decode()
    assert Citation.objects.filter(capture__source__title="Copy").count() == 1


# --- fetching -----------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def the_site():
    with a_site() as site:
        yield site


@pytest.fixture
def site(the_site, settings):
    settings.FETCH_SOURCES = True
    settings.FETCH_REACH = {"ports": (the_site.port,), "loopback": True}
    the_site.asked.clear()
    return the_site


def test_a_new_address_is_fetched_with_a_tick(as_user, erin, company, site):
    client = as_user(erin)
    address = site.put("/acme", f"{LONG}\n\n{ARTICLE}")
    answer = cite(client, company, source=address, fetch="on", quote=QUOTE)
    assert answer.status_code == 200
    assert "Word for word in the capture of" in answer.content.decode()
    assert Citation.objects.get().capture.source.url == address
    assert len(site.asked) == 1


def test_it_is_fetched_once_also_where_a_quote_is_asked_for(as_user, erin, company, site):
    client = as_user(erin)
    address = site.put("/acme", f"<html><p>{LONG}</p><p>{ARTICLE}</p></html>", type="text/html")
    answer = cite(client, company, source=address, fetch="on")
    page = answer.content.decode()
    assert "Its text is kept" in page
    assert 'value="Acme was founded in April 2019."' in page
    answer = again(client, company, answer, suggested="Acme was founded in April 2019.")
    assert answer.status_code == 200
    assert (len(site.asked), Source.objects.count(), Capture.objects.get().medium) == (1, 1, "html")
    assert Citation.objects.get().checks.get().outcome == "exact"


def test_what_cannot_be_fetched_is_said_and_nothing_is_written(as_user, erin, company, site):
    answer = cite(as_user(erin), company, source=site.at("/none"), fetch="on", quote=QUOTE)
    assert "no such page (404)" in answer.content.decode()
    assert not Source.objects.exists()


def test_the_button_fetches_what_a_source_says_now(as_user, erin, site):
    client = as_user(erin)
    source = a_source(url=site.put("/now"))
    page = reverse("admin:profiles_source_change", args=[source.pk])
    button = reverse("admin:profiles_source_fetch", args=[source.pk])
    for address in (page, f"/admin/profiles/capture/add/?source={source.pk}"):
        assert f'action="{button}"' in client.get(address).content.decode()
    said = client.post(button, follow=True).content.decode()
    assert "No quotes to look for" in said
    assert source.latest_capture.text == LONG
    assert "It says what it said before" in client.post(button, follow=True).content.decode()
    assert client.get(button).status_code == 405

    site.put("/now", "Subscribe.")
    assert "Only 10 characters" in client.post(button, follow=True).content.decode()
    assert source.captures.order_by("-pk")[0].depth == "stub"


def test_a_failed_fetch_leaves_nothing_behind(as_user, erin, site):
    source = a_source(url=site.at("/none"))
    button = reverse("admin:profiles_source_fetch", args=[source.pk])
    said = as_user(erin).post(button, follow=True).content.decode()
    assert "Nothing was kept. 127.0.0.1 has no such page (404)" in said
    assert source.captures.count() == 1


def test_only_who_may_add_captures_fetches(as_user, rita, site):
    source = a_source(url=site.put("/now"))
    button = reverse("admin:profiles_source_fetch", args=[source.pk])
    client = as_user(rita)
    page = client.get(reverse("admin:profiles_source_change", args=[source.pk])).content.decode()
    assert "Fetch it now" not in page
    assert client.post(button).status_code == 403
    assert site.asked == []


def test_switched_off_there_is_no_button_and_nobody_is_asked(
    as_user, erin, company, site, settings
):
    settings.FETCH_SOURCES = False
    source = a_source(url=site.put("/now"))
    client = as_user(erin)
    button = reverse("admin:profiles_source_fetch", args=[source.pk])
    for address in (
        reverse("admin:profiles_source_change", args=[source.pk]),
        f"/admin/profiles/capture/add/?source={source.pk}",
        drawer_of(company, "founded"),
    ):
        page = client.get(address).content.decode()
        assert "Fetch" not in page
    assert "Set FETCH_SOURCES=1" in client.post(button, follow=True).content.decode()
    assert site.asked == []
