"""Figures: numbers with unit, date, qualifier and source."""

from typing import Annotated, Literal

from pydantic import Field

from handbook.model.evidence import Claim
from handbook.model.fields import FigureId, Id, Name, Number, PartialDate, Positive, Sentence, Shape, Share, Term

UnitId = Annotated[Id, Term("units")]


class Range(Shape):
    """From the lowest to the highest value."""

    low: Number
    """The lowest."""
    high: Number
    """The highest."""


class Derivation(Shape):
    """Arithmetic over other figures of the same case study that tests this one."""

    operation: Literal["product", "ratio", "sum", "difference"]
    """What is done with the figures, in their order; units and rates are converted first."""
    of: tuple[FigureId, ...] = Field(min_length=2, max_length=20)
    """The figures that go in; each needs a `value`."""
    tolerance: Share = 0.05
    """How far the result may lie from the value, as a share of it: 0.05 is five per cent."""
    adds_up: bool = True
    """Whether the result lies within the tolerance. It is checked, so that nobody can say otherwise."""
    shows: Sentence
    """What the arithmetic tells the reader."""


class Figure(Claim):
    """A number that was published. Give one of `value`, `range`, `before` with `after`, `ratio` or `as_printed`."""

    id: Id
    """Its address on the page is `#figure-<id>`."""
    what: Name
    """What was counted or measured: `HTTP requests to the load balancer`."""
    measure: Annotated[Id, Term("measures")]
    """The kind of quantity, so that figures of several systems can be compared."""
    value: Number | None = None
    """The number, in the unit."""
    range: Range | None = None
    """Two numbers, where the source gives from–to."""
    before: Number | None = None
    """The number before a change that the source describes."""
    after: Number | None = None
    """The number after it."""
    ratio: Positive | None = None
    """How many times as much, where the source gives only that."""
    as_printed: Name | None = None
    """The words of the source where they are not a number: `millions`."""
    unit: UnitId | None = None
    """The unit of the number; not with `ratio` or `as_printed`."""
    per: UnitId | None = None
    """What it is a rate of: `second`, `day`, `user`, `server`."""
    window: Name | None = None
    """The time over which it was counted: `24 hours of 2016-02-09`."""
    precision: Literal["exact", "about", "at-least", "at-most", "order-of-magnitude"]
    """How exact the source claims to be."""
    statistic: Literal["count", "total", "average", "median", "p95", "p99", "p999", "minimum", "maximum"]
    """Which number of the many that were measured."""
    load: Literal["peak", "typical"] | None = None
    """Whether it is true of the peak or of a usual time."""
    status: Literal["measured", "estimated", "goal", "capacity", "setting"]
    """Whether it was measured, estimated, wished for, what the system could bear, or set (a time-out, a limit)."""
    scope: Name | None = None
    """Of what part it is true: `whole network`, `per data centre`, `stackoverflow.com only`."""
    as_of: PartialDate
    """When it was true. If the source does not say, the date of the source."""
    derived: Derivation | None = None
    """Arithmetic that tests this figure."""
