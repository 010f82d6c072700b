"""Foreign bytes are parsed in a child process that may use only so much memory and time."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

from profiles.workbook.errors import UnreadableWorkbook
from profiles.workbook.parse import MOST_SECONDS, REFUSED

HOME = Path(__file__).parents[2]


def parse(data: bytes, form: str, filename: str) -> list[tuple[str, list[tuple[int, list[Any]]]]]:
    """Sheets with their numbered rows. `form`: xlsx or ods. Raises `UnreadableWorkbook`."""
    try:
        child = subprocess.run(  # noqa: S603 - our own module, no shell, nothing of the file
            [sys.executable, "-m", "profiles.workbook.parse", form],
            input=data,
            capture_output=True,
            timeout=MOST_SECONDS,
            cwd=HOME,
            env=os.environ | {"PYTHONIOENCODING": "utf-8", "PYTHONWARNINGS": "ignore"},
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise UnreadableWorkbook(
            f"{filename} was not read within {MOST_SECONDS} seconds. Split it into smaller files."
        ) from None
    if child.returncode == REFUSED:
        raise UnreadableWorkbook(child.stdout.decode().strip())
    if child.returncode:
        raise UnreadableWorkbook(_why(child.stderr.decode(errors="replace"), filename))
    return json.loads(child.stdout)


def _why(trace: str, filename: str) -> str:
    last = trace.strip().splitlines()[-1:]
    if not last or "MemoryError" in last[0]:
        return f"{filename} needs more memory or time than a workbook may. Split it up."
    return (
        f"{filename} is damaged: it cannot be read as a spreadsheet. "
        "Open it in a spreadsheet program, save it, and send it again."
    )
