"""Checks of figures: each has one value, the right unit, and derivations that hold."""

from collections.abc import Iterator

from handbook.arithmetic import UnitError, compute, deviation
from handbook.library import Entry, Library
from handbook.model.case_study import CaseStudy
from handbook.model.evidence import Dispute
from handbook.model.figure import Figure
from handbook.model.structure import parts
from handbook.nearest import one_of
from handbook.problem import Finding, Steps, of_one_entry

FORMS = ("value", "range", "before", "ratio", "as_printed")


@of_one_entry
def figure_without_one_value(library: Library) -> Iterator[Finding]:
    """A figure gives none, or more than one, of `value`, `range`, `before` with `after`, `ratio` and `as_printed`."""
    for entry, steps, figure in _figures(library):
        given = [form for form in FORMS if getattr(figure, form) is not None]
        if len(given) != 1:
            found = "gives no value" if not given else f"gives {' and '.join(f'`{form}`' for form in given)}"
            message = f"the figure `{figure.id}` {found}; give one of `value`, `range`, `before` with `after`, `ratio`"
            yield entry.finding(steps, f"{message} or `as_printed`")
        if (figure.before is None) != (figure.after is None):
            message = f"the figure `{figure.id}` needs both `before` and `after`; add the other, or give a `value`"
            yield entry.finding(steps, message)
        if figure.range and figure.range.low > figure.range.high:
            message = f"the range runs from {figure.range.low:g} down to {figure.range.high:g}; swap them"
            yield entry.finding((*steps, "range"), message)


@of_one_entry
def figure_without_unit(library: Library) -> Iterator[Finding]:
    """A number has no unit, or a figure without a number has one."""
    for entry, steps, figure in _figures(library):
        numeric = figure.ratio is None and figure.as_printed is None
        if numeric and not figure.unit:
            message = f"the figure `{figure.id}` has no `unit`; add one (`unit: request`), or it cannot be compared"
            yield entry.finding(steps, message)
        if not numeric and figure.unit:
            message = f"the unit `{figure.unit}` does not apply: neither a ratio nor `as_printed` has a unit"
            yield entry.finding((*steps, "unit"), message)


def unit_of_another_measure(library: Library) -> Iterator[Finding]:
    """The unit of a figure cannot belong to its measure, such as a latency in gigabytes."""
    units = {unit.id: unit.dimension for unit in library.vocabulary.units}
    allowed = {measure.id: measure.dimensions for measure in library.vocabulary.measures}
    for entry, steps, figure in _figures(library):
        dimension, wanted = units.get(figure.unit or ""), allowed.get(figure.measure)
        if dimension and wanted and dimension not in wanted:
            fitting = [name for name, dimensions in allowed.items() if dimension in dimensions]
            measures = f", or the measure: {one_of(fitting)}" if fitting else ""
            message = (
                f"`{figure.unit}` is a unit of {dimension}, but `{figure.measure}` is given in units of "
                f"{' or '.join(wanted)}; correct the unit{measures}"
            )
            yield entry.finding((*steps, "unit"), message)


@of_one_entry
def before_and_after_differ(library: Library) -> Iterator[Finding]:
    """The figures before and after a decision have no measure in common, so nothing shows the change."""
    for entry in library.case_studies.values():
        measures = {figure.id: figure.measure for figure in entry.data.figures}
        for number, decision in enumerate(entry.data.decisions):
            before, after = ({measures.get(name) for name in names} for names in (decision.before, decision.after))
            if before and after and None not in before | after and not before & after:
                found = " and ".join(
                    f"{one_of(map(str, one))} {when}" for one, when in ((before, "before"), (after, "after"))
                )
                message = f"these figures measure different things ({found}); name figures of the same measure"
                yield entry.finding(("decisions", number, "after"), message)


def arithmetic_does_not_hold(library: Library) -> Iterator[Finding]:
    """The `adds_up` of a derivation contradicts the arithmetic."""
    units = {unit.id: unit for unit in library.vocabulary.units}
    for entry in library.case_studies.values():
        figures = {figure.id: figure for figure in entry.data.figures}
        for number, figure in enumerate(entry.data.figures):
            steps = ("figures", number, "derived")
            if not figure.derived or not set(figure.derived.of) <= set(figures):
                continue
            try:
                result = compute(figure, figures, units)
            except UnitError as error:
                yield entry.finding(steps, str(error))
                continue
            if (deviation(figure, result) <= figure.derived.tolerance) != figure.derived.adds_up:
                yield entry.finding(steps, _verdict(figure, result))


def _verdict(figure: Figure, result: float) -> str:
    assert figure.derived
    off, allowed = deviation(figure, result), f"the tolerance is {figure.derived.tolerance:.0%}"
    found = f"the {figure.derived.operation} is {result:,.4g}"
    if figure.derived.adds_up:
        wanted = f"{off:.1%} away from the value, {figure.value:,.16g}, and {allowed}"
        return f"{found}, {wanted}; correct the figures, or set `adds_up: false`"
    near = f"only {off:.1%} away from the value, and {allowed}" if off else "which is the value"
    return f"{found}, {near}, so it adds up; set `adds_up: true`"


@of_one_entry
def dispute_without_content(library: Library) -> Iterator[Finding]:
    """A dispute gives neither `says` nor `value`, or both, or a `value` where the disputed claim is not a figure."""
    for entry in library.entries():
        for steps, dispute in parts(entry.data, Dispute):
            if dispute.value is not None and steps[0] != "figures":
                message = "only a figure is disputed by a `value`; say in words (`says`) what the other source says"
                yield entry.finding((*steps, "value"), message)
            if (dispute.says is None) == (dispute.value is None):
                message = "a dispute gives either `says` (words) or `value` (a number in the figure's unit)"
                yield entry.finding(steps, message)


@of_one_entry
def dispute_without_difference(library: Library) -> Iterator[Finding]:
    """The `value` of a dispute is the value that the figure shows, so the sources agree."""
    for entry, steps, figure in _figures(library):
        for number, dispute in enumerate(figure.disputed):
            if dispute.value is not None and dispute.value in (figure.value, figure.ratio):
                message = f"{dispute.value:,.16g} is also the value of the figure, so the sources agree; "
                remedy = "correct it, or cite this source under the `sources` of the figure"
                yield entry.finding((*steps, "disputed", number, "value"), message + remedy)


def _figures(library: Library) -> Iterator[tuple[Entry[CaseStudy], Steps, Figure]]:
    for entry in library.case_studies.values():
        for number, figure in enumerate(entry.data.figures):
            yield entry, ("figures", number), figure
