"""The numbers of the four documents against what the demo holds of them."""

import json
from decimal import Decimal

import pytest

from profiles.values.quantities import Quantity
from tests.coverage.published import Published
from tests.fixtures.test_mistral_fixture import SEEDS, with_documents

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def documents() -> dict[str, str]:
    return {path.name[:3]: path.read_text(encoding="utf-8") for path in SEEDS.glob("0*")}


@with_documents
def test_the_articles_51_links_are_origins(mistral: Published, documents: dict[str, str]):
    body = json.loads(documents["003"])["body_md"]
    links = ["http" + link.partition(")")[0] for link in body.split("](http")[1:]]
    assert (len(links), len(set(links))) == (51, 50)
    behind = {mistral.source(c.origin).url for c in mistral.every_citation() if c.origin}
    assert behind - {""} == set(links)


@with_documents
def test_the_articles_record(mistral: Published, documents: dict[str, str]):
    record, article = json.loads(documents["003"]), mistral.source("wpnews-copy")
    assert (len(record["topics"]), len(record["entities"]), len(record["alternates"])) == (5, 8, 4)
    assert list(article.topics) == record["topics"]
    assert list(article.entities) == record["entities"]
    assert list(article.alternates) == list(record["alternates"].values())
    questions = [part for part in record["body_md"].split("\n\n") if part.endswith("?**")]
    assert len(questions) == 7


@with_documents
def test_the_tables_of_the_analysis(mistral: Published, documents: dict[str, str]):
    rows = [line for line in documents["002"].splitlines() if line.startswith("| ")]
    comparison, funding = rows[1:7], rows[8:]
    assert [len(part) for part in (comparison, funding)] == [6, 6]
    heads = {line.split(" | ")[0].removeprefix("| ") for line in comparison}
    cells = mistral.document.of_kind("cell")
    assert {cell.settings["row"] for cell in cells} == heads
    assert len(cells) + len(heads) == 24
    assert len(mistral.document.of_kind("round")) == len(funding) + 1


@with_documents
def test_the_questions_of_the_profile_page(mistral: Published, documents: dict[str, str]):
    lines = documents["000"].partition("Frequently Asked Questions\n")[2].splitlines()
    questions, answers = lines[::2], lines[1::2]
    assert [len(answer) for answer in answers] == [990, 1086, 1217, 1141, 1246, 1157, 1110, 1292]
    assert len(questions) <= len(mistral.document.of_kind("faq"))
    about = documents["000"].splitlines()[4]
    assert (len(about), len(documents["000"].splitlines()[1])) == (7164, 160)


def test_seven_financing_events(mistral: Published):
    dates = [record.value("date") for record in mistral.document.of_kind("round")]
    assert dates == ["2023-06", "2023-12", "2024-02", "2024-06", "2025-09", "2026-03", "2026-38"]


def test_the_six_completed_events_sum_to_the_printed_dollars(mistral: Published):
    rounds = [r for r in mistral.document.of_kind("round") if r.value("date") != "2026-38"]
    amounts = [
        r.value("amount") if r.value("amount").startswith("USD") else r.value("amount_converted")
        for r in rounds
    ]
    added = sum((Decimal(Quantity(amount).low or 0) for amount in amounts), Decimal(0))
    assert added == Decimal("4014300000")
    assert mistral.lacks("about $4,014,300,000 from 6 rounds") == []
