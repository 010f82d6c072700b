"""Workbooks are parsed in a child process: see `profiles.child_process`."""

from typing import Any

from profiles.child_process import BrokeOff, Refused, TookTooLong, run
from profiles.workbook.errors import UnreadableWorkbook
from profiles.workbook.formats.parse_child import MOST_SECONDS


def parse(data: bytes, form: str, filename: str) -> list[tuple[str, list[tuple[int, list[Any]]]]]:
    """Sheets with their numbered rows. `form`: xlsx or ods. Raises `UnreadableWorkbook`."""
    try:
        return run("profiles.workbook.formats.parse_child", form, data=data, seconds=MOST_SECONDS)
    except TookTooLong:
        raise UnreadableWorkbook(
            f"{filename} was not read within {MOST_SECONDS} seconds. Split it into smaller files."
        ) from None
    except Refused as refusal:
        raise UnreadableWorkbook(str(refusal)) from None
    except BrokeOff as end:
        raise UnreadableWorkbook(_why(end, filename)) from None


def _why(end: BrokeOff, filename: str) -> str:
    if end.of_a_limit:
        return f"{filename} needs more memory or time than a workbook may. Split it up."
    return (
        f"{filename} is damaged: it cannot be read as a spreadsheet. "
        "Open it in a spreadsheet program, save it, and send it again."
    )
