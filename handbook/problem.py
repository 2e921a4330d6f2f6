"""The one shape of a mistake, whoever found it and whoever prints it."""

from dataclasses import dataclass

Steps = tuple[str | int, ...]
"""The way to a value in a file: keys, and positions in lists, from the top."""


@dataclass(frozen=True, order=True)
class Problem:
    """A mistake in the content: where it stands, what was found and what would do.

    `path` is relative to the content folder's parent, `line` and `column` count from 1, `rule` is the check's name.
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
