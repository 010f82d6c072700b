"""Why one value is shown and another is not: the editors' reasons as sentences for readers.

The release document has each reason from the side of the claim that it stands on. One that is not
known here is quoted.
"""

SHOWN = {
    "No source disagrees": "",
    "Newer": "The value shown is newer.",
    "Primary source": "The value shown comes from the primary source.",
    "More precise": "The value shown is more precise.",
    "More independent sources": "More independent sources give the value shown.",
    "Different basis or scope": "The values differ in basis or scope.",
    "Different currency": "The values are in different currencies.",
    "Rounding": "The values differ by rounding.",
    "The other is a rumour": "The other value is a rumour.",
    "The other is mistaken": "The other value is mistaken.",
    "The other is out of date": "The other value is out of date.",
    "Editor's judgement": "This is the editor’s judgement.",
}
NOT_SHOWN = {
    "Another value was chosen": "",
    "Older than the chosen value": "It is older than the value shown.",
    "Not the primary source": "It does not come from the primary source.",
    "Less precise": "It is less precise.",
    "Fewer independent sources": "Fewer independent sources give it.",
    "Different basis or scope": "Its basis or scope is different.",
    "Different currency": "It is in another currency.",
    "Rounding": "It differs by rounding.",
    "A rumour": "It is a rumour.",
    "Mistaken": "It is mistaken.",
    "Out of date": "It is out of date.",
    "Editor's judgement": "This is the editor’s judgement.",
}
MIRRORED = dict(zip(SHOWN, NOT_SHOWN, strict=True))
"""The same reason from either side: the shown value's, and that of the one not shown."""


def why_shown(reason: str) -> str:
    return _sentence(SHOWN, reason)


def why_not_shown(reason: str, *, shown_for: str = "") -> str:
    """Nothing where it only repeats, from the other side, why the other value is shown."""
    if shown_for and reason in (shown_for, MIRRORED.get(shown_for)):
        return ""
    return _sentence(NOT_SHOWN, reason)


def _sentence(known: dict[str, str], reason: str) -> str:
    return known.get(reason, f"Reason: {reason}." if reason else "")
