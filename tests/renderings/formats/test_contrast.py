"""Colours can be told apart by everybody: WCAG AA in both schemes."""

import re

import pytest

from profiles.renderings.formats.assets import STATIC

CSS = (STATIC / "page.css").read_text()
TOKEN = re.compile(r"--([a-z-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)")
TOKENS = {name: (light, dark) for name, light, dark in TOKEN.findall(CSS)}
AA = 4.5


def luminance(colour):
    channels = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return sum(share * c for share, c in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def contrast(one, other):
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("scheme", [0, 1], ids=["light", "dark"])
@pytest.mark.parametrize("text", ["ink", "muted", "link", "amber"])
@pytest.mark.parametrize("ground", ["paper", "lit", "amber-paper"])
def test_text_can_be_read_on_every_ground(text, ground, scheme):
    assert contrast(TOKENS[text][scheme], TOKENS[ground][scheme]) >= AA


def test_the_measure_finds_what_cannot_be_read():
    assert contrast("#777777", "#888888") < AA
    assert contrast("#000000", "#ffffff") == pytest.approx(21)


def test_every_colour_is_a_token_and_every_token_is_used():
    rules = CSS[CSS.index("* { box-sizing") :]
    assert re.findall(r"#[0-9a-f]{3,6}\b", rules) == []
    unused = [name for name in TOKENS if f"var(--{name})" not in rules]
    assert unused == []


def test_the_stylesheet_stays_small():
    assert len(CSS) < 13_000
