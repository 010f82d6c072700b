"""What no value can be is refused on every way in: a form, a workbook, a claim."""

import pytest
from django.apps import apps
from django.core.exceptions import ValidationError
from django.db import models

from profiles.models import Company, Investment, Source
from profiles.models.limits import AS_IT_CAME, has_no_turning_characters
from profiles.provenance.claims.assert_and_cite import assert_value
from profiles.workbook.planning.plan import make_plan
from tests.factories import a_company
from tests.workbook.books import ACME, book

TURNED = "Acme \u202egnuoy"


def test_every_text_of_every_model_refuses_what_turns_it():
    for model in apps.get_app_config("profiles").get_models():
        for field in model._meta.local_concrete_fields:
            if isinstance(field, models.CharField | models.TextField):
                is_kept = (model.__name__, field.name) in AS_IT_CAME
                assert (has_no_turning_characters in field.validators) != is_kept, field


@pytest.mark.parametrize("letter", "\u061c\u200e\u200f\u202a\u202e\u2066\u2069")
def test_each_of_them_is_named(letter):
    with pytest.raises(ValidationError, match=f"U.{ord(letter):04X}, behind “Acme”"):
        has_no_turning_characters(f"Acme{letter}")


@pytest.mark.parametrize("text", ["Acme", "אקמה בע״מ", "شركة", "L’Oréal", "zero\u200cwidth", ""])
def test_other_text_is_none_of_theirs(text):
    has_no_turning_characters(text)


@pytest.mark.django_db
class TestWaysIn:
    def test_the_form(self, as_user, erin):
        page = as_user(erin).post("/admin/profiles/source/add/", {"key": "herald", "title": TURNED})
        assert "turns text round (U+202E" in page.content.decode()
        assert not Source.objects.exists()

    def test_a_workbook(self):
        plan = make_plan(book(companies=[ACME | {"tagline": TURNED}]))
        [problem] = plan.problems
        assert (problem.sheet, problem.row, problem.column) == ("companies", 2, "tagline")
        assert "turns text round" in problem.message

    @pytest.mark.parametrize("stake", ["120%", "100.5 percent", "-5%"])
    def test_a_share_beyond_all(self, stake):
        row = {"key": "i", "round": "r", "investor": "company/acme", "stake": stake}
        plan = make_plan(
            book(
                companies=[ACME],
                rounds=[{"key": "r", "company": "acme", "label": "Seed"}],
                investments=[row],
            )
        )
        assert [problem.column for problem in plan.problems] == ["stake"]

    @pytest.mark.parametrize("stake", ["100 percent", "11 percent", "~11 percent", ""])
    def test_a_share(self, stake):
        Investment._meta.get_field("stake").clean(stake, None)

    def test_a_claim(self):
        company = a_company()
        with pytest.raises(ValidationError, match="turns text round"):
            assert_value(record=company.record, fact="tagline", value=TURNED)
        assert Company.objects.get().tagline == company.tagline

    @pytest.mark.parametrize(("sheet", "column"), [("companies", "total_funding")])
    def test_an_amount_below_nothing(self, sheet, column):
        plan = make_plan(book(**{sheet: [ACME | {column: "-5 EUR"}]}))
        [problem] = plan.problems
        assert (problem.column, problem.message) == (
            column,
            "-€5 is below nothing. Write the amount without its sign.",
        )


def test_every_amount_of_money_is_at_least_nothing():
    for model in apps.get_app_config("profiles").get_models():
        for field in model._meta.local_concrete_fields:
            if getattr(field, "unit", "") == "money":
                with pytest.raises(ValidationError, match="below nothing"):
                    field.clean("EUR -5", None)
                field.clean("EUR 5", None)
