"""The full-text index: Pagefind receives the pages as they are built, and writes the files for the search."""

import json
import subprocess
from base64 import b64decode, b64encode
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import Thread
from typing import IO, Any

from mkdocs.exceptions import PluginError
from pagefind_bin import get_executable

FOLDER = "pagefind"
UNUSED = ("pagefind-component-ui.", "pagefind-modular-ui.", "pagefind-ui.", "pagefind-highlight.js")
"""Pagefind's own user interfaces, which the site does not use."""
NOT_TEXT = (
    "svg", ".hs-cite", ".hs-cited", ".hs-sources", ".hs-breadcrumbs", ".hs-permalink", ".hs-on-this-page",
    ".hs-neighbours", ".hs-edit", ".hs-player", ".hs-player__step", ".hs-diagram figcaption", ".hs-chosen",
    ".hs-follow", ".hs-ways", ".hs-skip", ".hs-print", ".hs-back", ".hs-eras", ".hs-facets", ".headerlink",
)  # fmt: skip
"""Parts of an article that are not indexed."""
END = b","
"""The end of a message in both directions; base64 does not contain this character."""


class TextIndex:
    """A running Pagefind process, with the protocol of its packages for Node.js and Python.

    Pagefind numbers pages in the order in which they are added. If it read the folder itself, the order, and so the
    index, would depend on the file system.
    """

    def __init__(self, pagefind: "subprocess.Popen[bytes]") -> None:
        """Start an index."""
        assert pagefind.stdin and pagefind.stdout
        self._requests, self._asked = pagefind.stdin, 0
        self._answers: list[dict[str, Any]] = []
        self._reader = Thread(target=self._listen, args=(pagefind.stdout,), daemon=True)
        self._reader.start()
        self._ask("NewIndex", config={"exclude_selectors": NOT_TEXT})

    def add(self, path: str, html: str) -> None:
        """Add a page; `path` is its path below the site."""
        self._ask("AddFile", index_id=0, file_path=path, file_contents=html)

    def write(self, site: Path) -> None:
        """Write the index below `site`; no pages can be added afterwards."""
        self._ask("GetFiles", index_id=0)
        self._reader.join()
        for answer in self._answers:
            if answer["type"] == "Error":
                raise PluginError(f"The text could not be indexed: {answer['message']}")
        if len(self._answers) < self._asked:
            raise PluginError("The text could not be indexed: Pagefind ended before it had answered")
        for file in self._answers[-1]["files"]:
            if not file["path"].startswith(UNUSED):
                path = site / FOLDER / file["path"]
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(b64decode(file["content"]))

    def close(self) -> None:
        """Wait for the reader thread to end."""
        self._reader.join()

    def _ask(self, what: str, **details: Any) -> None:
        request = {"message_id": self._asked, "payload": {"type": what, **details}}
        self._asked += 1
        with suppress(BrokenPipeError):  # Pagefind has ended: `write` detects the missing answers
            self._requests.write(b64encode(json.dumps(request).encode()) + END)
            self._requests.flush()

    def _listen(self, channel: IO[bytes]) -> None:
        """Collect answers until the files of the index arrive or Pagefind ends."""
        for message in _messages(channel):
            self._answers.append(json.loads(b64decode(message))["payload"])
            if self._answers[-1]["type"] == "GetFiles":
                return


def _messages(channel: IO[bytes]) -> Iterator[bytes]:
    pieces: list[bytes] = []
    while piece := channel.read1(1 << 20):  # type: ignore[attr-defined]
        *ends, begun = piece.split(END)
        for end in ends:
            yield b"".join([*pieces, end])
            pieces.clear()
        pieces.append(begun)


@contextmanager
def text_index() -> Iterator[TextIndex]:
    """Yield an empty index."""
    command, pipe = [str(get_executable()), "--service"], subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=subprocess.DEVNULL) as pagefind:
        index = TextIndex(pagefind)
        try:
            yield index
        finally:
            pagefind.kill()  # it would wait for more requests
            index.close()
