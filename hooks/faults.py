"""Error messages for failed builds."""

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
"""Errors that concern the target: in the error of a copy, the last name is the target."""


def in_words(error: BaseException, working: Path) -> str | None:
    """Return a message for a fault of content, files or disks, or None for a fault of the code.

    `working` is the folder that the build writes to, for errors without a path.
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
    """Raise OSError if a file below `folder` cannot be read, and PublishError if a link leads to a parent folder.

    MkDocs would omit the file silently, and follow the link in an endless loop.
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
    """Keep MkDocs from logging an OSError with the current page, because `on_build_error` reports it."""
    logging.getLogger("mkdocs.commands.build").addFilter(lambda record: not isinstance(sys.exc_info()[1], OSError))


def _raise(error: OSError) -> None:
    raise error


def code_fault(error: BaseException) -> str:
    """Return the place in the generator's code where an error was raised, and its message."""
    ours = [frame for frame in traceback.extract_tb(error.__traceback__) if _is_ours(frame.filename)]
    place = f"{Path(ours[-1].filename).relative_to(ROOT)}:{ours[-1].lineno}: " if ours else ""
    return f"{place}{type(error).__name__}: {' '.join(str(error).split())}"


def _is_ours(file: str) -> bool:
    path = Path(file)
    return path.is_relative_to(ROOT) and ".venv" not in path.parts
