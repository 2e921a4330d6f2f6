"""The output folder of a build: links are resolved, it is created if missing, and locked until the build ends."""

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
    """Yield the real folder of `path`, locked; call `waits` if another build holds the lock.

    A folder that was created for this build is removed at the end if it is empty. Raises PublishError before anything
    is built if publishing is impossible.
    """
    folder = Path(os.path.realpath(path))
    _refuse_sources(path, folder, sources.resolve())
    with ExitStack() as stack:
        stack.callback(_remove_if_empty, _hold(folder, waits, stack))
        refuse_unless_writable(folder)
        yield folder


def _refuse_sources(path: Path, folder: Path, sources: Path) -> None:
    """Raise PublishError if the output and source folders overlap: the next build would read the site as sources."""
    if folder.is_relative_to(sources) or sources.is_relative_to(folder):
        raise PublishError(f"The output folder {path} leads to {folder}, where the sources are; choose another folder")


def _hold(folder: Path, waits: Callable[[], object], stack: ExitStack) -> list[Path]:
    """Lock the folder until `stack` ends; return the folders that were created.

    The build that held the lock may have created the folder, failed, and removed it again: then retry.
    """
    while True:
        made = _make(folder)
        with suppress(FileNotFoundError), ExitStack() as attempt:
            if attempt.enter_context(turn(folder, waits)):
                stack.push(attempt.pop_all())
                return made


def _make(folder: Path) -> list[Path]:
    """Create the folder and its missing parents; return what was created, the innermost first."""
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
