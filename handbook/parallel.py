"""Work spread over processes, where the system can fork; elsewhere, one piece after the other."""

import sys
from collections.abc import Callable
from multiprocessing import get_context
from typing import Any, TypeVar

R = TypeVar("R")
CHUNKS = 16
"""Into how many parts the share of a process is cut, so that none has to wait long for another."""


def spread(work: Callable[[int], R], count: int, workers: int) -> list[R]:
    """Return `work(0)` to `work(count - 1)`, in order; the results, but not `work`, have to be picklable."""
    if workers < 2 or sys.platform != "linux":
        return [work(number) for number in range(count)]
    with get_context("fork").Pool(workers, _remember, (work,)) as pool:
        return pool.map(_piece, range(count), chunksize=-(-count // (CHUNKS * workers)))


_work: Callable[[int], Any]


def _remember(work: Callable[[int], Any]) -> None:
    """Keep the work in a process that has just begun: it came along with the fork, not through a pipe."""
    global _work
    _work = work


def _piece(number: int) -> Any:
    return _work(number)
