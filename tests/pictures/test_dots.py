"""Dots on a logarithmic axis: positions follow the logarithm, and no labels overlap."""

from itertools import pairwise

import pytest

from handbook.pictures.dots import LABEL, NAME, NARROWEST, SPACE, VALUE, AxisMark, Dot, DotRow, dot_plot, spread_out

AXIS = [AxisMark(10.0**power, f"{10**power:,}") for power in range(7)]


def dot(value: float, *others: float, name: str = "System", words: str = "about 5") -> Dot:
    return Dot(name, words, "/x/#figure-y", "about", value, others)


def extent(row: DotRow) -> tuple[float, float]:
    """Return where the label of a row starts and ends in the narrowest picture."""
    name, words = NAME.width(row.name), VALUE.width(row.words)
    width, x = max(name, words) if row.stacked else name + SPACE + words, row.x / 100 * NARROWEST
    return (x, x + width) if row.anchor == "start" else (x - width, x)


def test_a_value_ten_times_as_large_is_always_as_far_away() -> None:
    assert [row.x for row in dot_plot([dot(1_000_000), dot(1000), dot(1)], AXIS).rows] == [100, 50, 0]


def test_other_values_are_ticks_each_once() -> None:
    (row,) = dot_plot([dot(1000, 1000, 10, 10, 100)], AXIS).rows
    assert (row.ticks, row.least) == ((16.7, 33.3), 16.7)
    assert dot_plot([dot(1000)], AXIS).rows[0].least == 50


@pytest.mark.parametrize("name", ["A", "W" * 80, "The storage of a system with a long name"])
@pytest.mark.parametrize("words", ["5", "on the order of 100 million deliveries for each tweet"])
@pytest.mark.parametrize("value", [1, 900, 1100, 1e6])
def test_a_label_fits_into_the_picture(name: str, words: str, value: float) -> None:
    (row,) = dot_plot([dot(value, name=name, words=words)], AXIS).rows
    start, end = extent(row)
    assert start >= 0
    assert end <= NARROWEST


def test_rows_do_not_overlap() -> None:
    rows = dot_plot([dot(900, name="W" * 40), dot(800), dot(700, name="W" * 40, words="W" * 20)], AXIS).rows
    assert [row.stacked for row in rows] == [True, False, True]
    assert all(one.middle + 5 <= other.y - 12 + 4 for one, other in pairwise(rows))
    assert all(row.middle - row.y == (24 if row.stacked else 9) for row in rows)


@pytest.mark.parametrize("powers", [1, 3, 6, 12, 24])
def test_labels_of_the_axis_do_not_overlap(powers: int) -> None:
    axis = [AxisMark(10.0**power, f"{10**power:,}"[:9]) for power in range(powers + 1)]
    grid = dot_plot([dot(1)], axis).grid
    assert len(grid) == powers + 1
    shown, end = [line for line in grid if line.label], -float(SPACE)
    assert len(shown) >= 2
    for line in shown:
        x, width = line.x / 100 * NARROWEST, LABEL.width(line.label)
        start = x - {"start": 0, "middle": width / 2, "end": width}[line.anchor]
        assert start >= end + SPACE - 0.5
        end = start + width


def test_of_too_many_dots_the_first_the_last_and_some_between_are_drawn() -> None:
    dots = [dot(value) for value in range(100, 0, -1)]
    assert [one.value for one in spread_out(dots, 4)] == [100, 67, 34, 1]
    assert spread_out(dots[:3], 4) == tuple(dots[:3])
