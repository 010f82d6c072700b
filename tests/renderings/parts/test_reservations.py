"""What a source says against relying on it stands where its figures are."""

from tests.documents import a_document, a_fact, a_record, a_source, an_amount
from tests.renderings.sections import part, section, shown

CAREFUL = a_source("careful", disclaimer="Figures are estimates.")


def a_metric(key, *sources):
    return a_record("metric", key, a_fact("measure", "Sales"), an_amount("value", "9", *sources))


def document_with(*records):
    return a_document(*records, sources=[CAREFUL])


def test_once_for_a_section_however_many_figures():
    document = document_with(a_metric("one", "careful"), a_metric("two", "careful"))
    assert section("figures", document).count("Figures are estimates.") == 1


def test_it_names_the_source_and_leads_to_it():
    document = document_with(a_metric("one", "report", "careful"))
    said = "With reservation | Figures from “Report careful” — Figures are estimates."
    assert said in section("figures", document)
    assert part("figures", document).marks[-1] == "#n2"


def test_a_source_without_figures_there_is_not_mentioned():
    round_ = a_record("round", "r", a_fact("label", "Seed", "careful"))
    document = document_with(a_metric("one", "report"), round_)
    assert "estimates" not in section("figures", document)
    assert "estimates" not in section("funding", document)


def test_funding_and_figures_both_have_theirs_in_every_format():
    for name in ("html", "md", "txt"):
        text = " ".join(shown(name).split())
        assert "— Converted at the rate of an unknown day." in text
        assert "— Unaudited, and likely to change." in text
    assert "Converted at" in section("funding")
    assert "Unaudited" in section("figures")
