"""What went wrong in a build, in words for the person at the terminal."""

import errno
import logging
import os
import sys
import traceback
from pathlib import Path

from mkdocs.exceptions import BuildError

from handbook.problem import printable
from handbook.publishing.changes import PublishError

ROOT = Path(__file__).parents[1]
FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
"""Errors of a place that is written to; of a copy, the other place is meant by the first name."""


def in_words(error: BaseException, working: Path) -> str | None:
    """Return what is wrong with the content, or a line on files or disks; None if the code is to blame.

    `working` is where the build writes.
    """
    if isinstance(error, BuildError):
        return str(error)
    if isinstance(error, PublishError):
        return printable(str(error))
    if not isinstance(error, OSError):
        return None
    names = [name for name in (error.filename, error.filename2) if name is not None]
    place = (names[-1] if error.errno in FULL else names[0]) if names else working
    return printable(f"{error.strerror or error}: {place}")


def refuse_unreadable(folder: Path) -> None:
    """Raise OSError if a file below `folder` cannot be read, and PublishError if a link leads upwards.

    MkDocs would leave out the one without a word, and follow the other one in circles.
    """
    for here, folders, files in os.walk(folder, onerror=_raise, followlinks=True):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for path in (Path(here, name) for name in folders):
            if path.is_symlink() and Path(here).resolve().is_relative_to(path.resolve()):
                raise PublishError(f"{path} is a link that leads to a folder around itself; remove it")
        for path in (Path(here, name) for name in files if not name.startswith(".")):
            path.stat()
            if not os.access(path, os.R_OK):
                raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))


def say_faults_once() -> None:
    """Keep MkDocs from logging a fault of files or disks with the page at which it came up: it is told at the end."""
    logging.getLogger("mkdocs.commands.build").addFilter(lambda record: not isinstance(sys.exc_info()[1], OSError))


def _raise(error: OSError) -> None:
    raise error


def code_fault(error: BaseException) -> str:
    """Return where in the generator's code an error comes from, and what it says."""
    ours = [frame for frame in traceback.extract_tb(error.__traceback__) if _is_ours(frame.filename)]
    place = f"{Path(ours[-1].filename).relative_to(ROOT)}:{ours[-1].lineno}: " if ours else ""
    return f"{place}{type(error).__name__}: {' '.join(str(error).split())}"


def _is_ours(file: str) -> bool:
    path = Path(file)
    return path.is_relative_to(ROOT) and ".venv" not in path.parts
