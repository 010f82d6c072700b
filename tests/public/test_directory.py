"""The list of companies, its search, and what machines read."""

from xml.etree import ElementTree

import msgspec
import pytest
from django.db import models
from django.template.loader import render_to_string
from django.urls import reverse

from profiles.document.schema import Document
from profiles.models.guards import lifted
from profiles.models.releases import Release
from tests.documents import a_document, a_fact, a_record, a_source
from tests.rich_document import a_rich_document


def named(slug: str, name: str, tagline: str = "") -> Document:
    facts = [a_fact("name", name, "report")]
    facts += [a_fact("tagline", tagline, "report")] if tagline else []
    head = a_record("company", slug, *facts)
    return Document(profile=slug, records=(head,), sources=(a_source("report"),))


def with_alias(document: Document, alias: str) -> Document:
    subject = (document.company.ref, document.company.name)
    name = a_record("name", "alias", a_fact("name", alias, "report"), subject=subject)
    return msgspec.structs.replace(document, records=(*document.records, name))


def shown(client, query=""):
    response = client.get("/", {"q": query} if query else {})
    text = response.content.decode()
    return [part.split('">')[0] for part in text.split('<h2><a href="')[1:]]


@pytest.mark.django_db
def test_before_anything_is_published_it_says_so(client):
    assert "Nothing is published yet" in client.get(reverse("public:directory")).content.decode()


def test_companies_stand_by_name_with_their_key_facts(publish, client):
    publish(named("zeta", "Zeta"))
    publish(named("etoile", "Étoile"))
    publish(a_rich_document())
    assert shown(client) == ["/companies/acme/", "/companies/etoile/", "/companies/zeta/"]
    text = client.get("/").content.decode()
    assert "founded April 2016" in text
    assert "valued at €11.7B" in text


def test_a_profile_stands_once_however_many_releases_it_has(publish, client):
    publish(named("zeta", "Zeta"))
    publish(named("zeta", "Zeta Renamed"))
    assert shown(client) == ["/companies/zeta/"]
    assert "Zeta Renamed" in client.get("/").content.decode()


@pytest.mark.parametrize("query", ["etoile", "ÉTOILE", "Étoile bright", "bright  lights"])
def test_search_folds_accents_and_case(publish, client, query):
    publish(named("etoile", "Étoile", "Bright lights"))
    publish(named("zeta", "Zeta"))
    assert shown(client, query) == ["/companies/etoile/"]


@pytest.mark.parametrize("query", ["orsted", "Ørsted", "ØRSTED", "lodz", "Łódź", "strasse"])
def test_search_folds_letters_that_no_accent_can_be_taken_off(publish, client, query):
    publish(named("orsted", "Ørsted", "At home in Łódź, Große Straße 1"))
    publish(named("zeta", "Zeta"))
    assert shown(client, query) == ["/companies/orsted/"]


@pytest.mark.parametrize("query", ["orsted", "Ørsted"])
def test_search_finds_releases_whose_summary_has_such_letters_still(publish, client, query):
    publish(named("orsted", "Ørsted"))
    release = Release.objects.get()
    summary = release.summary | {"found_by": "ørsted"}
    with lifted():
        models.QuerySet(Release).filter(pk=release.pk).update(summary=summary)
    assert shown(client, query) == ["/companies/orsted/"]


def test_search_finds_other_names(publish, client):
    publish(a_rich_document())
    assert shown(client, "anvil works") == ["/companies/acme/"]


@pytest.mark.parametrize("name", ["CMA-CGM", "CMA CGM", "Cma·Cgm"])
@pytest.mark.parametrize("query", ["cma-cgm", "cma cgm", "CMA–CGM", "CMA", "(cma)"])
def test_search_does_not_mind_hyphens(publish, client, name, query):
    publish(named("cma-cgm", name))
    publish(named("zeta", "Zeta"))
    assert shown(client, query) == ["/companies/cma-cgm/"]


@pytest.mark.parametrize(("query", "slug"), [("a16z", "a16z"), ("nvidia", "nvidia")])
def test_search_finds_a_short_name_and_one_in_capitals(publish, client, query, slug):
    publish(with_alias(named("a16z", "Andreessen Horowitz"), "a16z"))
    publish(with_alias(named("nvidia", "Nvidia"), "NVIDIA"))
    assert shown(client, query) == [f"/companies/{slug}/"]


@pytest.mark.parametrize("query", ["-", "!?", "·"])
def test_signs_alone_find_nothing(publish, client, query):
    publish(named("zeta", "Zeta"))
    assert shown(client, query) == []


def test_search_that_finds_nothing_says_what_to_do(publish, client):
    publish(named("zeta", "Zeta"))
    text = client.get("/", {"q": "<nothing>"}).content.decode()
    assert "No published profile matches" in text
    assert "&lt;nothing&gt;" in text
    assert "<nothing>" not in text


def test_filtered_lists_are_not_indexed(publish, client):
    publish(named("zeta", "Zeta"))
    filtered = client.get("/", {"q": "zeta"})
    assert filtered["X-Robots-Tag"] == "noindex"
    assert b'content="noindex"' in filtered.content
    assert "X-Robots-Tag" not in client.get("/")


def test_the_list_is_one_query_and_no_session(publish, client, django_assert_num_queries):
    for number in range(5):
        publish(named(f"c-{number}", f"Company {number}"))
    with django_assert_num_queries(1):
        response = client.get("/")
    assert "Cookie" not in response.get("Vary", "")


def test_the_sitemap_has_every_company_and_its_last_change(publish, client):
    release = publish(a_document())
    response = client.get("/sitemap.xml")
    assert response["Content-Type"] == "application/xml"
    found = [node.text for node in ElementTree.fromstring(response.content).iter()]
    assert any(text and text.endswith("/companies/acme/") for text in found)
    assert any(text and text.startswith(f"{release.published_at:%Y-%m-%d}") for text in found)


def test_language_models_find_the_markdown(publish, client):
    publish(a_rich_document())
    text = client.get("/llms.txt").content.decode()
    assert "[Acme & Co](" in text
    assert "/companies/acme.md): Anvils & rockets" in text


def test_robots_stay_out_of_the_desk(client):
    text = client.get("/robots.txt").content.decode()
    assert "Disallow: /admin/" in text
    assert "/sitemap.xml" in text


def test_django_finds_the_pages_for_errors(client):
    assert "Page not found" in render_to_string("404.html")
    assert "Try again" in render_to_string("500.html")
