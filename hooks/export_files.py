"""Writes the files for programs."""

from collections.abc import Iterable
from pathlib import Path

from handbook.exports.late import Export, LateFile

DATA = "data/"
"""The folder that gets a hash in its name before pages are written."""


def can_wait(file: Export) -> bool:
    """Return whether a file can be written with the pages, by one of several processes."""
    return isinstance(file, LateFile) and not file.path.startswith(DATA)


def write_exports(files: Iterable[Export], site: Path) -> None:
    """Write `files` below `site`."""
    for file in files:
        path = site / file.path
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("wb") as output:
            output.writelines(file.pieces())
