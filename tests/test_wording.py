"""Formatting of numbers, quantities, dates and lists."""

from typing import Any

import pytest

from handbook import wording
from handbook.library import Library
from handbook.model.entry import Period
from handbook.model.fields import read_date
from handbook.model.figure import Figure, Range
from handbook.model.vocabulary import Unit


@pytest.fixture
def units(library: Library) -> dict[str, Unit]:
    return {unit.id: unit for unit in library.vocabulary.units}


@pytest.fixture
def figure(library: Library) -> Figure:
    """A measured, exact count of 100 servers."""
    return next(figure for figure in library.case_studies["examplebook"].data.figures if figure.id == "servers")


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (0, "0"), (1, "1"), (-3, "-3"), (25, "25"), (1234, "1,234"), (22.71, "22.71"), (0.2, "0.2"), (1e6, "1 million"),
        (1_300_000_000, "1.3 billion"), (2e12, "2 trillion"), (209_420_973, "209,420,973"), (-2e6, "-2 million"),
        (0.1 + 0.2, "0.3"), (2.5e18, "2,500,000 trillion"), (999_999, "999,999"), (1_234_567.5, "1,234,567.5"),
        (1e15, "1,000 trillion"), (0.00005, "0.00005"), (1e-12, "0.000000000001"), (123e-7, "0.0000123"),
    ],
)  # fmt: skip
def test_numbers(value: float, words: str) -> None:
    assert wording.number(value) == words


@pytest.mark.parametrize(
    ("value", "unit", "per", "words"),
    [
        (3000, "request", "second", "3,000 requests a second"),
        (1, "request", "hour", "1 request an hour"),
        (2e6, "usd", None, "US$ 2 million"),
        (60, "percent", None, "60 %"),
        (5, "mb", "request", "5 MB a request"),
        (7, None, "day", "7 a day"),
        (7, None, None, "7"),
    ],
)
def test_quantities(value: float, unit: str | None, per: str | None, words: str, units: dict[str, Unit]) -> None:
    assert wording.quantity(value, unit, per, units) == words


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({}, "100 servers"),
        ({"precision": "about"}, "about 100 servers"),
        ({"precision": "order-of-magnitude"}, "on the order of 100 servers"),
        ({"value": None, "range": Range(low=90, high=110)}, "90 to 110 servers"),
        ({"value": None, "before": 3.0, "after": 1.0}, "from 3 servers to 1 server"),
        ({"value": None, "ratio": 2.5, "unit": None, "precision": "at-least"}, "at least 2.5 times"),
        ({"value": None, "as_printed": "dozens", "unit": None}, "“dozens”"),
        ({"value": 0.0}, "0 servers"),
    ],
)
def test_figures(changes: dict[str, Any], words: str, figure: Figure, units: dict[str, Unit]) -> None:
    assert wording.figure_value(figure.model_copy(update=changes), units) == words


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({}, ("count",)),
        ({"load": "peak"}, ("at peak",)),
        ({"statistic": "p99", "load": "typical"}, ("p99", "at a usual time")),
        ({"statistic": "average", "status": "goal", "window": "a day", "scope": "Europe"},
         ("average", "a goal", "over a day", "Europe")),
    ],
)  # fmt: skip
def test_qualifiers(changes: dict[str, Any], words: tuple[str, ...], figure: Figure) -> None:
    assert wording.qualifiers(figure.model_copy(update=changes)) == words


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({}, "Servers"),
        ({"statistic": "average", "load": "typical", "status": "setting"}, "Servers"),
        ({"statistic": "p999", "status": "goal"}, "Servers, p99.9, a goal"),
        ({"statistic": "maximum", "load": "peak", "status": "estimated"}, "Servers, at peak, estimated"),
        ({"statistic": "maximum", "status": "capacity"}, "Servers, capacity"),
        ({"what": "Highest number of servers", "statistic": "maximum"}, "Highest number of servers"),
        ({"what": "Target for the peak", "load": "peak", "status": "goal"}, "Target for the peak"),
    ],
)
def test_a_figure_that_is_no_measured_total_or_average_says_so(
    changes: dict[str, Any], words: str, figure: Figure
) -> None:
    assert wording.noted(figure.model_copy(update={"what": "Servers", **changes})) == words


@pytest.mark.parametrize(
    ("written", "words"), [("2016-02-09", "9 February 2016"), ("2016-12", "December 2016"), ("2016", "2016")]
)
def test_dates(written: str, words: str) -> None:
    assert wording.date(read_date(written)) == words


@pytest.mark.parametrize(
    ("start", "until", "words"),
    [
        ("2010", "2013", "2010 to 2013"),
        ("2014-02", None, "since February 2014"),
        (None, "2016", "until 2016"),
        ("2013-02", "2013-02", "February 2013"),
        (None, None, ""),
    ],
)
def test_periods(start: str | None, until: str | None, words: str) -> None:
    assert wording.period(Period.model_validate({"from": start, "until": until})) == words


def test_no_period_is_no_words() -> None:
    assert wording.period(None) == ""


def test_lists() -> None:
    assert [wording.listing(tuple(words)) for words in ("", "a", "ab", "abc")] == ["", "a", "a and b", "a, b and c"]


@pytest.mark.parametrize(
    ("count", "words"),
    [(0, "0 bytes"), (999, "999 bytes"), (1000, "1.0 KB"), (9949, "9.9 KB"), (9950, "10 KB"), (4_506_772, "4.5 MB")],
)
def test_the_size_of_a_file_has_two_digits(count: int, words: str) -> None:
    assert wording.file_size(count) == words


@pytest.mark.parametrize(
    ("count", "words", "said"),
    [
        (1, ("flow",), "1 flow"),
        (0, ("flow",), "0 flows"),
        (1, ("more technology",), "1 more technology"),
        (1200, ("more technology",), "1,200 more technologies"),
        (2, ("day",), "2 days"),
        (2, ("decision was reversed", "decisions were reversed"), "2 decisions were reversed"),
    ],
)
def test_counts_have_their_noun_in_the_right_number(count: int, words: tuple[str, ...], said: str) -> None:
    assert wording.counted(count, *words) == said
