"""A partner whom the title names is not named again, and loses nothing by it."""

from tests.documents import a_choice, a_claim, a_document, a_fact, a_record, a_source
from tests.events import a_deal
from tests.renderings.sections import part, section, shown


def a_partnership(title="Partnership with IBM", *more, part=("partner", "Partner"), **claim):
    deal = a_record(
        "deal",
        "ibm",
        a_fact("title", title, "report"),
        a_choice("form", "partnership", "Partnership", cited_with="title"),
    )
    party = a_record(
        "party",
        "ibm",
        a_choice("part", *part, "other", **claim),
        *more,
        deal=("deal/ibm", title),
        who=("company/ibm", "IBM"),
    )
    return a_document(deal, party, sources=[a_source("other")])


def test_its_footnote_and_its_anchor_go_to_the_title():
    document = a_partnership()
    assert section("partnerships", document) == "Partnerships | Undated | Partnership with IBM"
    seen = part("partnerships", document)
    assert {"deal-ibm", "party-ibm"} <= set(seen.ids)
    assert seen.marks == ["#n1", "#n2"]


def test_a_source_of_both_has_one_mark():
    deal = a_deal("w", "partnership", "Partnership", "Partnership with W", partner="W")
    document = a_document(*deal, sources=[a_source("wire-24")])
    assert len(part("partnerships", document).marks) == 1


def test_a_description_stands_behind_the_title_in_brackets():
    about = a_fact("description", "Computer maker", "other")
    text = section("partnerships", a_partnership("Partnership with IBM", about))
    assert "Partnership with IBM (Computer maker)" in text
    assert "partner IBM" not in text


def test_another_part_a_rumour_or_a_dispute_is_told_in_full():
    supplier = a_partnership(part=("supplier", "Supplier"))
    assert "; supplier IBM" in section("partnerships", supplier)
    rumour = a_partnership(status="rumoured")
    assert "; partner IBM rumoured" in section("partnerships", rumour)
    disputed = a_partnership(rivals=[a_claim("customer", "other", text="Customer")])
    assert "; partner IBM" in section("partnerships", disputed)
    assert "Sources disagree" in section("partnerships", disputed)


def test_who_is_not_named_by_the_title_is_named():
    assert "; partner IBM" in section("partnerships", a_partnership("A large partnership"))
    assert "; partner IBM" in section("partnerships", a_partnership("Partnership with IBMX"))


def test_an_acquisition_is_described_in_its_heading():
    deal = a_deal("k", "acquisition", "Acquisition", "Acquisition of Koy", target="Koy")
    assert section("acquisitions", a_document(*deal)) == "Acquisitions | Acquisition of Koy"


def test_the_reason_and_the_round_of_a_deal_are_told():
    text = section("partnerships")
    assert "Partnership with Coyote GmbH; reason given: to fall faster; came with Series C" in text
    assert part("partnerships").links == {"#round-series-c": "came with Series C"}
    assert "Date | February 2025, first acquisition" in section("acquisitions")
    assert "Rationale | To dig its own holes" in section("acquisitions")


def test_an_epithet_of_a_partnership_stands_in_its_line():
    name = a_record(
        "name",
        "n",
        a_fact("name", "The big one", "report"),
        a_choice("use", "epithet", "Epithet", cited_with="name"),
        subject=("deal/ibm", "Partnership with IBM"),
    )
    document = a_partnership()
    document = a_document(*document.records[1:], name, sources=document.sources)
    assert "Partnership with IBM; epithet: The big one" in section("partnerships", document)
    assert "epithet: The big one" in shown("md", document)
