"""The words of the YAML parser, translated into messages with a remedy, the same for libyaml and PyYAML."""

import re
from typing import Protocol

from handbook.problem import TOP, Place


class Mark(Protocol):
    """A place in the parser's form, counted from 0."""

    @property
    def index(self) -> int: ...
    @property
    def line(self) -> int: ...
    @property
    def column(self) -> int: ...


def place_of(mark: Mark | None) -> Place:
    """Return the place of a mark, or the top of the file if there is none."""
    return Place(mark.line + 1, mark.column + 1) if mark else TOP


A_TAG = "`!` begins a tag; remove it, and put a text that begins with `!` or looks like a number in quotes"
CUT = re.compile(r"(?<=[^ \n]) +(?=#)(?!(?<=  )#[ \n])")
"""Matches the spaces before a `#`, unless there are two or more and a space follows: that is a proper comment."""
CUT_SHORT = "` #` begins a comment, so the text ends here; put it in quotes (or write a comment as `  # …`)"
OPEN_END = re.compile("expected (?:':'|',' or|key|'-'|<block end>)")
"""Matches the parser's message when a text may have ended too early."""
QUOTED = re.compile(r"""(?<=[\s\[{,])(?:"[^"]*"|'[^']*')""")
SYNTAX = {
    "mapping values are not": "`: ` begins a value, and none can be here; put a text that contains `: ` in quotes",
    "could not find expected ':'": "a key needs a colon and a space after it",
    "cannot start any token": "no text can begin with this character; put it in quotes",
    "end of stream": "a quote is not closed",
    "document (indicator|separator)": "a quote above is not closed, or a line of its text begins with `---` or `...`",
    r"',' or": "a comma or a closing bracket is missing; put a text in quotes that has commas, colons or brackets",
    "unexpected ':'": "a text in brackets has a `:` before a bracket or comma; put it in quotes",
    "escape|hex": "a `\\` in double quotes begins an escape, and this is none; write `\\\\`, or use single quotes",
    "(alias|anchor): ": "`*` and `&` have a meaning of their own here; put a text that begins with one in quotes",
    "block scalar": "a text after `>` or `|` begins on the next line; put a text that begins with one in quotes",
    "sequence entries are not": "`- ` begins an item, and none can be here; put it on a line of its own",
    "mapping keys are not": "`? ` begins a key, and none can be here; put a text that begins with `?` in quotes",
    "": "the indentation does not fit the lines above, or a quote is not closed",
}
"""The explanation of a syntax error, by a pattern of the parser's message; the first match applies."""
