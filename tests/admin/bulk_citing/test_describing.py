"""Citing one source for many facts: the source, and where it says each."""

import pytest

from profiles.models import Citation
from tests.admin.bulk_citing.pages import (
    FOUNDED,
    HEADCOUNT,
    PAGE,
    checked,
    commit,
    described,
    filled,
    press,
    ticked,
    tree,
    words,
)
from tests.factories import a_company, a_source, cited

pytestmark = pytest.mark.django_db


def test_the_sources_of_the_profile_come_first(client, acme):
    cited(acme, "tagline", source=a_source("herald"))
    page = client.post(PAGE, {"to": "describe", "chosen": [FOUNDED]})
    radios = [each.attributes["value"] for each in tree(page).css("[name=recent]")]
    assert radios == ["herald", "gazette"]
    assert filled(page)["recent"] == ["herald"]


def test_the_source_that_it_began_with_is_filled_in(client, acme):
    page = client.get(PAGE, {"source": "gazette", "profile": "acme", "chosen": [FOUNDED]})
    assert filled(press(client, page, "to", "describe"))["source"] == ["gazette"]


def test_nothing_typed_is_lost_on_the_way_there_and_back(client, acme):
    typed = {"locator": ["line 1", ""], "quote": ["founded in\nApril", "“employs”"]}
    page = checked(client, FOUNDED, HEADCOUNT, source="herald-to-be", **typed)
    assert page.status_code == 422
    assert "No source has the key or address “herald-to-be”" in words(page)
    page = press(client, page, "to", "check", source="gazette")
    page = press(client, page, "to", "describe")
    page = press(client, page, "to", "choose")
    assert ticked(page) == []
    page = press(client, page, "to", "choose", profile="acme")
    assert ticked(page) == [FOUNDED, HEADCOUNT]
    page = press(client, page, "to", "describe")
    sent = filled(page)
    assert {name: sent[name] for name in typed} == typed
    assert sent["source"] == ["gazette"]


def test_a_column_for_other_values_opens_and_closes(client, acme):
    page = described(client, FOUNDED, HEADCOUNT)
    assert tree(page).css_first("[name=value]").attributes["type"] == "hidden"
    page = press(client, page, "values", "on")
    assert tree(page).css_first("[name=value]").attributes["type"] == "text"
    page = press(client, page, "values", "off", value=["", "250"])
    assert filled(page)["value"] == ["", "250"]
    assert "in use: 100 people" in words(press(client, page, "to", "check"))


@pytest.mark.parametrize(
    "paste",
    [
        "company/acme\tfounded\tline 1\tApril 2019\ncompany/acme\theadcount\t\t“employs” 100",
        """record,fact,locator,quote
company/acme,founded,line 1,"April 2019"

company/acme,headcount,,“employs” 100""",
        "Quote\tFact\tRecord\tLocator\r\nApril 2019\tfounded\tcompany/acme\tline 1\r\n\
“employs” 100\theadcount\tcompany/acme\t\r\n",
    ],
)
def test_rows_of_a_spreadsheet_are_pasted(client, acme, paste):
    page = client.post(PAGE, {"to": "check", "source": "gazette", "paste": paste})
    assert "2 cited" in words(page)
    commit(client, page)
    assert set(Citation.objects.exclude(claim__fact="name").values_list("claim__fact", "locator",
                                                                        "exact")) == {
        ("founded", "line 1", "April 2019"), ("headcount", "", "“employs” 100"),
    }  # fmt: skip


def test_quotation_marks_of_the_text_itself_stay(client, acme):
    paste = 'company/acme\tfounded\t\t"Acme" was founded\ncompany/acme\theadcount\t\t"100"'
    page = client.post(PAGE, {"to": "check", "source": "gazette", "paste": paste})
    assert filled(press(client, page, "to", "describe"))["quote"] == ['"Acme" was founded', '"100"']


def test_pasted_rows_that_name_nothing_are_refused_with_their_number_and_mended(client, acme):
    paste = "record\tfact\ncompany/acme\tfounded\ncompany/nobody\tfounded\ncompany/acme\tgossip"
    page = client.post(PAGE, {"to": "check", "source": "gazette", "paste": paste})
    text = words(page)
    assert "Row 3: company/nobody founded" in text
    assert "No company has the key “nobody”" in text
    assert "Row 4: company/acme gossip" in text
    assert "A company has no fact “gossip”. It has: name, tagline" in text
    assert "2 rows are refused" in text
    assert not tree(page).css("button[value=commit]")
    page = press(client, page, "to", "describe")
    sent = filled(page) | {"name-1": HEADCOUNT, "name-2": "company/acme#tagline"}
    page = client.post(PAGE, sent | {"to": "check"})
    assert "3 cited" in words(page)


@pytest.mark.parametrize(
    ("paste", "said"),
    [
        ("company/acme\tfounded\ta\tb\tc\td", "Row 1 has 6 cells; there are 5 columns"),
        ('company/acme,founded,"a', "cannot be read as comma-separated"),
    ],
)
def test_a_paste_that_cannot_be_read_stays_where_it_is(client, acme, paste, said):
    page = client.post(PAGE, {"to": "check", "source": "gazette", "paste": paste})
    assert page.status_code == 422
    assert said in words(page)
    assert filled(page)["paste"] == [paste]


@pytest.mark.parametrize(
    ("source", "said"),
    [("", "Name the source"), ("javascript:alert(1)", "No source has the key or address")],
)
def test_a_source_must_be_named(client, erin, source, said):
    a_company("acme", founded="2019-04")
    page = client.post(PAGE, {"to": "check", "source": source, "chosen": [FOUNDED]})
    assert page.status_code == 422
    assert said in words(page)


def test_without_facts_there_is_nothing_to_check(client, acme):
    page = client.post(PAGE, {"to": "check", "source": "gazette"})
    assert "Choose facts first, or paste rows" in words(page)
