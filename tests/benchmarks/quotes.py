"""Re-checking 10,000 quotes against 200 captures of 20 kB, on one core."""

import random

from django.core.management import call_command
from django.utils import timezone

from profiles.models import Capture, Citation, Claim, Company, Source
from profiles.provenance.quotes.matching import FoldedText
from profiles.provenance.quotes.stated_value import ClaimedValue, states_value
from profiles.provenance.quotes.verification import verify
from profiles.values import Quantity
from tests.benchmarks import Measure, share_of, timed

CAPTURES = share_of(200)
QUOTES_EACH = 50
COUNT = CAPTURES * QUOTES_EACH
WORDS = ["the", "company", "raised", "funding", "while", "its", "“models”", "grew", "–", "we’re"]
GOAL = "goal: 5,000/s"


def a_text(chance: random.Random) -> tuple[str, list[str]]:
    """20 kB of prose, and quotes of it; every fourth has straight quotes, every tenth is gone."""
    sentences = []
    for number in range(QUOTES_EACH):
        words = " ".join(chance.choices(WORDS, k=60))
        sentences.append(
            f"{words} In 2023 “round {number}” raised €{chance.randint(10, 900)} million."
        )
    quotes = [sentence[-45:-1] for sentence in sentences]
    quotes[::4] = [quote.replace("“", '"').replace("”", '"') for quote in quotes[::4]]
    quotes[::10] = [quote.replace("raised", "lost") for quote in quotes[::10]]
    return "\n".join(sentences), quotes


def measures() -> list[Measure]:
    chance = random.Random(1)
    texts = [a_text(chance) for _ in range(CAPTURES)]
    value = ClaimedValue(Quantity("EUR 385000000"))
    call_command("migrate", verbosity=0)
    citations = rows(texts)

    def word_for_word() -> None:
        for text, quotes in texts:
            for quote in quotes:
                text.find(quote)

    def find() -> None:
        for text, quotes in texts:
            folded = FoldedText(text)
            for quote in quotes:
                folded.find(quote)

    def find_and_read() -> None:
        find()
        for _, quotes in texts:
            for quote in quotes:
                states_value(quote, value)

    return [
        timed("str.find alone: neither typography nor values", word_for_word, count=COUNT),
        timed("quotes found, fold included", find, count=COUNT, goal=GOAL),
        timed("… and their figures read and compared", find_and_read, count=COUNT, goal=GOAL),
        timed(
            "… out of the database and back: verify()",
            lambda: verify(citations),
            count=COUNT,
            goal=GOAL,
        ),
    ]


def rows(texts: list[tuple[str, list[str]]]) -> list[Citation]:
    company = Company(name="Acme")
    company.save()
    claims = Claim.objects.bulk_create(
        Claim(record=company.record, fact="total_funding", value=f"EUR {number}000000")
        for number in range(1, QUOTES_EACH + 1)
    )
    sources = Source.objects.bulk_create(Source(key=f"s{number}") for number in range(CAPTURES))
    captures = Capture.objects.bulk_create(
        Capture(
            source=source, edition="1", seen_at=timezone.now(), text=text, depth="full", sha256="0"
        )
        for source, (text, _) in zip(sources, texts, strict=True)
    )
    return Citation.objects.bulk_create(
        Citation(claim=claim, capture=capture, exact=quote)
        for capture, (_, quotes) in zip(captures, texts, strict=True)
        for claim, quote in zip(claims, quotes, strict=True)
    )
