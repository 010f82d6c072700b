"""Names as people search and compare them."""

import pytest

from profiles.values.names import folded, name_key


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("loreal", "L’Oréal"),
        ("l'oreal", "L’Oréal"),
        ("orsted", "Ørsted"),
        ("lodz", "Łódź"),
        ("aero", "Ærø"),
        ("strasse", "Straße"),
        ("dordevic", "Đorđević"),
        ("thor", "Þór"),
        ("istanbul", "İstanbul"),
        ("menard", "MÉNARD"),
        ("jeancharles", "Jean-Charles"),
        ("ipsum", "\u200bIpsum"),
    ],
)
def test_what_is_typed_is_found_in_the_name(typed, name):
    assert folded(typed) in folded(name)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Société Générale", "Societe Generale"),
        ("Mistral AI", "MISTRAL  ai"),
        ("Mistral AI", "Mistral\u00a0AI SAS"),
        ("Acme", "Acme, Inc."),
        ("Acme GmbH", "ACME"),
        ("Philips N.V.", "Philips"),
        ("Barnes and Noble, Inc.", "Barnes & Noble"),
        ("La Banque S.A.", "La Banque"),
        ("OpenAI", "Open AI"),
        ("Weyland-Yutani Corp.", "Weyland Yutani Corporation"),
    ],
)
def test_names_that_are_probably_one(one, other):
    assert name_key(one) == name_key(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("Acme", "Acme Robotics"), ("SAS", "Inc."), ("Mistral AI", "Mistral"), ("A", "B"), ("SE", "")],
)
def test_names_of_different_things(one, other):
    assert name_key(one) != name_key(other)
