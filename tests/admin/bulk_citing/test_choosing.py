"""Citing one source for many facts: which facts, and the ways that lead there."""

import pytest
from django.urls import reverse

from profiles.models import Company, Section, Source
from tests.admin.bulk_citing.pages import (
    FOUNDED,
    HEADCOUNT,
    PAGE,
    checked,
    fact_names,
    press,
    ticked,
    tree,
    words,
)
from tests.admin.forms import change_url
from tests.factories import a_body, a_company, a_person, a_role

pytestmark = pytest.mark.django_db


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
