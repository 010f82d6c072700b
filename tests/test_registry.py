"""The registry is the only list of facts."""

import pytest
from django.core.exceptions import ValidationError

from profiles.facts import BY_KIND, BY_SHEET, RECORD_TYPES, type_of
from profiles.models import Body, Company


def test_every_kind_of_record_is_registered_once():
    assert set(BY_KIND) == set(Body.of_kind)
    assert len(BY_SHEET) == len(RECORD_TYPES)


@pytest.mark.parametrize("record_type", RECORD_TYPES, ids=lambda entry: entry.sheet)
def test_each_fact_is_a_text_column_and_each_lead_exists(record_type):
    for fact in record_type.facts:
        column = record_type.field_of(fact.name)
        assert column.empty_strings_allowed
        assert not column.null
        assert not fact.cited_with or fact.cited_with in record_type.by_name


@pytest.mark.parametrize("record_type", RECORD_TYPES, ids=lambda entry: entry.sheet)
def test_every_editable_column_is_a_fact_a_relation_or_an_arrangement(record_type):
    named = {*record_type.by_name, *(column.name for column in record_type.relations)}
    named |= {column.name for column in record_type.settings}
    columns = {c.name for c in record_type.model._meta.concrete_fields if c.editable}
    assert columns == named


@pytest.mark.parametrize("record_type", RECORD_TYPES, ids=lambda entry: entry.sheet)
def test_every_record_has_a_fact_that_must_be_cited(record_type):
    assert any(fact.required for fact in record_type.facts)


def test_a_value_is_read_once_and_stays_as_it_is():
    companies = type_of(Company.kind)
    once = companies.read("total_funding", "about $4 billion")
    assert companies.read("total_funding", once) == once == "~USD 4000000000"


def test_an_address_that_is_not_http_is_refused():
    with pytest.raises(ValidationError):
        type_of("link").read("url", "javascript:alert(1)")
