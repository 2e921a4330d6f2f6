"""Measure the pages of insights and practice: `scripts/insights_bench.py 10000` makes synthetic case studies in a
temporary folder, and prints the processor time of the views and templates, and the sizes of the pages.

Without a number, it measures the repository's own content.
"""

import argparse
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from itertools import chain
from pathlib import Path

from handbook.faces import Casebook, make_casebook
from handbook.reading import read_library
from handbook.renderer import Renderer, SitePage
from handbook.views.index_page import IndexPage
from handbook.views.insights.pages import insight_pages
from handbook.views.practice.pages import practice_pages
from handbook.views.sharing import index_card
from synthetic import write_content

ROOT = Path(__file__).parents[1]
PARTED = "practice"
"""The section whose parts are listed one by one."""


def main() -> int:
    """Run the command."""
    parser = argparse.ArgumentParser(description="Measure the pages of insights and practice.")
    parser.add_argument("cases", type=int, nargs="?", help="how many synthetic case studies")
    cases = parser.parse_args().cases
    with _content(cases) as folder:
        library = read_library(folder, workers=2).library
    if library is None:
        raise SystemExit("the content cannot be read")
    _measure(make_casebook(library))
    return 0


@contextmanager
def _content(cases: int | None) -> Iterator[Path]:
    with tempfile.TemporaryDirectory(prefix="how-it-scaled-") as folder:
        if cases is not None:
            write_content(Path(folder), cases, ROOT / "content" / "vocabulary.yml")
        yield ROOT / "content" if cases is None else Path(folder)


def _measure(book: Casebook) -> None:
    seconds: defaultdict[str, float] = defaultdict(float)
    sizes: defaultdict[str, dict[str, int]] = defaultdict(dict)
    renderer, pages, start = Renderer(), chain(insight_pages(book), practice_pages(book)), time.process_time()
    for page in pages:
        sizes[_section(page)][page.url] = len(_html(renderer, book, page))
        seconds[_section(page)] += time.process_time() - start
        start = time.process_time()
    for name, found in sizes.items():
        _print(name, seconds[name], found)


def _section(page: IndexPage) -> str:
    first, second, *_ = [*page.url.strip("/").split("/"), ""]
    return f"{first}/{second}" if first == PARTED else first


def _html(renderer: Renderer, book: Casebook, page: IndexPage) -> bytes:
    card = partial(index_card, book, page.title, page.description, page.title)
    return renderer.page(SitePage(page.url, page.title, page.description, page.template, page.view, card)).html.encode()


def _print(name: str, seconds: float, sizes: dict[str, int]) -> None:
    largest = max(sizes, key=sizes.__getitem__)
    print(
        f"{name:20} {seconds:6.2f} s {len(sizes):5} pages {sum(sizes.values()) / 1e6:7.2f} MB;"
        f" the largest is {largest} with {sizes[largest] / 1e3:.0f} KB"
    )


if __name__ == "__main__":
    sys.exit(main())
