"""Repairs of texts that are not YAML, to find all mistakes at once; nothing of them is ever written to a file."""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import TypeVar

import yaml

from handbook.files import FileRule
from handbook.mistakes.mistake import Mistake
from handbook.mistakes.recognise import find_mistake
from handbook.problem import Place, Problem

T = TypeVar("T")


@dataclass
class Faults:
    """The problems of a text, and what became of it while they were repaired for further reading."""

    path: str
    problems: list[Problem] = field(default_factory=list)
    doubtful: set[int] = field(default_factory=set)
    """The lines (from 1) whose content was changed, about which nothing else is reported."""
    torn: list[int] = field(default_factory=list)
    """The lines at which some were left out, so that something may seem to be missing."""
    shifts: dict[int, int] = field(default_factory=dict)
    """The number of columns by which lines moved."""
    repairs: Counter[int] = field(default_factory=Counter)
    """How often each line (from 0) was repaired."""
    is_refused: bool = False
    """Whether the data is not what the file says."""

    def report(self, rule: FileRule, place: Place, message: str) -> None:
        """Report a problem, unless its line has been repaired: one mistake, one message."""
        if place.line not in self.doubtful:
            column = max(1, place.column - self.shifts.get(place.line, 0))
            self.problems.append(rule.problem(self.path, Place(place.line, column), message))

    def repair(self, lines: Iterable[int]) -> None:
        """Remember the lines that are not read as they are."""
        self.doubtful.update(lines)
        self.is_refused = True


def repaired(text: str, faults: Faults, read: Callable[[str], T]) -> tuple[T, str]:
    """Return what `read` makes of a text, and the text: every mistake that stopped the parser was repaired."""
    parsed = 0
    for number in range(MOST_REPAIRS):
        parsed += len(text)
        if number > LEAST_REPAIRS and parsed > MOST_TEXT:
            break
        try:
            return read(text), text
        except yaml.YAMLError as error:
            text = _without_mistake(text, find_mistake(error, text), faults)
    raise UnreadableError


class UnreadableError(Exception):
    """The reader gave up; all that it found has been reported."""


def _without_mistake(text: str, mistake: Mistake, faults: Faults) -> str:
    """Report a mistake, unless it may follow from another, and return the text without it."""
    lines = text.split("\n")
    if not any(_follows(lines, mistake.place.line, torn) for torn in faults.torn):
        faults.report(mistake.rule, mistake.place, mistake.message)
    changed = {number: line for number, line in mistake.lines.items() if lines[number] != line}
    if not changed:
        raise UnreadableError
    for number, line in changed.items():
        faults.repairs[number] += 1
        lines[number] = line if faults.repairs[number] <= MOST_OF_LINE else ""
    if any(faults.repairs[number] > MOST_OF_LINE for number in changed):
        faults.torn.append(mistake.place.line)
    faults.repair([mistake.place.line, *(number + 1 for number in changed.keys() - mistake.shifts.keys())])
    for number, shift in mistake.shifts.items():
        faults.shifts[number + 1] = faults.shifts.get(number + 1, 0) + shift
    if not mistake.sure:
        faults.torn.append(mistake.place.line)
    return "\n".join(lines)


def _follows(lines: list[str], line: int, torn: int) -> bool:
    """Return whether a mistake may follow from lines that were left out, because no key of the file is in between."""
    first, last = sorted((line, torn))
    return not any(text[:1].strip(" #-]}") for text in lines[first:last])


LEAST_REPAIRS, MOST_REPAIRS = 2, 40
MOST_OF_LINE = 3
"""How often a line is repaired before it is left out, because repairs of nonsense make it longer and longer."""
MOST_TEXT = 1_500_000
"""The number of characters that may be parsed to find all mistakes of a file."""
