"""Documents as they are sent in, small enough to be written here."""

import zlib


def a_pdf(*pages: str, stream: bytes = b"", filters: str = "") -> bytes:
    """A PDF with a line of text on each page, or one page that shows `stream`."""
    streams = [stream] if stream else [f"BT /F1 12 Tf 9 99 Td ({p}) Tj ET".encode() for p in pages]
    kids = " ".join(f"{4 + 2 * n} 0 R" for n in range(len(streams)))
    bodies = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        f"<</Type/Pages/Kids[{kids}]/Count {len(streams)}>>".encode(),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
    ]
    for number, content in enumerate(streams):
        page = (
            f"/MediaBox[0 0 200 200]/Resources<</Font<</F1 3 0 R>>>>/Contents {5 + 2 * number} 0 R"
        )
        bodies += [
            f"<</Type/Page/Parent 2 0 R{page}>>".encode(),
            f"<</Length {len(content)}{filters}>>stream\n".encode() + content + b"\nendstream",
        ]
    made, places = b"%PDF-1.4\n", []
    for number, body in enumerate(bodies, 1):
        places.append(len(made))
        made += f"{number} 0 obj".encode() + body + b"endobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    head = f"xref\n0 {len(places) + 1}\n0000000000 65535 f \n{table}"
    tail = f"trailer<</Size {len(places) + 1}/Root 1 0 R>>\nstartxref\n{len(made)}\n%%EOF"
    return made + (head + tail).encode()


def a_pdf_bomb(megabytes: int = 200, times: int = 2) -> bytes:
    """One page whose content unpacks to so many megabytes; packed `times` over, it is tiny."""
    packer = zlib.compressobj(9)
    packed = b"".join(packer.compress(b" " * 1_000_000) for _ in range(megabytes)) + packer.flush()
    for _ in range(times - 1):
        packed = zlib.compress(packed, 9)
    return a_pdf(stream=packed, filters=f"/Filter[{'/FlateDecode' * times}]")
