"""What a box says where sources disagree: the other values, and why they are not shown."""

import re

import pytest

from profiles.models.claims import Reason
from profiles.renderings import render
from profiles.renderings.evidence.reasons import MIRRORED, SHOWN, why_not_shown, why_shown
from tests.documents import a_claim, a_date, a_document, an_edition
from tests.renderings.reading import plain, read, without_marks

READING = ("html", "md", "txt")
USUALLY = "the value to show was chosen by Erin Editor on 20 November 2026"


def boxes(*facts):
    html = render(an_edition(a_document(company=facts)), "html").decode()
    found = re.findall("<details>.*?</details>", without_marks(html), re.DOTALL)
    return [plain(read(box.replace("<p>", " ").replace("<br>", " ")).text) for box in found]


def text(name, *facts):
    said = render(an_edition(a_document(company=facts)), name).decode()
    return read(said).text if name == "html" else plain(said)


def founded(reason="Newer", *rivals, **claim):
    return a_date("founded", "2016", "report", rivals=rivals, reason=reason, **claim)


@pytest.mark.parametrize("reason", Reason)
def test_every_reason_is_a_sentence_for_readers_from_either_side(reason):
    chosen, rejected = (reason.said_of(each) for each in ("accepted", "rejected"))
    assert (chosen in SHOWN, MIRRORED[chosen]) == (True, rejected)
    for sentence in (why_shown(chosen), why_not_shown(rejected)):
        assert re.fullmatch(r"[A-Z].*\.", sentence) or reason == Reason.UNDISPUTED
    assert why_not_shown(rejected, shown_for=chosen) == ""


def test_a_reason_that_is_new_is_quoted():
    assert why_shown("Signed by a notary") == "Reason: Signed by a notary."
    assert why_shown("") == ""


def test_each_side_is_told_from_its_own_point_of_view():
    stale = a_claim("2014", "report", reason="Out of date")
    (box,) = boxes(founded("Primary source", stale))
    assert "Other value: 2014 It is out of date." in box
    assert box.endswith("The value shown comes from the primary source.")


def test_a_rival_does_not_repeat_the_reason_of_the_value_shown():
    (box,) = boxes(founded("Newer", a_claim("2014", "report", reason="Newer", note="An old page.")))
    assert "Other value: 2014 An old page." in box
    assert box.count("newer") == 1


def test_how_a_rival_was_printed_is_said_where_it_differs():
    printed = a_claim("2014", "report", printed="twenty-fourteen")
    assert "2014, printed as “twenty-fourteen”" in boxes(founded("Newer", printed))[0]
    same = a_claim("2014", "report", printed="2014")
    assert "printed as" not in boxes(founded("Newer", same))[0]


@pytest.mark.parametrize("name", READING)
def test_who_ruled_is_said_once_for_the_page(name):
    facts = [
        a_date(n, "2016", "report", rivals=[a_claim("2014", "report")]) for n in ("one", "two")
    ]
    said = text(name, *facts)
    assert said.count("Erin Editor") == 1
    assert USUALLY in said


@pytest.mark.parametrize("name", READING)
def test_a_box_names_everybody_who_ruled_where_that_is_not_as_usual(name):
    other = a_claim("2014", "report", decided_by="Otto Other", decided_on="2026-11-21")
    usual = a_date("one", "2016", "report", rivals=[a_claim("2013", "report")])
    said = text(name, usual, founded("Newer", other))
    assert USUALLY in said
    assert said.count("Otto Other") == 1
    names = "Chosen by Erin Editor on 20 November 2026; Otto Other on 21 November 2026."
    assert names in said


@pytest.mark.parametrize("name", READING)
def test_a_rival_that_waits_for_a_ruling_says_so(name):
    waiting = a_claim("2014", "report", decided_by="", decided_on="", reason="")
    assert "Not ruled on yet." in text(name, founded("Newer", waiting))


@pytest.mark.parametrize("name", READING)
def test_what_can_be_true_as_well_is_no_disagreement(name):
    as_well = a_claim(
        "2016-04", "report", kind="compatible", decided_by="", decided_on="", reason=""
    )
    said = text(name, founded("No source disagrees", as_well))
    assert "Also given as: April 2016" in said
    assert "Sources disagree" not in said
    assert "Not ruled on yet" not in said


@pytest.mark.parametrize("name", READING)
def test_a_page_without_disputes_names_nobody(name):
    assert "chosen by" not in text(name, founded())


def test_every_box_names_its_subject():
    """Where it stands alone, that is for screen readers: the stylesheet hides it."""
    assert boxes(founded("Newer", a_claim("2014", "report")))[0].startswith(
        "Sources disagree: Founded"
    )
