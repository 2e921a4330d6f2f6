"""Writes the files for programs."""

from collections.abc import Sequence
from pathlib import Path

from handbook.exports.late import Export, LateFile
from handbook.parallel import spread

WORTH_A_PROCESS = 3_000
"""The number of files above which several processes are faster; it is high, because a file takes half a millisecond."""


def write_exports(files: Sequence[Export], site: Path, workers: int) -> None:
    """Write `files` below `site` with up to `workers` processes; this one writes those whose content it keeps."""
    late = [file for file in files if isinstance(file, LateFile)]
    for file in files:
        if not isinstance(file, LateFile):
            _write(file, site)
    spread(lambda number: _write(late[number], site), len(late), workers if len(late) > WORTH_A_PROCESS else 1)


def _write(file: Export, site: Path) -> None:
    path = site / file.path
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as output:
        output.writelines(file.pieces())
