"""What may be unpacked: a zip is measured before a byte of it is read."""

import io
import zipfile

from profiles.workbook.errors import UnreadableWorkbook

MOST_MEMBERS = 500
MOST_BYTES = 150_000_000  # unpacked, all members together
MOST_SWELL = 100  # times the packed size, for anything above
SMALL = 5_000_000  # bytes

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # old .xls, and .xlsx with a password
SEVERAL_TIMES = "It unpacks to {0:,} bytes, which is more than a workbook is: nothing was read."


def is_zip(data: bytes) -> bool:
    return data.startswith((b"PK\x03\x04", b"PK\x05\x06"))


def open_zip(data: bytes, filename: str) -> zipfile.ZipFile:
    """Raises `UnreadableWorkbook` for a damaged, encrypted or oversized archive."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, ValueError, NotImplementedError):
        raise UnreadableWorkbook(
            f"{filename} is damaged or was cut off. Get the file again, or save it once more."
        ) from None
    members = archive.infolist()
    if len(members) > MOST_MEMBERS:
        raise UnreadableWorkbook(
            f"{filename} holds {len(members)} files; a workbook has at most {MOST_MEMBERS}."
        )
    unpacked = sum(member.file_size for member in members)
    if unpacked > MOST_BYTES or unpacked > max(SMALL, MOST_SWELL * len(data)):
        raise UnreadableWorkbook(f"{filename}: {SEVERAL_TIMES.format(unpacked)}")
    if any(member.flag_bits & 1 for member in members):
        raise UnreadableWorkbook(f"{filename} is encrypted. Save it without a password.")
    return archive


def refuse_ole(data: bytes, filename: str) -> None:
    if data.startswith(OLE):
        raise UnreadableWorkbook(
            f"{filename} has a password or is in the old .xls format. "
            "Save it as .xlsx without a password."
        )
