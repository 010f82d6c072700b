"""Archiving what a source says, and which facts lose their quote by it."""

from datetime import UTC, datetime, timedelta
from hashlib import sha256
from io import StringIO

import pytest
from django.core.exceptions import ValidationError
from django.core.management import CommandError, call_command
from django.utils import timezone

from profiles.models import Capture, Citation, QuoteCheck
from profiles.provenance.captures.archiving import capture
from profiles.provenance.quotes.verdicts import Verdict, drifted
from tests.factories import a_claim, a_company, a_source, rule

pytestmark = pytest.mark.django_db

FIRST = "Acme was founded in April 2019. It raised €385 million."
SECOND = "Acme was founded in April 2019. It raised €400 million."
TODAY = timezone.now()


@pytest.fixture
def source():
    """With two accepted facts that rest on its first edition, and one without a quote."""
    source = a_source(text=FIRST)
    company = a_company(founded="2019-04", total_funding="EUR 385000000", headquarters="Paris")
    for fact, quote in (
        ("founded", "founded in April 2019"),
        ("total_funding", "raised €385 million"),
        ("headquarters", ""),
    ):
        rule(a_claim(company, fact, source=source, quote=quote))
    return source


def gone() -> list[Verdict]:
    return drifted(Citation.objects.with_checks())


def later(days: int = 1) -> datetime:
    return TODAY + timedelta(days=days)


def test_a_later_edition_is_checked_for_every_quote(source):
    done = capture(source=source, content=SECOND, edition="2", seen_at=later())
    assert done.is_new
    assert done.counts == {"exact": 1, "missing": 1}
    assert done.summary == "2 quotes: 1 exact, 1 missing; 1 citation without a quote"
    assert (done.capture.text, done.capture.depth) == (SECOND, "full")
    assert done.capture.sha256 == sha256(SECOND.encode()).hexdigest()


def test_only_what_was_there_and_is_gone_has_drifted(source):
    done = capture(source=source, content=SECOND, seen_at=later())
    (citation,) = done.drifted
    assert (citation.claim.fact, citation.exact) == ("total_funding", "raised €385 million")
    [verdict] = gone()
    assert verdict.citation == citation
    assert (verdict.latest.capture, verdict.latest.says) == (done.capture, "disagrees")


def test_what_comes_back_has_not_drifted(source):
    capture(source=source, content="Gone.", seen_at=later())
    assert len(gone()) == 2
    done = capture(source=source, content=FIRST + " Again.", seen_at=later(2))
    assert done.drifted == []
    assert gone() == []


@pytest.mark.parametrize(
    "spare",
    [
        lambda: Citation.objects.update(stance="context"),
        lambda: Citation.objects.get(exact__contains="385").claim.delete(),
    ],
)
def test_only_support_of_what_is_accepted_drifts(source, spare):
    spare()
    assert capture(source=source, content=SECOND, seen_at=later()).drifted == []


def test_what_an_excerpt_lacks_is_not_gone(source):
    done = capture(source=source, content=SECOND, depth="excerpt", seen_at=later())
    assert done.counts["missing"] == 1
    assert done.drifted == []
    assert gone() == []


def test_what_was_never_found_cannot_vanish(source):
    Citation.objects.filter(exact__contains="385").update(exact="raised €386 million")
    done = capture(source=source, content=SECOND, seen_at=later())
    assert done.counts["missing"] == 1
    assert done.drifted == []


def test_an_older_edition_concerns_no_later_citation(source):
    done = capture(source=source, content="Older.", seen_at=later(-100))
    assert done.summary == "No quotes to look for; 1 citation without a quote"


def test_the_same_bytes_are_kept_once(source):
    one = capture(source=source, content=SECOND, seen_at=later())
    two = capture(source=source, content=SECOND, seen_at=later(2))
    assert (two.is_new, two.capture) == (False, one.capture)
    assert two.summary == one.summary
    assert Capture.objects.count() == 2


def test_the_bytes_of_a_capture_without_text_were_seen_when_it_was():
    seen_at = datetime(2026, 7, 4, tzinfo=UTC)
    source = a_source("herald")
    Capture.objects.create(
        source=source, edition="july", seen_at=seen_at, sha256=sha256(FIRST.encode()).hexdigest()
    )
    done = capture(source=source, content=FIRST.encode())
    assert (done.capture.edition, done.capture.seen_at) == ("july (2)", seen_at)


def test_a_copy_of_it_is_looked_at_too(source):
    copy = a_source("copy", text="Nothing.", canonical=source)
    claim = a_claim(a_company("other"), "name", "Other", source=copy, quote="ten thousand")
    assert claim.citations.get().checks.get().outcome == "missing"
    capture(source=source, content="Now ten thousand.", seen_at=later())
    assert claim.citations.get().checks.get().outcome == "elsewhere"


@pytest.mark.parametrize(
    ("columns", "says"),
    [
        ({"content": ""}, "no text"),
        ({"content": "x" * 20_000_000}, "excerpt"),
        ({"content": "x", "depth": "none"}, "full, excerpt, stub"),
        ({"content": "x", "edition": "1"}, "a capture of this edition already"),
        ({"content": "x", "edition": "e" * 61}, "60"),
    ],
)
def test_what_is_refused_leaves_nothing_behind(source, columns, says):
    with pytest.raises(ValidationError) as refusal:
        capture(source=source, **columns)
    assert says in " ".join(refusal.value.messages)
    assert Capture.objects.count() == 1


def test_a_day_with_two_captures_has_two_editions(source):
    for text in ("One.", "Two."):
        capture(source=source, content=text, seen_at=datetime(2030, 1, 2, tzinfo=UTC))
    assert list(source.captures.values_list("edition", flat=True))[1:] == [
        "2030-01-02",
        "2030-01-02 (2)",
    ]


# --- the command ------------------------------------------------------------------------------


def command(*arguments: str) -> str:
    out = StringIO()
    call_command("capture_source", *arguments, "--user", "erin", stdout=out)
    return out.getvalue()


def test_the_command_says_what_it_found(source, tmp_path):
    file = tmp_path / "page.html"
    file.write_text("<html><p>Acme was founded in <b>April</b>\u00a02019.</p></html>")
    said = command("gazette", str(file), "--edition", "web")
    assert "gazette@web: 2 quotes: 0 exact, 1 normalised (white space), 1 missing" in said
    assert "No longer there: “raised €385 million”" in said
    assert "it was archived before" in command("gazette", str(file))
    assert QuoteCheck.objects.filter(capture__edition="web").count() == 2


def test_the_command_refuses_in_a_sentence(source, tmp_path):
    file = tmp_path / "empty.txt"
    file.touch()
    for arguments, says in (
        (("nowhere", str(file)), "No source has the key “nowhere”"),
        (("gazette", str(file)), "no text"),
        (("gazette", str(tmp_path / "none")), "cannot be read"),
    ):
        with pytest.raises(CommandError, match=says):
            command(*arguments)
