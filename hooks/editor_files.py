"""The files of the editor in the browser: the Python that it runs, our own code, the layout engine, the content."""

import io
import logging
import zipfile
from collections.abc import Collection, Iterator
from pathlib import Path

from engine import ELK
from handbook import addresses
from on_request import Make

log = logging.getLogger("mkdocs.handbook")
EPOCH = (1980, 1, 1, 0, 0, 0)
"""The date of every file in the archive, so that the same code makes the same archive."""
LEFT_OUT = "publishing"
"""The package of handbook/ that the editor does not need."""
MODULE = """\
const made = (run) => {{
  const module = {{ exports: {{}} }}
  run(module, module.exports)
  return module.exports
}}
export const ELK = made((module, exports) => {{
{elk}
}})
export const answer = made((module) => {{
{answer}
}})
"""


def editor_files(project: Path, entries: Collection[str]) -> Iterator[tuple[str, Make]]:
    """Yield the path below the site and the content of each file, with those of `entries` below content/.

    Without the Python that `scripts/browser_python.py` fetches, there are none.
    """
    fetched = project / ".cache" / "python"
    if not (fetched / "complete").is_file():
        log.info("The editor in the browser is left out: `make build` fetches what it needs.")
        return
    for path in sorted(fetched.iterdir()):
        if path.name != "complete":
            yield _python(path.name), path.read_bytes
    yield _python("handbook.zip"), _own_code
    yield _python("elk.mjs"), _elk
    for entry in sorted(entries):
        yield addresses.path(addresses.ENTRY_FILES + entry), (project / "content" / entry).read_bytes


def _python(name: str) -> str:
    return addresses.path(addresses.PYTHON + name)


def _own_code() -> bytes:
    """Return an archive of handbook/."""
    root = Path(__file__).parents[1]
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        for path in sorted((root / "handbook").rglob("*")):
            if path.suffix in (".py", ".html", ".yml") and LEFT_OUT not in path.parts:
                name = path.relative_to(root).as_posix()
                archive.writestr(zipfile.ZipInfo(name, EPOCH), path.read_bytes(), zipfile.ZIP_DEFLATED)
    return content.getvalue()


def _elk() -> bytes:
    """Return the layout engine and what reads its answers as one module; in hooks/elk/ they are modules of Node."""
    elk, answer = ((ELK / name).read_text(encoding="utf-8") for name in ("elk.bundled.cjs", "answer.cjs"))
    return MODULE.format(elk=elk, answer=answer).encode()
