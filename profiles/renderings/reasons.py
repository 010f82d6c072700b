"""Why one value is shown and another is not: the editors' reasons as sentences for readers.

An editor gives a reason from the side of the value that is shown, whichever of the two it is
written on. The release document has the reason's label; one that is not known here is quoted.
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
    **SHOWN,
    "Different basis or scope": "Its basis or scope is different.",
    "Different currency": "It is in another currency.",
    "Rounding": "It differs by rounding.",
    "The other is a rumour": "It is a rumour.",
    "The other is mistaken": "It is mistaken.",
    "The other is out of date": "It is out of date.",
}


def why_shown(reason: str) -> str:
    return _sentence(SHOWN, reason)


def why_not_shown(reason: str) -> str:
    return _sentence(NOT_SHOWN, reason)


def _sentence(known: dict[str, str], reason: str) -> str:
    return known.get(reason, f"Reason: {reason}." if reason else "")
