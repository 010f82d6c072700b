"""Citing one source for many facts at the desk: choose, describe, check, cite."""

import json

import pytest
from django.contrib.auth.models import Permission
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from selectolax.lexbor import LexborHTMLParser

from profiles.models import (
    Citation,
    Claim,
    Company,
    Decision,
    FundingRound,
    Metric,
    Record,
    Section,
    Source,
)
from tests.admin.forms import change_url
from tests.factories import a_body, a_claim, a_company, a_person, a_role, a_source, cited, edit

pytestmark = pytest.mark.django_db

PAGE = reverse("admin:profiles_cite_many")
TEXT = "Acme was founded in April 2019. It “employs” 100\u00a0people in Paris. " * 3
HOSTILE = "\u202efounded <script>alert(1)</script>"
FOUNDED, HEADCOUNT = "company/acme#founded", "company/acme#headcount"


@pytest.fixture
def acme(erin):
    company = a_company(
        "acme", founded="2019-04", headcount="100", headquarters="Paris", tagline="Anvils"
    )
    return cited(company, "name", source=a_source("gazette", text=TEXT))


@pytest.fixture
def client(as_user, erin):
    return as_user(erin)


def tree(response):
    return LexborHTMLParser(response.content.decode())


def words(response):
    return " ".join(tree(response).css_first("#content").text(separator=" ").split())


def filled(response):
    """What a browser would send of the form without a button, each name with its values."""
    sent = {}
    for control in tree(response).css(
        "form.citing input, form.citing textarea, form.citing select"
    ):
        got = control.attributes
        if got.get("type") in ("checkbox", "radio") and "checked" not in got:
            continue
        value = got.get("value", "on" if got.get("type") == "checkbox" else "") or ""
        if control.tag == "textarea":
            value = control.text().removeprefix("\n")
        if control.tag == "select":
            value = next((each.attributes["value"] for each in control.css("option[selected]")), "")
        sent.setdefault(got["name"], []).append(value)
    return sent


def press(client, response, button, worth, **changes):
    """As in a browser, whose form has these changes."""
    return client.post(PAGE, {**filled(response), button: worth, **changes})


def described(client, *names, source="gazette", **cells):
    """The second page, filled: `quote=[…]` and so on, one for each fact."""
    page = client.post(PAGE, {"to": "describe", "chosen": names})
    return client.post(PAGE, {**filled(page), "to": "describe", "source": source, **cells})


def checked(client, *names, source="gazette", **cells):
    return press(client, described(client, *names, source=source, **cells), "to", "check")


def commit(client, page, **changes):
    return press(client, page, "to", "commit", **changes)


def written():
    return Claim.objects.count(), Citation.objects.count(), Source.objects.count()


def fact_names(page):
    return [each.attributes["value"] for each in tree(page).css("[name=chosen]")]


def ticked(page):
    return filled(page).get("chosen", [])


# --- choosing -------------------------------------------------------------------------------------


def test_a_profile_s_facts_are_listed_by_record_with_their_marks(client, acme):
    a_role(acme, a_person("jane-doe"))
    page = client.get(PAGE, {"profile": "acme"})
    assert fact_names(page)[:3] == [
        "company/acme#name", "company/acme#tagline", FOUNDED,
    ]  # fmt: skip
    text = words(page)
    assert "Acme Company Name Acme ✓ Name: 1 source" in text
    assert "Founded April 2019 ○ Founded: uncited" in text
    assert "Jane Doe" in text
    assert "Mission" not in text
    assert ticked(page) == []


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ({"kind": "round"}, []),
        ({"kind": "company", "state": "CITED"}, ["company/acme#name"]),
        ({"state": "gossip", "kind": "alien"}, ["company/acme#name", "company/acme#tagline",
                                                FOUNDED, "company/acme#headquarters", HEADCOUNT]),
        ({"profile": "nobody"}, []),
        ({"profile": '"><script>'}, []),
    ],
)  # fmt: skip
def test_facts_are_filtered_by_kind_and_state(client, acme, query, names):
    page = client.get(PAGE, {"profile": "acme"} | query)
    assert page.status_code == 200
    assert fact_names(page) == names
    assert b'"><script>' not in page.content


def test_a_profile_is_found_by_its_name_too(client, acme):
    assert FOUNDED in fact_names(client.get(PAGE, {"profile": "aCME"}))


def test_links_and_buttons_tick_without_scripts(client, acme):
    uncited = ["company/acme#tagline", FOUNDED, "company/acme#headquarters", HEADCOUNT]
    page = client.get(PAGE, {"profile": "acme", "select": "uncited"})
    assert ticked(page) == uncited
    page = press(client, page, "select", "all")
    assert ticked(page) == ["company/acme#name", *uncited]
    assert ticked(press(client, page, "select", "none")) == []


def test_what_a_filter_hides_stays_chosen(client, acme):
    page = client.get(PAGE, {"profile": "acme", "select": "uncited"})
    page = press(client, page, "to", "choose", state="CITED", chosen=[FOUNDED])
    assert fact_names(page) == ["company/acme#name"]
    assert "1 more is chosen that is not listed here" in words(page)
    page = press(client, page, "to", "choose", state="", chosen=["company/acme#name"])
    assert ticked(page) == ["company/acme#name", FOUNDED]


def test_prose_cites_in_its_own_text_and_is_not_listed(client, acme):
    a_body(Section, company=acme, heading="Story", body="Once.", key="acme-story")
    assert not [
        name for name in fact_names(client.get(PAGE, {"profile": "acme"})) if "story" in name
    ]
    page = checked(client, "section/acme-story#body")
    assert "write [^gazette] in its text" in words(page)


# --- describing -----------------------------------------------------------------------------------


def test_the_sources_of_the_profile_come_first(client, acme):
    cited(acme, "tagline", source=a_source("herald"))
    page = client.post(PAGE, {"to": "describe", "chosen": [FOUNDED]})
    radios = [each.attributes["value"] for each in tree(page).css("[name=recent]")]
    assert radios == ["herald", "gazette"]
    assert filled(page)["recent"] == ["herald"]


def test_the_source_that_it_began_with_is_filled_in(client, acme):
    page = client.get(PAGE, {"source": "gazette", "profile": "acme", "chosen": [FOUNDED]})
    assert filled(press(client, page, "to", "describe"))["source"] == ["gazette"]


def test_nothing_typed_is_lost_on_the_way_there_and_back(client, acme):
    typed = {"locator": ["line 1", ""], "quote": ["founded in\nApril", "“employs”"]}
    page = checked(client, FOUNDED, HEADCOUNT, source="herald-to-be", **typed)
    assert page.status_code == 422
    assert "No source has the key or address “herald-to-be”" in words(page)
    page = press(client, page, "to", "check", source="gazette")
    page = press(client, page, "to", "describe")
    page = press(client, page, "to", "choose")
    assert ticked(page) == []
    page = press(client, page, "to", "choose", profile="acme")
    assert ticked(page) == [FOUNDED, HEADCOUNT]
    page = press(client, page, "to", "describe")
    sent = filled(page)
    assert {name: sent[name] for name in typed} == typed
    assert sent["source"] == ["gazette"]


def test_a_column_for_other_values_opens_and_closes(client, acme):
    page = described(client, FOUNDED, HEADCOUNT)
    assert tree(page).css_first("[name=value]").attributes["type"] == "hidden"
    page = press(client, page, "values", "on")
    assert tree(page).css_first("[name=value]").attributes["type"] == "text"
    page = press(client, page, "values", "off", value=["", "250"])
    assert filled(page)["value"] == ["", "250"]
    assert "in use: 100 people" in words(press(client, page, "to", "check"))


@pytest.mark.parametrize(
    "paste",
    [
        "company/acme\tfounded\tline 1\tApril 2019\ncompany/acme\theadcount\t\t“employs” 100",
        """record,fact,locator,quote
company/acme,founded,line 1,"April 2019"

company/acme,headcount,,“employs” 100""",
        "Quote\tFact\tRecord\tLocator\r\nApril 2019\tfounded\tcompany/acme\tline 1\r\n\
“employs” 100\theadcount\tcompany/acme\t\r\n",
    ],
)
def test_rows_of_a_spreadsheet_are_pasted(client, acme, paste):
    page = client.post(PAGE, {"to": "check", "source": "gazette", "paste": paste})
    assert "2 cited" in words(page)
    commit(client, page)
    assert set(Citation.objects.exclude(claim__fact="name").values_list("claim__fact", "locator",
                                                                        "exact")) == {
        ("founded", "line 1", "April 2019"), ("headcount", "", "“employs” 100"),
    }  # fmt: skip


def test_quotation_marks_of_the_text_itself_stay(client, acme):
    paste = 'company/acme\tfounded\t\t"Acme" was founded\ncompany/acme\theadcount\t\t"100"'
    page = client.post(PAGE, {"to": "check", "source": "gazette", "paste": paste})
    assert filled(press(client, page, "to", "describe"))["quote"] == ['"Acme" was founded', '"100"']


def test_pasted_rows_that_name_nothing_are_refused_with_their_number_and_mended(client, acme):
    paste = "record\tfact\ncompany/acme\tfounded\ncompany/nobody\tfounded\ncompany/acme\tgossip"
    page = client.post(PAGE, {"to": "check", "source": "gazette", "paste": paste})
    text = words(page)
    assert "Row 3: company/nobody founded" in text
    assert "No company has the key “nobody”" in text
    assert "Row 4: company/acme gossip" in text
    assert "A company has no fact “gossip”. It has: name, tagline" in text
    assert "2 rows are refused" in text
    assert not tree(page).css("button[value=commit]")
    page = press(client, page, "to", "describe")
    sent = filled(page) | {"name-1": HEADCOUNT, "name-2": "company/acme#tagline"}
    page = client.post(PAGE, sent | {"to": "check"})
    assert "3 cited" in words(page)


@pytest.mark.parametrize(
    ("paste", "said"),
    [
        ("company/acme\tfounded\ta\tb\tc\td", "Row 1 has 6 cells; there are 5 columns"),
        ('company/acme,founded,"a', "cannot be read as comma-separated"),
    ],
)
def test_a_paste_that_cannot_be_read_stays_where_it_is(client, acme, paste, said):
    page = client.post(PAGE, {"to": "check", "source": "gazette", "paste": paste})
    assert page.status_code == 422
    assert said in words(page)
    assert filled(page)["paste"] == [paste]


@pytest.mark.parametrize(
    ("source", "said"),
    [("", "Name the source"), ("javascript:alert(1)", "No source has the key or address")],
)
def test_a_source_must_be_named(client, erin, source, said):
    a_company("acme", founded="2019-04")
    page = client.post(PAGE, {"to": "check", "source": source, "chosen": [FOUNDED]})
    assert page.status_code == 422
    assert said in words(page)


def test_without_facts_there_is_nothing_to_check(client, acme):
    page = client.post(PAGE, {"to": "check", "source": "gazette"})
    assert "Choose facts first, or paste rows" in words(page)


# --- checking -------------------------------------------------------------------------------------


def test_the_check_shows_each_outcome_and_counts_them(client, acme):
    cited(acme, "headquarters", source=a_source("herald"))
    names = ["company/acme#name", FOUNDED, HEADCOUNT, "company/acme#headquarters",
             "company/acme#tagline"]  # fmt: skip
    quotes = ["", "founded in April 2019", '"employs" 100 people', "no such words", "It"]
    page = checked(client, *names, quote=quotes)
    text = words(page)
    assert "3 cited 1 cited once more 1 cited already" in text
    assert "1 quote word for word" in text
    assert "1 quote found " in text
    assert "1 quote not found" in text
    assert "1 not checkable" in text
    assert "Found, but for quotation marks, white space" in text
    assert "… Acme was founded in April 2019 . It “employs”" in text
    assert "Not checkable: the quote is too short" in text
    assert "It is cited from this source already." in text
    assert Claim.objects.count() == 2


def test_a_quote_with_another_value_is_shown_beside_what_stands_there(client, acme):
    edit(acme, headcount="400")
    quotes = ["“employs” 100\u00a0people", "“employs” 400 people in Paris"]
    text = words(checked(client, HEADCOUNT, HEADCOUNT, quote=quotes[:1]))
    assert "Says another value" in text
    text = words(checked(client, HEADCOUNT, quote=quotes[1:]))
    assert 'There it says: “ "employs" 100 people in Paris ”' in text


def test_hostile_quotes_stay_in_their_place(client, acme):
    page = checked(client, FOUNDED, HEADCOUNT, quote=[HOSTILE, ""], locator=["", HOSTILE])
    text = page.content.decode()
    assert "<script>alert" not in text
    shown = [each.text() for each in tree(page).css("table bdi")]
    assert shown.count(HOSTILE) == 2
    page = client.get(commit(client, page, missing="on")["Location"])
    assert "<script>alert" not in page.content.decode()
    assert [each.text() for each in tree(page).css("table bdi")].count(HOSTILE) == 2


def test_a_retracted_source_is_named_as_such(client, acme):
    edit(Source.objects.get(), standing="retracted", standing_note="Made up")
    text = words(checked(client, FOUNDED))
    assert "This source is retracted: it supports nothing. Made up" in text


def test_ticked_rows_are_left_out(client, acme):
    page = checked(client, FOUNDED, HEADCOUNT, quote=["", "no such words"])
    assert "2 cited" in words(press(client, page, "to", "check"))
    assert "1 cited" in words(press(client, page, "to", "check", drop="0"))
    left = press(client, page, "leave", "missing")
    assert "1 cited" in words(left)
    assert HEADCOUNT not in filled(left)["kept"][0]


def test_what_is_ticked_to_be_left_out_is_never_cited(client, acme):
    """Enter on a box presses the first button of the form."""
    page = commit(client, checked(client, FOUNDED, HEADCOUNT), drop="1")
    assert page.status_code == 200
    assert "1 cited" in words(page)
    assert Claim.objects.count() == 1


# --- citing ---------------------------------------------------------------------------------------


def test_all_are_cited_in_one_batch(client, acme, erin):
    page = checked(client, FOUNDED, HEADCOUNT, locator=["line 1", ""], quote=["April 2019", ""])
    answer = commit(client, page)
    assert answer.status_code == 302
    claims = Claim.objects.exclude(fact="name")
    assert set(claims.values_list("fact", "decision", "decided_by")) == {
        ("founded", Decision.ACCEPTED, erin.pk), ("headcount", Decision.ACCEPTED, erin.pk),
    }  # fmt: skip
    text = words(client.get(answer["Location"]))
    assert "Cited 2 facts from gazette" in text
    assert "Erin" in text
    assert "Founded April 2019" in text
    assert "line 1" in text


def test_each_record_s_history_has_the_batch_with_its_reason(client, acme, erin, as_user, rita):
    round_a = a_body(FundingRound, company=acme, label="Seed", date="2020", amount="EUR 1000000",
                     key="seed")  # fmt: skip
    answer = commit(client, checked(client, FOUNDED, "round/seed#date", "round/seed#amount"))
    for body, what in ((acme, "Citation made: Founded"), (round_a, "Citation made: Date, Amount")):
        page = as_user(rita).get(change_url(body, "history"))
        assert what in words(page)
        assert "Claim made, accepted: " in words(page)
        assert "Cited 3 facts from gazette" in words(page)
        assert f'href="{answer["Location"]}"' in page.content.decode()
    assert as_user(rita).get(answer["Location"]).status_code == 200


def test_a_single_citation_is_no_batch_in_the_history(client, acme):
    text = words(client.get(change_url(acme, "history")))
    assert "Citation made: Name" in text
    assert "All that was cited then" not in text


def test_missing_quotes_need_a_tick(client, acme):
    page = checked(client, FOUNDED, HEADCOUNT, quote=["no such words", ""])
    assert "Cite the 1 missing quote too" in words(page)
    refused = commit(client, page)
    assert refused.status_code == 422
    assert "1 quote is not in the latest capture" in words(refused)
    assert Claim.objects.count() == 1
    assert commit(client, refused, missing="on").status_code == 302
    assert Claim.objects.count() == 3


def test_posting_twice_cites_once(client, acme):
    page = checked(client, FOUNDED, HEADCOUNT)
    commit(client, page)
    before = written()
    again = commit(client, page)
    assert again.status_code == 409
    assert "Nothing was written" in words(again)
    assert "2 cited already" in words(again)
    assert written() == before


def test_a_check_that_is_out_of_date_is_shown_anew_with_what_changed(client, acme):
    page = checked(client, FOUNDED, HEADCOUNT, quote=["founded in April", ""])
    a_claim(acme, "headcount", "250", source=a_source("herald"))
    before = written()
    answer = commit(client, page)
    assert answer.status_code == 409
    text = words(answer)
    assert "Something has changed since this was checked. Nothing was written." in text
    assert "Something about it is not as it was checked." in text
    assert "1 waits for a decision" in text
    assert written() == before
    assert filled(press(client, answer, "to", "describe"))["quote"] == ["founded in April", ""]
    assert commit(client, answer).status_code == 302
    assert Claim.objects.get(value="100 people").decision == Decision.OPEN


def test_a_refused_row_keeps_the_others_from_being_cited(client, acme):
    page = checked(client, FOUNDED)
    sent = filled(page)
    kept = json.loads(sent["kept"][0])
    kept["lines"].append({"name": "company/acme#mission"})
    answer = client.post(PAGE, sent | {"kept": json.dumps(kept), "to": "commit"})
    assert answer.status_code == 409
    assert Claim.objects.count() == 1
    assert commit(client, answer).status_code == 422
    assert Claim.objects.count() == 1


@pytest.mark.parametrize("token", ["", "forged", None])
def test_a_check_is_no_one_else_s(client, acme, as_user, emil, token):
    page = checked(client, FOUNDED)
    other = as_user(emil) if token is None else client
    changes = {} if token is None else {"token": token}
    answer = commit(other, page, **changes)
    assert answer.status_code == 422
    assert "This is not the check that you saw" in words(answer)
    assert Claim.objects.count() == 1


def test_an_old_check_is_shown_anew(client, acme, monkeypatch):
    monkeypatch.setattr("profiles.admin.bulk_citing.HOLDS_FOR", -1)
    answer = commit(client, checked(client, FOUNDED))
    assert answer.status_code == 422
    assert "more than an hour ago" in words(answer)
    assert Claim.objects.count() == 1


def test_a_new_address_becomes_a_source_only_when_it_is_cited(client, acme):
    page = checked(client, FOUNDED, source="https://www.herald.example/acme")
    assert "A new source: https://www.herald.example/acme" in words(page)
    assert Source.objects.count() == 1
    assert commit(client, page).status_code == 302
    assert Source.objects.get(url="https://www.herald.example/acme").publisher == "herald.example"
    same = checked(client, HEADCOUNT, source="https://www.herald.example/acme#top")
    assert "A new source" not in words(same)


def test_who_may_not_add_sources_cites_those_that_are_here(as_user, rita, acme):
    rita.user_permissions.add(Permission.objects.get(codename="change_claim"))
    client = as_user(rita)
    page = checked(client, FOUNDED, source="https://herald.example/acme")
    assert "You may not add sources" in words(page)
    assert commit(client, checked(client, FOUNDED)).status_code == 302


# --- who, and how much ----------------------------------------------------------------------------


def test_only_who_may_change_claims_comes_in(as_user, rita, vic, acme):
    for user in (rita, vic):
        other = as_user(user)
        assert other.get(PAGE).status_code == 403
        assert other.post(PAGE, {"to": "commit"}).status_code == 403
        assert PAGE not in other.get(reverse("admin:index")).content.decode()
    form = as_user(rita).get(change_url(acme)).content.decode()
    assert PAGE not in form
    batch = reverse("admin:profiles_citing_batch", args=[Citation.history.get().pk])
    assert as_user(rita).get(batch).status_code == 200
    assert as_user(rita).post(batch).status_code == 405
    assert as_user(vic).get(batch).status_code == 403
    assert as_user(rita).get(reverse("admin:profiles_citing_batch", args=[0])).status_code == 404


def test_reading_the_pages_writes_nothing(client, acme):
    before = (*written(), Claim.history.count())
    query = {"profile": "acme", "source": "https://herald.example/x", "to": "commit",
             "select": "all"}  # fmt: skip
    assert client.get(PAGE, query).status_code == 200
    assert client.put(PAGE).status_code == 405
    assert (*written(), Claim.history.count()) == before


@pytest.mark.parametrize("kept", ["{", '{"lines": 3}', "[]", '{"records": [{}]}'])
def test_a_form_that_was_tampered_with_is_refused(client, acme, kept):
    assert client.post(PAGE, {"kept": kept, "to": "check"}).status_code == 400


def many_metrics(company, number):
    """Quickly, without edit history."""
    records = [
        Record(kind="metric", key=f"metric-{each}", owner=company.record) for each in range(number)
    ]
    Record.objects.bulk_create(records)
    Metric.objects.bulk_create(
        Metric(record=record, company=company, measure="users", value=str(each + 1))
        for each, record in enumerate(records)
    )


def queries(act):
    with CaptureQueriesContext(connection) as asked:
        act()
    return len(asked)


def test_three_hundred_facts_ask_as_much_as_three(client, acme):
    many_metrics(acme, 300)
    names = [f"metric/metric-{each}#value" for each in range(300)]
    pages = {}
    for number in (3, 300):
        some = names[:number]
        first = client.post(PAGE, {"to": "describe", "chosen": some})
        sent = filled(first) | {"source": ["gazette"], "quote": ["no such words"] * number}
        pages[number] = (
            queries(lambda some=some: client.post(PAGE, {"to": "describe", "chosen": some})),
            queries(lambda sent=sent: client.post(PAGE, sent | {"to": "check"})),
        )
    assert pages[3] == pages[300]
    page = client.post(PAGE, sent | {"to": "check"})
    assert queries(lambda: commit(client, page, missing="on")) < 70
    assert Claim.objects.filter(fact="value").accepted().count() == 300


def test_no_page_asks_more_where_there_are_more_facts(client, acme):
    many_metrics(acme, 40)
    counts = {}
    for number in (3, 30):
        names = [f"metric/metric-{each}#value" for each in range(number)]
        batch = commit(client, checked(client, *names, source=f"https://{number}.example"))
        counts[number] = [
            queries(lambda batch=batch: client.get(batch["Location"])),
            queries(lambda number=number: client.get(PAGE, {"profile": "acme", "state": "CITED"})),
        ]
    assert counts[3] == counts[30]


def test_a_history_asks_as_much_after_many_citations_as_after_few(client, acme):
    history = change_url(acme, "history")
    commit(client, checked(client, FOUNDED, "company/acme#tagline"))
    client.get(history)
    before = queries(lambda: client.get(history))
    for number in range(3):
        cells = {"locator": [f"line {number}"] * 2}
        commit(client, checked(client, FOUNDED, HEADCOUNT, **cells))
    assert queries(lambda: client.get(history)) == before
    assert words(client.get(history)).count("All that was cited then") == 4


def test_five_hundred_rows_stay_within_what_a_form_may_carry(client, acme, settings):
    many_metrics(acme, 3)
    paste = "\n".join(f"metric/metric-{each % 3}\tvalue\tline {each}" for each in range(500))
    page = client.post(PAGE, {"to": "check", "source": "gazette", "paste": paste})
    page = press(client, page, "to", "describe")
    assert len(filled(page)["quote"]) == 500
    page = press(client, page, "values", "on")
    assert "500 cited" not in words(press(client, page, "to", "check", quote=["words"] * 500))
    assert press(client, page, "to", "check").status_code == 200
    settings.DATA_UPLOAD_MAX_NUMBER_FIELDS = 1000  # the negative control: Django's own limit
    assert press(client, page, "to", "check").status_code == 400


def test_more_than_five_hundred_are_sent_back_with_all_that_was_typed(client, acme):
    paste = "\n".join(f"company/acme\tfounded\tline {each}" for each in range(501))
    page = client.post(PAGE, {"to": "check", "source": "gazette", "paste": paste})
    assert page.status_code == 422
    assert "501 facts are chosen; at most 500 go at once" in words(page)
    assert json.loads(filled(page)["kept"][0])["lines"][500]["locator"] == "line 500"


def test_a_long_profile_is_listed_in_part(client, acme, monkeypatch):
    monkeypatch.setattr("profiles.admin.bulk_choosing.MOST_LISTED", 2)
    monkeypatch.setattr("profiles.admin.bulk_citing.MOST_LISTED", 2)
    page = client.get(PAGE, {"profile": "acme", "select": "all"})
    assert len(ticked(page)) == 2
    assert "2 facts with a value of 5: at most 2 are listed, filter them" in words(page)


# --- ways in --------------------------------------------------------------------------------------


def test_the_forms_lead_here(client, acme):
    source = Source.objects.get()
    assert f'href="{PAGE}?profile=acme"' in client.get(change_url(acme)).content.decode()
    assert f'href="{PAGE}?source=gazette"' in client.get(change_url(source)).content.decode()
    assert f'href="{PAGE}"' in client.get(reverse("admin:index")).content.decode()
    checks = reverse("admin:profiles_submission_new", args=[acme.pk])
    assert f'href="{PAGE}?profile=acme&amp;state=UNCITED"' in client.get(checks).content.decode()


def act_on(client, model, rows):
    address = reverse(f"admin:profiles_{model._meta.model_name}_changelist")
    chosen = {"action": "cite_selected", "_selected_action": [row.pk for row in rows]}
    return client.post(address, chosen)


def test_rows_of_a_list_come_with_all_their_facts_chosen(client, as_user, rita, acme):
    other = a_company("brik", tagline="Bricks")
    page = act_on(client, Company, [acme, other])
    assert ticked(page) == fact_names(page)
    assert {"company/brik#tagline", FOUNDED} <= set(ticked(page))
    page = press(client, page, "select", "uncited")
    assert "company/acme#name" not in ticked(page)
    page = press(client, page, "to", "describe", source="gazette")
    assert "Brik Tagline: Bricks" in words(page)

    listed = as_user(rita).get(reverse("admin:profiles_company_changelist")).content.decode()
    assert "cite_selected" not in listed
    assert b"citing" not in act_on(as_user(rita), Company, [acme]).content


def test_rows_of_a_report_are_cited(client, as_user, rita, acme):
    reports = reverse("admin:profiles_reports")
    page = client.get(reports, {"trouble": "uncited", "profile": "acme"})
    form = tree(page).css_first(f'form[action="{PAGE}"]')
    names = [each.attributes["value"] for each in form.css("[name=chosen]")]
    assert FOUNDED in names
    [button] = form.css("button")
    sent = {"chosen": names, button.attributes["name"]: button.attributes["value"]}
    assert "Acme Founded: April 2019" in words(client.post(PAGE, sent))
    assert PAGE not in as_user(rita).get(reports).content.decode()
