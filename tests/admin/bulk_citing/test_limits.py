"""Citing one source for many facts: who may, and how many."""

import json

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from profiles.models import Citation, Claim, Metric, Record
from tests.admin.bulk_citing.pages import (
    FOUNDED,
    HEADCOUNT,
    PAGE,
    checked,
    commit,
    filled,
    press,
    ticked,
    words,
    written,
)
from tests.admin.forms import change_url

pytestmark = pytest.mark.django_db


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
    monkeypatch.setattr("profiles.admin.bulk_citing.selection.MOST_LISTED", 2)
    monkeypatch.setattr("profiles.admin.bulk_citing.pages.MOST_LISTED", 2)
    page = client.get(PAGE, {"profile": "acme", "select": "all"})
    assert len(ticked(page)) == 2
    assert "2 facts with a value of 5: at most 2 are listed, filter them" in words(page)
