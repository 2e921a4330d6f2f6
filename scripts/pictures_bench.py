"""Measure every diagram of the content: drawing time in ms (median of five), bytes of SVG, and compressed bytes.

    python scripts/pictures_bench.py [NUMBER]     NUMBER: also lay out so many different diagrams

The line above the table is the time of the layout engine for all diagrams, without the cache.
"""

import gzip
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from copy import deepcopy
from dataclasses import replace
from functools import partial
from pathlib import Path
from random import Random
from statistics import mean, median
from typing import Any

from handbook.faces import Casebook, make_casebook
from handbook.library import Entry
from handbook.model.architecture import Era
from handbook.model.case_study import CaseStudy
from handbook.pictures.graph import Graph
from handbook.pictures.layouts import lay_out
from handbook.reading import read_library
from handbook.renderer import Renderer
from handbook.views.diagrams import case_counts, draft_of_era, drafts

sys.path.insert(0, str(Path(__file__).parents[1] / "hooks"))
from engine import asked

CONTENT = Path("content")
RUNS = 5
Row = tuple[str, float, int, int]


def main() -> None:
    """Run the command."""
    library = read_library(CONTENT).library
    if library is None:
        raise SystemExit("The content has problems: run `make check`.")
    book = make_casebook(library)
    wanted = list(drafts(book))
    duration = _duration(lambda: asked([draft.request for draft in wanted]))
    each = duration / len(wanted)
    print(f"ELK: {duration:,.0f} ms for {len(wanted)} diagrams, {each:.0f} ms each, with the start of Node")
    for number in map(int, sys.argv[1:]):
        many = list(_unlike([draft.request for draft in wanted], number))
        print(f"ELK: {_duration(partial(asked, many)) / 1000:,.1f} s for {number:,} diagrams, no two alike")
    rows = list(_rows(replace(book, layouts=lay_out(wanted, asked))))
    print(f"{'diagram':<28}{'ms':>7}{'bytes':>8}{'gzip':>7}")
    for name, duration, size, compressed in (*rows, _over("on average", mean, rows), _over("the most", max, rows)):
        print(f"{name:<28}{duration:>7.1f}{size:>8}{compressed:>7}")


def _unlike(requests: Sequence[Graph], number: int) -> Iterator[Graph]:
    """Yield `number` graphs like those of the content, each with different widths of components."""
    widths = Random(number)
    for place in range(number):
        graph = deepcopy(requests[place % len(requests)])
        for child in graph["children"]:
            child["width"] += widths.randint(0, 40)
        yield graph


def _rows(book: Casebook) -> Iterator[Row]:
    macros = Renderer().module("pictures.html")
    for entry in book.library.case_studies.values():
        for number, era in enumerate(entry.data.architecture.eras or (None,), 1):
            make = partial(_svg, macros, book, entry, era)
            svg = make().encode()
            duration = median(_duration(make) for _ in range(RUNS))
            yield f"{entry.id}-{number}", duration, len(svg), len(gzip.compress(svg))


def _svg(macros: Any, book: Casebook, case: Entry[CaseStudy], era: Era | None) -> str:
    draft = draft_of_era(book, case.data.architecture, case_counts(book, case), era)
    return str(macros.diagram(book.layouts.diagram(draft), "diagram", "A title"))


def _duration(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1000


def _over(name: str, sum_up: Callable[[list[Any]], float], rows: list[Row]) -> Row:
    durations, sizes, compressed = (sum_up([row[column] for row in rows]) for column in (1, 2, 3))
    return name, durations, round(sizes), round(compressed)


if __name__ == "__main__":
    main()
