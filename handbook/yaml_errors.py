"""What the YAML parser says, in words that tell a contributor what to do, the same for libyaml and PyYAML."""

import re
from typing import Protocol

import yaml

from handbook.files import FileRule, RefusedError
from handbook.problem import TOP, Place


class Mark(Protocol):
    """A place as the parser gives it, counted from 0."""

    @property
    def index(self) -> int: ...
    @property
    def line(self) -> int: ...
    @property
    def column(self) -> int: ...


def place_of(mark: Mark | None) -> Place:
    """Return the place of a mark; without one, the top of the file."""
    return Place(mark.line + 1, mark.column + 1) if mark else TOP


def explain(error: yaml.YAMLError, text: str) -> RefusedError:
    """Return where in `text` the parser stopped, and what would do."""
    said = f"{getattr(error, 'context', '')}: {getattr(error, 'problem', '')}"
    stopped = place_of(getattr(error, "problem_mark", None))
    begun = place_of(getattr(error, "context_mark", None) or getattr(error, "problem_mark", None))
    if re.search("a tag|undefined tag", said):
        return RefusedError(FileRule.TAG, begun, A_TAG)
    if OPEN_END.search(said) and (sign := _sign_of_comment(text, begun.line, stopped.line)):
        return RefusedError(FileRule.TEXT_CUT_SHORT, sign, CUT_SHORT)
    words = next(words for pattern, words in SYNTAX.items() if re.search(pattern, said))
    return RefusedError(FileRule.NOT_YAML, stopped, f"this is not YAML: {words}")


def _sign_of_comment(text: str, begun: int, stopped: int) -> Place | None:
    """Return the place of a `#` that cut a text in the lines in which the error began and was seen."""
    first = max(min(begun, stopped - 1), stopped - 3, 1)
    for number, line in enumerate(text.split("\n")[first - 1 : stopped], first):
        unquoted = QUOTED.sub(lambda quoted: "x" * len(quoted[0]), line)
        if not line.lstrip().startswith("#") and (found := CUT.search(unquoted)):
            return Place(number, found.end() + 1)
    return None


A_TAG = "`!` begins a tag; remove it, and put a text that begins with `!` or looks like a number in quotes"
CUT = re.compile(r"(?<=[^ \n]) +(?=#)(?!(?<=  )#[ \n])")
"""What comes before the sign of a comment, unless it is two spaces, and one follows the sign."""
CUT_SHORT = "` #` begins a comment, so the text ends here; put it in quotes (or write a comment as `  # …`)"
OPEN_END = re.compile("expected (?:':'|',' or|key|'-'|<block end>)")
"""What the parser says where a text may have ended too early."""
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
"""What is wrong, by what the parser says; the first that is found counts."""
