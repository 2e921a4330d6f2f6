"""Figures: published numbers with unit, date, qualifiers and source."""

from typing import Annotated, Literal

from pydantic import Field

from handbook.model.evidence import Claim
from handbook.model.fields import FigureId, Id, Name, Number, PartialDate, Positive, Sentence, Shape, Share, Term

UnitId = Annotated[Id, Term("units")]


class Range(Shape):
    """A range of values."""

    low: Number
    """The lowest value."""
    high: Number
    """The highest value."""


class Derivation(Shape):
    """A calculation from other figures of the same case study, as a plausibility check."""

    operation: Literal["product", "ratio", "sum", "difference"]
    """The operation, applied to the figures in order. Units and rates are converted first."""
    of: tuple[FigureId, ...] = Field(min_length=2, max_length=20)
    """The operands. Each figure needs a `value`."""
    tolerance: Share = 0.05
    """The permitted deviation of the result from the value, as a share of the value: 0.05 is 5%."""
    adds_up: bool = True
    """Whether the result is within the tolerance. The checks verify it."""
    shows: Sentence
    """What the calculation shows."""


class Figure(Claim):
    """A published number. Give one of `value`, `range`, `before` with `after`, `ratio` or `as_printed`."""

    id: Id
    """A short name, used in the address `#figure-<id>`."""
    what: Name
    """What was counted or measured: `HTTP requests to the load balancer`."""
    measure: Annotated[Id, Term("measures")]
    """The kind of quantity, by which figures of several systems are compared."""
    value: Number | None = None
    """The number, in the unit of the figure."""
    range: Range | None = None
    """The lowest and the highest value, if the source gives a range."""
    before: Number | None = None
    """The number before a change that the source describes."""
    after: Number | None = None
    """The number after that change."""
    ratio: Positive | None = None
    """The factor of a change, if the source gives only that: 10 is 10 times as much."""
    as_printed: Name | None = None
    """The words of the source, if it gives no number: `millions`."""
    unit: UnitId | None = None
    """The unit of the number. Omit it with `ratio` or `as_printed`."""
    per: UnitId | None = None
    """The denominator of a rate: `second`, `day`, `user`, `server`."""
    window: Name | None = None
    """The period over which it was measured: `24 hours of 2016-02-09`."""
    precision: Literal["exact", "about", "at-least", "at-most", "order-of-magnitude"]
    """The precision that the source claims."""
    statistic: Literal["count", "total", "average", "median", "p95", "p99", "p999", "minimum", "maximum"]
    """The statistic of the measurements that the number gives."""
    load: Literal["peak", "typical"] | None = None
    """Whether it applies to peak or to typical load."""
    status: Literal["measured", "estimated", "goal", "capacity", "setting"]
    """Whether it is a measurement, an estimate, a goal, a capacity, or a setting (a timeout, a limit)."""
    scope: Name | None = None
    """The part of the system that it covers: `whole network`, `per data centre`, `stackoverflow.com only`."""
    as_of: PartialDate
    """The date for which it holds. If the source does not say, use the date of the source."""
    derived: Derivation | None = None
    """A calculation from other figures that checks this one."""
