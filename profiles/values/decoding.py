"""Bytes -> text, where the encoding can be told for sure."""

import re

import webencodings

MARKS = {b"\xef\xbb\xbf": "utf-8-sig", b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}
# Where Python's codec of a name reads less than browsers do under that name.
CODECS = {
    "shift_jis": "cp932",
    "euc-kr": "cp949",
    "gbk": "gb18030",
    "big5": "big5hkscs",
    "windows-874": "cp874",
    "iso-8859-8-i": "iso-8859-8",
    "macintosh": "mac-roman",
    "x-mac-cyrillic": "mac-cyrillic",
    "x-user-defined": "",
}
HIGH = re.compile(rb"[\x80-\xff]")
LETTERS = re.compile(rb"[A-Za-z\xc0-\xff]")
MOST_ACCENTS = 0.35  # of the letters of a text in Windows-1252: in Cyrillic all of them are high
MOST_HIGH = 0.4  # of its bytes but for white space: in East Asian text more are
ON_A_MAC = re.compile(rb"[A-Za-z][\x83\x88\x8a\x8e\x9a\x9e\x9f](?=[A-Za-z]|[^\x80-\xff]|$)")
ACCENTED = re.compile(rb"[\xc0-\xff]")


def decode(data: bytes, named: str = "") -> str | None:
    """UTF-8, UTF-16, or else Windows-1252, which is what people's programs write; None if none.

    `named`: the encoding that the bytes say they are in, tried where no mark says another; it is
    understood as browsers do. What is nearly UTF-8, or in Windows-1252 would be no language's
    text, is not guessed at.
    """
    marked = next((code for mark, code in MARKS.items() if data.startswith(mark)), "")
    halves = "utf-16-le" if data[1:2] == b"\0" else "utf-16-be" if data[:1] == b"\0" else ""
    likely = [codec_of(named), "utf-8"] if named else ["utf-8"]
    for encoding in [marked or halves] if marked or halves else likely:
        if (text := _decoded(data, encoding)) is not None:
            return text
    if marked or halves or not _is_western(data):
        return None
    return _decoded(data, "cp1252")


def codec_of(label: str) -> str:
    """The codec for a label as browsers take it: `latin1` is Windows-1252; "" for none."""
    found = webencodings.lookup(label)
    return CODECS.get(found.name, found.name) if found else ""


def _decoded(data: bytes, encoding: str) -> str | None:
    try:
        text = data.decode(encoding)
    except (UnicodeDecodeError, LookupError):
        return None
    return None if "\0" in text else text


def _is_western(data: bytes) -> bool:
    """Whether the bytes beyond ASCII are few, stand as accents do, and are no broken UTF-8."""
    broken = data.decode("utf-8", "replace")
    if sum(letter > "\x7f" and letter != "\ufffd" for letter in broken) >= broken.count("\ufffd"):
        return False
    if ON_A_MAC.search(data) and not ACCENTED.search(data):
        return False
    accents, letters = len(ACCENTED.findall(data)), len(LETTERS.findall(data))
    high, whole = len(HIGH.findall(data)), len(b"".join(data.split()))
    return accents <= max(3, MOST_ACCENTS * letters) and high <= max(3, MOST_HIGH * whole)
