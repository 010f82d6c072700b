"""Products stand under what they are part of, in every format."""

import re
from itertools import pairwise

from tests.documents import a_document, a_fact, a_record
from tests.renderings.sections import markup, section, shown


def a_product(key, parent=""):
    relations = {"parent": (f"product/{parent}", parent)} if parent else {}
    return a_record("product", key, a_fact("name", key, "report"), **relations)


def test_children_stand_below_their_parent_and_not_beside_it():
    text = markup("products")
    family, after = text.split('<ul class="children">', 1)
    assert 'id="product-heavy"' in family
    assert 'id="product-anvil"' in after
    assert text.count('<ul class="children">') == 2


def test_headings_never_skip_a_level():
    text = markup("products")
    levels = [int(level) for level in re.findall(r"<h(\d)", text)]
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_markdown_goes_a_heading_deeper():
    text = shown("md")
    assert "\n### Heavy things" in text
    assert "\n#### Anvil 7B" in text
    assert "\n##### Anvil Mini" in text


def test_the_order_is_kept_among_brothers():
    known = [a_product("top"), a_product("b", "top"), a_product("a", "top")]
    text = section("products", a_document(*known))
    assert text.split() == ["Products", "top", "b", "a"]


def test_the_deepest_tree_keeps_to_the_headings_that_there_are():
    chain = [a_product("p0"), *(a_product(f"p{n}", f"p{n - 1}") for n in range(1, 8))]
    assert "\n####### " not in shown("md", a_document(*chain))
    assert "p7" in section("products", a_document(*chain))


def test_a_parent_that_is_not_published_is_still_named():
    text = section("products", a_document(a_product("child", "gone")))
    assert "Part ofgone" in text


def test_products_that_contain_each_other_are_not_lost():
    text = shown("html", a_document(a_product("one", "two"), a_product("two", "one")))
    assert 'id="product-one"' in text
    assert 'id="product-two"' in text


def test_what_a_mixture_is_made_of_is_said_in_its_size():
    text = section("products")
    assert "2M parameters per expert, 8 experts" in text
    assert "ArchitectureMixture of experts" in text
    assert "Pricingper fall" in text
