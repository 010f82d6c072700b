"""Where a sentence names another subject than the fact's, that is said beside its check."""

import pytest
from django.urls import reverse

from profiles.models import Citation, Name, Product, Valuation
from profiles.provenance.quotes.named_subjects import Quoted, remarks, sentence_around
from profiles.provenance.quotes.verification import verify
from tests.factories import (
    a_body,
    a_claim,
    a_company,
    a_person,
    a_role,
    a_round,
    a_source,
    an_investment,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def acme():
    company = a_company("acme", name="Acme Robotics")
    a_company("brik", name="Brik")
    a_person("jane-doe", name="Jane Doe")
    a_body(Product, company=company, name="Whisk")
    a_body(Name, subject=company.record, name="The Anvil Makers")
    return company


FACTS = {"company": "headcount", "round": "amount", "valuation": "amount", "role": "started"}
FACTS |= {"investment": "stake"}


def said(body, sentence):
    return remarks([Quoted(body, FACTS[body.kind], sentence)])[0]


@pytest.mark.parametrize(
    ("sentence", "remark"),
    [
        ("Brik has 150 employees.", "it names Brik, not Acme Robotics"),
        ("Jane Doe hired 150 for Brik’s lab.", "it names Jane Doe, Brik, not Acme Robotics"),
        ("The Whisk sold 150 times.", "it names Whisk, not Acme Robotics"),
        # the fact's own subject is named, by its name, a part of it or another name
        ("Acme Robotics, unlike Brik, has 150 employees.", ""),
        ("Acme has 150 employees, Brik fewer.", ""),
        ("Brik bought from The Anvil Makers.", ""),
        # nobody who is held
        ("It has 150 employees.", ""),
        ("Cogs Inc. has 150 employees, in Briksdale.", ""),
        ("a brik of 150 employees", ""),
        ("", ""),
    ],
)  # fmt: skip
def test_a_fact_of_a_company(acme, sentence, remark):
    assert said(acme, sentence) == remark


class TestRounds:
    @pytest.fixture
    def seed(self, acme):
        a_round(acme, "Series B", amount="EUR 2")
        a_round(a_company("cog", name="Cog"), "Series C", amount="EUR 3")
        return a_round(acme, "Seed", amount="EUR 1")

    @pytest.mark.parametrize(
        ("sentence", "remark"),
        [
            ("Acme raised €1 in its Series B.", "it names Series B, not Acme Robotics: Seed"),
            ("Acme raised €1 as Seed before its Series B.", ""),
            ("Acme raised €1 in its Series C.", ""),
            ("Brik raised €1.", "it names Brik, not Acme Robotics: Seed"),
        ],
    )
    def test_another_round_of_the_company(self, seed, sentence, remark):
        assert said(seed, sentence) == remark

    def test_what_hangs_on_a_round_is_about_it(self, acme, seed):
        valuation = a_body(Valuation, company=acme, round=seed, amount="USD 1")
        assert said(valuation, "Valued at $1 in its Series B, Acme …").startswith(
            "it names Series B"
        )
        assert said(valuation, "Valued at $1 with its Seed, Acme …") == ""

    def test_investors_are_whom_their_investments_are_about(self, acme, seed):
        investment = an_investment(seed, a_company("fund", name="Fund One"))
        assert said(investment, "Fund One put in €1.") == ""
        assert said(investment, "Brik put in €1.").startswith("it names Brik, not ")


def test_words_name_whom_they_please(acme):
    assert remarks([Quoted(acme, "tagline", "Brik’s better half")]) == [""]


def test_a_person_is_named_by_the_last_name(acme):
    role = a_role(acme, a_person("ann", name="Ann Lee-Smith"))
    assert said(role, "Brik made Lee-Smith its CEO.") == ""
    assert said(role, "Jane Doe is CEO of Brik.").startswith("it names Jane Doe, Brik, not Ann")


def test_the_queries_are_as_many_for_many(acme, django_assert_num_queries):
    quoted = [Quoted(acme, "headcount", f"Brik has {n} employees.") for n in range(30)]
    with django_assert_num_queries(5):
        assert len(set(remarks(quoted))) == 1


@pytest.mark.parametrize(
    ("text", "quote", "sentence"),
    [
        ("Brik grew. It has 9 staff, says Jo. It shrank.", "9 staff", "It has 9 staff, says Jo."),
        ("Heading\nIt has 150 staff", "150 staff", "It has 150 staff"),
        ("150 staff", "150 staff", "150 staff"),
        ("One. Two and 3. Four of them. Five.", "and 3. Four", "Two and 3. Four of them."),
    ],
)  # fmt: skip
def test_the_sentence_around_a_quote(text, quote, sentence):
    start = text.index(quote)
    assert sentence_around(text, start, start + len(quote)) == sentence


def test_the_page_of_the_fact_says_it(acme, as_user, erin):
    text = "Brik had a good year, with 150 employees in May. Acme slept."
    source = a_source("herald", text=text)
    a_claim(acme, "headcount", "150 people", source=source, quote="150 employees in May")
    verify(Citation.objects.all())
    page = as_user(erin).get(reverse("admin:profiles_fact", args=[acme.pk, "headcount"]))
    assert "it names Brik, not Acme Robotics" in page.content.decode()
