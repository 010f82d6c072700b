"""`python -m profiles.workbook.parse xlsx|ods`: a workbook on stdin, its cells as JSON on stdout.

The child process of `bounded`. It limits its own memory and time first, so that the worst a
hostile file can do is end this process. Exit code 3: stdout is a sentence that says why not.
"""

import json
import sys

from profiles.workbook.limits import Limits, NoValue, TooLarge
from profiles.workbook.ods_cells import read_ods
from profiles.workbook.xlsx_cells import read_xlsx

MOST_MEMORY = 1_500_000_000  # bytes
MOST_SECONDS = 30
REFUSED = 3


def limit_this_process() -> None:
    try:
        import resource
    except ImportError:  # Windows: the parent's timeout alone
        return
    resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (MOST_SECONDS, MOST_SECONDS))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def main(form: str) -> int:
    limit_this_process()
    read = {"xlsx": read_xlsx, "ods": read_ods}[form]
    try:
        sheets = list(read(sys.stdin.buffer.read(), Limits()))
    except (TooLarge, NoValue) as refusal:
        print(refusal)
        return REFUSED
    json.dump(sheets, sys.stdout)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
