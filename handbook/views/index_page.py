"""Pages that belong to no entry: an address, a title and a view, which handbook/site.py publishes."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from handbook.context import Link
from handbook.views.sections import PageView

Row = TypeVar("Row")
Shown = TypeVar("Shown")
MOST_LINKS = 40
"""The number of pages of a table to which each of them links, so that the links grow no faster than the rows."""


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
    """One of the pages over which a long table is spread.

    `links` lead to all of the `count` pages, or to some of them if there are many; `here` is its position among them.
    """

    url: str
    rows: tuple[Row, ...]
    number: int
    count: int
    here: int
    links: tuple[Link, ...]

    def shown(self, show: "Callable[[Row], Shown]") -> "TablePart[Shown]":
        """Return the part with what `show` makes of each row, so that a page makes only its own rows."""
        rows = tuple(map(show, self.rows))
        return TablePart(self.url, rows, self.number, self.count, self.here, self.links)


def _alike(row: object) -> int:
    return 1


def parts(
    url: str, rows: Sequence[Row], most: int, name: Callable[[Row], str], weight: Callable[[Row], int] = _alike
) -> Iterator[TablePart[Row]]:
    """Yield the pages of a table, `/left/` and `/left/2/`, each called by its first and last row.

    A page has at most `most` rows, or rows that weigh as much together.
    """
    spans = _spans(rows, most, weight) or [()]
    for here, span in enumerate(spans):
        near = _near(here, len(spans)) if len(spans) > 1 else ()
        links = tuple(Link(_name(spans[other], name), _url(url, other)) for other in near)
        yield TablePart(_url(url, here), span, here + 1, len(spans), near.index(here) if near else 0, links)


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


def _near(here: int, count: int) -> tuple[int, ...]:
    """Return the positions of all pages, or of the neighbours of one and of some at equal distances."""
    if count <= MOST_LINKS:
        return tuple(range(count))
    apart = range(0, count, -(-count // (MOST_LINKS - 6)))
    return tuple(sorted({0, count - 1, *apart, *range(max(0, here - 2), min(count, here + 3))}))


def _name(span: Sequence[Row], name: Callable[[Row], str]) -> str:
    first, last = name(span[0]), name(span[-1])
    return first if first == last else f"{first} to {last}"


def _url(url: str, position: int) -> str:
    return f"{url}{position + 1}/" if position else url
