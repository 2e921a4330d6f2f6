"""What the YAML parser says, in words that tell a contributor what to do."""

import re
from typing import Protocol

import yaml

from handbook.problem import TOP, Place

CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
"""Characters that YAML refuses, and lets in as an escape in double quotes: `"\\u0007"`. HTML has no place for it."""


class Mark(Protocol):
    """A place as the parser gives it, counted from 0."""

    @property
    def line(self) -> int: ...
    @property
    def column(self) -> int: ...


def place_of(mark: Mark | None) -> Place:
    """Return the place of a mark; without one, the top of the file."""
    return Place(mark.line + 1, mark.column + 1) if mark else TOP


def explain(error: Exception, text: str) -> tuple[Place, str]:
    """Return where in `text` the parser stopped, and what would do."""
    if isinstance(error, yaml.MarkedYAMLError):
        return place_of(error.problem_mark or error.context_mark), _explain_syntax(error.problem or error.context or "")
    if isinstance(error, yaml.reader.ReaderError):
        return _character_place(text, _code(error)), explain_character(_code(error))
    return TOP, "this is not YAML: an escape names no character; remove it"  # only without libyaml: `"\UFFFFFFFF"`


def _explain_syntax(found: str) -> str:
    for words, remedy in REMEDIES.items():
        if words in found:
            return f"this is not YAML: {found}; {remedy}"
    return f"this is not YAML: {found}; check the indentation and the quotes here and on the line above"


INDENTATION = "the indentation does not fit the lines above, or a quote is not closed"
REMEDIES = {
    "mapping values are not allowed": "put a text that contains `: ` in quotes",
    "cannot start any token": "indent with spaces, not tabs, and quote a text that begins with a special character",
    "found undefined tag": "remove the `!`, or put the text in quotes",
    "expected <block end>": INDENTATION,
    "did not find expected": INDENTATION,
    "unexpected end of stream": "a quote is not closed",
    "could not find expected ':'": "a key needs a colon and a space after it",
}


def explain_character(code: int) -> str:
    """Return what is wrong with a character that no text may hold."""
    return f"no text may contain the character U+{code:04X}; remove it"


def _character_place(text: str, code: int) -> Place:
    before = text[: max(text.find(chr(code)), 0)].split("\n")
    return Place(len(before), len(before[-1]) + 1)


def _code(error: yaml.reader.ReaderError) -> int:
    character = error.character
    return ord(character) if isinstance(character, str) else int(character)
