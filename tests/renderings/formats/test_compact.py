"""Fewer bytes, the same page."""

import string
from html import escape

from hypothesis import given
from hypothesis import strategies as st

from profiles.renderings.formats.compact import compact
from profiles.renderings.formats.html import NOTICE
from tests.renderings.reading import plain, read

HOSTILE = st.text(string.ascii_letters + "&<>\"'`=;#/ é…\u00a0", max_size=30)


@given(value=HOSTILE, address=HOSTILE)
def test_texts_and_addresses_survive(value, address):
    html = f'<p><a href="/?q={escape(address)}">x{escape(value)}x</a></p>'
    found = read(f"<main>{compact(html)}</main>")
    assert found.text == plain(f"x{value}x")
    assert found.links[0]["href"] == f"/?q={address}"


def test_what_looks_like_an_entity_stays_what_it_is():
    assert (
        read(compact("<p>&amp;copy; &amp;lt;b&amp;gt; &amp;notin</p>")).text
        == "&copy; &lt;b&gt; &notin"
    )


def test_words_do_not_run_together():
    html = "<p><i>Lead:</i> <span>One</span>, <span>Two</span> <small>as of May</small></p>"
    assert read(compact(html)).text == "Lead: One, Two as of May"


def test_it_keeps_what_html_requires_and_the_place_of_the_notice():
    head = '<!doctype html><html lang="en"><head><title>x</title></head>'
    short = compact(f"{head}<body>{NOTICE}<p>y</p></body></html>")
    assert short.startswith("<!doctype html><html lang=en><head>")
    assert NOTICE in short


def test_data_blocks_are_left_alone():
    block = '<script type="application/ld+json">{"a": "<\\u002fb>  c"}</script>'
    assert '{"a": "<\\u002fb>  c"}' in compact(block)


def test_it_is_shorter():
    assert len(compact('<ul>\n  <li class="a">x</li>\n</ul>')) < len("<ul><li class=a>x</li></ul>")
