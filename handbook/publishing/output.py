"""The folder that a build publishes into: found through links, made if it is missing, and held until the build ends."""

import os
import stat
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

from handbook.publishing.changes import PublishError, set_mode
from handbook.publishing.plan import refuse_unless_writable
from handbook.publishing.turns import turn

EVERYBODY = 0o555


@contextmanager
def output_folder(path: Path, sources: Path, waits: Callable[[], object]) -> Iterator[Path]:
    """Yield the real folder behind `path` while no other build holds it; call `waits` if one does at first.

    A folder that was made for this, and into which nothing was published, is removed at the end. Raises PublishError
    where nothing can be published, before anything is built.
    """
    folder = Path(os.path.realpath(path))
    _refuse_sources(path, folder, sources.resolve())
    with ExitStack() as stack:
        stack.callback(_remove_if_empty, _hold(folder, waits, stack))
        refuse_unless_writable(folder)
        yield folder


def _refuse_sources(path: Path, folder: Path, sources: Path) -> None:
    """Raise PublishError if a link leads to the sources of pages: the next build would take the site for sources."""
    if folder.is_relative_to(sources) or sources.is_relative_to(folder):
        raise PublishError(f"The output folder {path} leads to {folder}, where the sources are; choose another folder")


def _hold(folder: Path, waits: Callable[[], object], stack: ExitStack) -> list[Path]:
    """Hold the folder until `stack` ends; return the folders that were made for it.

    The build that was waited for may have made the folder, failed, and removed it again: then begin once more.
    """
    while True:
        made = _make(folder)
        with suppress(FileNotFoundError), ExitStack() as attempt:
            if attempt.enter_context(turn(folder, waits)):
                stack.push(attempt.pop_all())
                return made


def _make(folder: Path) -> list[Path]:
    """Make the folder and those above it that are missing; return what was made, the innermost first."""
    if os.path.lexists(folder) and not folder.is_dir():
        raise PublishError(f"The output folder {folder} is {_what(folder)}; remove it, or choose another folder")
    missing = [each for each in (folder, *folder.parents) if not each.exists()]
    for each in reversed(missing):
        each.mkdir(exist_ok=True)
        set_mode(each, stat.S_IMODE(each.stat().st_mode) | EVERYBODY)
    return missing


def _what(path: Path) -> str:
    return "a link that leads to itself" if path.is_symlink() else "not a folder"


def _remove_if_empty(made: list[Path]) -> None:
    with suppress(OSError):
        for each in made:
            each.rmdir()
