"""What somebody says: by topic, apart from the facts, and with whose word it is."""

import pytest

from tests.documents import a_document, a_fact, a_record
from tests.renderings.sections import part, section, shown
from tests.statements import a_statement


def test_the_position_of_the_company_is_apart_from_what_others_say():
    strategy, opinions = section("strategy"), section("opinions")
    assert "Strategy | First the deserts" in strategy
    assert "Depends on gravity" in strategy
    assert "No anvil was ever so heavy" in opinions
    assert "No anvil" not in strategy


def test_both_sections_say_first_that_they_only_repeat():
    assert "claims that this page repeats, not findings" in section("strategy")
    assert "does not vouch for them" in section("opinions")


@pytest.mark.parametrize("name", ["html", "md", "txt"])
def test_a_statement_names_whose_word_it_is(name):
    assert "according to a blacksmith" in shown(name)


def test_an_article_in_front_of_the_speaker_loses_its_capital_and_a_name_does_not():
    founders = a_statement("x", "opinion", "It is good", whose="The founders")
    assert "— according to the founders" in section("opinions", a_document(founders))
    person = a_statement("x", "opinion", "It is good", whose="Theo Brown")
    assert "— according to Theo Brown" in section("opinions", a_document(person))


def test_a_statement_about_a_product_or_a_round_leads_to_it():
    links = part("opinions").links
    assert links == {
        "/companies/acme/#product-anvil": "Anvil 7B",
        "/companies/acme/#round-seed": "Seed",
    }
    assert "Anvil 7B: Beats every feather" in section("opinions")


def test_what_is_not_on_the_page_is_named_without_a_link():
    about = a_statement("x", "opinion", "It is good", about=("product/gone", "The Gone"))
    seen = part("opinions", a_document(about))
    assert "The Gone: It is good" in seen.blocks
    assert seen.links == {}


def test_each_topic_is_a_list_under_its_own_heading():
    assert "Risks | Depends on gravity" in section("strategy")
    assert [tag for tag, _ in part("strategy").tags].count("li") == 3
    assert "### Risks\n\n- Depends on gravity" in shown("md")


def test_a_topic_that_no_section_knows_is_not_lost():
    bare = a_record("statement", "x", a_fact("text", "It is odd", "report"))
    assert "Other | It is odd" in section("opinions", a_document(bare))
