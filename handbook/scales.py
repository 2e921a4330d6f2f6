"""The scale of case studies: the largest measured value in each dimension."""

from typing import NamedTuple

from handbook.arithmetic import base_value
from handbook.context import Context
from handbook.facets import DIMENSION_OF, Dimension
from handbook.model.case_study import CaseStudy
from handbook.model.entry import Period
from handbook.model.figure import Figure

DIGITS = 6
"""The number of significant digits of a value: enough to sort by."""


class Scale(NamedTuple):
    """The largest value of a case study in a dimension."""

    value: float
    figure: Figure


def scales_of(context: Context, case: CaseStudy) -> dict[Dimension, Scale]:
    """Return the largest measured value in each dimension within the period of the case study."""
    found: dict[Dimension, Scale] = {}
    for figure in case.figures:
        dimension = DIMENSION_OF.get(figure.measure)
        if dimension and _is_of(figure, case.period) and _belongs(context, figure, dimension):
            scale = Scale(_value(context, figure, dimension), figure)
            found[dimension] = max(found.get(dimension, scale), scale, key=lambda one: one.value)
    return found


def _is_of(figure: Figure, period: Period) -> bool:
    """Return whether the date of a figure overlaps a period, because later figures are no measure of that period."""
    begins_too_late = period.until is not None and figure.as_of.earliest > period.until.latest
    ends_too_early = period.start is not None and figure.as_of.latest < period.start.earliest
    return not (begins_too_late or ends_too_early)


def _belongs(context: Context, figure: Figure, dimension: Dimension) -> bool:
    unit, per = (context.units.get(name or "") for name in (figure.unit, figure.per))
    if figure.status != "measured" or _amount(figure) is None or not unit:
        return False
    counted = unit.id in dimension.counted or not dimension.counted
    rated = (per is not None and per.dimension == "time") if dimension.per else figure.per is None
    return counted and rated and unit.dimension == ("data" if dimension.data else "count")


def _amount(figure: Figure) -> float | None:
    """Return the value of a figure or the upper end of its range, or None for other forms."""
    return figure.range.high if figure.range else figure.value


def _value(context: Context, figure: Figure, dimension: Dimension) -> float:
    """Return the value per unit of time of the dimension, in single items or bytes."""
    single = figure if figure.value is not None else figure.model_copy(update={"value": _amount(figure)})
    value = base_value(single, context.units) * _seconds(context, dimension)
    return float(f"{value:.{DIGITS}g}")


def _seconds(context: Context, dimension: Dimension) -> float:
    unit = context.units.get(dimension.per or "")
    return unit.factor if unit else 1.0
