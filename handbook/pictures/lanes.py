"""One axis of years with a lane for each system: its period as a bar, its events as marks.

Places are percentages of the width, so that a lane can have any width. Marks that would touch at the narrowest width
stand below each other.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from handbook.collation import name_order
from handbook.pictures.charts import Segment

NARROWEST = 320
"""The width in px at which marks must not touch."""
MARK = 13
"""The room that a mark takes, in px in both directions."""
PADDING = 3
"""The space above and below the marks of a lane, in px."""
EARLIER = 0.01
"""The share of events that may lie before the axis, so that one early event does not squeeze all others."""
EARLIER_WIDTH = 8.0
"""The width of the strip for these events."""
MOST_TICKS = 6
STEPS = (1, 2, 5, 10, 20, 50)
"""The possible numbers of years between two ticks."""


@dataclass(frozen=True, slots=True)
class LaneEvent:
    """The input for a mark: its place on the axis in years, its kind, its link and its words."""

    at: float
    kind: str
    url: str
    words: str


@dataclass(frozen=True, slots=True)
class LaneOfSystem:
    """The input for a lane: a name with its link, a period in years, and events; None is an open end."""

    label: str
    detail: str
    url: str
    first: float | None
    last: float | None
    events: tuple[LaneEvent, ...]


@dataclass(frozen=True, slots=True)
class DrawnMark:
    """A mark, ready to draw: `x` in per cent, `y` in px."""

    x: float
    y: int
    kind: str
    url: str
    words: str


@dataclass(frozen=True, slots=True)
class DrawnLane:
    """A lane, ready to draw; `height` is in px."""

    label: str
    detail: str
    url: str
    bar: Segment | None
    marks: tuple[DrawnMark, ...]
    height: int


@dataclass(frozen=True, slots=True)
class Tick:
    """A year on the axis."""

    x: float
    label: str


@dataclass(frozen=True, slots=True)
class LanePicture:
    """The axis with its lanes; `earlier` is the width of the strip for what lies before the axis."""

    ticks: tuple[Tick, ...]
    earlier: float
    lanes: tuple[DrawnLane, ...]


@dataclass(frozen=True, slots=True)
class YearAxis:
    """The years from `first` to the beginning of `last`, to the right of a strip."""

    first: int
    last: int
    earlier: float

    def place(self, year: float) -> float:
        """Return the place of a point in time; all that lies before the axis is in the middle of the strip."""
        if year < self.first:
            return self.earlier / 2
        share = (year - self.first) / (self.last - self.first)
        return round(self.earlier + share * (100 - self.earlier), 1)


def lane_picture(systems: Sequence[LaneOfSystem]) -> LanePicture | None:
    """Return the picture of `systems`, the earliest first; None without any event."""
    years = sorted(event.at for system in systems for event in system.events)
    if not years:
        return None
    axis = _axis(systems, years)
    ordered = sorted(systems, key=lambda system: (_start(system), name_order(system.label)))
    return LanePicture(tuple(_ticks(axis)), axis.earlier, tuple(_lane(system, axis) for system in ordered))


def _axis(systems: Sequence[LaneOfSystem], years: list[float]) -> YearAxis:
    periods = [year for system in systems for year in (system.first, system.last) if year is not None]
    first = int(min([years[int(len(years) * EARLIER)], *periods]))
    last = int(max([years[-1], *periods])) + 1
    return YearAxis(first, last, EARLIER_WIDTH if years[0] < first else 0.0)


def _start(system: LaneOfSystem) -> float:
    """Return the start of the period, or else the time of the first event."""
    return min([event.at for event in system.events] or [0.0]) if system.first is None else system.first


def _ticks(axis: YearAxis) -> Iterator[Tick]:
    """Yield round years, without those that the name of the strip would touch."""
    step = next((step for step in STEPS if (axis.last - axis.first) / step <= MOST_TICKS), STEPS[-1])
    for year in range(axis.first + (1 if axis.earlier else 0), axis.last):
        if year % step == 0:
            yield Tick(axis.place(year), str(year))


def _lane(system: LaneOfSystem, axis: YearAxis) -> DrawnLane:
    marks = tuple(_marks(system.events, axis))
    height = max(chain((mark.y for mark in marks), [MARK // 2 + PADDING])) + MARK // 2 + 1 + PADDING
    return DrawnLane(system.label, system.detail, system.url, _bar(system, axis), marks, height)


def _bar(system: LaneOfSystem, axis: YearAxis) -> Segment | None:
    if system.first is None and system.last is None:
        return None
    start = 0.0 if system.first is None else axis.place(system.first)
    end = 100.0 if system.last is None else axis.place(system.last)
    is_open = system.first is None or system.last is None
    return Segment(start, round(max(end - start, 0.6), 1), "open" if is_open else "")


def _marks(events: Sequence[LaneEvent], axis: YearAxis) -> Iterator[DrawnMark]:
    """Yield the marks, each in the first row in which it touches no other."""
    ends: list[float] = []
    for event in sorted(events, key=lambda event: event.at):
        x = axis.place(event.at)
        pixels = x / 100 * NARROWEST
        row = next((row for row, end in enumerate(ends) if end <= pixels), len(ends))
        ends[row : row + 1] = [pixels + MARK]
        yield DrawnMark(x, PADDING + MARK // 2 + row * MARK, event.kind, event.url, event.words)
