"""The demo, through its command: what it publishes, and that it publishes nothing uncited."""

from io import StringIO

import pytest
from django.contrib.auth import get_user_model
from django.core.management import CommandError, call_command

from profiles.admin.display.links import company_url
from profiles.document.schema import Claim, Document, Fact, Record, decode
from profiles.models import Company, Release
from profiles.publishing.chain import breaks
from profiles.values.footnotes import footnote_keys, uncited_paragraphs
from tests.loaded_demo import taken_down
from tests.renderings.reading import read

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def said(the_demo) -> str:
    """What the command prints."""
    return the_demo


@pytest.fixture
def document(said) -> Document:
    return document_of("mistral-ai")


def document_of(slug: str) -> Document:
    return decode(bytes(Release.objects.get(slug=slug).submission.document))


def bare_facts(document: Document) -> list[str]:
    facts = [(record, fact) for record in document.records for fact in record.facts]
    return [f"{r.ref} {f.name}" for r, f in facts if not is_supported(r, f)]


def links(client, slug: str) -> list[str]:
    found = read(client.get(f"/companies/{slug}/").content.decode()).links
    return [link["href"] for link in found]


def is_cited(claim: Claim | None) -> bool:
    return claim is not None and bool(claim.citations)


def is_supported(record: Record, fact: Fact) -> bool:
    if fact.type == "prose":
        return bool(footnote_keys(fact.value)) and not uncited_paragraphs(fact.value)
    lead = record.fact(fact.cited_with)
    return is_cited(fact.claim) or (lead is not None and is_cited(lead.claim))


def test_it_says_where_to_look_and_how_to_log_in(said):
    for words in (
        "/companies/mistral-ai/",
        ":8000/\n",
        "/admin/",
        "editor",
        "reviewer",
        "footnote-demo",
        company_url(Company.objects.get(record__key="ebbwright").pk),
        "/reports/?profile=ebbwright",
    ):
        assert words in said


def test_again_it_changes_nothing(said, settings):
    settings.DEBUG = True
    before = taken_down()
    call_command("demo", "--no-server", stdout=StringIO())
    assert taken_down() == before
    assert len(before["auth_user"]) == 3


def test_nothing_uncited_is_published(document):
    facts = [(record, fact) for record in document.records for fact in record.facts]
    assert len(facts) > 200
    assert bare_facts(document) == []
    known = {source.key for source in document.sources}
    claims = [c for _, f in facts for c in (f.claim, *f.rivals) if c]
    assert {citation.source for claim in claims for citation in claim.citations} <= known


def test_a_fact_without_its_citation_would_be_seen(document):
    record = document.company
    bare = Fact(name="tagline", label="Tagline", type="text", value="x", text="x")
    assert not is_supported(record, bare)


def test_contradictions_stand_with_their_rivals_and_rulings(document):
    contested = [fact for record in document.records for fact in record.facts if fact.rivals]
    assert len(contested) >= 15
    for fact in contested:
        assert fact.claim is not None
        assert fact.claim.reason
        assert fact.claim.decided_by == "Erin Editor"
        assert all(is_cited(rival) for rival in fact.rivals)
    funding = document.company.fact("total_funding")
    assert funding is not None
    assert {funding.value, *(rival.value for rival in funding.rivals)} == {
        "~USD 4000000000",
        "USD 1470000000",
        "USD >=500000000",
        "USD >=200000000",
    }


def test_the_seven_financing_events_are_there_with_their_investors(document):
    rounds = document.of_kind("round")
    assert len(rounds) == 7
    investors = {investment.relations["round"].ref for investment in document.of_kind("investment")}
    rumoured_or_debt = {"round/mistral-ai-2026-mid", "round/mistral-ai-2026-03"}
    assert {record.ref for record in rounds} - investors == rumoured_or_debt


def test_the_copy_and_its_original_are_both_listed(document):
    copies = [source for source in document.sources if source.canonical]
    assert copies
    assert all(document.source(source.canonical) for source in copies)


def test_the_organisations_that_it_names_have_pages_of_their_own(said, client):
    slugs = set(Release.objects.values_list("slug", flat=True))
    assert slugs == {"mistral-ai", "asml", "nvidia", "a16z", "ebbwright"}
    assert [fact for slug in slugs for fact in bare_facts(document_of(slug))] == []
    for slug in slugs - {"mistral-ai", "ebbwright"}:
        assert f"/companies/{slug}/" in links(client, "mistral-ai")
        assert any(href.startswith("/companies/mistral-ai/#round-") for href in links(client, slug))
    assert list(breaks()) == []


@pytest.mark.parametrize(
    ("query", "slug"), [("a16z", "a16z"), ("andreessen", "a16z"), ("NVIDIA", "nvidia")]
)
def test_they_are_found_by_their_other_names(said, client, query, slug):
    page = client.get("/", {"q": query}).content.decode()
    assert f'<a href="/companies/{slug}/">' in page
    assert page.count("<h2>") == 1


def test_an_investor_that_is_a_partner_too_shows_both(said):
    document = document_of("asml")
    [investment], [party] = document.of_kind("investment"), document.of_kind("party")
    assert investment.value("part") == "lead"
    assert investment.value("amount") == "EUR 1300000000"
    assert investment.relations["round"].when == "2025-09"
    assert investment.relations["company"].ref == "company/mistral-ai"
    assert party.value("part") == "partner"


def test_it_is_refused_in_a_deployment(settings):
    settings.DEBUG = False
    before = get_user_model().objects.count()
    with pytest.raises(CommandError, match="DEBUG=1"):
        call_command("demo", "--no-server")
    assert get_user_model().objects.count() == before
