"""Writes the files for programs."""

from collections.abc import Sequence
from pathlib import Path

from handbook.exports.late import Export, LateFile
from handbook.parallel import spread


def write_exports(files: Sequence[Export], site: Path, workers: int) -> None:
    """Write `files` below `site` with `workers` processes; this process writes those whose content it keeps."""
    late = [file for file in files if isinstance(file, LateFile)]
    for file in files:
        if not isinstance(file, LateFile):
            _write(file, site)
    spread(lambda number: _write(late[number], site), len(late), workers)


def _write(file: Export, site: Path) -> None:
    path = site / file.path
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as output:
        output.writelines(file.pieces())
