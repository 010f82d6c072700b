"""Who meets the company in more than one way, derived from the other records."""

from tests.documents import a_choice, a_document, a_fact, a_record
from tests.events import a_deal, a_guest
from tests.renderings.sections import part, section


def an_investment(key, who, status="reported"):
    return a_record(
        "investment",
        key,
        a_choice("part", "lead", "Lead", "report", status=status),
        round=("round/seed", "Acme & Co: Seed"),
        investor=(f"company/{who.lower()}", who),
    )


def test_investor_partner_and_participant_are_named_with_links():
    text = section("several-roles")
    assert (
        "Coyote GmbH | investor in Seed; Series A; Series B; Series C; "
        "partner: Partnership with Coyote GmbH; participant: Opening of the range"
    ) in text
    links = part("several-roles").links
    assert links["/companies/acme/#investment-seed-coyote"] == "investor in Seed"
    assert "participant: Opening of the range" in links.values()
    assert "Canyon" not in text


def test_one_relation_however_often_is_not_several():
    rounds = [an_investment("a", "Zed"), an_investment("b", "Zed")]
    assert section("several-roles", a_document(*rounds)) == ""
    deal = a_deal("d", "customer", "Customer", "Anvils for Zed", customer="Zed")
    assert "Zed | investor" in section("several-roles", a_document(*rounds, *deal))


def test_a_rumour_stays_one():
    deal = a_deal("d", "customer", "Customer", "Anvils for Zed", customer="Zed")
    text = section("several-roles", a_document(an_investment("a", "Zed", "rumoured"), *deal))
    assert "investor in Seed rumoured; customer: Anvils for Zed" in text


def test_the_company_itself_is_nobody_else():
    event = a_record("event", "x", a_fact("title", "X", "report"))
    there = a_guest("x", "X", "company/acme", "Acme & Co", "Host")
    own = a_record("investment", "own", round=("round/r", "R"), investor=("company/acme", "Acme"))
    assert section("several-roles", a_document(event, there, own)) == ""
