"""Figures say whether they are a fact, a target or a change."""

import pytest

from tests.documents import a_choice, a_date, a_document, a_fact, a_record, a_source, an_amount
from tests.renderings.sections import part, section


def a_metric(key, form="", date="2024", *, source=(), value="40 percent"):
    facts = [a_fact("measure", "Sales"), a_date("date", date), an_amount("value", value, "report")]
    if form:
        facts.append(a_choice("form", form, form.capitalize(), *source, cited_with="value"))
    return a_record("metric", key, *facts)


@pytest.mark.parametrize("form", ["target", "change"])
def test_targets_and_changes_are_called_so(form):
    assert f"2024 | {form}: 40%" in section("figures", a_document(a_metric("m", form)))


@pytest.mark.parametrize("form", ["", "actual"])
def test_an_actual_value_needs_no_word(form):
    text = section("figures", a_document(a_metric("m", form)))
    assert text.endswith("2024 | 40%")


def test_the_footnote_of_a_silent_form_is_kept():
    metric = a_metric("m", "actual", source=("other",))
    seen = part("figures", a_document(metric, sources=[a_source("other")]))
    assert len(seen.marks) == 2


def test_the_points_of_a_series_stand_in_the_order_of_time():
    points = [
        a_metric("a", date="2026"),
        a_metric("b", date="2025-02"),
        a_metric("c", date="2026-02"),
    ]
    text = section("figures", a_document(*points))
    places = [text.index(date) for date in ("February 2025", "February 2026", "2026 | 40%")]
    assert places == sorted(places)
