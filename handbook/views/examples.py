"""Examples of rules, from the files of problem cases: the faulty lines, the output of the check, and the fix."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

CaseFiles = Mapping[str, str]
"""The files of a case by path: `expected.txt`, `fix.diff` or `fix.txt`, `content/…`."""
OUTPUT, CHANGE, REMEDY = "expected.txt", "fix.diff", "fix.txt"
PLACE = re.compile(r"^(?P<path>.+?):(?P<line>\d+):\d+: .* \[(?P<rule>[a-z0-9-]+)\]$")


@dataclass(frozen=True, slots=True)
class ExampleLine:
    """A line of a file with its number; `changed` if the fix removes or adds it."""

    number: int
    text: str
    changed: bool


@dataclass(frozen=True, slots=True)
class Example:
    """The faulty lines with context, the output of the check, and the corrected lines.

    If lines cannot show the fix, `remedy` describes it.
    """

    path: str
    bad: tuple[ExampleLine, ...]
    output: tuple[str, ...]
    fixed: tuple[ExampleLine, ...]
    remedy: str


@dataclass(frozen=True, slots=True)
class Change:
    """The content of `fix.diff`: a path, then lines to remove (`-`), to add (`+`), or of context (a space)."""

    path: str
    lines: tuple[str, ...]

    def side(self, sign: str) -> list[str]:
        """Return the lines before (`-`) or after (`+`) the change."""
        return [line[1:] for line in self.lines if line[0] in (sign, " ")]

    def start(self, lines: list[str]) -> int:
        """Return the index of the line at which the change begins, which must be unique."""
        before = self.side("-")
        starts = [n for n in range(len(lines) + 1) if lines[n : n + len(before)] == before]
        if len(starts) != 1:
            raise ValueError(f"the lines of the change are in {len(starts)} places of {self.path}")
        return starts[0]

    def applied(self, lines: list[str]) -> list[str]:
        """Return the lines of the file with the change applied."""
        start = self.start(lines)
        return [*lines[:start], *self.side("+"), *lines[start + len(self.side("-")) :]]


def change_of(files: CaseFiles) -> Change | None:
    """Return the change that fixes the example, or None if lines cannot show it."""
    if CHANGE not in files:
        return None
    path, *lines = files[CHANGE].splitlines()
    return Change(path, tuple(lines))


def example_of(files: CaseFiles, rule: str) -> Example:
    """Return the example of `rule` in a case."""
    change = change_of(files)
    if change is None:
        said = tuple(line for line in files[OUTPUT].splitlines() if line.endswith(f"[{rule}]"))
        return Example("", (), said, (), files[REMEDY].strip())
    lines = files[change.path].splitlines()
    start = change.start(lines)
    bad, fixed = _excerpt(lines, change, "-", start), _excerpt(change.applied(lines), change, "+", start)
    return Example(change.path, bad, tuple(_said_of(bad, change.path, files[OUTPUT])), fixed, "")


def _excerpt(lines: list[str], change: Change, sign: str, start: int) -> tuple[ExampleLine, ...]:
    """Return the lines of one side of the change, which begins at `start`, with one line of context on each side."""
    signs = [line[0] for line in change.lines if line[0] in (sign, " ")]
    changed = {start + n for n, found in enumerate(signs) if found == sign}
    shown = range(max(start - 1, 0), min(start + len(signs) + 1, len(lines)))
    return tuple(ExampleLine(n + 1, lines[n], n in changed) for n in shown)


def _said_of(lines: tuple[ExampleLine, ...], path: str, output: str) -> Iterator[str]:
    """Yield the output for these lines, or for the top of an empty file."""
    numbers = {line.number for line in lines} or {1}
    for said in output.splitlines():
        place = PLACE.match(said)
        if place and place["path"] == path and int(place["line"]) in numbers:
            yield said
