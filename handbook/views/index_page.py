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


def parts(url: str, rows: Sequence[Row], most: int, name: Callable[[Row], str]) -> Iterator[TablePart[Row]]:
    """Yield the pages of a table with at most `most` rows each: `/left/`, `/left/2/`; a link is called by its rows."""
    spans = [tuple(rows[start : start + most]) for start in range(0, len(rows), most)] or [()]
    urls = [url, *(f"{url}{number}/" for number in range(2, len(spans) + 1))]
    names = [f"{name(span[0])} to {name(span[-1])}" if span else "" for span in spans]
    links = tuple(Link(*pair) for pair in zip(names, urls, strict=True)) if len(spans) > 1 else ()
    for here, span in enumerate(spans):
        yield TablePart(urls[here], span, here, links)
