"""The forms and lists of records: marks, panels, search, keys, values as people type them."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from profiles.facts import RECORD_TYPES, type_of
from profiles.models import (
    Citation,
    Claim,
    Company,
    Faq,
    FundingRound,
    Investment,
    Link,
    Metric,
    Name,
    Person,
    Product,
    Record,
    Role,
    Section,
    Source,
    Valuation,
)
from tests.admin.forms import change_url, form_in
from tests.factories import (
    a_body,
    a_claim,
    a_company,
    a_person,
    a_release,
    a_role,
    a_round,
    a_source,
    an_investment,
    cited,
    edit,
)

pytestmark = pytest.mark.django_db


def add_url(model):
    return reverse(f"admin:profiles_{model._meta.model_name}_add")


def list_url(model):
    return reverse(f"admin:profiles_{model._meta.model_name}_changelist")


def test_each_fact_has_its_mark_in_the_order_of_the_registry(as_user, erin):
    company = cited(
        a_company(founded="2019", headcount="100", address="1 Road"), "name", "headcount"
    )
    cited(company, "founded")
    edit(company, founded="2020")
    a_claim(company, "headcount", "250", source=a_source("rival"))
    text = as_user(erin).get(change_url(company)).content.decode()
    marks = {
        "name": "1 source",
        "founded": "changed since cited",
        "headcount": "1 rival open",
        "address": "uncited",
        "mission": "no value",
    }
    for fact, words in marks.items():
        label = f'{type_of(company).label_of(fact)}: </span><span class="words">{words}</span></a>'
        link = reverse("admin:profiles_fact", args=[company.pk, fact])
        assert label in text
        assert link in text
    order = [text.index(f'name="{fact.name}"') for fact in type_of(company).facts]
    assert order == sorted(order)


def test_inline_rows_have_marks_too(as_user, erin):
    company = a_company()
    cited(a_body(Name, subject=company.record, name="Akme"), "name")
    text = as_user(erin).get(change_url(company)).content.decode()
    assert 'Name: </span><span class="words">1 source</span></a>' in text
    assert 'Use: </span><span class="words">cited with name</span></a>' in text


def queries_of(client, address):
    with CaptureQueriesContext(
        connection,
    ) as found:
        assert client.get(address).status_code == 200
    return len(found)


def test_marks_and_panels_ask_as_often_for_many_facts_as_for_few(as_user, erin):
    client = as_user(erin)

    def a_profile(key, rows):
        company = cited(a_company(key, founded="2019", headcount="100"))
        for number in range(rows):
            cited(a_body(Name, subject=company.record, name=f"{key} {number}"))
            cited(a_body(Link, company=company, url=f"https://{key}.example/{number}"))
            a_round(company, f"Round {number}")
            a_role(company, a_person(f"{key}-{number}"))
            an_investment(
                FundingRound.objects.filter(company=company).first(),
                a_company(f"{key}-fund-{number}"),
            )
            cited(a_body(Metric, company=company, measure=f"ARR {number}", value="USD 5"))
        return change_url(company)

    small, large = a_profile("small", 1), a_profile("large", 6)
    client.get(small)
    assert queries_of(client, large) == queries_of(client, small)


def test_the_investments_of_a_round_ask_once_each_at_most(as_user, erin):
    client = as_user(erin)
    company = a_company()

    def a_round_of(label, investors):
        funding_round = a_round(company, label)
        for number in range(investors):
            an_investment(funding_round, a_company(f"{label}-{number}"))
        return change_url(funding_round)

    small, large = a_round_of("small", 1), a_round_of("large", 8)
    client.get(small)
    assert (
        queries_of(client, large) <= queries_of(client, small) + 7
    )  # each select names its choice


@pytest.mark.parametrize("model", [each.model for each in RECORD_TYPES])
def test_every_kind_has_a_list_and_a_form(as_user, erin, model):
    client = as_user(erin)
    assert client.get(list_url(model)).status_code == 200
    assert client.get(add_url(model)).status_code == 200


@pytest.mark.parametrize("model", [each.model for each in RECORD_TYPES])
def test_an_empty_form_is_refused_and_is_no_crash(as_user, erin, model):
    client = as_user(erin)
    answer = client.post(add_url(model), form_in(client.get(add_url(model)), "key"))
    assert answer.status_code == 200
    assert "This field is required." in answer.content.decode()
    assert model.objects.count() == 0


@pytest.mark.parametrize("model", [Company, Record, Claim, Citation, Source])
@pytest.mark.parametrize("page", ["change", "history", "delete"])
@pytest.mark.parametrize("pk", ["nonsense", "0", "9" * 30, "a/b", "\x00"])
def test_an_address_that_names_nothing_is_no_crash(as_user, ada, model, page, pk):
    if page == "history" and model is Record:
        return
    address = reverse(f"admin:profiles_{model._meta.model_name}_{page}", args=[pk])
    assert as_user(ada).get(address).status_code in (302, 403, 404)


def test_values_are_typed_as_people_write_them(as_user, erin):
    company = a_company()
    client = as_user(erin)
    form = form_in(client.get(add_url(FundingRound)), "label", company=company.pk, label="Series A")
    client.post(add_url(FundingRound), form | {"date": "mid-2026", "amount": "€385M"})
    made = FundingRound.objects.get()
    assert (made.date, made.amount, made.key) == ("2026-38", "EUR 385000000", "acme-series-a")


def test_what_cannot_be_read_is_refused_with_an_example(as_user, erin):
    company = a_company()
    client = as_user(erin)
    form = form_in(client.get(add_url(FundingRound)), "label", company=company.pk, label="Series A")
    answer = client.post(add_url(FundingRound), form | {"date": "soon", "amount": "lots"})
    text = answer.content.decode()
    assert "soon" in text
    assert "lots" in text
    assert "€385M" in text or "EUR" in text
    assert not FundingRound.objects.exists()


def test_a_key_may_be_chosen_on_adding_and_is_fixed_from_then_on(as_user, erin):
    client = as_user(erin)
    form = form_in(client.get(add_url(Company)), "key", name="Acme", key="acme-sa")
    client.post(add_url(Company), form)
    company = Company.objects.get()
    assert company.key == "acme-sa"

    page = client.get(change_url(company))
    assert 'name="key"' not in page.content.decode()
    client.post(change_url(company), form_in(page, "name", name="Acme SA", key="other"))
    assert Company.objects.get().key == "acme-sa"


def test_a_key_that_is_taken_is_refused_beside_the_field(as_user, erin):
    a_company("acme")
    client = as_user(erin)
    form = form_in(client.get(add_url(Company)), "key", name="Other", key="acme")
    answer = client.post(add_url(Company), form)
    assert "The key “acme” is taken. Choose another." in answer.content.decode()


def test_two_new_rows_of_one_form_get_two_keys(as_user, erin):
    client = as_user(erin)
    form = form_in(client.get(add_url(Company)), "key", name="Acme")
    form |= {"names-0-name": "Akme", "names-1-name": "Akme", "names-1-use": "alias"}
    form["names-TOTAL_FORMS"] = "2"
    assert client.post(add_url(Company), form).status_code == 302
    assert {name.key for name in Name.objects.all()} == {"akme", "akme-2"}
    assert {name.subject_id for name in Name.objects.all()} == {Company.objects.get().pk}


def test_a_new_round_is_saved_with_its_investors(as_user, erin):
    company, investor = a_company(), a_company("fund")
    client = as_user(erin)
    form = form_in(client.get(add_url(FundingRound)), "label", company=company.pk, label="Seed")
    form |= {"investments-0-investor": str(investor.pk), "investments-0-part": "lead"}
    assert client.post(add_url(FundingRound), form).status_code == 302
    made = Investment.objects.get()
    assert (made.key, made.record.owner_id) == ("acme-seed-fund", FundingRound.objects.get().pk)


def test_the_same_investor_twice_is_refused(as_user, erin):
    funding_round, investor = a_round(a_company()), a_company("fund")
    an_investment(funding_round, investor)
    client = as_user(erin)
    form = form_in(client.get(change_url(funding_round)), "label")
    form |= {"investments-1-investor": str(investor.pk), "investments-1-part": "lead"}
    answer = client.post(change_url(funding_round), form)
    assert answer.status_code == 200
    assert Investment.objects.count() == 1


def test_moving_a_round_to_another_company_moves_its_owner(as_user, erin):
    funding_round, other = a_round(a_company()), a_company("other")
    client = as_user(erin)
    form = form_in(client.get(change_url(funding_round)), "label", company=other.pk)
    assert client.post(change_url(funding_round), form).status_code == 302
    assert Record.objects.get(pk=funding_round.pk).owner_id == other.pk


def test_a_script_address_is_refused(as_user, erin):
    company = a_company()
    client = as_user(erin)
    form = form_in(client.get(add_url(Link)), "url", company=company.pk, url="javascript:alert(1)")
    assert "Enter a valid URL" in client.post(add_url(Link), form).content.decode()
    assert not Link.objects.exists()


@pytest.mark.parametrize("term", ["menard", "MÉNARD", "ménard freres", "doré", "menard-fr"])
def test_search_finds_names_and_aliases_without_accents(as_user, erin, term):
    company = a_company("menard-freres", name="Ménard Frères")
    a_body(Name, subject=company.record, name="La Dore")
    a_company("other", name="Other")
    found = as_user(erin).get(list_url(Company), {"q": term}).context["cl"].result_list
    assert [each.name for each in found] == ["Ménard Frères"]


def suggestions(client, model, field, term):
    query = {"app_label": "profiles", "model_name": model, "field_name": field, "term": term}
    results = client.get(reverse("admin:autocomplete"), query).json()["results"]
    return {result["text"] for result in results}


def test_a_relation_to_records_offers_the_kinds_it_allows_by_name(as_user, erin):
    company = a_company("menard", name="Ménard")
    a_person("menard-jane", name="Jane Ménard")
    a_body(Product, company=company, name="Ménard One")
    client = as_user(erin)
    assert suggestions(client, "investment", "investor", "menard") == {"Ménard", "Jane Ménard"}
    assert suggestions(client, "name", "subject", "one") == {"Ménard One"}
    assert suggestions(client, "role", "person", "jane") == {"Jane Ménard"}


def test_records_as_such_are_not_in_the_index_and_lead_to_their_bodies(as_user, ada):
    company = a_company()
    client = as_user(ada)
    assert "/admin/profiles/record/" not in client.get(reverse("admin:index")).content.decode()
    assert client.get(change_url(company.record)).url == change_url(company)


def test_amounts_and_dates_are_ordered_by_what_they_mean(as_user, erin):
    company = a_company()
    for label, amount in (("A", "EUR 9000000"), ("B", "EUR 10000000"), ("C", "EUR 800")):
        a_body(FundingRound, company=company, label=label, amount=amount)
    found = as_user(erin).get(list_url(FundingRound), {"o": "4"}).context["cl"].result_list
    assert [each.label for each in found] == ["C", "A", "B"]


def test_the_evidence_filter_finds_open_rivals(as_user, erin):
    contested = cited(a_company("contested", headcount="100"), "headcount")
    a_claim(contested, "headcount", "250", source=a_source("rival"))
    a_company("bare")
    client = as_user(erin)
    for choice, names in {"open": ["Contested"], "cited": ["Contested"], "bare": ["Bare"]}.items():
        found = client.get(list_url(Company), {"evidence": choice}).context["cl"].result_list
        assert [each.name for each in found] == names


def test_a_company_shows_what_hangs_on_it_and_where_to_add(as_user, erin):
    company = a_company()
    funding_round = a_round(company)
    an_investment(funding_round, a_company("fund"))
    rows = [
        a_body(Valuation, company=company, amount="EUR 5000000"),
        a_body(Metric, company=company, measure="Revenue", value="EUR 1"),
        a_role(company, a_person()),
        a_body(Product, company=company, name="Rocket"),
        a_body(Section, company=company, heading="About", body="Text"),
        a_body(Faq, company=company, question="Why?", answer="So."),
    ]
    text = as_user(erin).get(change_url(company)).content.decode()
    for row in (funding_round, Investment.objects.get(), *rows):
        assert change_url(row) in text
    for model in (FundingRound, Valuation, Metric, Role, Product, Section, Faq):
        assert f"{add_url(model)}?company={company.pk}" in text
    assert "€10M" in text
    prefilled = as_user(erin).get(f"{add_url(FundingRound)}?company={company.pk}")
    assert form_in(prefilled, "company")["company"] == str(company.pk)
    listed = as_user(erin).get(f"{list_url(Investment)}?round__company={company.pk}")
    assert len(listed.context["cl"].result_list) == 1


def test_an_investor_shows_what_it_invested_in(as_user, erin):
    fund = a_company("fund")
    assert "Invested in" not in as_user(erin).get(change_url(fund)).content.decode()
    investment = an_investment(a_round(a_company()), fund)
    text = as_user(erin).get(change_url(fund)).content.decode()
    assert "Invested in" in text
    assert change_url(investment) in text


def test_the_strip_leads_to_the_public_page_once_there_is_one(as_user, erin):
    company = a_company("draft")
    text = as_user(erin).get(change_url(company)).content.decode()
    assert "Public page" not in text
    for page in ("profiles_submission_new", "profiles_workbook_export"):
        assert reverse(f"admin:{page}", args=[company.pk]) in text
    released = a_release().profile.company
    assert "/companies/acme/" in as_user(erin).get(change_url(released)).content.decode()


def sixty_names():
    company = a_company()
    for number in range(60):
        a_body(Name, subject=company.record, name=f"Name {number:02}")
    return company


def test_more_rows_than_a_form_can_carry_become_a_panel(as_user, erin):
    company = sixty_names()
    page = as_user(erin).get(change_url(company))
    text = page.content.decode()
    assert "names-TOTAL_FORMS" not in text
    assert "links-TOTAL_FORMS" in text
    assert f"{list_url(Name)}?subject={company.pk}" in text
    assert "35 more are not shown here" in text
    listed = as_user(erin).get(f"{list_url(Name)}?subject={company.pk}")
    assert listed.context["cl"].result_count == 60
    answer = as_user(erin).post(change_url(company), form_in(page, "tagline", tagline="New"))
    assert answer.status_code == 302
    assert Name.objects.count() == 60


def test_fifty_rows_stay_within_what_the_server_takes(as_user, erin, settings):
    company = a_company()
    for number in range(50):
        a_body(Name, subject=company.record, name=f"Name {number:02}")
    form = form_in(as_user(erin).get(change_url(company)), "tagline", tagline="New")
    assert "names-49-name" in form
    assert as_user(erin).post(change_url(company), form).status_code == 302

    settings.DATA_UPLOAD_MAX_NUMBER_FIELDS = len(form) - 1  # the negative control: work is lost
    assert as_user(erin).post(change_url(company), form).status_code == 400


def test_a_person_shows_their_roles_and_other_names(as_user, erin):
    jane = a_person()
    role = a_role(a_company(), jane)
    a_body(Name, subject=jane.record, name="J. Doe")
    text = as_user(erin).get(change_url(Person.objects.get())).content.decode()
    assert change_url(role) in text
    assert "J. Doe" in text


def test_a_namesake_is_said_before_it_is_saved_and_again_afterwards(as_user, erin):
    known, client = a_company("acme", name="Société Générale"), as_user(erin)
    add = reverse("admin:profiles_company_add")
    form = form_in(client.get(add), "name", name="SOCIETE  GENERALE SA", key="other")
    held = client.post(add, form).content.decode()
    assert Company.objects.get() == known
    for said in (
        held,
        client.post(add, form | {"another_one": "on"}, follow=True).content.decode(),
    ):
        assert "Another company has this name" in said
        assert change_url(known) in said
    assert Company.objects.count() == 2


def test_a_form_asks_for_namesakes_of_what_is_typed(as_user, erin):
    known, client = a_company("acme", name="Acme"), as_user(erin)
    page = reverse("admin:profiles_namesakes")
    said = client.get(page, {"kind": "company", "name": "ACME Inc."}).content.decode()
    assert change_url(known) in said
    assert "This is another one" in said
    for asked in ({"name": "Other"}, {"name": "Acme", "but": known.pk}, {"name": ""}):
        assert client.get(page, {"kind": "company", **asked}).content == b""
    assert client.get(page, {"kind": "person", "name": "Acme"}).content == b""
    assert client.get(page, {"kind": "round", "name": "Acme"}).status_code == 404
    assert client.post(page).status_code == 405


def test_a_record_saved_under_its_own_name_is_not_held_back(as_user, erin):
    a_company("other", name="Acme")
    company, client = a_company("acme", name="Acme"), as_user(erin)
    form = form_in(client.get(change_url(company)), "name", tagline="Anvils")
    client.post(change_url(company), form)
    company.refresh_from_db()
    assert company.tagline == "Anvils"
