"""What programs and people put in a cell that says nothing; in a text it might be meant.

An export writes a text that is nothing but such a sign with an apostrophe in front (one that has
apostrophes already gets one more), so that a sheet of ours says it and one of others is asked.
"""

NOTHING = frozenset(
    (
        *("-", "--", "---", "–", "—", "?", ".", "..", "...", "…"),
        *("NULL", "null", "[null]", "(blank)", "undefined", "NaN", "nan", "#NULL!"),
        *("NA", "N/A", "n/a", "n.a.", "N.A.", "#N/A", "#NA"),
        *("#REF!", "#VALUE!", "#NAME?", "#DIV/0!", "#NUM!"),
    )
)
COUNTRY = "country"
"""In this column NA is Namibia."""


def says_nothing(text: str, column: str) -> bool:
    return text in NOTHING and not (text == "NA" and column == COUNTRY)


def meant(text: str) -> str:
    """The text as an export writes it."""
    return f"'{text}" if text.lstrip("'") in NOTHING else text


def as_meant(text: str) -> str:
    """The text that an export wrote."""
    return text[1:] if text[:1] == "'" and text.lstrip("'") in NOTHING else text
