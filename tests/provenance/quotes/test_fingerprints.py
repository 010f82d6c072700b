"""Whether a quote stands in a text that is not kept, told by its fingerprint."""

import random

import pytest
from django.core.exceptions import ValidationError
from django.core.management import CommandError, call_command
from hypothesis import given
from hypothesis import strategies as st

from profiles.document.seal import canonical
from profiles.document.snapshot import snapshot
from profiles.models import Capture, QuoteCheck
from profiles.provenance.captures.archiving import capture
from profiles.provenance.claims.assert_and_cite import amend
from profiles.provenance.quotes.fingerprints import LENGTH, WINDOW, Fingerprint, words_of
from profiles.provenance.quotes.lookup import SourceTexts
from profiles.provenance.quotes.stated_value import claimed_value
from tests.factories import a_cited_profile, a_claim, a_source, rule

TEXT = (
    "Acme, founded in April 2023[1] by three researchers, raised €385 million in its Series A - "
    "some 1,150 people work in its Paris-based office, 12 345 in all. Growth fell by -5 % in a "
    "well-\nknown com-\npany; see [its page](https://example.org/2024/acme-raises-a-million) too."
)
KNOWN = Fingerprint.of(TEXT)
FOUND, LACKING, UNTOLD = True, False, None


@pytest.mark.parametrize(
    ("quote", "before", "after", "expected"),
    [
        ("founded in April 2023 by three researchers", "", "", FOUND),
        ("founded in April 2023[1] by three researchers,", "", "", FOUND),
        ("“raised €385 million in its Series A”", "", "", FOUND),
        ("people work in its Paris‑based office", "", "", FOUND),
        ("in a well-known company; see", "", "", LACKING),  # each way of dividing, but not both
        ("fell by -5 % in a well-known", "", "", FOUND),
        ("known company; see its page too", "", "", LACKING),
        ("see its page too", "company;", "", FOUND),
        ("founded in April 2024 by three researchers", "", "", LACKING),
        ("founded in May 2023 by three researchers", "", "", LACKING),
        ("raised €385 million in its Series B", "", "", LACKING),
        ("raised €38 million in its Series A", "", "", LACKING),
        ("150 people work in its Paris-based office", "", "", LACKING),
        ("345 in all. Growth fell by", "", "", LACKING),
        ("Growth fell by 5 % in a", "", "", LACKING),
        ("by three researchers, founded in April 2023", "", "", LACKING),
        ("acme, founded in April 2023", "", "", LACKING),
        ("€385 million", "", "", UNTOLD),
        ("€385 million", "researchers, raised", "in its", FOUND),
        ("€385 million", "researchers raised", "in", FOUND),
        ("€385 million", "researchers, lost", "in its", LACKING),
        ("€38 million", "researchers, raised", "in its", LACKING),
        ("raised €385 million … Series A", "", "", UNTOLD),
        ("acme-raises-a-million", "", "", UNTOLD),
        ("example.org/2024/acme-raises-a-million", "", "", FOUND),
        ("example.org/2023/acme-raises-a-million", "", "", LACKING),
        ("", "", "", UNTOLD),
        ("…", "", "", UNTOLD),
    ],
)
def test_what_it_tells(quote, before, after, expected):
    assert KNOWN.holds(quote, before, after) is expected


def test_it_can_be_kept_and_made_again():
    assert Fingerprint.read(str(KNOWN)) == KNOWN == Fingerprint.of(TEXT, KNOWN.salt)
    other = Fingerprint.of(TEXT)
    assert other.salt != KNOWN.salt
    assert not other.windows & KNOWN.windows


def test_it_has_no_word_of_the_text_and_no_order():
    kept = str(KNOWN)
    assert [word for word in words_of(TEXT) if len(word) > 4 and word in kept] == []
    hashes = sorted(KNOWN.windows)
    assert kept.count("==") <= 1
    assert all(len(each) == LENGTH for each in hashes)
    assert Fingerprint.read(kept).windows == set(hashes)


@pytest.mark.parametrize(
    "damaged",
    ["", "{}", "[1]", "null", '{"salt": "00", "words": 1, "windows": ""}', str(KNOWN)[:-9] + '"}'],
)
def test_what_is_no_fingerprint(damaged):
    with pytest.raises(ValueError, match=r"."):
        Fingerprint.read(damaged)


def test_its_parts_are_the_whole():
    first, *others = KNOWN.parts(10)
    assert all(len(each.windows) <= 10 for each in (first, *others))
    for other in others:
        first = first.joined(other)
    assert first == KNOWN
    with pytest.raises(ValueError, match="two"):
        first.joined(Fingerprint.of("Another text of more than five words."))


WORDS = ["the", "a", "of", "firm", "round", "euros", "million", "raised", "founded", "Paris"]
WORDS += ["not", "no", "€5", "12%", "Q3", "2023", "new", "its"]
LONG = " ".join(random.Random(5).choices(WORDS, k=3000))
LONGER = Fingerprint.of(LONG)


def runs(words: list[str]) -> set[tuple[str, ...]]:
    return {tuple(words[at : at + WINDOW]) for at in range(len(words) - WINDOW + 1)}


IN_TEXT = runs(LONG.split())


@given(
    st.integers(0, 2980),
    st.integers(WINDOW, 15),
    st.sampled_from(["shuffled", "altered", "left out", "kept"]),
    st.randoms(use_true_random=False),
)
def test_a_quote_is_found_if_and_only_if_each_five_of_its_words_stand_there(
    at, length, change, chance
):
    """Over a vocabulary of 18 words, where by far the most five of them are not in the text."""
    words = LONG.split()[at : at + length]
    place = chance.randrange(len(words))
    if change == "shuffled":
        chance.shuffle(words)
    elif change == "altered":
        words[place] = chance.choice(WORDS)
    elif change == "left out":
        words = [*words, "end"] if len(words) == WINDOW else words[:place] + words[place + 1 :]
    assert LONGER.holds(" ".join(words)) is (runs(words) <= IN_TEXT)


def test_without_the_windows_that_overlap_what_was_put_together_would_be_found():
    """The control: two true halves in a wrong order."""
    halves = "raised €385 million in its founded in April 2023 by"
    assert KNOWN.holds(halves) is False
    assert KNOWN.holds("raised €385 million in its") is True
    assert KNOWN.holds("founded in April 2023 by") is True


@pytest.mark.django_db
class TestCapturesByFingerprint:
    QUOTE = "raised €385 million in its Series A"

    @pytest.fixture
    def company(self):
        return a_cited_profile()

    def cited(self, company, quote=QUOTE, **around):
        source = a_source("herald")
        claim = a_claim(company, "headquarters", "Lyon, France", source=source, quote=quote)
        rule(claim)
        amend(claim.citations.get(), **around) if around else None
        company.refresh_from_db()
        return source

    def check(self, source):
        return QuoteCheck.objects.filter(capture__source=source, capture__depth="fingerprint")

    def test_the_text_is_not_kept(self, company):
        source = self.cited(company)
        done = capture(source=source, content=TEXT, depth="fingerprint")
        kept = Capture.objects.get(pk=done.capture.pk)
        assert (kept.text, kept.depth) == ("", "fingerprint")
        assert kept.sha256
        assert "385" not in str(Fingerprint.read(kept.fingerprint))

    def test_a_quote_is_found_by_it(self, company):
        source = self.cited(company)
        done = capture(source=source, content=TEXT, depth="fingerprint")
        assert done.summary == "1 quote: 0 exact, 1 fingerprint"
        check = self.check(source).get()
        assert (check.outcome, check.start, check.end) == ("fingerprint", None, None)

    def test_readers_are_told(self, company):
        source = self.cited(company)
        capture(source=source, content=TEXT, depth="fingerprint")
        document = snapshot(company)
        [citation] = document.company.fact("headquarters").claim.citations
        assert citation.check.words.startswith("found by fingerprint of the full text seen on ")
        [kept] = document.fingerprints
        assert kept.source == "herald"
        assert Fingerprint.of(TEXT, Fingerprint.read(kept.fingerprint).salt) == Fingerprint.read(
            kept.fingerprint
        )

    def test_a_quote_that_is_not_in_it_is_no_proof_that_it_is_gone(self, company):
        source = self.cited(company, "raised €38 million in its Series A")
        done = capture(source=source, content=TEXT, depth="fingerprint")
        assert done.drifted == []
        assert self.check(source).get().outcome == "missing"

    def test_a_short_quote_is_not_told_without_what_stands_around_it(self, company):
        source = self.cited(company, "€385 million")
        capture(source=source, content=TEXT, depth="fingerprint")
        assert not self.check(source).exists()
        [citation] = snapshot(company).company.fact("headquarters").claim.citations
        assert citation.check.outcome == "unchecked"

    def test_a_full_text_of_the_same_bytes_counts_more(self, company):
        source = self.cited(company)
        capture(source=source, content=TEXT, depth="fingerprint")
        capture(source=source, content=TEXT)
        outcomes = QuoteCheck.objects.filter(capture__source=source).values_list(
            "outcome", flat=True
        )
        assert "exact" in outcomes

    def test_the_same_document_is_kept_once(self, company):
        source = self.cited(company)
        first = capture(source=source, content=TEXT, depth="fingerprint")
        again = capture(source=source, content=TEXT, depth="fingerprint")
        assert (again.capture, again.is_new) == (first.capture, False)

    def test_before_it_is_cited_too(self, company):
        source = a_source("herald")
        capture(source=source, content=TEXT, depth="fingerprint")
        texts, said = SourceTexts.of(source), claimed_value("company", "headquarters", "Lyon", "")
        assert texts.look(self.QUOTE, said).outcome == "fingerprint"
        assert texts.look("raised €38 million in its Series A", said).outcome == "missing"
        assert texts.look("€385 million", said).why == "the quote is too short for a fingerprint"

    @pytest.mark.parametrize(
        "columns",
        [
            {"depth": "fingerprint"},
            {"depth": "fingerprint", "fingerprint": str(KNOWN)},  # without the hash of its bytes
            {"depth": "fingerprint", "fingerprint": str(KNOWN), "text": TEXT, "sha256": "a" * 64},
            {"depth": "none", "fingerprint": str(KNOWN), "sha256": "a" * 64},
        ],
    )
    def test_what_is_neither_text_nor_fingerprint_is_refused(self, columns):
        kept = Capture(source=a_source("herald"), edition="e", seen_at="2026-01-01", **columns)
        with pytest.raises(ValidationError):
            kept.full_clean()


@pytest.mark.django_db
class TestCommands:
    @pytest.fixture
    def article(self, tmp_path):
        file = tmp_path / "article.txt"
        file.write_text(TEXT)
        return file

    @pytest.fixture
    def release(self, tmp_path, article):
        company = a_cited_profile()
        source = a_source("herald")
        claim = a_claim(
            company,
            "headquarters",
            "Lyon, France",
            source=source,
            quote="raised €385 million in its",
        )
        rule(claim)
        call_command("capture_source", "herald", str(article), "--fingerprint", "--user", "erin")
        company.refresh_from_db()
        file = tmp_path / "release.json"
        file.write_bytes(b'{"document":' + canonical(snapshot(company)) + b"}")
        return file

    def test_a_stranger_with_the_article_holds_a_release_against_it(self, release, article, capsys):
        capsys.readouterr()
        call_command("verify_quotes", str(release), "herald", str(article))
        said = capsys.readouterr().out
        assert "the same, " in said
        assert "so are its bytes" in said
        assert "1 of 1 quotes stand in it." in said

    def test_another_article_is_told(self, release, tmp_path):
        other = tmp_path / "other.txt"
        other.write_text(TEXT.replace("385", "38"))
        with pytest.raises(CommandError, match="not what the release says"):
            call_command("verify_quotes", str(release), "herald", str(other))

    def test_what_it_cannot_read(self, release, article, tmp_path):
        for refused, words in (
            ([str(tmp_path / "none"), "herald", str(article)], "cannot be read"),
            ([str(article), "herald", str(article)], "no release"),
            ([str(release), "nobody", str(article)], "no source “nobody”"),
        ):
            with pytest.raises(CommandError, match=words):
                call_command("verify_quotes", *refused)
