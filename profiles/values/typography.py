"""What pasted text has to lose before anything reads it."""

HYPHENS = "\u2010\u2011\u00ad"  # hyphen, non-breaking hyphen, soft hyphen
DASHES = "\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d"  # figure, en, em, bar, minus, small
INVISIBLE = "\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"
SIMPLER = str.maketrans(
    {chr(code): chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5E)}  # full-width forms
    | dict.fromkeys(HYPHENS + DASHES, "-")
    | dict.fromkeys(INVISIBLE, "")
    | {"’": "'", "～": "~", "∼": "~", "˜": "~", "≈": "~", "≥": ">=", "≤": "<=", "…": ".."}
)


def plain(text: str) -> str:
    """Return text with one kind of hyphen, quote and space, and none around it."""
    return " ".join(text.translate(SIMPLER).split())
