"""Value fields: what a form, a row and a migration make of them. No database."""

from datetime import date
from decimal import Decimal

import pytest
from django import forms
from django.contrib.admin.widgets import AdminTextInputWidget
from django.core import serializers
from django.core.exceptions import ValidationError
from django.db import connection, models
from django.db.models import F
from django.test.utils import isolate_apps
from simple_history.models import HistoricalRecords

from profiles.models.fields import (
    DateSortField,
    PartialDateField,
    PartialDateFormField,
    QuantityField,
    QuantityFormField,
    QuantitySortField,
    companions_too,
)
from profiles.values.dates import PartialDate
from profiles.values.quantities import Quantity


@pytest.fixture(scope="module")
def deal_class():
    with isolate_apps("profiles"):

        class Dated(models.Model):
            signed = PartialDateField(blank=True, default="")

            class Meta:
                abstract = True

        class Deal(Dated):
            amount = QuantityField("own amount", unit="money", blank=True, default="")
            seats = QuantityField(unit="people", blank=True, default="")

            class Meta:
                app_label = "profiles"

            def __str__(self):
                return self.amount

        yield Deal


def names(model):
    return [field.name for field in model._meta.fields]


# --- columns -----------------------------------------------------------------------------------


def test_each_field_brings_its_companion_once(deal_class):
    assert sorted(names(deal_class)) == [
        *("amount", "amount_sort", "id", "seats", "seats_sort", "signed", "signed_sort")
    ]
    assert isinstance(deal_class._meta.get_field("amount_sort"), QuantitySortField)
    assert isinstance(deal_class._meta.get_field("signed_sort"), DateSortField)


def test_the_companion_is_nobodys_business(deal_class):
    companion = deal_class._meta.get_field("amount_sort")
    assert companion.null
    assert companion.db_index
    assert not companion.editable
    assert not companion.serialize
    assert "amount_sort" not in forms.modelform_factory(deal_class, fields="__all__").base_fields


@pytest.mark.parametrize("order", [("amount", "amount_sort"), ("amount_sort", "amount")])
@isolate_apps("profiles")
def test_a_listed_companion_is_not_added_twice(order):
    fields = {"amount": QuantityField(), "amount_sort": QuantitySortField()}
    listed = {name: fields[name] for name in order}
    meta = type("Meta", (), {"app_label": "profiles"})
    model = type("Listed", (models.Model,), {"__module__": __name__, "Meta": meta, **listed})
    assert sorted(names(model)) == ["amount", "amount_sort", "id"]


@isolate_apps("profiles")
def test_migrations_list_the_companion_themselves():
    meta = type("Meta", (), {"app_label": "profiles"})
    body = {"__module__": "__fake__", "Meta": meta, "amount": QuantityField()}
    assert names(type("InMigration", (models.Model,), body)) == ["id", "amount"]


@isolate_apps("profiles")
def test_the_history_of_a_row_has_the_companion_too():
    class Tracked(models.Model):
        amount = QuantityField()
        # Without a foreign key to the user, who does not live in an isolated registry.
        history = HistoricalRecords(history_user_id_field=models.IntegerField(null=True))

        class Meta:
            app_label = "profiles"

        def __str__(self):
            return self.amount

    historical = Tracked.history.model
    assert names(historical).count("amount_sort") == 1
    row = historical(amount="€3M")
    for field in historical._meta.fields:
        if field.name.startswith("amount"):
            field.pre_save(row, add=True)
    assert (row.amount, row.amount_sort) == ("EUR 3000000", 3e6)


@pytest.mark.parametrize(
    ("field", "path", "options"),
    [
        (PartialDateField(), "PartialDateField", {"max_length": 60}),
        (QuantityField(), "QuantityField", {"max_length": 100}),
        (QuantityField(unit="people"), "QuantityField", {"max_length": 100, "unit": "people"}),
        (
            QuantitySortField(),
            "QuantitySortField",
            {"null": True, "blank": True, "db_index": True, "editable": False, "serialize": False},
        ),
    ],
)
def test_deconstruction(field, path, options):
    _, found_path, args, found_options = field.deconstruct()
    assert found_path == f"profiles.models.fields.{path}"
    assert (args, found_options) == ([], options)
    again = type(field)(*args, **found_options)
    assert again.deconstruct()[3] == options


# --- rows --------------------------------------------------------------------------------------


def pre_saved(deal_class, **values):
    deal = deal_class(**values)
    for field in deal_class._meta.fields:
        if field.name != "id":
            field.pre_save(deal, add=True)
    return deal


@pytest.mark.parametrize(
    ("written", "amount", "midpoint"),
    [
        ("€385M", "EUR 385000000", 385e6),
        ("$12–14 billion", "USD 12000000000..14000000000", 13e9),
        (Quantity("USD >5"), "USD >5", 5.0),
        ("", "", None),
        (None, "", None),
    ],
)
def test_saving_makes_a_quantity_canonical(deal_class, written, amount, midpoint):
    deal = pre_saved(deal_class, amount=written)
    assert (deal.amount, deal.amount_sort) == (amount, midpoint)
    assert isinstance(deal.amount, Quantity) is bool(amount)


@pytest.mark.parametrize(
    ("written", "signed", "earliest"),
    [
        ("April 2023", "2023-04", date(2023, 4, 1)),
        ("2026/2027", "2026/2027", date(2026, 1, 1)),
        (date(2024, 6, 11), "2024-06-11", date(2024, 6, 11)),
        (2023, "2023", date(2023, 1, 1)),
        ("", "", None),
        (None, "", None),
    ],
)
def test_saving_makes_a_date_canonical(deal_class, written, signed, earliest):
    deal = pre_saved(deal_class, signed=written)
    assert (deal.signed, deal.signed_sort) == (signed, earliest)


def test_the_default_unit_is_the_fields(deal_class):
    assert pre_saved(deal_class, seats=Decimal("8.0")).seats == "8 people"


def test_saving_refuses_what_it_cannot_read(deal_class):
    with pytest.raises(ValidationError, match="Cannot read “soon” as a date") as refusal:
        pre_saved(deal_class, signed="soon")
    assert refusal.value.code == "unreadable"
    with pytest.raises(ValidationError, match="it names no currency"):
        pre_saved(deal_class, amount="385 million")


def test_a_companion_needs_a_value_to_sort(deal_class):
    with pytest.raises(ValidationError, match="needs a value, not an expression"):
        pre_saved(deal_class, amount=F("seats"))


def test_update_fields_can_be_told_of_the_companion(deal_class):
    deal = deal_class(amount="€3M", signed="soon")
    assert companions_too(deal, ["id", "amount"]) == ["id", "amount", "amount_sort"]
    assert (deal.amount, deal.amount_sort) == ("EUR 3000000", 3e6)
    with pytest.raises(ValidationError):
        companions_too(deal, ["signed"])


def test_rows_come_back_as_values_and_are_not_parsed():
    amount = QuantityField(unit="money").from_db_value("nonsense", None, connection)
    assert isinstance(amount, Quantity)
    signed = PartialDateField().from_db_value("2023-04", None, connection)
    assert isinstance(signed, PartialDate)
    assert PartialDateField().from_db_value("", None, connection) == ""
    assert PartialDateField().from_db_value(None, None, connection) is None


def test_lookups_may_look_for_a_part():
    field = QuantityField(unit="money")
    assert field.get_prep_value("385") == "385"
    assert type(field.get_prep_value(Quantity("EUR 5"))) is str
    assert PartialDateField().get_prep_value(date(2023, 4, 1)) == "2023-04-01"
    assert field.get_prep_value(None) is None


def test_queryset_update_stores_canonical_text_or_nothing():
    field = QuantityField(unit="money")
    assert field.get_db_prep_save("€3M", connection) == "EUR 3000000"
    with pytest.raises(ValidationError):
        field.get_db_prep_save("soon", connection)


def test_clean_reads(deal_class):
    assert QuantityField(unit="money").clean("€3M", None) == "EUR 3000000"
    assert PartialDateField(blank=True).clean("", None) == ""
    with pytest.raises(ValidationError) as refusal:
        PartialDateField().clean("1/02/2012", None)
    assert refusal.value.code == "unreadable"
    with pytest.raises(ValidationError, match="cannot be blank"):
        PartialDateField().clean("", None)
    deal = deal_class(amount="€3M")
    deal.clean_fields()
    assert deal.amount == "EUR 3000000"


def test_serialised_rows_are_plain_canonical_text(deal_class):
    deal = pre_saved(deal_class, amount="€3M", signed="Feb 2024")
    (row,) = serializers.serialize("python", [deal])
    assert row["fields"] == {"signed": "2024-02", "amount": "EUR 3000000", "seats": ""}


# --- forms -------------------------------------------------------------------------------------


def test_form_fields_follow_the_model(deal_class):
    amount = deal_class._meta.get_field("amount").formfield()
    assert isinstance(amount, QuantityFormField)
    assert amount.unit == "money"
    assert amount.label == "Own amount"
    assert isinstance(deal_class._meta.get_field("signed").formfield(), PartialDateFormField)
    assert isinstance(QuantityField().formfield(form_class=forms.CharField), forms.CharField)


@pytest.mark.parametrize("widget", [forms.TextInput, AdminTextInputWidget])
def test_the_input_shows_an_example(widget):
    field = QuantityField(unit="money").formfield(widget=widget)
    html = field.widget.render("amount", "EUR 5")
    assert 'placeholder="EUR 385000000, $500+ million or about €4bn"' in html
    assert 'autocomplete="off"' in html
    assert 'spellcheck="false"' in html
    assert 'value="EUR 5"' in html


def test_forms_clean_to_values():
    assert PartialDateFormField().clean(" April 2023 ") == "2023-04"
    assert isinstance(QuantityFormField(unit="money").clean("€385M"), Quantity)
    assert QuantityFormField(required=False).clean("") == ""
    assert QuantityFormField(required=False).clean(None) == ""


@pytest.mark.parametrize(
    ("field", "written", "sentence"),
    [
        (PartialDateFormField(), "soon", "Cannot read “soon” as a date."),
        (PartialDateFormField(), "1/02/2012", "Write for example 2012-02-01 or 2012-01-02."),
        (QuantityFormField(unit="people"), "many", "Cannot read “many” as a number of people."),
        (QuantityFormField(unit="money"), "5 100% €", "Cannot read “5 100% €”"),
    ],
)
def test_forms_refuse_with_the_sentence(field, written, sentence):
    with pytest.raises(ValidationError) as refusal:
        field.clean(written)
    assert sentence in refusal.value.message
    assert refusal.value.code == "unreadable"


@pytest.mark.parametrize(
    ("initial", "typed", "changed"),
    [
        (Quantity("EUR 385000000"), "€385M", False),
        (Quantity("EUR 385000000"), "EUR 385000000", False),
        (Quantity("EUR 385000000"), "€386M", True),
        (Quantity("EUR 385000000"), "", True),
        (Quantity("EUR 385000000"), "soon", True),
        ("", "", False),
        (None, "", False),
        (None, "€385M", True),
        (Quantity.trusted("nonsense"), "nonsense", False),
    ],
)
def test_retyping_the_same_value_is_no_change(initial, typed, changed):
    field = QuantityFormField(unit="money", required=False)
    assert field.has_changed(initial, typed) is changed


def test_a_disabled_field_never_changes():
    assert not PartialDateFormField(disabled=True).has_changed("2023", "2024")


def test_a_bound_form_shows_what_was_typed_and_an_unbound_one_canonical_text(deal_class):
    form_class = forms.modelform_factory(deal_class, fields=["signed", "amount"])
    bound = form_class({"signed": "1/02/2012", "amount": "€3M"})
    assert not bound.is_valid()
    assert 'value="1/02/2012"' in str(bound["signed"])
    assert 'value="€3M"' in str(bound["amount"])
    unbound = form_class(initial={"signed": date(2024, 2, 1), "amount": Quantity("EUR 3000000")})
    assert 'value="2024-02-01"' in str(unbound["signed"])
    assert 'value="EUR 3000000"' in str(unbound["amount"])
