"""Who was at an event, in the event's own line."""

from tests.documents import a_document, a_fact, a_record
from tests.events import a_guest
from tests.renderings.sections import part, section, shown


def an_event(title):
    return a_record("event", "x", a_fact("title", title, "report"), name=title)


def test_participants_stand_behind_the_event_with_what_they_were():
    line = "Opening of the range, launch, Tonopah; Lena Lample (speaker); Coyote GmbH"
    assert line in section("events")
    assert "(participant)" not in section("events")


def test_a_participant_whom_the_title_names_is_not_named_again():
    who = a_guest("x", "Dinner with Ann", "person/ann", "Ann", "Participant")
    document = a_document(an_event("Dinner with Ann"), who)
    assert section("events", document) == "Events | Undated | Dinner with Ann"
    assert who.anchor in part("events", document).ids


def test_a_part_that_says_more_is_told_even_so():
    who = a_guest("x", "Dinner with Ann", "person/ann", "Ann", "Cook")
    assert "Dinner with Ann; Ann (cook)" in section(
        "events", a_document(an_event("Dinner with Ann"), who)
    )


def test_a_longer_word_is_no_name():
    who = a_guest("x", "Annual dinner", "person/ann", "Ann", "Participant")
    document = a_document(an_event("Annual dinner"), who)
    assert "Annual dinner; Ann" in section("events", document)


def test_a_participant_of_an_unpublished_event_is_not_lost():
    assert "Ann" in shown("html", a_document(a_guest("x", "X", "person/ann", "Ann", "Cook")))
