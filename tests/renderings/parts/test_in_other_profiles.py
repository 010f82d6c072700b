"""What other profiles say of a company, and names that lead to their own pages."""

from dataclasses import replace

import msgspec
import pytest

from profiles.document.schema import Document, Record, Reference
from profiles.renderings import Edition, render
from tests.documents import (
    ACME,
    SITE,
    a_choice,
    a_claim,
    a_document,
    a_fact,
    a_record,
    an_amount,
    an_edition,
)
from tests.renderings.reading import read

ZENITH = ("company/zenith", "Zenith")


def dated(record: Record, relation: str, when: str) -> Record:
    relations = record.relations | {
        relation: msgspec.structs.replace(record.relations[relation], when=when)
    }
    return msgspec.structs.replace(record, relations=relations)


def an_investment(when: str = "2025-09", **facts: object) -> Record:
    record = a_record(
        "investment",
        "zenith-c-acme",
        a_choice("part", "lead", "Lead", "report|line 2|led by", label="Part", **facts),
        an_amount("amount", "EUR 1300000000", "report|line 3|€1.3 billion"),
        round=("round/zenith-c", "Zenith: Series C"),
        investor=ACME,
        company=ZENITH,
    )
    return dated(record, "round", when)


def a_party(when: str = "") -> Record:
    record = a_record(
        "party",
        "zenith-acme-acme",
        a_choice("part", "supplier", "Supplier", "report", label="Part"),
        a_fact("description", "Makes anvils", "report"),
        deal=("deal/zenith-acme", "Mining of anvils"),
        who=ACME,
        company=ZENITH,
    )
    return dated(record, "deal", when)


def edition(*records: Record, published: frozenset[str] = frozenset()) -> Edition:
    return replace(an_edition(a_document(*records)), published=published)


def text(*records: Record, form: str = "txt", published: frozenset[str] = frozenset()) -> str:
    return render(edition(*records, published=published), form).decode()


def links(*records: Record, published: frozenset[str]) -> list[str]:
    found = read(text(*records, form="html", published=published)).links
    return [link["href"] for link in found]


@pytest.mark.parametrize("form", ["txt", "md", "html"])
def test_its_part_in_another_companys_round_stands_with_its_footnotes(form):
    said = text(an_investment(), form=form)
    assert "Investments in others" in said
    for words in ("September 2025", "Zenith: Series C", "lead", "€1.3B"):
        assert words in said
    assert "Other" not in said.partition("Investments in others")[2], "it is told in no other part"


def test_its_part_in_another_companys_deal_names_that_company():
    said = text(a_party())
    assert "Deals with others" in said
    assert "- Undated: Zenith: Mining of anvils, supplier (Makes anvils)[1]" in said


def test_the_newest_comes_first():
    older = msgspec.structs.replace(an_investment("2023-06"), key="zenith-a-acme")
    said = text(older, an_investment("2025-09"))
    assert said.index("September 2025") < said.index("June 2023")


def test_a_dispute_says_about_which_round():
    record = an_investment(rivals=[a_claim("participant", "report", text="Participant")])
    assert "“Zenith: Series C: Part”" in text(record)


def test_a_rumour_is_called_one():
    record = an_investment(status="rumoured")
    assert "lead (rumoured)" in text(record)


def test_its_own_rounds_and_deals_do_not_stand_there():
    own = [
        a_record("round", "acme-a", a_fact("label", "Series A", "report"), company=ACME),
        a_record(
            "investment",
            "acme-a-zenith",
            a_choice("part", "lead", "Lead", "report"),
            round=("round/acme-a", "Acme & Co: Series A"),
            investor=ZENITH,
        ),
        a_record("deal", "acme-z", a_fact("title", "A deal", "report"), company=ACME),
        a_record(
            "party",
            "acme-z-zenith",
            a_choice("part", "partner", "Partner", "report"),
            deal=("deal/acme-z", "A deal"),
            who=ZENITH,
        ),
    ]
    said = text(*own)
    assert "Investments in others" not in said
    assert "Deals with others" not in said


class TestLinks:
    INVESTMENT = a_record(
        "investment",
        "acme-a-zenith",
        a_choice("part", "lead", "Lead", "report"),
        round=("round/acme-a", "Acme & Co: Series A"),
        investor=ZENITH,
    )
    OWN = (
        a_record("round", "acme-a", a_fact("label", "Series A", "report"), company=ACME),
        INVESTMENT,
    )
    PUBLISHED = frozenset({"zenith", "acme"})

    def test_a_name_leads_to_the_page_of_its_own(self):
        assert "/companies/zenith/" in links(*self.OWN, published=self.PUBLISHED)
        markdown = text(*self.OWN, form="md", published=self.PUBLISHED)
        assert f"[Zenith](<{SITE.url}/companies/zenith/>)[^1]" in markdown

    @pytest.mark.parametrize("form", ["html", "md"])
    def test_one_without_a_page_is_only_named(self, form):
        assert "companies/zenith" not in text(*self.OWN, form=form)

    def test_the_other_side_leads_to_the_round(self):
        found = links(an_investment(), published=self.PUBLISHED)
        assert "/companies/zenith/#round-zenith-c" in found

    @pytest.mark.parametrize(
        ("kind", "relations"),
        [
            ("party", {"deal": ("deal/d", "A deal"), "who": ZENITH}),
            ("orbit", {"around": ZENITH}),
        ],
    )
    def test_parties_and_what_no_part_knows(self, kind, relations):
        records = [
            a_record("deal", "d", a_fact("title", "A deal", "report"), company=ACME),
            a_record(kind, "x", a_choice("part", "partner", "Partner", "report"), **relations),
        ]
        assert "/companies/zenith/" in links(*records, published=self.PUBLISHED)

    def test_no_page_leads_to_itself(self):
        own = msgspec.structs.replace(
            self.INVESTMENT, relations=self.INVESTMENT.relations | {"investor": Reference(
                ref="company/acme", name="Acme & Co"
            )}
        )  # fmt: skip
        records = (self.OWN[0], own)
        found = links(*records, published=self.PUBLISHED)
        assert found == links(*records, published=frozenset())


def test_a_document_from_before_decodes_and_looks_the_same():
    """References had no date, and editions no links."""
    old = msgspec.to_builtins(a_document(TestLinks.INVESTMENT))
    for record in old["records"]:
        for reference in record["relations"].values():
            del reference["when"]
    assert msgspec.convert(old, Document) == a_document(TestLinks.INVESTMENT)
