"""Each quote against the captures of its source: one row per citation and capture."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from profiles.models import Capture, Citation, QuoteCheck, Source
from profiles.provenance.claims.assert_and_cite import amend, assert_value, cite
from profiles.provenance.quotes.verification import verify
from tests.factories import a_claim, a_company, a_source

pytestmark = pytest.mark.django_db

TEXT = "Acme was founded in April 2019. It “raised” €385\u00a0million."
LONG_AGO = timezone.now() - timedelta(days=400)


@pytest.fixture
def acme():
    return a_company("acme")


def captured(source: Source, edition: str, text: str = "", *, days: int = 0, **columns) -> Capture:
    """Seen so many days after the source's first capture."""
    seen_at = timezone.now() + timedelta(days=days)
    return Capture.objects.create(
        source=source, edition=edition, seen_at=seen_at, text=text, **columns
    )


def bare(key: str = "gazette", **columns) -> Source:
    """A source that nobody captured."""
    return Source.objects.create(key=key, title=key, **columns)


def cited(acme, quote: str, *, source: Source, value="EUR 385000000", **columns) -> Citation:
    claim = assert_value(record=acme.record, fact="total_funding", value=value)
    return cite(claim=claim, source=source, quote=quote, **columns)


def outcomes(citation: Citation) -> dict[str, tuple[str, str]]:
    """By edition: what was found, and what the quote says."""
    return {
        f"{check.capture.source.key}@{check.capture.edition}": (check.outcome, check.says)
        for check in citation.checks.select_related("capture__source")
    }


@pytest.mark.parametrize(
    ("quote", "value", "outcome", "rules", "says"),
    [
        ("€385\u00a0million", "EUR 385000000", "exact", "", "agrees"),
        ("“raised” €385\u00a0million", "EUR 400000000", "exact", "", "disagrees"),
        ("founded in April", "EUR 385000000", "exact", "", "absent"),
        ('"raised" €385 million', "EUR 385000000", "normalised",
         "quotation marks, white space", "agrees"),
        ("raised nothing at all", "EUR 385000000", "missing", "", "absent"),
        ("\"raised\" €400 million", "EUR 400000000", "missing", "", "disagrees"),
    ],
)  # fmt: skip
def test_a_citation_is_checked_when_it_is_made(acme, quote, value, outcome, rules, says):
    citation = cited(acme, quote, value=value, source=a_source(text=TEXT))
    check = citation.checks.get()
    assert (check.outcome, check.rules, check.says) == (outcome, rules, says)
    assert check.capture == citation.capture
    if outcome == "exact":
        assert TEXT[check.start : check.end] == quote


@pytest.mark.parametrize(
    ("text", "quote"), [("", "€385 million"), (TEXT, ""), (TEXT, "€3"), (TEXT, "\u200b")]
)
def test_what_cannot_be_checked_has_no_row(acme, text, quote):
    cited(acme, quote, source=a_source(text=text))
    assert not QuoteCheck.objects.exists()


def test_every_later_capture_is_looked_at_and_no_earlier_one(acme):
    source = bare()
    captured(source, "old", TEXT, days=-2)
    own = captured(source, "own", TEXT)
    captured(source, "empty", days=1)
    captured(source, "new", "Acme was founded. It “raised” €400\u00a0million.", days=2)
    captured(source, "newest", "Acme is gone.", days=3)
    citation = cited(acme, "“raised” €385\u00a0million", source=source, capture=own)
    assert outcomes(citation) == {
        "gazette@own": ("exact", "agrees"),
        "gazette@new": ("missing", "disagrees"),
        "gazette@newest": ("missing", "absent"),
    }


def test_found_in_another_capture_only(acme):
    source = bare()
    captured(source, "old", TEXT, days=-1)
    own = captured(source, "own", "Something else.")
    citation = cited(acme, "€385 million", source=source, capture=own)
    assert outcomes(citation) == {"gazette@own": ("elsewhere", "agrees")}


def test_found_in_a_copy_of_a_copy_or_in_the_original(acme):
    original = bare("original")
    middle = bare("middle", canonical=original)
    last = bare("last", canonical=middle)
    captured(original, "1", "Nothing.")
    captured(last, "1", TEXT)
    for source in (original, last):
        citation = cited(acme, "€385 million", source=source, locator=source.key)
        wanted = ("elsewhere", "agrees") if source == original else ("normalised", "agrees")
        assert outcomes(citation) == {f"{source.key}@1": wanted}


def test_a_stranger_is_no_witness(acme):
    captured(bare("stranger"), "1", TEXT)
    source = a_source(text="Nothing.")
    assert outcomes(cited(acme, "€385 million", source=source)) == {
        "gazette@1": ("missing", "absent")
    }


def test_a_capture_of_the_same_bytes_counts_for_one_without_text(acme):
    source = bare()
    own = captured(source, "own", sha256="a" * 64)
    captured(source, "other", "Nothing.", days=-2, sha256="b" * 64)
    captured(source, "same", TEXT, days=-1, sha256="a" * 64)
    captured(source, "later", "Nothing.", days=1, sha256="c" * 64)
    citation = cited(acme, "€385 million", source=source, capture=own)
    assert outcomes(citation) == {
        "gazette@same": ("normalised", "agrees"),
        "gazette@later": ("missing", "absent"),
    }


def test_without_any_text_of_its_own_later_captures_count(acme):
    source = bare()
    own = captured(source, "own")
    captured(source, "earlier", TEXT, days=-1)
    citation = cited(acme, "€385 million", source=source, capture=own)
    assert outcomes(citation) == {}
    captured(source, "later", TEXT, days=1)
    verify([citation])
    assert outcomes(citation) == {"gazette@later": ("normalised", "agrees")}


def test_again_is_the_same_and_dated_anew(acme):
    citation = cited(acme, "€385 million", source=a_source(text=TEXT))
    QuoteCheck.objects.update(checked_at=LONG_AGO)
    before = QuoteCheck.objects.values().get()
    verify([citation])
    after = QuoteCheck.objects.values().get()
    assert after.pop("checked_at") > before.pop("checked_at")
    assert after == before


def test_what_was_wrong_is_corrected_and_what_is_void_goes(acme):
    citation = cited(acme, "€385 million", source=a_source(text=TEXT))
    QuoteCheck.objects.update(outcome="missing", start=None, end=None)
    verify([citation])
    assert outcomes(citation) == {"gazette@1": ("normalised", "agrees")}
    Citation.objects.update(exact="")
    verify([citation])
    assert outcomes(citation) == {}


def test_another_wording_is_compared_anew(acme):
    citation = cited(acme, "founded in April", source=a_source(text=TEXT))
    assert citation.checks.get().says == "absent"
    amend(claim=citation.claim, printed="founded in April", as_of="", status="reported")
    assert citation.checks.get().says == "agrees"


def test_surroundings_choose_the_place(acme):
    source = a_source(text="First: €5 million here. Then: €5 million there.")
    claim = a_claim(acme, "total_funding", "EUR 5000000", source=source)
    citation = Citation.objects.create(
        claim=claim, capture=source.latest_capture, exact="€5 million", prefix="Then: "
    )
    verify([citation])
    assert citation.checks.get().start == 30


def test_many_citations_take_as_many_queries_as_one(acme):
    for number in range(40):
        source = a_source(f"gazette-{number}", text=TEXT)
        cited(acme, "€385 million", source=source, value=f"EUR {number + 1}")
    citations = list(Citation.objects.all())
    QuoteCheck.objects.all().delete()

    def queries(some: list[Citation]) -> int:
        with CaptureQueriesContext(connection) as context:
            verify(some)
        return len(context)

    assert queries(citations[1:]) == queries(citations[:1]) <= 10
    assert QuoteCheck.objects.count() == 40
