"""Pages that belong to no entry: an address, a title and a view, which handbook/site.py publishes."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from handbook.context import Link
from handbook.views.sections import PageView

Row = TypeVar("Row")


@dataclass(frozen=True, slots=True)
class IndexPage:
    """A page that belongs to no entry."""

    url: str
    title: str
    description: str
    template: str
    view: Callable[[], PageView]


@dataclass(frozen=True, slots=True)
class TablePart(Generic[Row]):
    """One of the pages over which a long table is spread; `links` lead to all of them, `here` is its own position."""

    url: str
    rows: tuple[Row, ...]
    here: int
    links: tuple[Link, ...]


def _alike(row: object) -> int:
    return 1


def parts(
    url: str, rows: Sequence[Row], most: int, name: Callable[[Row], str], weight: Callable[[Row], int] = _alike
) -> Iterator[TablePart[Row]]:
    """Yield the pages of a table, `/left/` and `/left/2/`, each called by its first and last row.

    A page has at most `most` rows, or rows that weigh as much together.
    """
    spans = _spans(rows, most, weight) or [()]
    urls = [url, *(f"{url}{number}/" for number in range(2, len(spans) + 1))]
    names = [f"{name(span[0])} to {name(span[-1])}" if span else "" for span in spans]
    links = tuple(Link(*pair) for pair in zip(names, urls, strict=True)) if len(spans) > 1 else ()
    for here, span in enumerate(spans):
        yield TablePart(urls[here], span, here, links)


def _spans(rows: Sequence[Row], most: int, weight: Callable[[Row], int]) -> list[tuple[Row, ...]]:
    spans: list[list[Row]] = []
    room = 0
    for row in rows:
        if weight(row) > room:
            spans.append([])
            room = most
        spans[-1].append(row)
        room -= weight(row)
    return [tuple(span) for span in spans]
