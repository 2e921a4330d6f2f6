"""Small charts: rows with a label, a bar and a number in words. Lengths are percentages of the chart's width."""

from collections.abc import Sequence
from dataclasses import dataclass

from handbook.collation import name_order

SHORTEST = 0.6
"""The minimum length of a bar, so that the smallest value stays visible."""


@dataclass(frozen=True, slots=True)
class Segment:
    """A segment of a bar; `kind` is a CSS class, or empty."""

    start: float
    length: float
    kind: str = ""


@dataclass(frozen=True, slots=True)
class ChartRow:
    """The input for a row: one amount, or several that are stacked, each with its kind."""

    label: str
    detail: str
    url: str
    value: str
    amounts: tuple[tuple[float, str], ...]
    hue: int | None = None


@dataclass(frozen=True, slots=True)
class Span:
    """The input for a period, in years; `last` is None if it has not ended."""

    label: str
    url: str
    value: str
    first: float
    last: float | None


@dataclass(frozen=True, slots=True)
class Bar:
    """A row, ready to draw."""

    label: str
    detail: str
    url: str
    value: str
    segments: tuple[Segment, ...]
    hue: int | None


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart; `axis` has the labels of the left and right end, if positions have a meaning."""

    caption: str
    bars: tuple[Bar, ...]
    axis: tuple[str, str] | None = None


def bar_chart(caption: str, rows: Sequence[ChartRow]) -> Chart:
    """Return a bar chart in which the longest row fills the width."""
    longest = max(sum(amount for amount, _ in row.amounts) for row in rows) or 1
    return Chart(caption, tuple(_bar(row, longest) for row in rows))


def _bar(row: ChartRow, longest: float) -> Bar:
    segments, end = [], 0.0
    for amount, kind in row.amounts:
        length = max(amount / longest * 100, SHORTEST) if amount else 0.0
        segments.append(Segment(_rounded(end), _rounded(min(length, 100 - end)), kind))
        end += length
    return Bar(row.label, row.detail, row.url, row.value, tuple(segments), row.hue)


def span_chart(caption: str, spans: Sequence[Span]) -> Chart:
    """Return a chart of periods, from the first to the last year of any of them."""
    first = int(min(span.first for span in spans))
    last = int(max(span.last or span.first for span in spans)) + 1
    bars = tuple(
        Bar(span.label, "", span.url, span.value, (_stretch(span, first, last),), None)
        for span in sorted(spans, key=lambda span: (span.first, name_order(span.label)))
    )
    return Chart(caption, bars, (str(first), str(last - 1)))


def _stretch(span: Span, first: int, last: int) -> Segment:
    years = last - first
    start = (span.first - first) / years * 100
    length = ((last if span.last is None else span.last) - span.first) / years * 100
    return Segment(_rounded(start), _rounded(max(length, SHORTEST)), "open" if span.last is None else "")


def _rounded(share: float) -> float:
    return round(share, 1)
