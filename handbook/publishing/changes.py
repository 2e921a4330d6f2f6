"""Changes in a folder, made by renaming, that are rolled back if a later one fails."""

import errno
import os
import shutil
from collections.abc import Callable
from functools import partial
from pathlib import Path


class PublishError(Exception):
    """A folder cannot be published into; the message is one line with the reason and the path."""


class Changes:
    """The changes made in a folder, with their undo steps. Replaced files are kept in `aside`, on the same disk."""

    def __init__(self, aside: Path) -> None:
        """Start without changes."""
        self._aside = aside
        self._undo: list[Callable[[], object]] = []

    def make(self, folder: Path, mode: int) -> None:
        """Create `folder` and its missing parents."""
        missing = [each for each in (folder, *folder.parents) if not each.exists()]
        for each in reversed(missing):
            each.mkdir()
            self._undo.append(each.rmdir)
            set_mode(each, (each.stat().st_mode & 0o7000) | mode)

    def put(self, new: Path, place: Path) -> None:
        """Move the file `new` to `place` atomically: a reader gets either the old file or the new one."""
        if os.path.lexists(place):
            self._set_aside(place, link=True)
        else:
            self._undo.append(partial(place.unlink, missing_ok=True))
        _move(new, place)

    def take(self, place: Path) -> None:
        """Remove the file at `place`."""
        self._set_aside(place, link=False)

    def undo(self) -> None:
        """Undo all changes, the last first; try all, then raise PublishError if any failed."""
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
    """Rename a file over another; if they are on different file systems, copy it next to the target first."""
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
    """Set the mode of a file, if the file system supports modes."""
    try:
        path.chmod(mode)
    except PermissionError:
        if not path.exists():
            raise
