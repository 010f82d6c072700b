"""Canonical JSON as RFC 8785 has it, and its SHA-256."""

import json

import msgspec
import pytest
import rfc8785

from profiles.document.schema import Document, Fact, Record, decode, plain
from profiles.document.seal import canonical, digest


def a_document(**facts: str) -> Document:
    stated = tuple(
        Fact(name=name, label=name, type="text", value=value, text=value)
        for name, value in facts.items()
    )
    record = Record(kind="company", key="acme", name="Acme", facts=stated)
    return Document(profile="acme", records=(record,), sources=())


def test_keys_are_sorted_and_nothing_is_padded():
    sealed = canonical(a_document(name="Acme")).decode()
    assert sealed == (
        '{"profile":"acme","records":[{"facts":[{"cited_with":"","claim":null,"label":"name",'
        '"name":"name","rivals":[],"text":"Acme","type":"text","value":"Acme"}],"key":"acme",'
        '"kind":"company","name":"Acme","relations":{},"settings":{}}],"schema":1,"sources":[]}'
    )


def test_the_order_in_which_keys_were_written_does_not_matter():
    document = a_document(name="Acme")
    backwards = json.dumps(dict(reversed(plain(document).items()))).encode()
    assert canonical(decode(backwards)) == canonical(document)


SEALED_BEFORE = (
    b'{"profile":"acme","records":[{"facts":[{"cited_with":"","claim":{"as_of":"","citations":[{'
    b'"edition":"","locator":"","origin":"","quote":"since 2019","source":"gazette",'
    b'"stance":"supports"}],"decided_by":"Erin","decided_on":"2026-11-20","explanation":"",'
    b'"kind":"","note":"","printed":"","reason":"Newer","status":"reported","text":"2019",'
    b'"value":"2019"},"label":"Founded","name":"founded","rivals":[],"text":"2019",'
    b'"type":"date","value":"2019"}],"key":"acme","kind":"company","name":"Acme",'
    b'"relations":{},"settings":{}}],"schema":1,"sources":[{"alternates":[],"as_of":"",'
    b'"author":"","author_note":"","author_url":"","canonical":"","derived_from":"",'
    b'"disclaimer":"","entities":[],"key":"gazette","kind":"","language":"","note":"",'
    b'"published":"","publisher":"","standing":"in-force","standing_note":"",'
    b'"title":"Gazette","topics":[],"updated":"","url":""}]}'
)


def test_a_document_from_before_checks_were_kept_stays_byte_for_byte_what_it_was():
    before = "875e448974b0f7a6625b27c9ef791a77e26267c2fd31ae703e8a11175cf5d4b7"
    document = decode(SEALED_BEFORE)
    assert canonical(document) == SEALED_BEFORE
    assert digest(canonical(document)) == before
    claim = document.company.fact("founded").claim
    assert not claim.citations[0].check
    assert not claim.freshness


def test_what_was_found_is_sealed_with_it():
    content = SEALED_BEFORE.replace(
        b'"source":"gazette"', b'"source":"gazette","check":{"outcome":"missing"}'
    )
    document = decode(content)
    assert document.company.fact("founded").claim.citations[0].check.outcome == "missing"
    assert decode(canonical(document)) == document
    assert b'"check":{"outcome":"missing"}' in canonical(document)


def test_a_result_that_is_none_is_refused():
    content = SEALED_BEFORE.replace(
        b'"source":"gazette"', b'"source":"gazette","check":{"outcome":"passed"}'
    )
    with pytest.raises(msgspec.ValidationError):
        decode(content)


def test_other_letters_are_kept_as_utf_8():
    assert "Ménard & Cie “€”".encode() in canonical(a_document(name="Ménard & Cie “€”"))


def test_the_example_of_rfc_8785():
    """Section 3.2.2 and 3.2.3 of the RFC."""
    example = {
        "numbers": [333333333.33333329, 1e30, 4.50, 2e-3, 0.000000000000000000000000001],
        "string": "\u20ac$\u000f\u000aA'\u0042\u0022\u005c\\\"/",
        "literals": [None, True, False],
    }
    assert rfc8785.dumps(example) == (
        b'{"literals":[null,true,false],"numbers":[333333333.3333333,'
        b'1e+30,4.5,0.002,1e-27],"string":"\xe2\x82\xac$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}'
    )


def test_the_hash_is_sha_256_in_hex():
    empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
    assert digest(b"") == empty


@pytest.mark.parametrize("other", [{"name": "acme"}, {"name": "Acme "}, {"title": "Acme"}])
def test_any_other_document_has_another_hash(other):
    assert digest(canonical(a_document(**other))) != digest(canonical(a_document(name="Acme")))
