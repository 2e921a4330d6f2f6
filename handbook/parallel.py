"""Parallel work in forked processes on Linux; sequential work elsewhere."""

import sys
from collections.abc import Callable, Iterator
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


def spread(work: Callable[[int], R], count: int, workers: int, tell: Callable[[], object] = bool) -> list[R]:
    """Return `work(0)` to `work(count - 1)`, in order, and call `tell` for each.

    The results must be picklable; `work` need not be.
    """
    return [_told(result, tell) for result in results(work, count, workers)]


def _told(result: R, tell: Callable[[], object]) -> R:
    tell()
    return result


def results(work: Callable[[int], R], count: int, workers: int) -> Iterator[R]:
    """Yield what `spread` returns, so that the caller need not hold all of it."""
    if workers < 2 or sys.platform != "linux":
        yield from (work(number) for number in range(count))
        return
    with get_context("fork").Pool(workers, _remember, (work,)) as pool:
        yield from pool.imap(_piece, range(count), chunksize=-(-count // (CHUNKS * workers)) or 1)


_work: Callable[[int], Any]


def _remember(work: Callable[[int], Any]) -> None:
    """Store the work in a new process, which inherited it through the fork, without pickling."""
    global _work
    _work = work


def _piece(number: int) -> Any:
    return _work(number)
