"""One line in a terminal that says how far a long build is; short builds and logs have none."""

import logging
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

LONG = 200
"""The number of entries from which a build is long."""
UPDATES = 200
"""How often the number of finished pages is printed."""
WIDTH = 79
ERASED = f"\r{' ' * WIDTH}\r"


class Progress:
    """The line. It is erased before each message of the log, and at the end."""

    def __init__(self) -> None:
        """Begin without a line."""
        self._terminal: TextIO | None = None
        self._finished = self._pages = 0

    @contextmanager
    def of_build(self, content: Path, stream: TextIO | None = None) -> Iterator[None]:
        """Show the line during a build of `content` if that is long and `stream`, the error stream, is a terminal."""
        stream = stream or sys.stderr
        if not stream.isatty() or sum(1 for _ in content.glob("*/*.yml")) < LONG:
            yield
            return
        self._terminal, handlers = stream, list(logging.getLogger("mkdocs").handlers)
        for handler in handlers:
            handler.addFilter(self._make_room)
        try:
            yield
        finally:
            for handler in handlers:
                handler.removeFilter(self._make_room)
            self._write("")
            self._terminal = None

    def say(self, stage: str, pages: int = 0) -> None:
        """Say what the build does now; `pages` is the number of pages that it will finish."""
        self._finished, self._pages = 0, pages
        self._write(f"{stage} …")

    def finish_page(self) -> None:
        """Count a finished page."""
        self._finished += 1
        if self._finished % max(1, self._pages // UPDATES) == 0:
            self._write(f"Pages: {self._finished:,} of {self._pages:,}")

    def _write(self, words: str) -> None:
        if self._terminal:
            self._terminal.write(f"{ERASED}{words[:WIDTH]}")
            self._terminal.flush()

    def _make_room(self, message: logging.LogRecord) -> bool:
        self._write("")
        return True


PROGRESS = Progress()
"""The line of this process."""
