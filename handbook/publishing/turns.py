"""Builds that take turns at a folder: whoever has the turn locks the folder itself, so no lock file is left behind."""

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

_held: set[int] = set()
"""The locked folders that this process has open."""


@contextmanager
def turn(folder: Path, waits: Callable[[], object]) -> Iterator[bool]:
    """Hold `folder` as soon as no other process does; call `waits` first if one does.

    Yields false where the folder was removed or replaced in the meantime. The kernel releases a lock when its process
    ends, however it ends. Where folders cannot be locked (Windows, some network file systems), nobody waits.
    """
    with _opened(folder) as descriptor:
        if _lock(descriptor) is False:
            waits()
            _lock(descriptor, wait=True)
        yield _is_still(folder, descriptor)


@contextmanager
def turn_if_free(folder: Path) -> Iterator[bool]:
    """Hold `folder` and yield true; yield false if another process holds it, or if that cannot be known."""
    with _opened(folder) as descriptor:
        yield _lock(descriptor) is True


@contextmanager
def _opened(folder: Path) -> Iterator[int | None]:
    if sys.platform == "win32":
        yield None
        return
    descriptor = os.open(folder, os.O_RDONLY)
    _held.add(descriptor)
    try:
        yield descriptor
    finally:
        _held.discard(descriptor)
        os.close(descriptor)


def _lock(descriptor: int | None, wait: bool = False) -> bool | None:
    """Tell whether the lock is ours now; None where folders cannot be locked."""
    if descriptor is None or sys.platform == "win32":
        return None
    import fcntl

    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))
    except BlockingIOError:
        return False
    except OSError:
        return None
    return True


def _is_still(folder: Path, descriptor: int | None) -> bool:
    if descriptor is None:
        return True
    return folder.exists() and os.path.samestat(folder.stat(), os.fstat(descriptor))


def _let_go() -> None:
    """Close in a forked process what its parent holds: a worker that outlives its build must not keep the lock."""
    while _held:
        os.close(_held.pop())


if sys.platform != "win32":
    os.register_at_fork(after_in_child=_let_go)
