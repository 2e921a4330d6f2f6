"""All pages between the case studies."""

from collections.abc import Iterator
from functools import partial

from handbook import addresses
from handbook.faces import Casebook
from handbook.views.index_page import IndexPage
from handbook.views.insights import hub, numbers
from handbook.views.insights.agreements import agreement_pages
from handbook.views.insights.left import departures, left_pages
from handbook.views.insights.lessons import lesson_pages
from handbook.views.insights.lifespans import in_one_line, lifespan_pages, lifespans
from handbook.views.insights.matrix import matrix_pages
from handbook.views.insights.measure import measure_pages
from handbook.views.insights.measured import by_measure
from handbook.views.insights.pairings import pairings
from handbook.views.insights.timeline import timeline_pages
from handbook.views.insights.trust import trust_pages


def insight_pages(book: Casebook) -> Iterator[IndexPage]:
    """Yield the pages, their index first."""
    rows, spans, pairs = departures(book), lifespans(book), pairings(book)
    view = partial(hub.insights_view, book, rows, spans, pairs)
    yield IndexPage(addresses.INSIGHTS, hub.TITLE, hub.DESCRIPTION, "insights.html", view)
    yield from left_pages(rows)
    yield from lesson_pages(book)
    yield from agreement_pages(book)
    yield from timeline_pages(book, in_one_line(spans))
    yield from lifespan_pages(spans)
    yield from matrix_pages(book, pairs)
    yield from number_pages(book)
    yield from trust_pages(book)


def number_pages(book: Casebook) -> Iterator[IndexPage]:
    """Yield the overview of the numbers, and the pages of each measure."""
    measures = by_measure(book)
    view = partial(numbers.numbers_view, book, measures)
    yield IndexPage(addresses.NUMBERS, numbers.TITLE, numbers.DESCRIPTION, "numbers.html", view)
    for name, groups in measures.items():
        yield from measure_pages(book, book.term("measures", name), groups)
