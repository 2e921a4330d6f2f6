"""Values of several systems on a logarithmic axis: a row with a label and a dot for each.

Positions across are percentages, heights are px, so that the picture fills any width and its text keeps its size. The
label of a dot is above it, towards the side with more room, and fits into the narrowest picture.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import log10

from handbook.pictures.typeface import Typeface, regular, semibold

NAME, VALUE, LABEL = semibold(12), regular(12), regular(11)
NARROWEST = 300
"""The width of the picture on a phone, in px."""
SPACE = 4
TOP, ROW, LINE = 20, 31, 15
MOST_TICKS = 12


@dataclass(frozen=True, slots=True)
class AxisMark:
    """A labelled value on the axis."""

    value: float
    label: str


@dataclass(frozen=True, slots=True)
class Dot:
    """The input for a row: a positive value with its name, its words and its address; `others` are smaller values."""

    name: str
    words: str
    url: str
    about: str
    value: float
    others: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class GridLine:
    """A line of the grid, ready to draw; `anchor` is the end of the label at the line, which may be empty."""

    x: float
    label: str
    anchor: str


@dataclass(frozen=True, slots=True)
class DotRow:
    """A row, ready to draw: the first line of its label is at `y`, the dot and the ticks are at `middle`.

    Name and words are one below the other if `stacked`. `least` is the position of the smallest value.
    """

    y: int
    middle: int
    x: float
    least: float
    anchor: str
    name: str
    words: str
    stacked: bool
    url: str
    about: str
    ticks: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class DotPlot:
    """A picture, ready to draw."""

    height: int
    grid: tuple[GridLine, ...]
    rows: tuple[DotRow, ...]


def dot_plot(dots: Sequence[Dot], axis: Sequence[AxisMark]) -> DotPlot:
    """Return the picture of `dots` in their order; `axis` is in ascending order and encloses all values."""
    ends = log10(axis[0].value), log10(axis[-1].value)
    rows = tuple(_rows(dots, ends))
    return DotPlot(rows[-1].middle + 10, tuple(_grid(axis, ends)), rows)


def spread_out(dots: Sequence[Dot], most: int) -> tuple[Dot, ...]:
    """Return at most `most` dots: the first, the last, and others at equal distances between them."""
    if len(dots) <= most:
        return tuple(dots)
    return tuple(dots[number * (len(dots) - 1) // (most - 1)] for number in range(most))


def _rows(dots: Sequence[Dot], ends: tuple[float, float]) -> Iterator[DotRow]:
    top = TOP
    for dot in dots:
        row = _row(dot, top, ends)
        yield row
        top += ROW + (LINE if row.stacked else 0)


def _row(dot: Dot, top: int, ends: tuple[float, float]) -> DotRow:
    x = _across(dot.value, ends)
    room = max(x, 100 - x) / 100 * NARROWEST
    name, words = _cut(NAME, dot.name, room), _cut(VALUE, dot.words, room)
    stacked = NAME.width(name) + SPACE + VALUE.width(words) > room
    ticks = tuple(sorted({_across(value, ends) for value in dot.others} - {x})[:MOST_TICKS])
    return DotRow(
        y=top + 12,
        middle=top + 21 + (LINE if stacked else 0),
        x=x,
        least=min((x, *ticks)),
        anchor="start" if x <= 50 else "end",
        name=name,
        words=words,
        stacked=stacked,
        url=dot.url,
        about=dot.about,
        ticks=ticks,
    )


def _cut(typeface: Typeface, text: str, width: float) -> str:
    """Return a text shortened to `width` px."""
    if typeface.width(text) <= width:
        return text
    fitting = max(end for end in range(1, len(text)) if end == 1 or typeface.width(f"{text[:end]}…") <= width)
    return f"{text[:fitting].rstrip()}…"


def _grid(axis: Sequence[AxisMark], ends: tuple[float, float]) -> Iterator[GridLine]:
    labelled = _labelled(axis, ends)
    for number, mark in enumerate(axis):
        x = _across(mark.value, ends)
        yield GridLine(x, mark.label if number in labelled else "", _anchor(x))


def _labelled(axis: Sequence[AxisMark], ends: tuple[float, float]) -> range:
    """Return the positions of the marks whose labels fit beside each other: all, every second, every third …"""
    for apart in range(1, len(axis)):
        chosen = range(0, len(axis), apart)
        spans = [_span(axis[number], ends) for number in chosen]
        if all(one[1] + SPACE <= other[0] for one, other in pairwise(spans)):
            return chosen
    return range(0, len(axis), max(1, len(axis) - 1))


def _span(mark: AxisMark, ends: tuple[float, float]) -> tuple[float, float]:
    """Return where the label of a mark starts and ends in the narrowest picture."""
    x, width = _across(mark.value, ends) / 100 * NARROWEST, LABEL.width(mark.label)
    start = x - {"start": 0.0, "middle": width / 2, "end": width}[_anchor(x / NARROWEST * 100)]
    return start, start + width


def _anchor(x: float) -> str:
    return "start" if x < 8 else "end" if x > 92 else "middle"


def _across(value: float, ends: tuple[float, float]) -> float:
    """Return the position of a value in per cent of the width."""
    return round((log10(value) - ends[0]) / (ends[1] - ends[0]) * 100, 1)
