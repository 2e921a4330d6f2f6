"""Problems in the content, and the rules that they break."""

import re
from bisect import bisect
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from inspect import getdoc
from typing import NamedTuple, TypeVar

Steps = tuple[str | int, ...]
"""The path to a value in a file: keys and list positions, from the top."""


class Place(NamedTuple):
    """Line and column in a file, counted from 1."""

    line: int
    column: int


TOP = Place(1, 1)


class Lines:
    """The line starts of a text, to convert offsets to places."""

    def __init__(self, text: str) -> None:
        """Find the line starts of `text`."""
        self._starts = [0, *(found.end() for found in re.finditer("\n", text))]

    def place(self, offset: int) -> Place:
        """Return the place of the character at `offset`, which counts from 0."""
        line = bisect(self._starts, offset)
        return Place(line, offset - self._starts[line - 1] + 1)


@dataclass(frozen=True)
class Rule:
    """A rule: its name, which is printed in `[…]` after each message, and the sentence that explains it."""

    name: str
    sentence: str


@cache
def rule_of(function: Callable[..., object]) -> Rule:
    """Return the rule of a function: its name with hyphens, and its docstring."""
    return Rule(function.__name__.replace("_", "-"), getdoc(function) or "")


CHECKS_OF_ONE_ENTRY: set[Callable[..., object]] = set()
C = TypeVar("C", bound=Callable[..., object])


def of_one_entry(check: C) -> C:
    """Mark a check whose findings in an entry depend on that entry only, so that it skips entries known to be clean."""
    CHECKS_OF_ONE_ENTRY.add(check)
    return check


Message = str | Callable[[], str]
"""A message, or a function that makes it if that is slow, because most of very many problems are only counted."""
UNTOLD = "…"
"""The message of a problem that is only counted."""


class Finding(NamedTuple):
    """A fault that a check found, and its place; the catalogue adds the rule."""

    path: str
    line: int
    column: int
    message: Message

    @property
    def words(self) -> str:
        """The text of the message."""
        return self.message if isinstance(self.message, str) else self.message()


@dataclass(frozen=True, order=True)
class Problem:
    """A problem in the content: its place, the fault and the remedy.

    `path` is relative to the content folder's parent, `line` and `column` count from 1, `rule` is the rule's name.
    """

    path: str
    line: int
    column: int
    message: str
    rule: str

    def __str__(self) -> str:
        """Return the line to print: `path:line:column: message [rule]`."""
        return f"{printable(self.path)}:{self.line}:{self.column}: {self.words} [{self.rule}]"

    @property
    def words(self) -> str:
        """The message in one printable line; it may quote a text of several lines."""
        return printable(" ".join(self.message.splitlines()))


def printable(text: str) -> str:
    """Return `text` with invisible and control characters as escapes (`\\x1b`)."""
    return "".join(sign if sign.isprintable() else sign.encode("unicode_escape").decode() for sign in text)
