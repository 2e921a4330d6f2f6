"""The one shape of a mistake, whoever found it and whoever prints it, and of the rule that it breaks."""

import re
from bisect import bisect
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from inspect import getdoc
from typing import NamedTuple

Steps = tuple[str | int, ...]
"""The way to a value in a file: keys, and positions in lists, from the top."""


class Place(NamedTuple):
    """Line and column in a file, counted from 1."""

    line: int
    column: int


TOP = Place(1, 1)


class Lines:
    """Where a text begins a new line, so that an offset can be told as a place."""

    def __init__(self, text: str) -> None:
        """Find the beginnings of the lines."""
        self._starts = [0, *(found.end() for found in re.finditer("\n", text))]

    def place(self, offset: int) -> Place:
        """Return the place of the character at `offset`, which counts from 0."""
        line = bisect(self._starts, offset)
        return Place(line, offset - self._starts[line - 1] + 1)


@dataclass(frozen=True)
class Rule:
    """A name, which is printed in `[…]` after each message, and the sentence that says what is wrong."""

    name: str
    sentence: str


@cache
def rule_of(function: Callable[..., object]) -> Rule:
    """Return the rule that a function stands for: its name with hyphens, and its docstring."""
    return Rule(function.__name__.replace("_", "-"), getdoc(function) or "")


Message = str | Callable[[], str]
"""A message, or what makes it where that takes long: of many problems, most are only counted."""
UNTOLD = "…"
"""The message of a problem that is only counted."""


class Finding(NamedTuple):
    """What a check found, and where; the catalogue adds the rule."""

    path: str
    line: int
    column: int
    message: Message

    @property
    def words(self) -> str:
        """The message, made where it was not yet."""
        return self.message if isinstance(self.message, str) else self.message()


@dataclass(frozen=True, order=True)
class Problem:
    """A mistake in the content: where it is, what was found and what would do.

    `path` is relative to the content folder's parent, `line` and `column` count from 1, `rule` is the rule's name.
    """

    path: str
    line: int
    column: int
    message: str
    rule: str

    def __str__(self) -> str:
        """Return the line that a contributor reads: `path:line:column: message [rule]`."""
        return f"{printable(self.path)}:{self.line}:{self.column}: {self.words} [{self.rule}]"

    @property
    def words(self) -> str:
        """The message as it may be printed; it may quote a text of several lines."""
        return printable(" ".join(self.message.splitlines()))


def printable(text: str) -> str:
    """Return `text` in one line, and as an escape (`\\x1b`) what would change a terminal or not be seen."""
    return "".join(sign if sign.isprintable() else sign.encode("unicode_escape").decode() for sign in text)
