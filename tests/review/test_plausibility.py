"""Values that cannot be true beside each other, and the same without the fault."""

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from profiles.models import (
    Company,
    Deal,
    Event,
    FundingRound,
    Metric,
    Name,
    Product,
    Quotation,
    Source,
    Valuation,
)
from profiles.review.checks import check
from tests.factories import (
    a_body,
    a_cited_profile,
    a_company,
    a_person,
    a_role,
    a_round,
    an_investment,
    edit,
    restate,
)

pytestmark = pytest.mark.django_db

NEXT_YEAR = timezone.localdate().year + 1
"""In the middle of December the day after tomorrow is not in it yet."""


@pytest.fixture
def company():
    return a_cited_profile()


def found(company, code):
    """(severity, fact, message) of the findings with this code."""
    company.refresh_from_db()
    findings = [each for each in check(company) if each.code == code]
    return [(str(each.severity), each.fact, each.message) for each in findings]


class TestOrder:
    def test_a_role_that_ends_before_it_starts(self, company):
        role = a_role(company, a_person(), started="2021", ended="2020-12")
        message = "Ends in December 2020, before it starts in 2021."
        assert found(company, "order") == [("error", "ended", message)]
        edit(role, ended="2021")
        assert found(company, "order") == []

    def test_a_name_that_ends_before_it_starts(self, company):
        name = a_body(Name, subject=company.record, name="Acme & Co.", since="2022", until="2020")
        message = "Ends in 2020, before it starts in 2022."
        assert found(company, "order") == [("error", "until", message)]
        edit(name, until="2022-03")
        assert found(company, "order") == []

    def test_a_round_before_the_founding(self, company):
        funding_round = a_round(company, date="2018")
        message = "Is dated 2018, before the founding (April 2019)."
        assert found(company, "order") == [("error", "date", message)]
        restate(funding_round, "date", "2019")
        assert found(company, "order") == [], "2019 may be after April 2019"


class TestWhatIsYetToCome:
    @pytest.mark.parametrize(
        ("model", "fact"),
        [
            (Company, "founded"),
            (FundingRound, "date"),
            (Valuation, "date"),
            (Quotation, "date"),
            (Source, "published"),
            (Source, "updated"),
        ],
    )
    def test_a_deed_is_refused_until_its_time(self, model, fact):
        field = model._meta.get_field(fact)
        with pytest.raises(ValidationError, match=f"May {NEXT_YEAR} is yet to come"):
            field.clean(f"{NEXT_YEAR}-05", None)
        for begun in (str(timezone.localdate()), str(timezone.localdate().year), "2019-04", ""):
            field.clean(begun, None)

    @pytest.mark.parametrize(
        ("model", "columns"),
        [
            (Product, {"name": "Anvil", "released": f"{NEXT_YEAR}"}),
            (Deal, {"title": "Buys Bolt", "date": f"{NEXT_YEAR}-Q1"}),
            (Event, {"title": "Opens an office", "date": f"{NEXT_YEAR}-03-01"}),
            (Metric, {"measure": "Revenue", "value": "USD 1", "date": f"{NEXT_YEAR}"}),
        ],
    )
    def test_what_a_source_may_announce_is_a_warning(self, company, model, columns):
        row = a_body(model, company=company, **columns)
        date = next(fact for fact in ("released", "date") if fact in columns)
        [(severity, fact, message)] = found(company, "ahead")
        assert (severity, fact) == ("warning", date)
        assert "is yet to come: check the year" in message
        edit(row, **{date: "2024"})
        assert found(company, "ahead") == []

    def test_what_says_that_it_is_planned_is_not(self, company):
        a_body(Event, company=company, title="Opens", form="outlook", date=f"{NEXT_YEAR}")
        a_body(
            Metric, company=company, measure="Revenue", value="USD 1", form="target", date="2099"
        )
        assert found(company, "ahead") == []


class TestParts:
    def test_more_debt_than_funding(self, company):
        edit(company, total_funding="EUR 10000000", total_debt="EUR 12000000")
        message = "Of which debt is €12M, more than total funding, €10M, of which it is a part."
        assert found(company, "part") == [("error", "total_debt", message)]
        edit(company, total_debt="EUR 10000000")
        assert found(company, "part") == []

    @pytest.mark.parametrize("debt", ["USD 12000000", "undisclosed", "~EUR 10400000"])
    def test_what_may_be_less_is_not_more(self, company, debt):
        edit(company, total_funding="EUR 10000000", total_debt=debt)
        assert found(company, "part") == []

    def test_more_parameters_at_work_than_there_are(self, company):
        a_body(
            Product, company=company, name="Anvil", parameters="7 billion", parameters_active="8B"
        )
        [(severity, fact, _)] = found(company, "part")
        assert (severity, fact) == ("error", "parameters_active")

    def test_an_investor_who_puts_in_more_than_was_raised(self, company):
        funding_round = a_round(company, amount="EUR 10000000")
        investment = an_investment(funding_round, a_company("bolt", name="Bolt"))
        edit(investment, amount="EUR 11000000")
        [(severity, fact, message)] = found(company, "part")
        assert (severity, fact) == ("error", "amount")
        assert "more than that of Acme: Series A" in message
        edit(investment, amount="EUR 10000000")
        assert found(company, "part") == []

    def test_stakes_of_more_than_all_there_is(self, company):
        funding_round = a_round(company, amount="EUR 10000000")
        one = an_investment(funding_round, a_company("bolt", name="Bolt"))
        other = an_investment(funding_round, a_company("cog", name="Cog"))
        edit(one, stake="60 percent")
        edit(other, stake="50.5 percent")
        [(severity, fact, message)] = found(company, "part")
        assert (severity, fact) == ("error", "stake")
        assert "add up to 110.5 %" in message
        edit(other, stake="40 percent")
        assert found(company, "part") == []
