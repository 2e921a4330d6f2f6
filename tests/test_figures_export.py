"""The figures for the search: values in base units, rates in seconds, and the words that tell them apart."""

import pytest

from handbook import addresses
from handbook.exports.answer_records import FiguresData, SearchFigure
from handbook.exports.figures import figures_data, figures_file
from handbook.faces import make_casebook
from handbook.library import Library
from handbook.site import make_site


@pytest.fixture(scope="module")
def data(library: Library) -> FiguresData:
    return figures_data(make_casebook(library))


def row(data: FiguresData, name: str) -> SearchFigure:
    return next(figure for figure in data.figures if figure.id == name)


def test_a_rate_has_its_value_and_the_seconds_of_its_unit_of_time(data: FiguresData) -> None:
    assert row(data, "requests-day") == SearchFigure(
        case="examplebook",
        id="requests-day",
        said="about 600 million requests a day",
        what="Requests in a day",
        date="1 May 2013",
        more="total usual hours 2013 network",
        values=(6e8,),
        dimension="count",
        per=86400,
    )


@pytest.mark.parametrize(
    ("name", "values", "dimension", "per"),
    [
        ("servers", (100,), "count", 0),
        ("render", (0.12, 0.0355), "time", 0),
        ("burst", (9000, 11000), "count", 1),
        ("growth", (12.5,), "ratio", 0),
        ("letters", (), "", 0),
    ],
)
def test_values_are_in_base_units(
    name: str, values: tuple[float, ...], dimension: str, per: float, data: FiguresData
) -> None:
    figure = row(data, name)
    assert (figure.values, figure.dimension, figure.per) == (values, dimension, per)


def test_units_are_known_by_their_names_and_symbols(data: FiguresData) -> None:
    units = {names: (dimension, factor) for names, dimension, factor in data.units}
    assert units["megabyte", "mb"] == ("data", 1e6)
    assert units["request", "requests"] == ("count", 1)


def test_every_figure_is_there_and_has_its_address(data: FiguresData, library: Library) -> None:
    figures = [(case.id, figure.id) for case in library.case_studies.values() for figure in case.data.figures]
    assert [(figure.case, figure.id) for figure in data.figures] == figures
    assert data.address.format(case="x", id="y") == addresses.claim("x", "figure", "y")


def test_the_site_has_the_file(library: Library) -> None:
    file = figures_file(make_casebook(library))
    assert file.path in {one.path for one in make_site(library).exports}
    assert file.path == addresses.data("figures")
