"""Parallel work in forked processes on Linux; sequential work elsewhere."""

import sys
from collections.abc import Callable
from multiprocessing import get_context
from typing import Any, TypeVar

R = TypeVar("R")
CHUNKS = 16
"""The number of chunks per process, to balance the load."""


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
