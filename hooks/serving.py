"""Robustness of `mkdocs serve` against failed builds and missing folders."""

import logging
import os
import stat
from collections.abc import Iterator
from pathlib import Path
from threading import Lock

from mkdocs.exceptions import Abort, MkDocsException
from mkdocs.livereload import LiveReloadServer
from watchdog.observers.polling import PollingObserverVFS

from faults import code_fault

log = logging.getLogger("mkdocs.handbook")
SECONDS = 0.2
"""The polling interval; that of MkDocs is 0.5."""
SETTLING = 0.05
"""The seconds without a change before a build begins; MkDocs waits for 0.1."""
STAYS = "The last good site stays up until this is fixed."
OF_THE_CODE = (
    "This is a fault of the generator's code, not of the content; `make serve ARGS=--verbose` shows the traceback."
)
BUILDING = Lock()
"""Held during a build: looking for changes at the same time took a fifth of the processor."""
MISSING = os.stat_result([0] * 10)
"""The state of a missing file; it differs from that of any real file, so its return counts as a change."""


def build_safely(server: LiveReloadServer) -> None:
    """Serve the last good site after a failed build; MkDocs alone would stop answering."""
    build = server.builder

    def build_or_tell() -> None:
        try:
            with BUILDING:
                build()
        except Abort:  # the error has been logged
            log.error(STAYS)
        except MkDocsException as error:
            log.error(f"{error}\n{STAYS}")
        except Exception as error:
            log.error(f"{code_fault(error)}\n{OF_THE_CODE} {STAYS}")
            log.debug("The traceback:", exc_info=error)

    server.builder = build_or_tell


def watch_patiently(server: LiveReloadServer) -> None:
    """Keep watching files and folders that are moved away and return, and do not follow links to folders.

    The observer of MkDocs stops watching a missing path, and loops forever if a link leads to a parent folder.
    """
    server.build_delay = SETTLING
    watched = list(server._watched_paths)
    for path in watched:
        server.unwatch(path)
    server.observer = PollingObserverVFS(  # type: ignore[assignment]
        lambda path: _look_at(Path(path), path in server._watched_paths), _inside, polling_interval=SECONDS
    )
    for path in watched:
        server.watch(path)


def _inside(folder: str | None) -> Iterator[os.DirEntry[str]]:
    """Return what is in a folder, after the build that is going on."""
    with BUILDING:
        return os.scandir(folder)


def _look_at(path: Path, is_watched: bool) -> os.stat_result:
    """Return the state of a file or folder; links to files are followed."""
    try:
        state = path.stat()
    except OSError:
        if is_watched:
            return MISSING
        raise
    leads_elsewhere = stat.S_ISDIR(state.st_mode) and path.is_symlink() and not is_watched
    return path.lstat() if leads_elsewhere else state


def latest_change() -> float:
    """Return the time of the latest change of the generator's code."""
    root = Path(__file__).parents[1]
    files = (path for name in ("handbook", "hooks") for path in (root / name).rglob("[!.]*.py"))
    return max(path.stat().st_mtime for path in files if path.is_file())
