"""Our own build: a project with synthetic content, its caches, and an edit of one case study."""

import shutil
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import yaml

from benching.measuring import Run, measured
from synthetic import write_content, write_entry

ROOT = Path(__file__).parents[2]
PARTS = ("docs", "hooks", "overrides", "handbook")
CARDS = "cards"
STEP = 7
"""The distance between two case studies that are edited."""
MANY = (sys.executable, "-m", "mkdocs")
ONE = (sys.executable, "-c", "import os; os.cpu_count = lambda: 1; from mkdocs.__main__ import cli; cli()")
"""MkDocs on a machine that seems to have one processor, so that a build takes one process."""

Entry = dict[str, Any]


class OurProject:
    """A project in `folder` with synthetic content and a copy of our code, which may change during a long benchmark."""

    def __init__(self, folder: Path, cases: int) -> None:
        """Make the project."""
        self._folder, self._cases = folder, cases
        self.content, self.site = folder / "content", folder / "site"
        self.content.mkdir(parents=True)
        for name in PARTS:
            shutil.copytree(ROOT / name, folder / name)
        shutil.copy(ROOT / "mkdocs.yml", folder)
        write_content(self.content, cases, ROOT / "content" / "vocabulary.yml")

    def entries(self) -> tuple[int, float]:
        """Return how many entries there are, and their size in MB."""
        sizes = [path.stat().st_size for path in self.content.glob("*/*.yml")]
        return len(sizes), sum(sizes) / 1e6

    def build(self, program: tuple[str, ...] = MANY) -> Run:
        """Build into an empty folder."""
        shutil.rmtree(self.site, ignore_errors=True)
        return measured((*program, "build", "--quiet"), self._folder)

    def empty_caches(self, *kept: str) -> None:
        """Delete all caches but those that are `kept`."""
        cache = self._folder / ".cache"
        for path in cache.iterdir() if cache.is_dir() else ():
            if path.name not in kept:
                shutil.rmtree(path) if path.is_dir() else path.unlink()

    def edit(self, number: int) -> None:
        """Change one case study: another for each number, and another part of it."""
        name = f"case-{number * STEP % self._cases}"
        text = (self.content / "case-studies" / f"{name}.yml").read_text(encoding="utf-8")
        entry = yaml.load(text, yaml.CSafeLoader)
        EDITS[number % len(EDITS)](entry, number)
        write_entry(self.content, "case-study", name, entry)


def _summary(entry: Entry, number: int) -> None:
    """Change what other pages, the search and the finder print, too."""
    entry["summary"] += f" The team described it again {number} times."


def _reason(entry: Entry, number: int) -> None:
    entry["decisions"][0]["because"] += f" The team gave {number} more reasons."


def _figure(entry: Entry, number: int) -> None:
    entry["figures"][0]["value"] += number + 1


EDITS: tuple[Callable[[Entry, int], None], ...] = (_summary, _reason, _figure)
