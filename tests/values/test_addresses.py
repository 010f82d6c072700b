"""Which addresses are one document's."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from profiles.values.addresses import canonical_address, hosts_of, likely_address, same_address

PLAIN = "https://example.org/news/a?id=1&page=2"


@pytest.mark.parametrize(
    "other",
    [
        "http://example.org/news/a?id=1&page=2",
        "https://EXAMPLE.org/news/a/?id=1&page=2",
        "https://example.org:443/news/a?page=2&id=1",
        "https://example.org/news/%61?id=1&page=2",
        "https://example.org/news/a?utm_source=x&id=1&UTM_Medium=y&page=2",
        "https://example.org/news/a?id=1&fbclid=IwAR0&page=2&gclid=1",
        "https://example.org/news/a?id=1&page=2#comments",
        "  https://example.org/news/./b/../a?id=1&page=2 ",
    ],
)
def test_one_document(other):
    assert same_address(PLAIN, other)


@pytest.mark.parametrize(
    "other",
    [
        "https://example.org/news/a?id=2&page=2",
        "https://example.org/news/a?id=1",
        "https://example.org/news/A?id=1&page=2",
        "https://www.example.org/news/a?id=1&page=2",
        "https://example.org:8443/news/a?id=1&page=2",
        "https://example.org/news/b?id=1&page=2",
        "",
    ],
)
def test_another_document(other):
    assert not same_address(PLAIN, other)


@pytest.mark.parametrize(
    "text", ["", "  ", "example", "javascript:alert(1)", "http://[::1", "ftp://a/b"]
)
def test_what_is_no_web_address_is_the_same_as_nothing(text):
    assert canonical_address(text) == ""
    assert not same_address(text, text)
    assert hosts_of(text) == set()


def test_escapes_have_one_form():
    assert same_address("https://example.org/caf%c3%a9", "https://example.org/café")
    assert canonical_address("https://example.org/%e9?q=%e9") == "//example.org/%E9?q=%E9"


def test_a_host_is_found_in_either_spelling():
    assert hosts_of("https://bücher.example/a") == {"bücher.example", "xn--bcher-kva.example"}
    assert hosts_of("https://xn--bcher-kva.example/a") == {
        "bücher.example",
        "xn--bcher-kva.example",
    }


@given(st.text())
def test_no_text_breaks_it(text):
    canonical_address(f"https://{text}")
    canonical_address(f"https://example.org/{text}")


PROBABLY_ONE = [
    ("https://www.example.org/a", "https://example.org/a"),
    ("https://m.example.org/a", "https://www.example.org/a"),
    ("https://amp.example.org/a", "https://example.org/a"),
    ("https://example.org/a/amp", "https://example.org/a"),
    ("https://example.org/a/amp/", "https://example.org/a"),
    ("https://example.org/a?amp", "https://example.org/a"),
    ("https://example.org/a?amp=1&b=2", "https://example.org/a?b=2"),
    ("https://example.org/a?output=amp", "https://example.org/a"),
    ("https://example.org/a.amp.html", "https://example.org/a.html"),
    ("https://www-example-org.cdn.ampproject.org/c/s/www.example.org/a", "https://example.org/a"),
    ("https://dx.doi.org/10.1000/182", "http://doi.org/10.1000/182"),
]


@pytest.mark.parametrize(("one", "other"), PROBABLY_ONE)
def test_addresses_that_are_probably_one_documents(one, other):
    assert likely_address(one) == likely_address(other) != ""


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://example.org/a", "https://example.org/b"),
        ("https://example.org/amplifier", "https://example.org/lifier"),
        ("https://news.example.org/a", "https://example.org/a"),
        ("https://m.org/a", "https://org/a"),
        ("https://example.org/?p=1", "https://example.org/?p=2"),
    ],
)
def test_addresses_of_two_documents(one, other):
    assert likely_address(one) != likely_address(other)
