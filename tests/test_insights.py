"""The pages between the case studies, on the sample: each answer was worked out by hand."""

import pytest

from handbook.context import Link
from handbook.faces import Casebook, make_casebook
from handbook.library import Library
from handbook.views.index_page import parts
from handbook.views.insights.left import Departure, departures, in_one_line


@pytest.fixture(scope="module")
def book(library: Library) -> Casebook:
    return make_casebook(library)


def by_anchor(book: Casebook) -> dict[str, Departure]:
    return {row.anchor: row for row in departures(book)}


def test_every_departure_is_listed_by_what_was_left(book: Casebook) -> None:
    assert [(row.name, row.system.name, row.how) for row in departures(book)] == [
        ("Example Cache", "Samplemail", "left"),
        ("Mock Store", "Samplemail", "rejected"),
        ("Read cache", "Samplemail", "gave up"),
        ("Decisions", "Examplebook", "reversed a decision"),
    ]


def test_a_departure_says_what_took_the_place_and_why(book: Casebook) -> None:
    row = by_anchor(book)["samplemail-technology-example-cache"]
    assert [chip.name for chip in row.instead] == ["Sample Queue", "Batching"]
    assert row.because == "Nobody read a letter twice."
    assert row.when == "until 2018"
    assert row.url == "/case-studies/samplemail/#technology-example-cache"


def test_the_scale_is_that_of_the_use_or_of_the_system(book: Casebook) -> None:
    row = by_anchor(book)["examplebook-decision-own-finder"]
    assert [figure.value for figure in row.scale] == [book.face("case-study", "examplebook").number.value]  # type: ignore[union-attr]
    assert by_anchor(book)["samplemail-technology-mock-store"].scale == ()


def test_the_answer_counts_them(book: Casebook) -> None:
    assert in_one_line(departures(book)) == (
        "1 time a system left a technology, 1 time a system rejected one, 1 time a system gave up a pattern"
        " and 1 decision was reversed"
    )


def test_a_long_table_is_spread_over_pages_named_by_their_rows() -> None:
    first, second = parts("/left/", ("Ada", "Bert", "Cora"), 2, str)
    assert (first.url, first.rows, second.url, second.rows) == ("/left/", ("Ada", "Bert"), "/left/2/", ("Cora",))
    assert first.links == second.links == (Link("Ada to Bert", "/left/"), Link("Cora", "/left/2/"))
    assert [part.links for part in parts("/left/", ("Ada",), 2, str)] == [()]
    assert [part.rows for part in parts("/left/", (), 2, str)] == [()]
