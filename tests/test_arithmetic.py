"""Arithmetic with figures: units and rates are converted before figures are compared."""

from typing import Any

import pytest

from handbook.arithmetic import UnitError, base_value, compute, deviation
from handbook.library import Library
from handbook.model.figure import Derivation, Figure
from handbook.model.vocabulary import Unit


@pytest.fixture
def units(library: Library) -> dict[str, Unit]:
    return {unit.id: unit for unit in library.vocabulary.units}


@pytest.fixture
def figure(library: Library) -> Figure:
    return next(figure for figure in library.case_studies["examplebook"].data.figures if figure.id == "servers")


def test_a_result_beyond_any_number_is_refused(figure: Figure, units: dict[str, Unit]) -> None:
    """With any figures that the model accepts, the result is a finite number or a UnitError."""
    figures = {"large": variant(figure, 1e15, "mb", "millisecond"), "small": variant(figure, 1e-12, "percent", "day")}
    for operation, of in (("product", ("large",) * 20), ("ratio", ("large", *("small",) * 8))):
        derived = Derivation(operation=operation, of=of, shows="It is large.")
        with pytest.raises(UnitError, match="the result is beyond any number"):
            compute(variant(figure, 1e-12, derived=derived), figures, units)


def variant(
    figure: Figure, value: float | None, unit: str | None = None, per: str | None = None, **more: Any
) -> Figure:
    return figure.model_copy(update={"value": value, "unit": unit, "per": per, **more})


@pytest.mark.parametrize(
    ("value", "unit", "per", "base"),
    [
        (86400, "request", "day", 1),
        (6, "mb", "hour", 6e6 / 3600),
        (250, "millisecond", None, 0.25),
        (50, "percent", None, 0.5),
        (7, None, None, 7),
    ],
)
def test_base_values(
    value: float, unit: str | None, per: str | None, base: float, figure: Figure, units: dict[str, Unit]
) -> None:
    assert base_value(variant(figure, value, unit, per), units) == pytest.approx(base)


@pytest.mark.parametrize(
    ("operation", "operands", "result"),
    [("sum", (2, 3, 5), 10), ("difference", (10, 3, 2), 5), ("product", (2, 3, 4), 24), ("ratio", (24, 3, 2), 4)],
)
def test_operations(
    operation: str, operands: tuple[float, ...], result: float, figure: Figure, units: dict[str, Unit]
) -> None:
    figures = {str(number): variant(figure, value) for number, value in enumerate(operands)}
    assert compute(derived(figure, operation, *figures, value=result), figures, units) == pytest.approx(result)


def derived(
    figure: Figure, operation: str, *of: str, value: float, unit: str | None = None, per: str | None = None
) -> Figure:
    derivation = Derivation.model_validate({"operation": operation, "of": of, "shows": "Something."})
    return variant(figure, value, unit, per, derived=derivation)


def test_the_result_has_the_unit_of_the_figure_that_is_tested(figure: Figure, units: dict[str, Unit]) -> None:
    figures = {"traffic": variant(figure, 100, "mb", "second"), "requests": variant(figure, 360_000, "request", "hour")}
    tested = derived(figure, "ratio", "traffic", "requests", value=2, unit="mb", per="request")
    assert compute(tested, figures, units) == pytest.approx(1)
    assert deviation(tested, 1) == pytest.approx(0.5)


def test_the_figures_of_the_sample_add_up(library: Library, units: dict[str, Unit]) -> None:
    figures = {figure.id: figure for figure in library.case_studies["examplebook"].data.figures}
    assert compute(figures["requests-server"], figures, units) == pytest.approx(600e6 / 86400 / 100)


@pytest.mark.parametrize(
    ("operation", "first", "second", "value"),
    [("ratio", 1, 0, 5), ("sum", 1, None, 5), ("sum", 1, 1, 0)],
)
def test_what_cannot_be_computed_is_refused(
    operation: str, first: float, second: float | None, value: float, figure: Figure, units: dict[str, Unit]
) -> None:
    figures = {"first": variant(figure, first), "second": variant(figure, second)}
    with pytest.raises(UnitError):
        compute(derived(figure, operation, "first", "second", value=value), figures, units)


def test_factors_too_small_to_multiply_are_refused(figure: Figure, units: dict[str, Unit]) -> None:
    figures = {"one": variant(figure, 1), "tiny": variant(figure, 1e-200)}
    with pytest.raises(UnitError, match="divides by zero"):
        compute(derived(figure, "ratio", "one", "tiny", "tiny", value=5), figures, units)


def test_a_figure_that_is_not_derived_cannot_be_computed(figure: Figure, units: dict[str, Unit]) -> None:
    with pytest.raises(UnitError, match="not derived"):
        compute(figure, {}, units)


def test_deviation_is_a_share_of_the_value(figure: Figure) -> None:
    assert deviation(variant(figure, -20), -25) == pytest.approx(0.25)
    assert deviation(variant(figure, 20), 20) == 0
