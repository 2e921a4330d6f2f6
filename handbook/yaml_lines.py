"""The layout of a YAML text that cannot be parsed: where values begin and end, by the indentation of their lines."""

import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

HEAD = re.compile(
    r"""(?P<indent> *)(?P<dashes>(?:-(?: +|$))*)"""
    r"""(?:(?P<key>"[^"\n]*"|'[^'\n]*'|[^\s"'\[{#][^\n]*?) *:(?: +|$))?"""
)
"""Matches the start of a line, up to its value."""
STRUCTURE = re.compile(r"[\w-]+ *:(?: |$)|-(?: |$)|[#.]")
"""Matches a line that begins something new at its column."""
IN_DOUBLE = re.compile(r'"(?:[^"\\]|\\.)*+"', re.DOTALL)
IN_SINGLE = re.compile("'(?:[^']|'')*+'")
SIGN = re.compile(r"""(?<=[\s\[{,:])["']|[\[\]{}]|(?<=\s)#.*""")
MOST_LOOSE = 20
"""The number of lines that a value in quotes or brackets may have at the column of its key."""
AFTER_QUOTE = re.compile(r"\s*(?:#.*)?(?:\n|$)| *:(?:\s|$)")
AFTER_BRACKET = re.compile(r"[ \n]*[^\s#:\]}]")
CLOSING = {"[": "]", "{": "}"}


class Spot(NamedTuple):
    """A sign in the text, by line and column, which count from 0."""

    line: int
    column: int
    sign: str


class Level(NamedTuple):
    """A column at which lines above begin: their keys, or the dashes of their items."""

    column: int
    is_item: bool
    line: int
    word: str


@dataclass
class LineScan:
    """What a line scan finds: for each line, the first and last line of the value that it is a part of."""

    lines: list[str]
    first: list[int] = field(init=False)
    last: list[int] = field(init=False)
    in_flow: set[int] = field(default_factory=set)
    never_closed: list[Spot] = field(default_factory=list)
    """Quotes and brackets without an end before the next key."""
    text_after_quote: list[Spot] = field(default_factory=list)
    """Quotes that end a text although more text follows."""
    text_after_bracket: list[Spot] = field(default_factory=list)
    """Brackets at the start of what is more than a list."""

    def __post_init__(self) -> None:
        """Scan the lines."""
        self.first = list(range(len(self.lines)))
        self.last = list(range(len(self.lines)))
        number = 0
        while number < len(self.lines):
            number = self._scan(number) + 1

    def is_structure(self, number: int) -> bool:
        """Return whether a line is more than the continuation of a value, a comment or empty."""
        return self.first[number] == number and self.lines[number].lstrip()[:1] not in ("", "#")

    def value_start(self, number: int) -> int:
        """Return the column at which the value in a line begins."""
        found = HEAD.match(self.lines[number])
        return found.end() if found else 0

    def line_above(self, number: int) -> int | None:
        """Return the next line above that is not a comment, empty or the continuation of a value."""
        return next((above for above in range(number - 1, -1, -1) if self.is_structure(above)), None)

    def opens_block(self, number: int, column: int) -> bool:
        """Return whether a line has a key or a dash without a value, to which lines from `column` on may belong."""
        head = HEAD.match(self.lines[number])
        return head is not None and not self.lines[number][head.end() :].strip() and column > _owner(head)

    def levels(self, number: int) -> Iterator[Level]:
        """Yield the levels that are open above a line, the deepest first."""
        limit = sys.maxsize
        for above in range(number - 1, -1, -1):
            if limit and self.is_structure(above):
                for level in self._levels_of(above):
                    if level.column < limit:
                        limit = level.column
                        yield level

    def _levels_of(self, number: int) -> Iterator[Level]:
        head = HEAD.match(self.lines[number])
        if head and head["key"]:
            yield Level(head.start("key"), False, number, head["key"])
        if head and head["dashes"]:
            columns = [head.start("dashes") + dash.start() for dash in re.finditer("-", head["dashes"])]
            yield from (Level(column, True, number, "- ") for column in reversed(columns))

    def _scan(self, number: int) -> int:
        """Find the end of the value that begins in a line; return the number of its last line."""
        line = self.lines[number]
        head = HEAD.match(line)
        if not head or line.lstrip()[:1] in ("", "#") or not line[head.end() :].strip():
            return number
        last = self._last_line(number, _owner(head), 0)
        scanned = self._scanned(number, last, head.end())
        if scanned.unclosed:
            loose = self._last_line(number, _owner(head), MOST_LOOSE)
            in_all = self._scanned(number, loose, head.end())
            last, scanned = (last, scanned) if in_all.unclosed else (loose, in_all)
        self._keep(number, last, scanned)
        return last

    def _last_line(self, number: int, owner: int, loose: int) -> int:
        """Return the last line that is indented more than the owner of the value.

        Up to `loose` lines may also begin at the column of the owner, as people write them in quotes and brackets.
        """
        last = number
        for below in range(number + 1, len(self.lines)):
            body = self.lines[below].lstrip(" ")
            column = len(self.lines[below]) - len(body)
            is_loose = column == owner and below <= number + loose and not STRUCTURE.match(body)
            if body and column <= owner and not is_loose:
                break
            last = below if body else last
        return last

    def _scanned(self, number: int, last: int, start: int) -> "Signs":
        segment = "\n".join(self.lines[number : last + 1])
        sign = segment[start]
        found = _scan_flow(segment, start) if sign in CLOSING else Signs()
        return _scan_quote(segment, start) if sign in "\"'" else found

    def _keep(self, number: int, last: int, signs: "Signs") -> None:
        self.first[number : last + 1] = [number] * (last + 1 - number)
        self.last[number : last + 1] = [last] * (last + 1 - number)
        segment = "\n".join(self.lines[number : last + 1])
        self.never_closed += [_spot(number, segment, offset) for offset in signs.unclosed]
        self.text_after_quote += [_spot(number, segment, offset) for offset in signs.text_after_quote]
        self.text_after_bracket += [_spot(number, segment, offset) for offset in signs.text_after_bracket]
        head = HEAD.match(self.lines[number])
        if head and self.lines[number][head.end()] in CLOSING:
            self.in_flow.update(range(number, last + 1))


class Signs(NamedTuple):
    """The offsets of the faulty quotes and brackets of a value."""

    unclosed: Sequence[int] = ()
    text_after_quote: Sequence[int] = ()
    text_after_bracket: Sequence[int] = ()


def _scan_quote(segment: str, start: int) -> Signs:
    found = _quoted(segment, start)
    if not found:
        return Signs([start])
    return Signs() if AFTER_QUOTE.match(segment, found.end()) else Signs([], [found.end() - 1])


def _scan_flow(segment: str, start: int) -> Signs:
    opened: list[int] = []
    position = start
    while sign := SIGN.search(segment, position):
        position = sign.end()
        if sign[0] in "\"'":
            found = _quoted(segment, sign.start())
            if not found:
                return Signs([sign.start()])
            position = found.end()
        elif sign[0] in CLOSING:
            opened.append(sign.start())
        elif sign[0] in "]}":
            opened.pop()
            if not opened:
                return Signs([], [], [start]) if AFTER_BRACKET.match(segment, position) else Signs()
    return Signs(opened[:1])


def _owner(head: re.Match[str]) -> int:
    """Return the column that the lines of a value have to be indented more than."""
    if head["key"]:
        return head.start("key")
    return head.start("dashes") + head["dashes"].rindex("-") if head["dashes"] else len(head["indent"])


def _quoted(segment: str, start: int) -> re.Match[str] | None:
    return (IN_DOUBLE if segment[start] == '"' else IN_SINGLE).match(segment, start)


def _spot(number: int, segment: str, offset: int) -> Spot:
    line = segment.count("\n", 0, offset)
    return Spot(number + line, offset - segment.rfind("\n", 0, offset) - 1, segment[offset])
