"""Coverage, A: sources and citations (items 1 to 14)."""

import pytest
from django.utils import timezone

from profiles.models import Capture, Source
from profiles.models.history import acting
from profiles.provenance.claims.assert_and_cite import cite
from profiles.provenance.quotes.matching import FoldedText
from profiles.provenance.sources.standing import twins
from profiles.provenance.sources.witnesses import witnesses
from tests.coverage.published import Published, published
from tests.factories import a_cited_profile, a_claim, a_release, a_source, person, rule

pytestmark = pytest.mark.django_db

ARTICLE, ORIGINAL = "wpnews-copy", "techcrunch-mistral-explainer"
ANALYSIS, PROFILE, ESSAY = "weidemann-analysis", "startup-profile", "open-models-essay"
SUMMARY = "wpnews-summary"


def test_01_a_source_may_lack_everything_but_its_key(mistral: Published):
    essay = mistral.source(ESSAY)
    assert (essay.author, essay.publisher, essay.url, essay.published) == ("", "", "", "")
    bare = a_source("letter", title="", publisher="", url="", language="", kind="other")
    bare.full_clean()
    company = a_cited_profile(tagline="Anvils")
    rule(a_claim(company, "tagline", source=bare, quote="anvils"))
    shown = published(a_release(company))
    assert shown.source("letter").url == ""
    assert shown.lacks("Anvils", "“anvils”") == []
    assert mistral.lacks("names neither title, author, publisher, address nor date") == []


def test_02_a_copy_points_to_its_original(mistral: Published):
    copy = mistral.source(ARTICLE)
    assert copy.canonical == ORIGINAL
    assert copy.url != mistral.source(ORIGINAL).url
    assert mistral.lacks("Copy of", mistral.source(ORIGINAL).url) == []


def test_02_both_count_as_one_witness():
    wire = a_source("wire")
    assert witnesses([wire, a_source("reprint", canonical=wire)]) == 1


def test_03_dates_of_a_source_are_as_precise_as_they_are(mistral: Published):
    original, copy = mistral.source(ORIGINAL), mistral.source(ARTICLE)
    assert (original.published, original.updated) == ("2025-02-28", "2026-07-04")
    assert (copy.published, copy.as_of) == ("2026-07-04", "2026-07")
    assert mistral.source(PROFILE).as_of == "2026-05"
    assert mistral.source(ESSAY).as_of == "2024-38"
    assert mistral.lacks("4 July 2026, updated 4 July 2026", "Speaks of: May 2026") == []
    assert mistral.lacks("2026-07-04 16:01:03.362957+00:00", "Speaks of: mid-2024") == []
    assert mistral.lacks("28 February 2025, updated 4 July 2026", within=("sources",)) == []


def test_04_a_citation_is_tied_to_an_edition(mistral: Published):
    assert {c.edition for c in mistral.every_citation() if c.source == ARTICLE} == {"2026-07-04"}
    company, page = a_cited_profile(tagline="Anvils"), a_source("page")
    claim = a_claim(company, "tagline", source=page, quote="anvils", locator="line 1")
    with acting(by=person("erin")):
        later = Capture.objects.create(source=page, edition="2", seen_at=timezone.now())
        cite(claim=claim, source=page, capture=later, quote="anvils", locator="line 2")
    rule(claim)
    shown = published(a_release(company))
    assert {c.edition for c in shown.claims("company/acme", "tagline")[0].citations} == {"1", "2"}
    assert shown.lacks("(line 1, 1)", "(line 2, 2)") == []


def test_05_topics_entities_and_other_forms_are_kept(mistral: Published):
    article = mistral.source(ARTICLE)
    assert (len(article.topics), len(article.entities), len(article.alternates)) == (5, 8, 4)
    words = ("Topics: large-language-models, ai-startups", "Station F, Forge, Le Chat")
    assert mistral.lacks(*words, *article.alternates) == []
    assert mistral.lacks(*words, within=("sources",)) == []


def test_06_an_aggregators_summary_is_a_source_of_its_own(mistral: Published):
    summary = mistral.source(SUMMARY)
    assert summary.kind == Source.Kind.SUMMARY.label
    assert (summary.canonical, summary.derived_from) == ("", ARTICLE)
    raise_, shown = "round/mistral-ai-2026-mid", "USD 3500000000"
    said = {
        c.value: {each.source for each in c.citations} for c in mistral.claims(raise_, "amount")
    }
    assert said[shown] == {SUMMARY}
    assert SUMMARY not in said["~USD 3500000000"]
    assert mistral.lacks("Summary above the copied article", "Summary by an aggregator") == []


def test_07_a_citation_has_locator_and_verbatim_excerpt(mistral: Published):
    cited = list(mistral.every_citation())
    assert len(cited) > 1000
    assert [c for c in cited if not (c.locator and c.quote and c.edition)] == []
    for locator in ("paragraph 27", "FAQ 4", "fact line", "summary", "introduction, paragraph 1"):
        assert mistral.lacks(f"({locator})") == []
    assert mistral.lacks("Mistral AI and OpenAI table, row “Deployment”") == []


def test_08_a_value_has_several_citations_also_of_one_source(mistral: Published):
    founded = mistral.claims("company/mistral-ai", "founded")[0]
    assert {c.source for c in founded.citations} == {PROFILE}
    assert len({c.locator for c in founded.citations}) >= 3
    assert mistral.lacks(*(f"“{c.quote}” ({c.locator})" for c in founded.citations)) == []


def test_09_the_source_behind_a_source_is_named(mistral: Published):
    total = mistral.claims("company/mistral-ai", "total_funding")[0]
    behind = {c.source: c.origin for c in total.citations}
    assert behind == {ARTICLE: "crunchbase-mistral-ai", ANALYSIS: "crunchbase-named"}
    named = {c.origin for c in mistral.every_citation() if c.origin}
    assert len([key for key in named if mistral.source(key).url]) == 50
    assert mistral.lacks("Names: Crunchbase’s entry on the company (paragraph 26") == []
    assert mistral.lacks(*(mistral.source(key).url for key in named)) == []
    words = f"Named by: {mistral.source(ARTICLE).title} (paragraph 26"
    assert mistral.lacks(words, within=("sources",)) == []


def test_10_a_source_may_be_named_without_a_link_or_a_name(mistral: Published):
    for key in ("bloomberg-billionaires", "crunchbase-named", "mensch-post-named"):
        assert mistral.source(key).url == ""
        assert mistral.source(key).publisher
    anonymous = mistral.source("sources-of-2023")
    assert (anonymous.url, anonymous.publisher, anonymous.author) == ("", "", "")
    said = [f"Names: {mistral.source(key).title}" for key in ("sources-of-2023", "reports-of-2025")]
    assert mistral.lacks(*said, "On the first billionaires of AI research in France") == []
    assert mistral.lacks("They cannot be read.", within=("sources",)) == []


def test_11_an_excerpt_is_found_exactly_or_but_for_typography():

    text = FoldedText("a “mix” of [equity](https://x.org) and\u00a0debt, on\u2011prem")
    assert text.find("a “mix” of").rules == ()
    for quote in ('"mix" of equity', "and debt", "on-prem"):
        assert text.find(quote).rules
    assert text.find("a mix of debt") is None


def test_12_addresses_stay_as_they_were_given(mistral: Published):
    given = {key: mistral.source(key).url for key in ("mistral-compute-fr", "cnbc-chips")}
    assert given["mistral-compute-fr"].startswith("http://")
    assert "?taid=" in given["cnbc-chips"]
    encoded = mistral.source("luxembourg-partnership").url
    assert "%2B" in encoded
    assert {source.language for source in mistral.document.sources} >= {"en", "fr"}
    assert mistral.lacks(*given.values(), encoded) == []
    assert mistral.lacks("Language: French", within=("sources",)) == []


def test_12_duplicates_are_found_by_the_address_in_one_form():
    given = "http://Example.org/a%2Fb/?utm_source=share#top"
    first, second = (
        a_source("first", url=given),
        a_source("second", url="https://example.org/a%2fb"),
    )
    assert first.url == given
    assert twins(second) == [first]


def test_13_what_only_an_address_suggests_is_marked_not_read(mistral: Published):
    hinted = [s for s in mistral.document.sources if "The address suggests" in s.note]
    assert len(hinted) >= 20
    assert all("not read" in source.note and not source.published for source in hinted)
    assert (
        mistral.lacks("The address suggests 17 February 2026; not read", within=("sources",)) == []
    )
    koyeb = mistral.fact("deal/mistral-ai-koyeb", "date")
    assert koyeb.value == "2026-02"
    assert mistral.lacks("techcrunch.com/2026/02/17/mistral-ai-buys-koyeb") == []


def test_14_a_source_that_follows_another_says_so(mistral: Published):
    assert mistral.source(ANALYSIS).derived_from == ORIGINAL
    words = f"Follows the material of: {mistral.source(ORIGINAL).title}"
    assert mistral.lacks(words, "not counted as an independent witness") == []
    assert mistral.lacks(words, within=("sources",)) == []
