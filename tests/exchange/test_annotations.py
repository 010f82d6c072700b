"""A profile's citations as W3C Web Annotations."""

import json

import pytest

from profiles.exchange.annotations import annotations
from profiles.models import Citation
from profiles.provenance.claims.assert_and_cite import cite
from tests.factories import a_claim, a_company, a_source, edit, rule

pytestmark = pytest.mark.django_db

SITE = "https://profiles.example.org"


@pytest.fixture
def acme():
    acme = a_company("acme", founded="2019-04")
    claim = a_claim(acme, "founded", source=a_source(), quote="founded in April", locator="line 3")
    rule(claim)
    edit(Citation.objects.get(), prefix="Acme was ", suffix=" of 2019")
    return acme


def collection(company) -> dict:
    return json.loads(annotations(company, site=SITE))


def test_a_citation_is_a_quote_linked_to_its_claim(acme):
    found = collection(acme)
    assert found["@context"][0] == "http://www.w3.org/ns/anno.jsonld"
    assert (found["type"], found["total"]) == ("AnnotationCollection", 1)
    assert found["first"]["type"] == "AnnotationPage"
    (annotation,) = found["first"]["items"]
    assert annotation["id"].startswith("urn:uuid:")
    assert (annotation["type"], annotation["motivation"]) == ("Annotation", "describing")
    target = annotation["target"]
    assert target["source"] == "https://example.org/gazette"
    assert target["selector"] == {
        "type": "TextQuoteSelector",
        "exact": "founded in April",
        "prefix": "Acme was ",
        "suffix": " of 2019",
    }
    assert target["state"]["type"] == "TimeState"
    assert target["footnote:locator"] == "line 3"
    body = annotation["body"]
    assert (body["type"], body["value"]) == ("TextualBody", "Founded: 2019-04")
    assert body["footnote:record"] == "company/acme"
    assert (body["footnote:fact"], body["footnote:value"]) == ("founded", "2019-04")
    assert body["footnote:page"] == f"{SITE}/companies/acme/#company-acme"


def test_a_source_without_address_is_its_place_in_our_list(acme):
    claim = a_claim(acme, "headquarters", "Paris", source=a_source("paper", url=""))
    cite(claim=claim, source=a_source("herald"), stance="contradicts")
    first, second = collection(acme)["first"]["items"][1:]
    assert first["target"]["source"] == f"{SITE}/companies/acme/sources/#source-paper"
    assert "selector" not in first["target"]
    assert (first["motivation"], second["motivation"]) == ("describing", "linking")


def test_it_is_the_same_each_time_and_no_two_share_an_id(acme):
    a_claim(acme, "founded", "2018", source=a_source("herald"))
    assert annotations(acme, site=SITE) == annotations(acme, site=SITE)
    ids = [each["id"] for each in collection(acme)["first"]["items"]]
    assert len(set(ids)) == len(ids) == 2


def test_the_queries_do_not_grow_with_the_citations(acme, django_assert_max_num_queries):
    for number in range(20):
        a_claim(acme, "tagline", f"Anvils {number}", source=a_source(f"s{number}"))
    with django_assert_max_num_queries(5):
        collection(acme)
