"""Text that a spreadsheet would take for a formula, made harmless in CSV and restored.

A text that begins with `=`, `+`, `-`, `@`, a tab or a carriage return gets an apostrophe in front;
one that already has apostrophes there gets one more, so that reading takes off just one.
"""

import re

DANGEROUS = re.compile(r"'*[=+\-@\t\r]")
GUARDED = re.compile(r"'+[=+\-@\t\r]")


def guard(text: str) -> str:
    return f"'{text}" if DANGEROUS.match(text) else text


def unguard(text: str) -> str:
    return text[1:] if GUARDED.match(text) else text
