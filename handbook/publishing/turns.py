"""Locks of output folders. The folder itself is locked, so no lock file is left behind."""

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

_held: set[int] = set()
"""The descriptors of the folders that this process has open for locking."""


@contextmanager
def turn(folder: Path, waits: Callable[[], object]) -> Iterator[bool]:
    """Lock `folder`; call `waits` and wait if another process holds the lock.

    Yields False if the folder was removed or replaced in the meantime. The kernel releases a lock when its process
    ends for any reason. If folders cannot be locked (Windows, some network file systems), there is no wait.
    """
    with _opened(folder) as descriptor:
        if _lock(descriptor) is False:
            waits()
            _lock(descriptor, wait=True)
        yield _is_still(folder, descriptor)


@contextmanager
def turn_if_free(folder: Path) -> Iterator[bool]:
    """Lock `folder` and yield True, or yield False if another process holds the lock or locking is not supported."""
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
    """Return whether we now hold the lock, or None if folders cannot be locked."""
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
    """Close the descriptors in a forked process, because a worker that outlives its build must not keep the lock."""
    while _held:
        os.close(_held.pop())


if sys.platform != "win32":
    os.register_at_fork(after_in_child=_let_go)
