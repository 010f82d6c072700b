"""Amounts, counts and units as sources print them: what is read, and what is asked."""

import pytest

from profiles.values import Quantity, UnreadableValue

MONEY = {
    # scales of other languages
    "1.5 milliards d'euros": "EUR 1500000000",
    "1.5 Md€": "EUR 1500000000",
    "3 Mrd. €": "EUR 3000000000",
    "3 Millionen Euro": "EUR 3000000",
    "2 Billionen Euro": "EUR 2000000000000",
    "1.5 miliardi di euro": "EUR 1500000000",
    "1.5 mil millones de euros": "EUR 1500000000",
    "1.5 bilhões de reais": "BRL 1500000000",
    "₹12.5 crore": "INR 125000000",
    "INR 2 lakh": "INR 200000",
    "10億円": "JPY 1000000000",
    "５億ドル": "USD 500000000",
    "$5MM": "USD 5000000",
    "$5 mill.": "USD 5000000",
    "$500 grand": "USD 500000",
    # scale and currency in one word, before and behind
    "MEUR 1117": "EUR 1117000000",
    "1117 MEUR": "EUR 1117000000",
    "EURm 15": "EUR 15000000",
    "USD mn 15": "USD 15000000",
    "$bn 1.5": "USD 1500000000",
    "15 TEUR": "EUR 15000",
    "15 KUSD": "USD 15000",
    # prefixes and names
    "Can$1.5bn": "CAD 1500000000",
    "HK$5m": "HKD 5000000",
    "R$ 5 million": "BRL 5000000",
    "₽1.5bn": "RUB 1500000000",
    "1.5 mld zł": "PLN 1500000000",
    "US$1.5bn USD": "USD 1500000000",
    # words around them
    "just under $2bn": "USD <2000000000",
    "just over $2bn": "USD >2000000000",
    "$~2bn": "~USD 2000000000",
    "estimated $1.5bn": "~USD 1500000000",
    "$1.5bn (est.)": "~USD 1500000000",
    "$2-billion": "USD 2000000000",
    "$2 billion-plus": "USD >=2000000000",
    "half a million dollars": "USD 500000",
    "a billion dollars": "USD 1000000000",
    "€.5m": "EUR 500000",
    # what a page leaves behind a figure
    "$1.5bn*": "USD 1500000000",
    "$1.5bn[1]": "USD 1500000000",
    "$1.5bn¹": "USD 1500000000",
    "$1.5bn,": "USD 1500000000",
    # decimals after a comma, thousands between points
    "1,5 Mrd. €": "EUR 1500000000",
    "1,5 bilhões de reais": "BRL 1500000000",
    "1,5 mld zł": "PLN 1500000000",
    "€0,117 billion": "EUR 117000000",
    "€1,117 million": "EUR 1117000000",
    "1.200.000 €": "EUR 1200000",
    "1.200,50 €": "EUR 1200.5",
    "1,5 G€": "EUR 1500000000",
    # fractions and words
    "½ million dollars": "USD 500000",
    "€1½ million": "EUR 1500000",
    "$2¼bn": "USD 2250000000",
    "twenty-five million dollars": "USD 25000000",
    "one hundred million euros": "EUR 100000000",
    "+$2bn": "USD 2000000000",
    "Fr. 3 Mio.": "CHF 3000000",
    "20 million Singapore dollars": "SGD 20000000",
    "undisclosed amount": "undisclosed",
    "not publicly disclosed": "undisclosed",
}
COUNTS = {
    ("300 Mitarbeiter", "people"): "300 people",
    ("300 salariés", "people"): "300 people",
    ("300人", "people"): "300 people",
    ("1.2万", "people"): "12000 people",
    ("headcount: 150", "people"): "150 people",
    ("300ish", "people"): "~300 people",
    ("50-odd", "people"): "~50 people",
    ("1.5k", "people"): "1500 people",
    ("11,5 %", "percent"): "11.5 percent",
    ("twenty-five", "people"): "25 people",
    ("two hundred and five employees", "people"): "205 people",
    ("a dozen", "people"): "12 people",
    ("five", "people"): "5 people",
    ("+5%", "percent"): "5 percent",
    ("50pc", "percent"): "50 percent",
    ("5％", "percent"): "5 percent",
    ("5%-ish", "percent"): "~5 percent",
    ("11 Prozent", "percent"): "11 percent",
    ("12.9B active", "parameters"): "12900000000 parameters",
    ("7-billion-parameter", "parameters"): "7000000000 parameters",
    ("100MW", ""): "100 MW",
    ("1.4 gw", ""): "1.4 GW",
    ("18,000 GPUs", ""): "18000 GPUs",
    ("5 million monthly active users", ""): "5000000 monthly active users",
}
ASKED = {
    ("15 T€", "money"): "is it thousand or trillion?",
    ("2 Bio. €", "money"): "is it billion or trillion?",
    ("$5 mil", "money"): "is it thousand or million?",
    ("1.234 Mio. €", "money"): "is the point a decimal point?",
    ("15 cents", "money"): "cents of which currency?",
    ("$500G", "money"): "is it thousand or billion?",
    ("Rs 2 lakh", "money"): "is it Indian, Pakistani or other rupees?",
    ("¥10億", "money"): "is it yen or yuan?",
    ("$12,3456", "money"): "what do its separators mean?",
    ("$1.5.5", "money"): "what do its separators mean?",
    ("-5", "people"): "people are counted in whole numbers from 0",
    ("150.7", "people"): "people are counted in whole numbers from 0",
    ("3 T", "people"): "there are not so many people",
    ("5 offices", "people"): "it counts offices, not people",
    ("5 people", "percent"): "it counts people, not percent",
    ("5th", ""): "th is no unit that is known here",
    ("8 flurbs", ""): "flurbs is no unit that is known here",
}
HALF_READ = [
    *("$500 million in debt and equity", "$1.5bn reportedly", "300 in 12 countries"),
    *("$5 billion yen", "46.7B (12.9B active)", "18k H100s", "1 in 5", "5:1", "5°C", "$½½bn"),
]


@pytest.mark.parametrize(("printed", "canonical"), MONEY.items())
def test_money_is_read_as_it_is_printed(printed, canonical):
    assert Quantity.read(printed, "money") == canonical


@pytest.mark.parametrize(("printed", "canonical"), COUNTS.items())
def test_so_are_counts_and_shares(printed, canonical):
    assert Quantity.read(*printed) == canonical


@pytest.mark.parametrize(("printed", "question"), ASKED.items())
def test_what_can_be_two_things_is_asked(printed, question):
    with pytest.raises(UnreadableValue) as refusal:
        Quantity.read(*printed)
    assert question in str(refusal.value)


@pytest.mark.parametrize(("printed", "question"), ASKED.items())
def test_whatever_a_refusal_suggests_is_read(printed, question):
    with pytest.raises(UnreadableValue) as refusal:
        Quantity.read(*printed)
    for choice in refusal.value.choices:
        assert Quantity.read(choice, printed[1])


@pytest.mark.parametrize("text", HALF_READ)
@pytest.mark.parametrize("unit", ["money", "people", "percent", "parameters", ""])
def test_nothing_is_read_by_half(text, unit):
    with pytest.raises(UnreadableValue):
        Quantity.read(text, unit)
