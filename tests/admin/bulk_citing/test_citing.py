"""Citing one source for many facts: the check, and what is then written."""

import json

import pytest
from django.contrib.auth.models import Permission

from profiles.models import Claim, Decision, FundingRound, Source
from tests.admin.bulk_citing.pages import (
    FOUNDED,
    HEADCOUNT,
    HOSTILE,
    PAGE,
    checked,
    commit,
    filled,
    press,
    tree,
    words,
    written,
)
from tests.admin.forms import change_url
from tests.factories import a_body, a_claim, a_source, cited, edit

pytestmark = pytest.mark.django_db


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
    monkeypatch.setattr("profiles.admin.bulk_citing.pages.HOLDS_FOR", -1)
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
