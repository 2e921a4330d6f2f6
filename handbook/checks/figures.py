"""Figures: one value each, a unit where it needs one, and arithmetic that holds."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from handbook.arithmetic import UnitError, compute, deviation
from handbook.library import Entry, Library
from handbook.model.evidence import Dispute
from handbook.model.figure import Figure
from handbook.model.structure import parts
from handbook.problem import Problem, Steps

FORMS = ("value", "range", "before", "ratio", "as_printed")


def figure_without_one_value(library: Library, today: date) -> Iterator[Problem]:
    """A figure gives no value, or gives several. It has one of value, range, before and after, ratio, as_printed."""
    for entry, steps, figure in _figures(library):
        given = [form for form in FORMS if getattr(figure, form) is not None]
        if len(given) != 1:
            found = "gives no value" if not given else f"gives {' and '.join(f'`{form}`' for form in given)}"
            message = f"the figure `{figure.id}` {found}; give one of `value`, `range`, `before` with `after`, `ratio`"
            yield entry.problem(steps, f"{message} or `as_printed`", "figure-without-one-value")
        if (figure.before is None) != (figure.after is None):
            message = f"the figure `{figure.id}` needs both `before` and `after`"
            yield entry.problem(steps, message, "figure-without-one-value")
        if figure.range and figure.range.low > figure.range.high:
            message = f"the range runs from {figure.range.low:g} down to {figure.range.high:g}; exchange them"
            yield entry.problem((*steps, "range"), message, "figure-without-one-value")


def figure_without_unit(library: Library, today: date) -> Iterator[Problem]:
    """A number has no unit, or what is no number has one. Units are those of `content/vocabulary.yml`."""
    for entry, steps, figure in _figures(library):
        numeric = figure.ratio is None and figure.as_printed is None
        if numeric and not figure.unit:
            message = f"the figure `{figure.id}` has no `unit`; without one nobody can compare it"
            yield entry.problem(steps, message, "figure-without-unit")
        if not numeric and figure.unit:
            message = f"`{figure.unit}` is the unit of nothing: a ratio counts times, and `as_printed` is words"
            yield entry.problem((*steps, "unit"), message, "figure-without-unit")


def arithmetic_does_not_hold(library: Library, today: date) -> Iterator[Problem]:
    """A derivation says that figures add up and they do not, or the other way round."""
    units = {unit.id: unit for unit in library.vocabulary.units}
    for entry in library.case_studies.values():
        figures = {figure.id: figure for figure in entry.data.figures}
        for number, figure in enumerate(entry.data.figures):
            steps = ("figures", number, "derived")
            if not figure.derived or not set(figure.derived.of) <= set(figures):
                continue
            try:
                off = deviation(figure, compute(figure, figures, units))
            except UnitError as error:
                yield entry.problem(steps, str(error), "arithmetic-does-not-hold")
                continue
            if (off <= figure.derived.tolerance) != figure.derived.adds_up:
                yield entry.problem(steps, _verdict(figure, off), "arithmetic-does-not-hold")


def _verdict(figure: Figure, off: float) -> str:
    assert figure.derived
    allowed = f"{figure.derived.tolerance:.0%} are allowed"
    if figure.derived.adds_up:
        return (
            f"the arithmetic gives a result {off:.1%} away from the value, and {allowed}; mend it, or `adds_up: false`"
        )
    return f"the result lies only {off:.1%} away from the value, and {allowed}: it does add up; `adds_up: true`"


def dispute_without_content(library: Library, today: date) -> Iterator[Problem]:
    """A dispute says nothing, or says it twice. It gives either `says` or, for a figure, `value`."""
    for entry in library.entries():
        for steps, dispute in parts(entry.data, Dispute):
            if dispute.value is not None and steps[0] != "figures":
                message = "only a figure is disputed by a `value`; say in words (`says`) what the other source says"
                yield entry.problem((*steps, "value"), message, "dispute-without-content")
            if (dispute.says is None) == (dispute.value is None):
                message = "a dispute gives either `says` (words) or `value` (a number in the figure's unit)"
                yield entry.problem(steps, message, "dispute-without-content")


def _figures(library: Library) -> Iterator[tuple[Entry[Any], Steps, Figure]]:
    for entry in library.case_studies.values():
        for number, figure in enumerate(entry.data.figures):
            yield entry, ("figures", number), figure
