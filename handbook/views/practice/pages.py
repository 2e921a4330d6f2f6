"""All pages to practise on."""

from collections.abc import Iterator

from handbook.faces import Casebook
from handbook.views.index_page import IndexPage
from handbook.views.practice.decide import decide_pages
from handbook.views.practice.derived import derived_pages
from handbook.views.practice.estimate import estimate_pages
from handbook.views.practice.hub import hub_page
from handbook.views.practice.recall import recall_pages
from handbook.views.practice.yours import yours_page


def practice_pages(book: Casebook) -> Iterator[IndexPage]:
    """Yield the pages, their index first."""
    yield hub_page(book)
    yield from recall_pages(book)
    yield from decide_pages(book)
    yield from estimate_pages(book)
    yield yours_page(book)
    yield from derived_pages(book)
