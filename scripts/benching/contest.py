"""The builds in turn: ours in several states of its caches, and those of the peers."""

import shutil
import sys
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path

from benching import tables
from benching.hugo import HugoProject
from benching.measuring import Run, measured
from benching.ours import CARDS, ONE, OurProject
from benching.sites import Digests, Size, differing, digests_of, size_of
from peer import MkDocsProject

MOST_NAMED = 5
"""The number of files that are named where two sites differ."""


class Contest:
    """The projects, and what their builds cost so far; `faults` says where our sites differ, one line each."""

    def __init__(self, ours: OurProject, hugo: HugoProject | None, mkdocs: MkDocsProject | None) -> None:
        """Begin without any build."""
        self._ours, self._hugo, self._mkdocs = ours, hugo, mkdocs
        self.entries, _ = ours.entries()
        self.runs: defaultdict[str, list[Run]] = defaultdict(list)
        self.sizes: dict[str, Size] = {}
        self.words: tuple[str, ...] = ()
        self.faults: list[str] = []
        self._turn = ""

    def run(self, number: int, of: int) -> None:
        """Build everything once. One process is for the bytes, so the first run has it alone."""
        self._turn = f"run {number + 1} of {of}"
        self._run_ours(number)
        self._copy(self._ours.site)
        if self._hugo:
            self._run_hugo(self._hugo)
        shutil.rmtree(self._ours.site)
        if self._mkdocs:
            self._measure(tables.MKDOCS, self._mkdocs.build)
            self._size(tables.MKDOCS, self._mkdocs.site)
            shutil.rmtree(self._mkdocs.site)

    def _run_ours(self, number: int) -> None:
        ours = self._ours
        ours.empty_caches()
        first = self._build(tables.FIRST)
        self._compare(first, tables.UNCHANGED, self._build(tables.UNCHANGED))
        ours.edit(number)
        edited = self._build(tables.EDITED)
        ours.empty_caches(CARDS)
        self._compare(edited, tables.CARDS_KEPT, self._build(tables.CARDS_KEPT))
        if number == 0:
            ours.empty_caches(CARDS)
            self._compare(edited, tables.ONE_PROCESS, self._build(tables.ONE_PROCESS, lambda: ours.build(ONE)))

    def _build(self, name: str, work: Callable[[], Run] | None = None) -> Digests:
        self._measure(name, work or self._ours.build)
        self._size(name, self._ours.site)
        return digests_of(self._ours.site)

    def _compare(self, expected: Digests, name: str, found: Digests) -> None:
        if paths := differing(expected, found):
            named = ", ".join(paths[:MOST_NAMED])
            self.faults.append(f"NOT the same bytes: {name}, {self._turn}: {len(paths)} files, such as {named}")

    def _copy(self, site: Path) -> None:
        copy = site.with_name("copy")
        self._measure(tables.COPY, lambda: measured(("cp", "-r", site, copy), site.parent))
        self._size(tables.COPY, copy)
        shutil.rmtree(copy)

    def _run_hugo(self, hugo: HugoProject) -> None:
        pages = self._measure(tables.HUGO, hugo.build)
        self._size(tables.HUGO, hugo.site)
        index = self._measure(tables.PAGEFIND, hugo.index)
        self._size(tables.BOTH, hugo.site)
        self.runs[tables.BOTH].append(pages.then(index))
        self.words = self.words or tuple(tables.words(self._ours.site, hugo.site))
        shutil.rmtree(hugo.site)

    def _size(self, name: str, site: Path) -> None:
        self.sizes[name] = size_of(site)

    def _measure(self, name: str, work: Callable[[], Run]) -> Run:
        """Measure a build, and print what it cost to the error stream; a terminal is told when it begins, too."""
        if sys.stderr.isatty():
            print(f"{self._turn}: {name} …", end="\r", file=sys.stderr, flush=True)
        run = work()
        self.runs[name].append(run)
        cost = f"{run.seconds:.1f} s, CPU {run.processors:.1f} s, {run.memory.together:,.0f} MB"
        print(f"{self._turn}: {name}: {cost}", file=sys.stderr, flush=True)
        return run
