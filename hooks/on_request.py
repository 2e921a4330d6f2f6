"""Files while serving: each is made when a browser first asks for it after a build, so that an edit shows at once."""

import logging
import posixpath
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from threading import Lock
from typing import Any

from mkdocs.livereload import LiveReloadServer

from faults import code_fault
from serving import OF_THE_CODE

log = logging.getLogger("mkdocs.handbook")
STAYS = "The page stays as it was until this is fixed."
Make = Callable[[], bytes]


class FilesOnRequest:
    """The files of the latest build that nobody has asked for yet."""

    def __init__(self) -> None:
        """Have no files."""
        self._lock = Lock()
        self._waiting: dict[str, Make] = {}
        self._written: set[str] = set()
        self._folder = Path()

    def renew(self, files: Mapping[str, Make], folder: Path) -> None:
        """Replace all files, which have paths below `folder`; remove those that are gone."""
        with self._lock:
            self._waiting, self._folder = dict(files), folder
            for path in self._written - files.keys():
                (folder / path).unlink(missing_ok=True)
            self._written &= files.keys()

    def ask_for(self, path: str) -> None:
        """Write a file, unless it is there or none of these; log a fault of the code, and leave the file as it was."""
        with self._lock:
            if (make := self._waiting.get(path)) is None:
                return
            try:
                self._write(self._folder / path, make())
            except Exception as error:
                log.error(f"{code_fault(error)}\n{OF_THE_CODE} {STAYS}")
                log.debug("The traceback:", exc_info=error)
                return
            del self._waiting[path]
            self._written.add(path)

    def _write(self, file: Path, content: bytes) -> None:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)


def make_on_request(server: LiveReloadServer, files: FilesOnRequest) -> None:
    """Let `server` write a file before it reads it, and after the build that is going on."""
    serve = server._serve_request

    def serve_file(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes] | None:
        path = environ["PATH_INFO"].encode("latin-1").decode("utf-8", "ignore")
        if path.startswith(server.mount_path):
            with server._epoch_cond:
                server._epoch_cond.wait_for(lambda: server._visible_epoch == server._wanted_epoch)
            files.ask_for(_file(path.removeprefix(server.mount_path)))
        return serve(environ, start_response)

    server._serve_request = serve_file  # type: ignore[method-assign]


def _file(path: str) -> str:
    """Return the file that the server reads for a path below the site."""
    return posixpath.normpath(f"{path}index.html" if path.endswith("/") or not path else path)
