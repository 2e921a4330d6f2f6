"""What `mkdocs serve` does about a build that fails, and about folders that come and go."""

import logging
import os
import stat
from pathlib import Path

from mkdocs.exceptions import Abort, MkDocsException
from mkdocs.livereload import LiveReloadServer
from watchdog.observers.polling import PollingObserverVFS

from faults import code_fault

log = logging.getLogger("mkdocs.handbook")
SECONDS = 0.5
"""How often files are looked at, as MkDocs does."""
STAYS = "The last good site stays up until this is fixed."
OF_THE_CODE = (
    "This is a fault of the generator's code, not of the content; `mkdocs serve --verbose` shows the traceback."
)
MISSING = os.stat_result([0] * 10)
"""The state of what is not there; where it comes back, it has changed."""


def build_safely(server: LiveReloadServer) -> None:
    """Let the server answer with the last good site after a build that failed; MkDocs alone would not answer at all."""
    build = server.builder

    def build_or_tell() -> None:
        try:
            build()
        except Abort:  # what is wrong has been said
            log.error(STAYS)
        except MkDocsException as error:
            log.error(f"{error}\n{STAYS}")
        except Exception as error:
            log.error(f"{code_fault(error)}\n{OF_THE_CODE} {STAYS}")
            log.debug("The traceback:", exc_info=error)

    server.builder = build_or_tell


def watch_patiently(server: LiveReloadServer) -> None:
    """Go on watching a file or folder that is moved away and comes back, and follow no link to a folder.

    The observer of MkDocs gives up what is missing once, and runs in circles where a link leads upwards.
    """
    watched = list(server._watched_paths)
    for path in watched:
        server.unwatch(path)
    server.observer = PollingObserverVFS(  # type: ignore[assignment]
        lambda path: _look_at(Path(path), path in server._watched_paths), os.scandir, polling_interval=SECONDS
    )
    for path in watched:
        server.watch(path)


def _look_at(path: Path, is_watched: bool) -> os.stat_result:
    """Return the state of a file or folder; of a link, that of the file it leads to."""
    try:
        state = path.stat()
    except OSError:
        if is_watched:
            return MISSING
        raise
    leads_elsewhere = stat.S_ISDIR(state.st_mode) and path.is_symlink() and not is_watched
    return path.lstat() if leads_elsewhere else state
