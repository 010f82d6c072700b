"""Measurements, run by hand: `python -m tests.benchmarks`.

A module of this package is one benchmark: its docstring says what is measured, and its
`measures()` returns what is compared, the yardstick first. `BENCHMARK_SHARE=0.05` in the
environment makes everything a twentieth of its size, to see that it runs: then no figure counts.
"""

import os
from collections.abc import Callable
from dataclasses import dataclass
from time import process_time
from typing import Any

SHARE = float(os.environ.get("BENCHMARK_SHARE", "1"))


def share_of(number: int) -> int:
    return max(1, round(number * SHARE))


@dataclass(frozen=True)
class Measure:
    name: str
    seconds: float
    count: int = 1
    goal: str = ""

    def beside(self, yardstick: "Measure") -> str:
        """One line: seconds, how many a second, and how many times the yardstick's time."""
        each, first = self.seconds / self.count, yardstick.seconds / yardstick.count
        line = f"{self.name:<52} {self.seconds:8.3f} s {1 / each:12,.0f}/s {each / first:8.2f}×"
        return f"{line}  {self.goal}".rstrip()


def timed(
    name: str, work: Callable[[], Any], *, count: int = 1, goal: str = "", runs: int = 3
) -> Measure:
    """The best of several runs, in seconds of this process alone: a busy machine matters less.

    `count` is how many things one run does.
    """
    taken = []
    for _ in range(runs):
        start = process_time()
        work()
        taken.append(process_time() - start)
    return Measure(name, min(taken), count, goal)
