"""The database holds what belongs together, and says so in words for people."""

from django.apps import apps
from django.db.models.constraints import BaseConstraint


def constraints() -> list[BaseConstraint]:
    models = apps.get_app_config("profiles").get_models()
    return [each for model in models for each in model._meta.constraints]


def test_no_constraint_is_called_by_its_name_when_it_refuses():
    assert len(constraints()) > 20
    stock = BaseConstraint.default_violation_error_message
    silent = [each.name for each in constraints() if each.violation_error_message == stock]
    assert silent == []


def test_what_it_says_is_a_sentence():
    for each in constraints():
        assert each.violation_error_message.endswith(".")
        assert each.name not in each.violation_error_message
