"""The numbers of the sample: each answer was worked out by hand."""

from collections.abc import Iterable
from dataclasses import replace

import pytest
from markupsafe import Markup

from handbook.context import Link
from handbook.faces import Casebook, make_casebook
from handbook.library import Library
from handbook.views.index_page import MOST_LINKS, parts
from handbook.views.insights.measure import MeasurePageView, NumberRow, measure_pages, table_addresses
from handbook.views.insights.measured import FigureGroup, by_measure, plotted
from handbook.views.insights.numbers import in_one_line, numbers_view


@pytest.fixture(scope="module")
def book(library: Library) -> Casebook:
    return make_casebook(library)


@pytest.fixture(scope="module")
def machines(book: Casebook) -> tuple[FigureGroup, ...]:
    return by_measure(book)["machines"]


def page(book: Casebook, measure: str) -> MeasurePageView:
    """Return the only page of a measure."""
    (one,) = measure_pages(book, book.term("measures", measure), by_measure(book)[measure])
    view = one.view()
    assert isinstance(view, MeasurePageView)
    return view


def rows(view: MeasurePageView) -> dict[str, NumberRow]:
    return {row.anchor: row for table in view.tables for row in table.rows}


def named(groups: Iterable[FigureGroup]) -> list[tuple[str, list[str]]]:
    return [(group.name, [one.figure.id for one in group.figures]) for group in groups]


def test_figures_are_grouped_by_what_can_be_compared_the_largest_first(book: Casebook) -> None:
    measures = by_measure(book)
    assert list(measures) == ["requests", "machines", "latency"]
    assert named(measures["requests"]) == [
        ("Requests a second", ["requests-day", "requests-server", "burst"]),
        ("Without a unit", ["growth", "letters"]),
    ]
    assert named(measures["machines"]) == [
        ("Machines: servers", ["servers", "machines"]), ("Machines: servers a day", ["broken-servers"]),
    ]  # fmt: skip
    assert named(measures["latency"]) == [("Latency", ["render"])]


def test_the_answer_counts_figures(book: Casebook) -> None:
    assert in_one_line(by_measure(book)) == (
        "9 figures of 2 systems in 3 measures: 4 measured, 1 disputed, 1 computed from others, of which 1 adds up"
    )


def test_the_largest_and_the_smallest_are_named_with_their_systems(
    book: Casebook, machines: tuple[FigureGroup, ...]
) -> None:
    picture = plotted(book, machines[0], 40)
    assert picture.largest and picture.smallest and picture.picture
    assert (picture.largest.words, picture.largest.system, picture.largest.date) == (
        "100 servers",
        "Examplebook",
        "2013",
    )
    assert (picture.smallest.words, picture.smallest.system) == ("about 3 servers", "Samplemail")
    assert picture.smallest.url == "/case-studies/samplemail/#figure-machines"
    assert [(row.name, row.words, row.x) for row in picture.picture.rows] == [
        ("Examplebook", "100", 100), ("Samplemail", "about 3", 23.9),
    ]  # fmt: skip
    assert [line.label for line in picture.picture.grid] == ["1", "10", "100"]


def test_a_plotted_number_says_its_statistic_and_load(book: Casebook, machines: tuple[FigureGroup, ...]) -> None:
    changed = {"statistic": "p99", "load": "peak"}
    tops = tuple(one._replace(figure=one.figure.model_copy(update=changed)) for one in machines[0].tops)
    picture = plotted(book, replace(machines[0], tops=tops), 40)
    assert picture.largest and picture.picture
    assert picture.largest.date == "p99, at peak, 2013"
    first = picture.picture.rows[0]
    assert (first.words, first.about) == ("100, p99, at peak", "100 servers: Servers, p99, at peak, 2013")


def test_estimates_and_single_systems_are_not_drawn(book: Casebook, machines: tuple[FigureGroup, ...]) -> None:
    requests = plotted(book, by_measure(book)["requests"][0], 40)
    assert requests.largest and requests.largest.words == "about 6,940 a second"
    assert (requests.smallest, requests.picture) == (None, None)
    assert plotted(book, machines[1], 40).largest is None


def test_the_overview_shows_groups_of_several_systems_or_else_the_first(book: Casebook) -> None:
    view = numbers_view(book, by_measure(book))
    assert [(one.all, [picture.name for picture, _ in one.pictures]) for one in view.measures] == [
        (Link("5 figures", "/numbers/requests/"), ["Requests a second"]),
        (Link("3 figures", "/numbers/machines/"), ["Machines: servers"]),
        (Link("1 figure", "/numbers/latency/"), ["Latency"]),
    ]


def test_a_picture_leads_to_the_page_on_which_its_table_begins(book: Casebook, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("handbook.views.insights.measure.MOST_ROWS", 1)
    found = list(table_addresses(book, "requests", by_measure(book)["requests"]).values())
    assert found == [
        "/numbers/requests/#requests-count-second",
        "/numbers/requests/4/#requests-in-words",
    ]


def test_a_row_has_the_value_as_published_and_in_a_common_unit(book: Casebook) -> None:
    row = rows(page(book, "requests"))["examplebook-figure-requests-day"]
    assert (row.value, row.common) == ("about 600 million requests a day", "about 6,940 a second")
    assert (row.sort, row.sort_date) == ("6944.44", "2013-05-01")
    assert row.qualifiers == "at a usual time, over 24 hours of 2013-05-01, whole network"
    assert row.sources == Link("1 source", "/case-studies/examplebook/evidence/#figure-requests-day")
    assert row.disputes == (Markup("500 million requests a day"),)
    assert row.facets == {"system": "examplebook", "status": "measured", "load": "typical", "disputed": "yes"}


def test_what_has_no_single_value_is_shown_as_it_is(book: Casebook) -> None:
    found = rows(page(book, "requests"))
    shown = {name: (found[name].value, found[name].common, found[name].sort) for name in found if not found[name].sort}
    assert shown == {
        "examplebook-figure-burst": ("at least 9,000 to 11,000 requests a second", "", ""),
        "examplebook-figure-growth": ("at most 12.5 times", "", ""),
        "samplemail-figure-letters": ("on the order of “thousands”", "", ""),
    }


def test_a_derived_figure_shows_its_arithmetic(book: Casebook) -> None:
    shown = rows(page(book, "requests"))["examplebook-figure-requests-server"].derivation
    assert shown and shown.adds_up
    assert (shown.sign, shown.result) == ("÷", "69.44 requests a second")
    assert shown.operands == (
        Link("about 600 million requests a day", "/case-studies/examplebook/#figure-requests-day"),
        Link("100 servers", "/case-studies/examplebook/#figure-servers"),
    )


def test_filters_have_the_values_that_occur(book: Casebook) -> None:
    filters = {one.key: [(choice.id, choice.count) for choice in one.choices] for one in page(book, "requests").filters}
    assert filters == {
        "system": [("examplebook", 4), ("samplemail", 1)],
        "status": [("measured", 1), ("estimated", 2), ("goal", 1), ("capacity", 1)],
        "load": [("peak", 1), ("typical", 1)],
        "disputed": [("yes", 1), ("no", 4)],
    }


def test_links_to_the_pages_of_a_table_grow_no_faster_than_its_rows() -> None:
    found = list(parts("/numbers/requests/", range(500), 1, str))
    assert len(found) == 500
    assert all(len(part.links) <= MOST_LINKS for part in found)
    assert all(part.links[part.here] == Link(str(part.number - 1), part.url) for part in found)
    assert [link.name for link in found[250].links if 247 <= int(link.name) <= 253] == [
        "248",
        "249",
        "250",
        "251",
        "252",
    ]
    assert [len(part.links) for part in parts("/left/", range(MOST_LINKS), 1, str)] == [MOST_LINKS] * MOST_LINKS
