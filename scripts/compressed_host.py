"""A host that serves a built site as GitHub Pages does: below a path, compressed, and cached for ten minutes."""

import gzip
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

from local_host import QuietHandler, served

PATH = "/how-it-scaled/"
COMPRESSED = (".css", ".html", ".js", ".json", ".mjs", ".svg", ".txt", ".xml")
PAGE_BYTES, FONT_BYTES = 130_000, 100_000
"""At most so much is transferred for a page, without typefaces and of typefaces."""
LOADED_LATER = ("/assets/python-", "archive.json")
"""The Python of the editor and the content that it checks, which its page loads after it is shown, and says so."""
LEVEL = 6
"""The level of compression, the usual one of hosts."""


@cache
def compressed(file: Path) -> bytes:
    """Return the content of a file as it is transferred."""
    content = file.read_bytes()
    return gzip.compress(content, LEVEL, mtime=0) if file.suffix in COMPRESSED else content


def is_counted(address: str) -> bool:
    """Return whether what is at an address is a part of the page that asks for it."""
    return not any(part in address for part in LOADED_LATER)


class CompressedHost(QuietHandler):
    """Answers with a compressed file, with the page for a folder, or with 404."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:  # noqa: N802  # the name that http.server calls
        """Send a file."""
        file = self._file()
        body = compressed(file) if file.is_file() else b""
        self.send_response(200 if file.is_file() else 404)
        self.send_header("Content-Type", self.guess_type(str(file)))
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "max-age=600")
        if file.suffix in COMPRESSED:
            self.send_header("Content-Encoding", "gzip")
        self.end_headers()
        self.wfile.write(body)

    def _file(self) -> Path:
        path = Path(self.directory) / self.path.partition("?")[0].removeprefix(PATH).lstrip("/")
        return path / "index.html" if path.is_dir() else path


@contextmanager
def compressed_host(site: Path) -> Iterator[str]:
    """Serve a built site, and yield its address."""
    with served(site, CompressedHost) as root:
        yield root.removesuffix("/") + PATH
