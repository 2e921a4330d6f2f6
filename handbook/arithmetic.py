"""Arithmetic on figures, in base units: seconds, bytes, single items."""

from collections.abc import Mapping
from math import prod

from handbook.model.figure import Figure
from handbook.model.vocabulary import Unit

BEYOND = 1e100
"""An upper limit for results, far above that of any plausible calculation."""


class UnitError(ValueError):
    """A calculation is impossible, for example because a figure has no value."""


def base_value(figure: Figure, units: Mapping[str, Unit]) -> float:
    """Return the value in base units: 6 GB a minute is 100,000,000 bytes a second."""
    if figure.value is None:
        raise UnitError(f"the figure `{figure.id}` has no single `value`, so nothing can be computed from it")
    return figure.value * _factor(figure.unit, units) / _factor(figure.per, units)


def _factor(unit: str | None, units: Mapping[str, Unit]) -> float:
    return units[unit].factor if unit is not None and unit in units else 1.0


def compute(figure: Figure, figures: Mapping[str, Figure], units: Mapping[str, Unit]) -> float:
    """Return the result of the derivation of `figure`, in the unit of `figure`."""
    if figure.derived is None:
        raise UnitError(f"the figure `{figure.id}` is not derived")
    operands = [base_value(figures[name], units) for name in figure.derived.of]
    own = base_value(figure, units)
    if own == 0 or (figure.derived.operation == "ratio" and prod(operands[1:]) == 0):
        raise UnitError(f"the figure `{figure.id}` cannot be tested: the calculation divides by zero")
    result = _apply(figure.derived.operation, operands) * (figure.value or 0) / own
    if not abs(result) <= BEYOND:
        raise UnitError(f"the figure `{figure.id}` cannot be tested: the result is beyond any number")
    return result


def _apply(operation: str, operands: list[float]) -> float:
    first, *rest = operands
    if operation == "ratio":
        return first / prod(rest)
    if operation == "difference":
        return first - sum(rest)
    return prod(operands) if operation == "product" else sum(operands)


def deviation(figure: Figure, result: float) -> float:
    """Return the deviation of `result` from the value of `figure`, as a share of the value."""
    value = figure.value or 0.0
    return abs(result - value) / abs(value)
