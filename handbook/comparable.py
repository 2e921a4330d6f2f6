"""Which figures can be compared, and their values in a common unit.

Figures are comparable if they have the same measure, the same dimension and the same denominator; rates by time are
converted. Counts are comparable if they count the same, and also if the finder compares them (`facets.py`). Currencies
are never converted.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from math import ceil, floor, log10
from typing import NamedTuple

from handbook import wording
from handbook.arithmetic import base_value
from handbook.context import Context
from handbook.facets import DIMENSION_OF
from handbook.model.figure import Figure
from handbook.model.vocabulary import Unit

DIGITS = 3
"""The number of significant digits of a converted value."""


class Comparable(NamedTuple):
    """What comparable figures share.

    `unit` is the id of the unit if it is never converted, or empty; `per` is that of the denominator, `second` for all
    rates by time.
    """

    measure: str
    dimension: str
    unit: str
    per: str


class AxisStep(NamedTuple):
    """A labelled value on an axis."""

    value: float
    words: str


def comparable(context: Context, figure: Figure) -> Comparable | None:
    """Return what a figure shares with those that it can be compared with, or None if it has no unit."""
    unit, per = (context.units.get(name or "") for name in (figure.unit, figure.per))
    if unit is None:
        return None
    rate = "" if per is None else "second" if per.dimension == "time" else per.id
    return Comparable(figure.measure, unit.dimension, _kept_apart(figure.measure, unit), rate)


def _kept_apart(measure: str, unit: Unit) -> str:
    """Return the id of a unit whose figures are compared only with each other, or an empty string."""
    if unit.dimension == "money":
        return unit.id
    if unit.dimension != "count":
        return ""
    compared = DIMENSION_OF.get(measure)
    if compared is None:
        return unit.id
    return (compared.counted[0] if unit.id in compared.counted else unit.id) if compared.counted else ""


def in_base_units(context: Context, figure: Figure) -> float | None:
    """Return the value of a figure in base units, or None if it has no single value."""
    return None if figure.value is None or figure.unit is None else base_value(figure, context.units)


@dataclass(frozen=True, slots=True)
class CommonUnit:
    """The unit in which comparable figures are shown. Values are in base units.

    `sizes` has the units from which one is chosen for each value, the smallest first; empty for plain counts.
    """

    sizes: tuple[Unit, ...]
    per: Unit | None
    units: Mapping[str, Unit]

    def words(self, value: float) -> str:
        """Return a value in words, rounded: `11.6 MB a second`."""
        return self._words(float(f"{value * self._seconds:.{DIGITS}g}"), self.per)

    def label(self, value: float) -> str:
        """Return a value in words without the rate and what is counted, which the name of the figures says."""
        return self._label(float(f"{value * self._seconds:.{DIGITS}g}"))

    @property
    def rate(self) -> str:
        """The rate in words: ` a second`, ` for each tweet`, or an empty string."""
        if self.per is None or self.per.dimension == "time":
            return wording.rate(self.per)
        return f" for each {self.per.name}"

    def steps(self, lowest: float, highest: float) -> tuple[AxisStep, ...]:
        """Return the steps of a logarithmic axis that enclose these positive values, each with a label.

        They are powers of ten; from a second on, times have units: 1 second, 1 minute, 1 hour.
        """
        low, high = lowest * self._seconds, highest * self._seconds
        values = [10.0**power for power in range(floor(log10(low)), ceil(log10(high)) + 2)]
        if self._is_time and high > 1:
            values = sorted({*(value for value in values if value < 1), *self._clock(high)})
        first = max((value for value in values if value <= low), default=values[0])
        last = next((value for value in values if value >= high and value > first), values[-1])
        within = (value for value in values if first <= value <= last)
        return tuple(AxisStep(value / self._seconds, self._label(value)) for value in within)

    def _clock(self, highest: float) -> Iterator[float]:
        """Yield the units of time from a second on, and ten, a hundred … times the longest."""
        yield from (unit.factor for unit in self.sizes if unit.factor >= 1)
        longest = self.sizes[-1].factor
        yield from (longest * 10.0**power for power in range(1, max(1, ceil(log10(highest / longest))) + 1))

    @property
    def _is_time(self) -> bool:
        return bool(self.per is None and self.sizes and self.sizes[0].dimension == "time")

    @property
    def _seconds(self) -> float:
        return self.per.factor if self.per and self.per.dimension == "time" else 1.0

    def _label(self, value: float) -> str:
        counts = not self.sizes or self.sizes[0].dimension == "count"
        return wording.number(value) if counts else self._words(value, None)

    def _words(self, value: float, per: Unit | None) -> str:
        rate = per.id if per else None
        if not self.sizes:
            return wording.quantity(value, None, rate, self.units)
        fitting = [unit for unit in self.sizes if unit.factor <= abs(value) * (1 + 1e-9)]
        size = fitting[-1] if fitting and value else self.sizes[0]
        return wording.quantity(float(f"{value / size.factor:.{DIGITS}g}"), size.id, rate, self.units)


def common_unit(context: Context, kind: Comparable, values: Iterable[float]) -> CommonUnit:
    """Return the unit in which figures of a kind are shown; `values` are in base units.

    Rates are by the second, or by the shortest unit of time in which one of the values is at least 1.
    """
    sizes = _sizes(context, kind)
    per = context.units.get(kind.per)
    if per is None or per.dimension != "time":
        return CommonUnit(sizes, per, context.units)
    times = sorted((unit for unit in context.units.values() if _is_clock(unit)), key=_factor)
    largest = max(map(abs, values), default=0.0) / (sizes[0].factor if sizes else 1)
    fitting = (unit for unit in times if largest * unit.factor >= 1)
    return CommonUnit(sizes, next(fitting, times[-1] if largest else per), context.units)


def _sizes(context: Context, kind: Comparable) -> tuple[Unit, ...]:
    if kind.unit:
        return (context.units[kind.unit],)
    if kind.dimension == "count":
        return ()
    of_kind = (unit for unit in context.units.values() if unit.dimension == kind.dimension)
    if kind.dimension == "data":
        of_kind = (unit for unit in of_kind if log10(unit.factor) % 3 == 0)
    return tuple(sorted(of_kind, key=_factor))


def _is_clock(unit: Unit) -> bool:
    return unit.dimension == "time" and unit.factor >= 1


def _factor(unit: Unit) -> float:
    return unit.factor


def name_of(context: Context, kind: Comparable, unit: CommonUnit) -> str:
    """Return the name of comparable figures: `Requests a second`, `Machines: servers`, `Latency for each query`."""
    measure = context.term("measures", kind.measure).name
    counted = context.units[kind.unit].symbol if kind.unit else measure
    same = counted.casefold() == measure.casefold()
    return f"{measure}{'' if same else f': {counted}'}{unit.rate}"
