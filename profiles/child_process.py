"""Foreign bytes are read in a child process that may use only so much memory and time.

`run` is the parent's half, `answer` the child's. Knows no Django, so that a child starts quickly.
"""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

HOME = Path(__file__).parents[1]
REFUSED = 3  # exit code: stdout is a sentence for whoever sent the bytes


class Refused(Exception):
    """The child says why it does not read this; `str()` is its sentence."""


class TookTooLong(Exception):
    """It was stopped when its time was over."""


class BrokeOff(Exception):
    """The child died: of damaged bytes, or of a limit. `str()` is the last line of its trace."""

    @property
    def of_a_limit(self) -> bool:
        return not str(self) or "MemoryError" in str(self)


def run(module: str, *arguments: str, data: bytes, seconds: int) -> Any:
    """What `python -m module arguments` makes of the data on its stdin, through JSON.

    Raises `Refused`, `TookTooLong`, `BrokeOff`.
    """
    try:
        child = subprocess.run(  # noqa: S603 - our own module, no shell, nothing of the file
            [sys.executable, "-m", module, *arguments],
            input=data,
            capture_output=True,
            timeout=seconds,
            cwd=HOME,
            env=os.environ | {"PYTHONIOENCODING": "utf-8", "PYTHONWARNINGS": "ignore"},
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise TookTooLong from None
    if child.returncode == REFUSED:
        raise Refused(child.stdout.decode().strip())
    if child.returncode:
        trace = child.stderr.decode(errors="replace").strip().splitlines()
        raise BrokeOff(trace[-1] if trace else "")
    return json.loads(child.stdout)


def answer(
    read: Callable[[bytes], Any],
    *,
    refusals: type[Exception] | tuple[type[Exception], ...],
    memory: int,
    seconds: int,
) -> int:
    """In the child: `read` what stands on stdin within `memory` bytes; returns the exit code."""
    _limit_this_process(memory, seconds)
    try:
        found = read(sys.stdin.buffer.read())
    except refusals as refusal:
        print(refusal)
        return REFUSED
    json.dump(found, sys.stdout)
    return 0


def _limit_this_process(memory: int, seconds: int) -> None:
    try:
        import resource
    except ImportError:  # Windows: the parent's timeout alone
        return
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
