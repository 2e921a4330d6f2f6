"""The stances of case studies on a technology or a pattern, in words and numbers."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Protocol

from handbook.library import Entry
from handbook.model.case_study import CaseStudy, PatternUse, TechnologyUse
from handbook.model.pattern import Pattern

Use = TechnologyUse | PatternUse


@dataclass(frozen=True, slots=True)
class StanceWords:
    """A stance as the heading of a list (`Used and left it`) and before a count (`left by`)."""

    heading: str
    counted: str


STANCES: Mapping[str, StanceWords] = {
    "uses": StanceWords("Uses it", "used by"),
    "built": StanceWords("Built it", "built by"),
    "avoids": StanceWords("Avoids it", "avoided by"),
    "rejected": StanceWords("Weighed and rejected it", "rejected by"),
    "left": StanceWords("Used and left it", "left by"),
    "abandoned": StanceWords("Used and gave it up", "given up by"),
    "planned": StanceWords("Planned it", "planned by"),
}
"""All stances, in the order in which pages show them."""

KEPT = frozenset(("uses", "built"))
"""The stances that mean that the system has it."""
SIDES = (frozenset(("avoids", "abandoned")), "no system avoids it or gave it up"), (KEPT, "no system uses it")
"""The two sides on a pattern that is a choice, and what is said if nobody takes one."""


class UseInCase(Protocol):
    """A use, with its case study."""

    @property
    def case(self) -> Entry[CaseStudy]:
        """The case study."""
        ...

    @property
    def part(self) -> Use:
        """The use."""
        ...


def count_stances(uses: Iterable[UseInCase]) -> dict[str, int]:
    """Return the number of case studies by stance, without stances that none takes."""
    cases: dict[str, set[str]] = {stance: set() for stance in STANCES}
    for use in uses:
        cases[use.part.stance].add(use.case.id)
    return {stance: len(found) for stance, found in cases.items() if found}


def missing_sides(pattern: Pattern, uses: Iterable[UseInCase]) -> Iterator[str]:
    """Yield the sides that no case study takes on a pattern, in words, if the pattern is a choice."""
    taken = {use.part.stance for use in uses}
    return (words for side, words in SIDES if pattern.is_choice and not side & taken)


def stances_in_words(counts: Mapping[str, int]) -> str:
    """Return the counts in one line: `used by 6, left by 1`."""
    return ", ".join(f"{STANCES[stance].counted} {count}" for stance, count in counts.items())
