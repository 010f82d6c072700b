"""Products stand under what they are part of, in every format."""

import re
from itertools import pairwise

from tests.documents import a_document, a_fact, a_record
from tests.renderings.sections import part, section, shown


def a_product(key, parent=""):
    relations = {"parent": (f"product/{parent}", parent)} if parent else {}
    return a_record("product", key, a_fact("name", key, "report"), **relations)


def test_children_stand_below_their_parent_and_not_beside_it():
    seen = part("products")
    opened = [given for tag, given in seen.tags if given.get("class") == "children"]
    assert len(opened) == 2
    family = seen.tags[seen.tags.index(("ul", opened[0])) :]
    ids = [given["id"] for _, given in family if "id" in given]
    assert "product-anvil" in ids
    assert "product-heavy" not in ids


def test_headings_never_skip_a_level():
    levels = [int(tag[1]) for tag, _ in part("products").tags if re.fullmatch(r"h\d", tag)]
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_markdown_goes_a_heading_deeper():
    text = shown("md")
    assert "\n### Heavy things" in text
    assert "\n#### Anvil 7B" in text
    assert "\n##### Anvil Mini" in text


def test_the_order_is_kept_among_brothers():
    known = [a_product("top"), a_product("b", "top"), a_product("a", "top")]
    text = section("products", a_document(*known))
    assert text == "Products | top | b | a"


def test_the_deepest_tree_keeps_to_the_headings_that_there_are():
    chain = [a_product("p0"), *(a_product(f"p{n}", f"p{n - 1}") for n in range(1, 8))]
    assert "\n####### " not in shown("md", a_document(*chain))
    assert "p7" in section("products", a_document(*chain))


def test_a_parent_that_is_not_published_is_still_named():
    text = section("products", a_document(a_product("child", "gone")))
    assert "Part of | gone" in text


def test_products_that_contain_each_other_are_not_lost():
    seen = part("other-product", a_document(a_product("one", "two"), a_product("two", "one")))
    assert {"product-one", "product-two"} <= set(seen.ids)


def test_what_a_mixture_is_made_of_is_said_in_its_size():
    text = section("products")
    assert "2M parameters per expert, 8 experts" in text
    assert "Architecture | Mixture of experts" in text
    assert "Pricing | per fall" in text
