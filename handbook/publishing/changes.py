"""Steps in a folder that are taken back if a later one fails, each of them a rename."""

import errno
import os
import shutil
from collections.abc import Callable
from functools import partial
from pathlib import Path


class PublishError(Exception):
    """A folder that cannot be published into; the message says in one line what is wrong and where."""


class Changes:
    """What was done in a folder, and how to undo it. What is replaced waits in `aside`, a folder of the same disk."""

    def __init__(self, aside: Path) -> None:
        """Begin with nothing done."""
        self._aside = aside
        self._undo: list[Callable[[], object]] = []

    def make(self, folder: Path, mode: int) -> None:
        """Make `folder` and those above it that are missing."""
        missing = [each for each in (folder, *folder.parents) if not each.exists()]
        for each in reversed(missing):
            each.mkdir()
            self._undo.append(each.rmdir)
            set_mode(each, (each.stat().st_mode & 0o7000) | mode)

    def put(self, new: Path, place: Path) -> None:
        """Put the file `new` in `place`; whoever reads there gets the old file or the new one, whole."""
        if os.path.lexists(place):
            self._set_aside(place, link=True)
        else:
            self._undo.append(partial(place.unlink, missing_ok=True))
        _move(new, place)

    def take(self, place: Path) -> None:
        """Take the file at `place` away."""
        self._set_aside(place, link=False)

    def undo(self) -> None:
        """Take back all steps, the last first; raise PublishError if some cannot be, when all have been tried."""
        failed: list[OSError] = []
        while self._undo:
            try:
                self._undo.pop()()
            except OSError as error:
                failed.append(error)
        if failed:
            left = f"{failed[0]}; what could not be put back is in {self._aside}"
            raise PublishError(f"The folder is neither as it was nor as it should be, so build again: {left}")

    def _set_aside(self, place: Path, link: bool) -> None:
        aside = self._aside / f"{len(self._undo)}.old"
        self._undo.append(partial(_put_back, aside, place))
        if link:
            try:
                os.link(place, aside, follow_symlinks=False)
                return
            except (OSError, NotImplementedError):
                pass  # a file system without hard links, or a file that only its owner may link to
        _move(place, aside)


def _put_back(aside: Path, place: Path) -> None:
    if os.path.lexists(aside):
        _move(aside, place)


def _move(source: Path, place: Path) -> None:
    """Rename a file over another one; on another file system (a mount below the folder), by way of a copy beside it."""
    try:
        source.replace(place)
    except OSError as error:
        if error.errno != errno.EXDEV:
            raise
        beside = place.with_name(f".{place.name}.hs-part")
        shutil.copy2(source, beside, follow_symlinks=False)
        beside.replace(place)
        source.unlink()


def set_mode(path: Path, mode: int) -> None:
    """Set who may read and write; not all file systems know such a thing."""
    try:
        path.chmod(mode)
    except PermissionError:
        if not path.exists():
            raise
