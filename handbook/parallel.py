"""Parallel work in forked processes on Linux; sequential work elsewhere."""

import sys
from collections.abc import Callable
from multiprocessing import get_context
from typing import Any, TypeVar

R = TypeVar("R")
WORTH_A_PROCESS = 300
"""The number of entries above which several processes are faster."""
CHUNKS = 16
"""The number of chunks per process, to balance the load."""


def workers_for(entries: int, processors: int) -> int:
    """Return the number of processes that are worth their start."""
    return processors if entries >= WORTH_A_PROCESS else 1


def spread(work: Callable[[int], R], count: int, workers: int) -> list[R]:
    """Return `work(0)` to `work(count - 1)`, in order. The results must be picklable; `work` need not be."""
    if workers < 2 or sys.platform != "linux":
        return [work(number) for number in range(count)]
    with get_context("fork").Pool(workers, _remember, (work,)) as pool:
        return pool.map(_piece, range(count), chunksize=-(-count // (CHUNKS * workers)))


_work: Callable[[int], Any]


def _remember(work: Callable[[int], Any]) -> None:
    """Store the work in a new process, which inherited it through the fork, without pickling."""
    global _work
    _work = work


def _piece(number: int) -> Any:
    return _work(number)
