"""The list of all checks, and the one function that runs them."""

from collections.abc import Callable, Iterator
from datetime import date

from handbook.checks import architecture, completeness, dates, evidence, figures, references
from handbook.library import Library, Reading
from handbook.parallel import spread
from handbook.problem import Problem

Check = Callable[[Library, date], Iterator[Problem]]

CHECKS: tuple[Check, ...] = (
    references.unknown_reference,
    references.unknown_term,
    references.unknown_local_id,
    references.unknown_lesson,
    references.unknown_link,
    references.ambiguous_link,
    references.unsafe_link,
    references.self_reference,
    references.duplicate_id,
    references.name_collision,
    evidence.unread_source_cited,
    evidence.source_never_cited,
    evidence.inferred_without_how,
    dates.dates_out_of_order,
    dates.date_in_the_future,
    figures.figure_without_one_value,
    figures.figure_without_unit,
    figures.arithmetic_does_not_hold,
    figures.dispute_without_content,
    completeness.full_entry_incomplete,
    completeness.thin_without_reason,
    architecture.component_in_no_era,
    architecture.step_between_eras,
    completeness.missing_schema_comment,
)


def find_problems(reading: Reading, today: date, workers: int = 1) -> tuple[Problem, ...]:
    """Return everything that is wrong with what was read, sorted by place; `today` decides what is the future."""
    library = reading.library
    if library is None:
        return reading.problems
    found = spread(lambda number: tuple(CHECKS[number](library, today)), len(CHECKS), workers)
    return tuple(sorted({*reading.problems, *(problem for problems in found for problem in problems)}))
