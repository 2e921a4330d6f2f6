"""Which figures can be compared, and in which unit."""

from collections.abc import Callable

import pytest

from handbook.comparable import Comparable, common_unit, comparable, in_base_units, name_of
from handbook.context import Context, make_context
from handbook.library import Library
from handbook.model.figure import Figure

MakeFigure = Callable[..., Figure]


@pytest.fixture(scope="module")
def real(real_library: Library) -> Context:
    return make_context(real_library)


@pytest.fixture
def figure(library: Library) -> MakeFigure:
    blank = library.case_studies["examplebook"].data.figures[0]

    def make(measure: str, value: float | None, unit: str | None, per: str | None = None) -> Figure:
        return blank.model_copy(update={"measure": measure, "value": value, "unit": unit, "per": per})

    return make


def words(context: Context, *figures: Figure) -> tuple[str, list[str]]:
    """Return the name of figures of one kind, and their values in the common unit."""
    (kind,) = {comparable(context, figure) for figure in figures}
    assert kind
    values = [in_base_units(context, figure) or 0 for figure in figures]
    unit = common_unit(context, kind, values)
    return name_of(context, kind, unit), [unit.words(value) for value in values]


def labels(context: Context, low: Figure, high: Figure) -> list[str]:
    """Return the labels of an axis."""
    kind, values = comparable(context, low), [in_base_units(context, one) or 0 for one in (low, high)]
    assert kind
    return [step.words for step in common_unit(context, kind, values).steps(*values)]


def test_rates_are_by_the_second(real: Context, figure: MakeFigure) -> None:
    both = figure("requests", 864_000_000, "request", "day"), figure("requests", 70, "query", "second")
    assert words(real, *both) == ("Requests a second", ["10,000 a second", "70 a second"])
    assert words(real, figure("throughput", 8, "gigabit", "second")) == ("Data rate a second", ["1 GB a second"])


def test_slow_rates_are_by_the_shortest_time_in_which_one_happens(real: Context, figure: MakeFigure) -> None:
    assert words(real, figure("code", 48, "deployment", "day"), figure("code", 1, "deployment", "day")) == (
        "Code: deployments an hour", ["2 deployments an hour", "0.0417 deployments an hour"],
    )  # fmt: skip


def test_what_is_counted_is_kept_apart_unless_the_finder_compares_it(real: Context, figure: MakeFigure) -> None:
    pods, servers, machines = (figure("machines", 3, unit) for unit in ("pod", "server", "virtual-machine"))
    assert comparable(real, pods) == Comparable("machines", "count", "pod", "")
    assert comparable(real, servers) == comparable(real, machines) == Comparable("machines", "count", "server", "")
    assert comparable(real, figure("items", 3, "image")) == comparable(real, figure("items", 3, "post"))
    assert comparable(real, figure("money", 3, "usd")) != comparable(real, figure("money", 3, "gbp"))


def test_denominators_other_than_time_are_kept_apart(real: Context, figure: MakeFigure) -> None:
    assert words(real, figure("latency", 1500, "microsecond", "query")) == (
        "Latency for each query",
        ["1.5 ms a query"],
    )
    assert comparable(real, figure("latency", 2, "second")) != comparable(real, figure("latency", 2, "second", "query"))


def test_a_figure_without_a_unit_or_a_value_is_not_compared(real: Context, figure: MakeFigure) -> None:
    assert comparable(real, figure("requests", None, None)) is None
    assert in_base_units(real, figure("requests", None, "request")) is None


def test_an_axis_has_powers_of_ten_that_enclose_the_values(real: Context, figure: MakeFigure) -> None:
    assert labels(real, figure("requests", 70, "request"), figure("requests", 2500, "request")) == [
        "10", "100", "1,000", "10,000",
    ]  # fmt: skip
    assert labels(real, figure("storage", 10, "gb"), figure("storage", 1, "tb")) == ["10 GB", "100 GB", "1 TB"]
    assert labels(real, figure("requests", 100, "request"), figure("requests", 100, "request")) == ["100", "1,000"]


def test_an_axis_of_times_has_the_units_of_a_clock(real: Context, figure: MakeFigure) -> None:
    assert labels(real, figure("latency", 20, "millisecond"), figure("latency", 5, "minute")) == [
        "10 ms", "100 ms", "1 second", "1 minute", "1 hour",
    ]  # fmt: skip
    assert labels(real, figure("latency", 2, "millisecond"), figure("latency", 20, "millisecond")) == [
        "1 ms", "10 ms", "100 ms",
    ]  # fmt: skip
    assert labels(real, figure("duration", 2, "month"), figure("duration", 30, "year")) == [
        "1 month", "1 year", "10 years", "100 years",
    ]  # fmt: skip
