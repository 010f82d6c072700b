"""schema.org: nothing in it that the page does not show."""

import json
import re

import pytest
from msgspec import UNSET
from msgspec.structs import replace

from profiles.renderings import render
from profiles.renderings.formats.jsonld import script_safe
from tests.documents import a_date, a_document, a_fact, an_edition
from tests.renderings.reading import read
from tests.rich_document import a_rich_document

NOT_SHOWN = {"@context", "@type", "@id", "item", "position", "isPartOf"}


def data(document):
    return json.loads(render(an_edition(document), "jsonld"))


def values(thing, key=""):
    if key in NOT_SHOWN:
        return
    if isinstance(thing, dict):
        for name, value in thing.items():
            yield from values(value, name)
    elif isinstance(thing, list):
        for value in thing:
            yield from values(value, key)
    else:
        yield str(thing)


def test_every_value_occurs_on_the_page():
    document = a_rich_document()
    html = render(an_edition(document), "html").decode()
    visible = read(re.sub(r"<sup.*?</sup>", "", html, flags=re.DOTALL))
    addresses = [link["href"] for link in visible.links]
    known = {an_edition(document).url}
    for value in values(data(document)):
        assert value in visible.text or value in [*visible.datetimes, *addresses] or value in known


def test_it_describes_the_company_and_the_way_to_it():
    found = data(a_rich_document())
    company = found["mainEntity"]
    assert company["@type"] == "Organization"
    assert company["foundingDate"] == "2016-04"
    assert [person["name"] for person in company["founder"]] == [
        "Arthur Menschikoff-Delacroix",
        "Lena Lample",
    ]
    assert company["url"] == "https://acme.example.org/"
    assert company["sameAs"] == ["https://x.example.org/acme_co"]
    steps = found["breadcrumb"]["itemListElement"]
    assert [step["name"] for step in steps] == ["Companies", "Acme & Co"]
    assert len(found["citation"]) == 29


@pytest.mark.parametrize(
    ("kind", "types"),
    [("person", {"@type": "Person"}), ("organisation", {"@type": "Organization"}), (UNSET, {})],
)
def test_a_publisher_is_of_the_type_that_somebody_recorded(kind, types):
    document = a_document(company=(a_fact("motto", "Onwards", "report"),))
    [source] = document.sources
    document = replace(document, sources=(replace(source, publisher_kind=kind),))
    [citation] = data(document)["citation"]
    assert citation["publisher"] == {**types, "name": "Example News"}


def test_a_date_that_is_no_iso_date_is_left_out():
    season = a_document(company=(a_date("founded", "2016-22", "report"),))
    assert "foundingDate" not in data(season)["mainEntity"]


def test_inside_the_page_it_cannot_end_its_script():
    assert "</script>" not in script_safe({"name": "</script><script>alert(1)</script>"})
    html = render(an_edition(a_rich_document()), "html").decode()
    block = re.search(r"<script type=application/ld\+json>(.*?)</script>", html)
    whole = data(a_rich_document())
    assert {**json.loads(block[1]), "citation": whole["citation"]} == whole
    assert ": " not in re.sub(r'"[^"]*"', "", block[1])
