"""The steps of the range of a dimension of scale, from which the finder lets readers choose."""

from collections.abc import Iterator
from math import ceil, floor, log10

from handbook import wording
from handbook.context import Context
from handbook.exports.finder_records import FinderDimension, FinderStep
from handbook.facets import Dimension
from handbook.model.vocabulary import Unit


def with_steps(context: Context, dimension: Dimension, values: list[float]) -> FinderDimension:
    """Return a dimension with the powers of ten that enclose its values."""
    rate = f" a {dimension.per}" if dimension.per else ""
    name = f"{context.term('measures', dimension.measure).name}{rate}"
    return FinderDimension(dimension.measure, name, tuple(_steps(context, dimension, values)))


def _steps(context: Context, dimension: Dimension, values: list[float]) -> Iterator[FinderStep]:
    positive = [value for value in values if value > 0] or [1.0]
    for power in range(floor(log10(min(positive))), ceil(log10(max(positive))) + 1):
        words = _in_words(context, dimension, 10**power)
        yield FinderStep(10**power, words, words.lower().replace(",", "").replace(" ", "-"))


def _factor(unit: Unit) -> float:
    return unit.factor


def _in_words(context: Context, dimension: Dimension, value: float) -> str:
    """Return a step in words: `1 million`, or `10 GB` in the largest suitable unit."""
    if not dimension.data:
        return wording.number(value)
    sizes = [unit for unit in context.units.values() if unit.dimension == "data"]
    fitting = [unit for unit in sizes if unit.factor <= value and log10(unit.factor) % 3 == 0]
    unit = max(fitting, key=_factor) if fitting else min(sizes, key=_factor)
    return wording.quantity(value / unit.factor, unit.id, None, context.units)
