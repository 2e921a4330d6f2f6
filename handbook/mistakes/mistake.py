"""A mistake in the syntax of a file, and repairs of its lines that let the reader go on."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from handbook.files import FileRule
from handbook.problem import Place
from handbook.yaml_lines import LineScan, Spot

KEY = re.compile(r" *(?:- +)*[a-z_]+ *:(?: |$)")


END_IN_FLOW = re.compile(r"[^,\[\]{}]*")


START_IN_FLOW = re.compile(r".*(?:[\[{,]|: ) *")


@dataclass(frozen=True)
class Mistake:
    """A mistake, and the lines (counted from 0) that repair it.

    `sure` says that the repair keeps what was written. Without it, some lines are lost.
    """

    rule: FileRule
    place: Place
    message: str
    lines: Mapping[int, str] = field(default_factory=lambda: MappingProxyType({}))
    sure: bool = True
    shifts: Mapping[int, int] = field(default_factory=lambda: MappingProxyType({}))
    """The lines that only move, by the number of columns."""


@dataclass(frozen=True)
class Error:
    """An error of the parser: where it stopped and where the part began (lines and columns from 0), and its words."""

    layout: LineScan
    line: int
    column: int
    begun: Place
    words: str

    @property
    def lines(self) -> list[str]:
        """The lines of the text."""
        return self.layout.lines

    @property
    def text(self) -> str:
        """The line in which the parser stopped."""
        return self.lines[self.line]


def mistake_at(
    spot: Spot, message: str, lines: Mapping[int, str], rule: FileRule = FileRule.NOT_YAML, *, sure: bool = True
) -> Mistake:
    """Return a mistake at a spot."""
    return Mistake(rule, Place(spot.line + 1, spot.column + 1), message, lines, sure)


def here(error: Error) -> Spot:
    """Return the spot at which the parser stopped."""
    return Spot(error.line, error.column, "")


def indent_of(line: str) -> int:
    """Return the number of spaces at the start of a line."""
    return len(line) - len(line.lstrip(" "))


def ends_block(line: str, column: int) -> bool:
    """Return whether a line is indented less, so that it does not move with the lines above."""
    return bool(line.strip()) and indent_of(line) < column


def without_line(error: Error, number: int) -> dict[int, str]:
    """Return the change that leaves out a line and what is indented more: the reader goes on at the next key."""
    indent = indent_of(error.lines[number])
    out = {number: ""}
    for below in range(number + 1, len(error.lines)):
        if ends_block(error.lines[below], indent + 1):
            break
        out[below] = ""
    return out


def start_of_value(error: Error) -> int:
    """Return the column at which the text begins in which the parser stopped."""
    if error.line in error.layout.in_flow:
        found = START_IN_FLOW.match(error.text[: error.column])
        return found.end() if found else error.column
    return error.layout.value_start(error.line) if error.layout.is_structure(error.line) else error.column


def quoted_at(error: Error, spot: Spot) -> dict[int, str]:
    """Return the lines in which the text around a place is in quotes."""
    if spot.line not in error.layout.in_flow:
        return in_quotes(error.layout, error.layout.first[spot.line])
    line = error.lines[spot.line]
    found = START_IN_FLOW.match(line[: spot.column])
    start = found.end() if found else spot.column
    ended = END_IN_FLOW.match(line, max(start, spot.column))
    end = ended.end() if ended else len(line)
    return {spot.line: line[:start] + single_quoted(line[start:end].rstrip()) + line[end:]}


def in_quotes(layout: LineScan, first: int) -> dict[int, str]:
    """Return the lines of a value with single quotes around it."""
    last, start = layout.last[first], layout.value_start(first)
    lines = {number: layout.lines[number].rstrip().replace("'", "''") for number in range(first + 1, last + 1)}
    lines[first] = layout.lines[first][:start] + "'" + layout.lines[first][start:].rstrip().replace("'", "''")
    lines[last] += "'"
    return lines


def single_quoted(text: str) -> str:
    """Return a text in single quotes."""
    return "'" + text.rstrip().replace("'", "''") + "'"
