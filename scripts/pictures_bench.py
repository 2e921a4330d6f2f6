"""Measure every diagram of the content: milliseconds to make (median of five), bytes as SVG, and bytes compressed."""

import gzip
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from statistics import mean, median
from typing import Any

from handbook.faces import Casebook, make_casebook
from handbook.library import read_library
from handbook.model.architecture import Architecture, Era
from handbook.renderer import Renderer
from handbook.views.diagrams import diagram_of_era

CONTENT = Path("content")
RUNS = 5
Row = tuple[str, float, int, int]


def main() -> None:
    """Run the command."""
    rows = list(_rows())
    print(f"{'diagram':<28}{'ms':>7}{'bytes':>8}{'gzip':>7}")
    for name, duration, size, compressed in (*rows, _over("on average", mean, rows), _over("the most", max, rows)):
        print(f"{name:<28}{duration:>7.1f}{size:>8}{compressed:>7}")


def _rows() -> Iterator[Row]:
    library = read_library(CONTENT).library
    if library is None:
        raise SystemExit("The content has problems: run `make check`.")
    book, macros = make_casebook(library), Renderer().module("pictures.html")
    for entry in library.case_studies.values():
        architecture = entry.data.architecture
        for number, era in enumerate(architecture.eras or (None,), 1):
            make = partial(_svg, macros, book, architecture, era)
            svg = make().encode()
            duration = median(_duration(make) for _ in range(RUNS))
            yield f"{entry.id}-{number}", duration, len(svg), len(gzip.compress(svg))


def _svg(macros: Any, book: Casebook, architecture: Architecture, era: Era | None) -> str:
    return str(macros.diagram(diagram_of_era(book, architecture, era), "diagram", "A title"))


def _duration(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1000


def _over(name: str, sum_up: Callable[[list[Any]], float], rows: list[Row]) -> Row:
    durations, sizes, compressed = (sum_up([row[column] for row in rows]) for column in (1, 2, 3))
    return name, durations, round(sizes), round(compressed)


if __name__ == "__main__":
    main()
