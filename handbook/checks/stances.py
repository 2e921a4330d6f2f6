"""Checks of the stances on patterns and technologies."""

from collections.abc import Iterator

from handbook.library import Library
from handbook.model.case_study import PatternUse, TechnologyUse
from handbook.model.structure import parts
from handbook.problem import Finding, Steps, of_one_entry

DEPARTED = ("avoids", "abandoned", "rejected", "left")
"""The stances of a system that has something else in place of the pattern or technology."""


@of_one_entry
def instead_without_departure(library: Library) -> Iterator[Finding]:
    """A use gives an `instead`, but the system did not leave, reject, abandon or avoid what the use names."""
    for entry in library.case_studies.values():
        uses: tuple[tuple[Steps, PatternUse | TechnologyUse], ...] = (
            *parts(entry.data, PatternUse),
            *parts(entry.data, TechnologyUse),
        )
        for steps, use in uses:
            if use.instead and use.stance not in DEPARTED:
                left = "`abandoned` or `avoids`" if isinstance(use, PatternUse) else "`left` or `rejected`"
                message = f"`instead` is for what a system does without, but the stance is `{use.stance}`; "
                yield entry.finding((*steps, "instead"), f"{message}set {left}, or delete `instead`")
