"""What readers are told of a source before they trust it."""

import msgspec
import pytest

from profiles.document.schema import Citation, Source
from profiles.renderings import render
from tests.documents import a_document, a_fact, an_edition
from tests.renderings.reading import plain, read

READING = ("html", "md", "txt", "sources")


def shown(name, *sources, origin=""):
    fact = a_fact("motto", "No more burnt rice", "report|line 4|burnt rice")
    cited = Citation(source="report", locator="line 4", quote="burnt rice", origin=origin)
    claim = msgspec.structs.replace(fact.claim, citations=(cited,))
    document = a_document(company=(msgspec.structs.replace(fact, claim=claim),))
    others = tuple(each for each in document.sources if each.key not in {s.key for s in sources})
    said = render(
        an_edition(msgspec.structs.replace(document, sources=(*others, *sources))), name
    ).decode()
    return read(said).text if name in ("html", "sources") else plain(said)


@pytest.mark.parametrize("name", READING)
@pytest.mark.parametrize(
    ("columns", "words"),
    [
        ({"standing": "retracted", "standing_note": "Made up"}, "Retracted: Made up."),
        ({"standing": "corrected"}, "Corrected since."),
        ({"disclaimer": "Figures change daily."}, "Its own reservation: Figures change daily."),
    ],
)
def test_a_source_that_has_to_be_read_with_care_says_so(name, columns, words):
    assert words in shown(name, Source(key="report", title="Report", **columns))


@pytest.mark.parametrize("name", READING)
def test_a_copy_of_what_was_retracted_says_so(name):
    original = Source(key="wire", title="Wire", standing="retracted")
    copy = Source(key="report", title="Report", canonical="wire")
    assert "Its original was retracted." in shown(name, copy, original)


@pytest.mark.parametrize("name", ["md", "txt", "sources"])
def test_the_source_behind_the_source_is_named(name):
    report, wire = Source(key="report", title="Report"), Source(key="wire", title="Wire")
    assert "Names: Wire (line 4)" in shown(name, report, wire, origin="wire")
    assert "Names: Wire" not in shown(name, report)


@pytest.mark.parametrize("name", ["md", "txt", "sources"])
def test_who_wrote_it_and_what_time_it_speaks_of(name):
    report = Source(
        key="report",
        title="Report",
        author_note="Advises founders",
        as_of="2026-05",
        topics=("ai", "funding"),
        derived_from="wire",
    )
    said = shown(name, report, Source(key="wire", title="Wire"))
    for words in (
        "About the author: Advises founders",
        "Speaks of: May 2026",
        "Topics: ai, funding",
        "Follows the material of: Wire",
    ):
        assert words in said


def test_a_copy_stands_for_its_original_among_the_witnesses():
    """What copies or follows one original is one witness, also where that one is not cited."""
    copy = Source(key="report", title="Report", canonical="wire")
    wire = Source(key="wire", title="Wire", derived_from="agency")
    agency = Source(key="agency", title="Agency")
    apart = shown("sources", Source(key="report", title="Report"), wire, agency)
    assert shown("sources", copy, wire, agency).count("1 independent witness:") == 1
    assert apart.count("1 independent witness:") == 1


def test_only_addresses_of_the_web_are_links():
    source = Source(
        key="report", title="Report", alternates=("javascript:alert(1)", "https://a.example/r.md")
    )
    text = render(
        an_edition(
            msgspec.structs.replace(
                a_document(company=(a_fact("motto", "x", "report"),)), sources=(source,)
            )
        ),
        "sources",
    ).decode()
    assert "https://a.example/r.md" in text
    assert "href=javascript:" not in text.replace('"', "")
