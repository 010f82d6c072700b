"""A workbook on stdin, its cells as JSON on stdout.

`python -m profiles.workbook.formats.parse_child xlsx|ods`

The worst a hostile file can do is end it.
"""

import sys
from collections.abc import Callable, Iterable
from typing import Any

from profiles.child_process import answer
from profiles.workbook.formats.limits import Limits, NoValue, TooLarge

MOST_MEMORY = 1_500_000_000  # bytes
MOST_SECONDS = 30


def main(form: str) -> int:
    def read(data: bytes) -> list[Any]:
        return list(_reader(form)(data, Limits()))

    return answer(read, refusals=(TooLarge, NoValue), memory=MOST_MEMORY, seconds=MOST_SECONDS)


def _reader(form: str) -> Callable[[bytes, Limits], Iterable[Any]]:
    """Each reads with a library of its own, and only one of them is needed."""
    if form == "ods":
        from profiles.workbook.formats.ods_cells import read_ods

        return read_ods
    from profiles.workbook.formats.xlsx_cells import read_xlsx

    return {"xlsx": read_xlsx}[form]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
