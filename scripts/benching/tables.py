"""What `scripts/bench.py` prints: costs, ratios, and words per page."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from statistics import median

from benching.measuring import Run
from benching.sites import Size, Words, words_of

FIRST, CARDS_KEPT, ONE_PROCESS = "ours, first build", "ours, cards in the cache", "the same, one process"
EDITED, UNCHANGED = "ours, after one edit", "ours, no change"
HUGO, PAGEFIND, BOTH = "Hugo", "Pagefind over it", "Hugo + Pagefind"
MKDOCS, COPY = "MkDocs + Material", "cp -r of our site"
ROWS = (FIRST, CARDS_KEPT, ONE_PROCESS, EDITED, UNCHANGED, HUGO, PAGEFIND, BOTH, MKDOCS, COPY)
OURS = (FIRST, CARDS_KEPT, ONE_PROCESS, EDITED, UNCHANGED)
PEERS = (BOTH, HUGO, MKDOCS, COPY)
PAGES = {
    "case studies": ("case-studies/*/index.html", "case-studies/*/index.html"),
    "their evidence": ("case-studies/*/evidence/index.html", "evidence/case-studies/*/index.html"),
    "technologies": ("technologies/*/index.html", "technologies/*/index.html"),
    "patterns": ("patterns/*/index.html", "patterns/*/index.html"),
    "organisations": ("organisations/*/index.html", "organisations/*/index.html"),
    "families": ("families/*/index.html", "families/*/index.html"),
    "comparisons": ("compare/*-vs-*/index.html", "compare/*-vs-*/index.html"),
    "lessons": ("lessons/**/index.html", "lessons/**/index.html"),
    "numbers": ("numbers/**/index.html", "numbers/**/index.html"),
    "timeline": ("timeline/**/index.html", "timeline/**/index.html"),
    "agreements": ("agreements/**/index.html", "agreements/**/index.html"),
    "decisions": ("practice/decide/**/index.html", "decisions/**/index.html"),
    "estimates": ("practice/estimate/**/index.html", "estimates/**/index.html"),
    "questions": ("practice/recall/cases/**/index.html", "questions/**/index.html"),
    "list of case studies": ("case-studies/index.html", "case-studies/index.html"),
}
"""Kinds of pages: where they are in our site, and in Hugo's."""

COLUMNS = ("wall s", "CPU s", "peak MB", "not Pagefind", "Pagefind", "site MB", "files", "runs")

Runs = Mapping[str, Sequence[Run]]
Sizes = Mapping[str, Size]


def costs(runs: Runs, sizes: Sizes) -> Iterator[str]:
    """Yield a line for each site with the medians of its runs."""
    yield _row("", *COLUMNS)
    for name in ROWS:
        if runs.get(name):
            yield _row(name, *_cost(runs[name]), *_size(sizes.get(name)), str(len(runs[name])))


def _row(name: str, *cells: str) -> str:
    return f"{name:26}" + "".join(f"{cell:>13}" for cell in cells)


def _cost(runs: Sequence[Run]) -> tuple[str, ...]:
    memories = [run.memory for run in runs]
    peaks = (
        median(one.together for one in memories),
        median(one.without_pagefind for one in memories),
        median(one.pagefind for one in memories),
    )
    return f"{_seconds(runs):.1f}", f"{_processors(runs):.1f}", *(f"{peak:,.0f}" for peak in peaks)


def _size(size: Size | None) -> tuple[str, str]:
    return (f"{size.megabytes:,.1f}", f"{size.files:,}") if size else ("", "")


def ratios(runs: Runs) -> Iterator[str]:
    """Yield a line for each of our builds: its medians divided by those of each peer."""
    peers = [name for name in PEERS if runs.get(name)]
    yield f"{'times as long, wall / CPU':26}" + "".join(f"{name:>20}" for name in peers)
    for name in OURS:
        if runs.get(name):
            yield f"{name:26}" + "".join(f"{_ratio(runs[name], runs[peer]):>20}" for peer in peers)


def _ratio(ours: Sequence[Run], peer: Sequence[Run]) -> str:
    return f"{_divided(_seconds(ours), _seconds(peer))} / {_divided(_processors(ours), _processors(peer))}"


def _divided(ours: float, peer: float) -> str:
    return f"{ours / peer:.2f}" if peer else "-"


def _seconds(runs: Sequence[Run]) -> float:
    return median(run.seconds for run in runs)


def _processors(runs: Sequence[Run]) -> float:
    return median(run.processors for run in runs)


def words(ours: Path, hugo: Path) -> Iterator[str]:
    """Yield a line for each kind of page: pages and words per page, ours and Hugo's."""
    yield f"{'words per page (pages)':26}{'ours':>16}{'Hugo':>16}{'Hugo / ours':>13}"
    for name, (one, other) in PAGES.items():
        mine, its = words_of(ours, one), words_of(hugo, other)
        yield f"{name:26}{_words(mine):>16}{_words(its):>16}{_divided(its.each, mine.each):>13}"


def _words(words: Words) -> str:
    return f"{words.each:,.0f} ({words.pages:,})"
