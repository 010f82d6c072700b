"""Bytes -> text, where the encoding can be told for sure."""

MARKS = {b"\xef\xbb\xbf": "utf-8-sig", b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}


def decode(data: bytes, named: str = "") -> str | None:
    """UTF-8, UTF-16, or else Windows-1252, which is what people's programs write; None if none.

    `named`: the encoding that the bytes say they are in, tried where no mark says another.
    """
    marked = next((code for mark, code in MARKS.items() if data.startswith(mark)), "")
    halves = "utf-16-le" if data[1:2] == b"\0" else "utf-16-be" if data[:1] == b"\0" else ""
    likely = [named, "utf-8", "cp1252"] if named else ["utf-8", "cp1252"]
    for encoding in [marked or halves] if marked or halves else likely:
        try:
            text = data.decode(encoding)
        except (UnicodeDecodeError, LookupError):
            continue
        if "\0" not in text:
            return text
    return None
