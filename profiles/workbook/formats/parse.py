"""A workbook on stdin, its cells as JSON on stdout.

`python -m profiles.workbook.formats.parse xlsx|ods`

The worst a hostile file can do is end it.
"""

import sys
from typing import Any

from profiles.child_process import answer
from profiles.workbook.formats.limits import Limits, NoValue, TooLarge
from profiles.workbook.formats.ods_cells import read_ods
from profiles.workbook.formats.xlsx_cells import read_xlsx

MOST_MEMORY = 1_500_000_000  # bytes
MOST_SECONDS = 30


def main(form: str) -> int:
    def read(data: bytes) -> list[Any]:
        return list({"xlsx": read_xlsx, "ods": read_ods}[form](data, Limits()))

    return answer(read, refusals=(TooLarge, NoValue), memory=MOST_MEMORY, seconds=MOST_SECONDS)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
