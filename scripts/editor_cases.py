"""Broken files to open in the editor in the browser, and a server that gives it the sample handbook."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from http.server import SimpleHTTPRequestHandler
from pathlib import Path

from handbook import addresses
from handbook.exports.archive import archive
from handbook.model.kinds import KINDS
from handbook.reading import read_library
from handbook.survey import fault_of_id

PROBLEMS, SAMPLE = Path("tests/problems"), Path("tests/sample/content")
LINE = re.compile(r"content/(?P<file>[^:]+):(?P<line>\d+):\d+: (?P<message>.*) \[(?P<rule>[a-z0-9-]+)\]")
KIND_OF = {kind.folder: kind.name for kind in KINDS}
OPEN = """async ([module, query, text]) => {
  const { EditorView } = await import(module)
  const place = document.querySelector("[data-write-editor]")
  const root = document.querySelector("[data-write]")
  const until = (ready) => new Promise((resolve) => {
    const look = () => (ready() ? resolve() : setTimeout(look, 20))
    look()
  })
  history.pushState(null, "", query)
  dispatchEvent(new PopStateEvent("popstate"))
  await until(() => root.dataset.checked)
  const view = EditorView.findFromDOM(place.shadowRoot.querySelector(".cm-editor"))
  view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: text } })
  await until(() => root.dataset.checked)
  return [...document.querySelectorAll("[data-write-problems] li")].map((item) => item.textContent)
}"""
"""Opens a file, puts a text in its place, and returns the problems that the page lists."""


@dataclass(frozen=True)
class Case:
    """A broken file below content/, and the problems that the command line prints, as the editor words them."""

    name: str
    file: str
    text: str
    expected: tuple[str, ...]

    @property
    def query(self) -> str:
        """The query that opens the file in the editor."""
        folder, name = self.file.split("/")
        key = "entry" if (SAMPLE / self.file).exists() else "new"
        return f"?{key}={KIND_OF[folder]}:{name.removesuffix('.yml')}"


def cases(root: Path) -> Iterator[Case]:
    """Yield the problem cases of one entry, all of whose problems are in this entry."""
    for folder in sorted((root / PROBLEMS).iterdir()):
        files = [path for path in folder.glob("content/**/*") if path.is_file()]
        if len(files) == 1 and (case := _case(folder, files[0])):
            yield case


def _case(folder: Path, path: Path) -> Case | None:
    file = path.relative_to(folder / "content")
    found = [LINE.fullmatch(line) for line in (folder / "expected.txt").read_text(encoding="utf-8").splitlines()]
    told = [one for one in found if one and one["file"] == file.as_posix()]
    if file.parts[0] not in KIND_OF or file.suffix != ".yml" or fault_of_id(file.stem) or len(told) < len(found):
        return None
    try:
        text = path.read_bytes().decode()
    except UnicodeDecodeError:
        return None
    return Case(
        folder.name, file.as_posix(), text, tuple(f"Line {one['line']} {one['message']} {one['rule']}" for one in told)
    )


def with_sample(host: type[SimpleHTTPRequestHandler], root: Path) -> type[SimpleHTTPRequestHandler]:
    """Return a host that gives the editor the sample handbook instead of the content of the site."""
    library = read_library(root / SAMPLE).library
    assert library
    text = archive(library).encode()
    files = addresses.ENTRY_FILES

    class SampleHost(host):  # type: ignore[misc, valid-type]
        """Serves the sample in place of the archive and of the copies of content files."""

        def do_GET(self) -> None:  # noqa: N802
            path = self.path.partition("?")[0]
            if path.endswith("/archive.json"):
                self._send(text)
            elif files in path:
                self._send((root / SAMPLE / path.partition(files)[2]).read_bytes())
            else:
                super().do_GET()

        def _send(self, content: bytes) -> None:
            self.send_response(200)
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

    return SampleHost
