"""The one shape of a mistake, whoever found it and whoever prints it, and of the rule that it breaks."""

from collections.abc import Callable
from dataclasses import dataclass
from inspect import getdoc
from typing import NamedTuple

Steps = tuple[str | int, ...]
"""The way to a value in a file: keys, and positions in lists, from the top."""


class Place(NamedTuple):
    """Line and column in a file, counted from 1."""

    line: int
    column: int


TOP = Place(1, 1)


@dataclass(frozen=True)
class Rule:
    """A name, which is printed in `[…]` after each message, and the sentence that says what is wrong."""

    name: str
    sentence: str


def rule_of(function: Callable[..., object]) -> Rule:
    """Return the rule that a function stands for: its name with hyphens, and its docstring."""
    return Rule(function.__name__.replace("_", "-"), getdoc(function) or "")


class Finding(NamedTuple):
    """What a check found, and where; the catalogue adds the rule."""

    path: str
    line: int
    column: int
    message: str


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
        line = f"{self.path}:{self.line}:{self.column}: {self.message} [{self.rule}]"
        return " ".join(line.splitlines())  # a message may quote a text of several lines
