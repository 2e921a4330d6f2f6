"""Small charts: rows with a label, a bar and the number in words. Lengths are per cent of the widest bar."""

from collections.abc import Sequence
from dataclasses import dataclass

from handbook.collation import name_order

SHORTEST = 0.6
"""So that something is seen of the smallest value, too."""


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of a bar; `kind` is a word that CSS knows, or empty."""

    start: float
    length: float
    kind: str = ""


@dataclass(frozen=True, slots=True)
class ChartRow:
    """What a chart is told of a row: its amount, or the amounts that lie end to end (with their kinds)."""

    label: str
    detail: str
    url: str
    value: str
    amounts: tuple[tuple[float, str], ...]
    hue: int | None = None


@dataclass(frozen=True, slots=True)
class Span:
    """What a chart is told of a stretch of time, in years; a bound that is left out is open."""

    label: str
    url: str
    value: str
    first: float
    last: float | None


@dataclass(frozen=True, slots=True)
class Bar:
    """A row as it is drawn."""

    label: str
    detail: str
    url: str
    value: str
    segments: tuple[Segment, ...]
    hue: int | None


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart; `axis` are the words at the left and the right end, if the place of a bar has a meaning."""

    caption: str
    bars: tuple[Bar, ...]
    axis: tuple[str, str] | None = None


def bar_chart(caption: str, rows: Sequence[ChartRow]) -> Chart:
    """Return a chart in which the longest row fills the width."""
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
    """Return a chart of stretches of time, from the first year to the last that any of them names."""
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
