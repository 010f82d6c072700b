"""What scripts do to quotes: East Asian text has no spaces, Hebrew may come out turned round."""

import re

EAST_ASIAN = "\u3001-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff00-\uffef"
SPACED = re.compile(rf"(?<=[{EAST_ASIAN}])\s+(?=[{EAST_ASIAN}0-9])|(?<=[0-9])\s+(?=[{EAST_ASIAN}])")
"""White space that extraction put between East Asian characters, or a line's end did."""
ANY_EAST_ASIAN = re.compile(f"[{EAST_ASIAN}]")
RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]")
UNREADABLE = re.compile("[\ufffd\ue000-\uf8ff\U000f0000-\U0010fffd]|[\x00-\x08\x0e-\x1f]")
MOST_UNREADABLE = 0.02  # of a text's characters


def has_east_asian(text: str) -> bool:
    return bool(ANY_EAST_ASIAN.search(text))


def in_visual_order(quote: str) -> str:
    """The words as a PDF may have them that was written from the right; "" for other scripts."""
    return " ".join(reversed(quote.split())) if RIGHT_TO_LEFT.search(quote) else ""


def is_garbled(text: str) -> bool:
    """Whether extraction gave glyphs without letters, so that what it lacks proves nothing."""
    return len(UNREADABLE.findall(text)) > MOST_UNREADABLE * len(text)
