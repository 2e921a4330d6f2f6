"""The example of a rule, from the files of a problem case: what is wrong, what the check says, how it is fixed."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

CaseFiles = Mapping[str, str]
"""The files of a case by their path in its folder: `expected.txt`, `fix.diff` or `fix.txt`, `content/…`."""
OUTPUT, CHANGE, REMEDY = "expected.txt", "fix.diff", "fix.txt"
PLACE = re.compile(r"^(?P<path>.+?):(?P<line>\d+):\d+: .* \[(?P<rule>[a-z0-9-]+)\]$")


@dataclass(frozen=True, slots=True)
class ExampleLine:
    """A line of a file with its number; `changed` where the fix takes it out or puts it in."""

    number: int
    text: str
    changed: bool


@dataclass(frozen=True, slots=True)
class Example:
    """Lines that are wrong with those around them, what the check prints, and the lines as they should be.

    Where no lines can show it, `remedy` says what to do.
    """

    path: str
    bad: tuple[ExampleLine, ...]
    output: tuple[str, ...]
    fixed: tuple[ExampleLine, ...]
    remedy: str


@dataclass(frozen=True, slots=True)
class Change:
    """What `fix.diff` says: a file, then lines to take out (`-`), to put in (`+`) or to find the place by (a blank)."""

    path: str
    lines: tuple[str, ...]

    def side(self, sign: str) -> list[str]:
        """Return the lines before (`-`) or after (`+`) the change."""
        return [line[1:] for line in self.lines if line[0] in (sign, " ")]

    def start(self, lines: list[str]) -> int:
        """Return at which of the file's lines, counted from 0, the change begins; it has to fit in one place only."""
        before = self.side("-")
        starts = [n for n in range(len(lines) + 1) if lines[n : n + len(before)] == before]
        if len(starts) != 1:
            raise ValueError(f"the lines of the change are in {len(starts)} places of {self.path}")
        return starts[0]

    def applied(self, lines: list[str]) -> list[str]:
        """Return the file's lines with the change made."""
        start = self.start(lines)
        return [*lines[:start], *self.side("+"), *lines[start + len(self.side("-")) :]]


def change_of(files: CaseFiles) -> Change | None:
    """Return the change that fixes the example of a case, if lines can show it."""
    if CHANGE not in files:
        return None
    path, *lines = files[CHANGE].splitlines()
    return Change(path, tuple(lines))


def example_of(files: CaseFiles, rule: str) -> Example:
    """Return the example that a case gives of `rule`."""
    change = change_of(files)
    if change is None:
        said = tuple(line for line in files[OUTPUT].splitlines() if line.endswith(f"[{rule}]"))
        return Example("", (), said, (), files[REMEDY].strip())
    lines = files[change.path].splitlines()
    start = change.start(lines)
    bad, fixed = _excerpt(lines, change, "-", start), _excerpt(change.applied(lines), change, "+", start)
    return Example(change.path, bad, tuple(_said_of(bad, change.path, files[OUTPUT])), fixed, "")


def _excerpt(lines: list[str], change: Change, sign: str, start: int) -> tuple[ExampleLine, ...]:
    """Return the lines of one side of the change, which begins at `start`, with one line before and one after."""
    signs = [line[0] for line in change.lines if line[0] in (sign, " ")]
    changed = {start + n for n, found in enumerate(signs) if found == sign}
    shown = range(max(start - 1, 0), min(start + len(signs) + 1, len(lines)))
    return tuple(ExampleLine(n + 1, lines[n], n in changed) for n in shown)


def _said_of(lines: tuple[ExampleLine, ...], path: str, output: str) -> Iterator[str]:
    """Yield what is printed of these lines; of an empty file, what is printed of its top."""
    numbers = {line.number for line in lines} or {1}
    for said in output.splitlines():
        place = PLACE.match(said)
        if place and place["path"] == path and int(place["line"]) in numbers:
            yield said
