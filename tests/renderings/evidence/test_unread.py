"""What rests on a page that nobody read says so at the value, in every reading format."""

import pytest
from msgspec.structs import replace

from profiles.models import Source
from profiles.renderings.evidence.unread import UNREAD, is_of_an_address
from tests.documents import a_document, a_fact, a_source
from tests.renderings.evidence.test_notes import READING, shown

ADDRESS = "from an unread page’s address"
PAGE = "from a page that was not read"
NAMED = a_source("named", kind=UNREAD)


def said_of(name: str, *citations: str, origin: str = "", stance: str = "supports") -> str:
    fact = a_fact("motto", "Onwards", *citations)
    first, *others = fact.claim.citations
    cited = (replace(first, origin=origin, stance=stance), *others)
    company = (replace(fact, claim=replace(fact.claim, citations=cited)),)
    return shown(name, a_document(company=company, sources=(NAMED,)))


def test_the_kind_is_called_as_the_document_calls_it():
    assert Source.Kind.NAMED.label == UNREAD


@pytest.mark.parametrize(
    ("quote", "expected"),
    [
        ("techcrunch.com/2024/10/16/mistral-releases-new-ai-models", True),
        ("https://example.org/news/acme", True),
        ("mistral-ai-raises-830-million-in-debt-for-nvidia-powered", True),
        ("2025%2B06-juin%2B17-frieden-mistral-ai", True),
        ("In June 2023, just one month after", False),
        ("state-of-the art", False),
        ("open-weight", False),
        ("Node.js", False),
        ("", False),
    ],
)
def test_what_is_an_address(quote, expected):
    assert is_of_an_address(quote) == expected


@pytest.mark.parametrize("name", READING)
class TestAtTheValue:
    def test_an_address_alone(self, name):
        said = said_of(name, "report|line 1|acme-raises-a-million-at-last", origin="named")
        assert ADDRESS in said

    def test_a_page_that_is_only_named(self, name):
        assert PAGE in said_of(name, "named|title|Acme raises a million")

    def test_words_of_a_page_that_was_read(self, name):
        said = said_of(name, "report|line 1|Acme raises a million, as told", origin="named")
        assert ADDRESS not in said
        assert PAGE not in said

    def test_one_page_that_was_read_is_enough(self, name):
        said = said_of(
            name,
            "report|line 1|acme-raises-a-million-at-last",
            "report|line 2|Acme raises a million",
            origin="named",
        )
        assert ADDRESS not in said

    def test_context_is_no_support(self, name):
        said = said_of(name, "report|1|Acme raises a million", "named|title|Acme", stance="context")
        assert PAGE in said
