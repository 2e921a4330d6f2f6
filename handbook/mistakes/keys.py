"""Keys without a colon, texts with one, and texts that a comment cuts short."""

import re

from handbook.files import FileRule
from handbook.mistakes.indentation import BULLET, bullet, text_not_indented
from handbook.mistakes.mistake import (
    Error,
    Mistake,
    here,
    in_quotes,
    indent_of,
    mistake_at,
    quoted_at,
    single_quoted,
    without_line,
)
from handbook.yaml_errors import CUT, CUT_SHORT, OPEN_END, QUOTED, SYNTAX
from handbook.yaml_lines import HEAD, Spot

GLUED = re.compile(r"( *(?:- +)*)([a-z_]+)(:|=|：| = | := )(?=\S)")
"""Matches a key whose colon has no space after it, or another sign in its place."""


KEY_AND_WORDS = re.compile(r"( *(?:- +)*)([a-z_]+)( +)(?=\S)")


KEY_BEFORE_COLON = re.compile(r"(?<![\w-])[a-z_]+$")


BLOCK_TEXT = re.compile(r".*[:-] [>|][-+0-9]*$")


OPENING = "\"'[{|>"


def no_colon(error: Error) -> Mistake | None:
    """Recognise a line in which a key should be, but no colon is."""
    number = _line_without_key(error)
    if number is None or number in error.layout.in_flow:
        return None
    line = error.lines[number]
    spot = Spot(number, indent_of(line), "")
    above = error.layout.line_above(number)
    if above is not None and BLOCK_TEXT.match(error.lines[above]):
        return text_not_indented(error, above, number)
    if found := GLUED.match(line):
        message = f"write a colon and a space after the key: `{found[2]}: …`"
        return mistake_at(spot._replace(column=found.start(3)), message, {number: _with_colon(found)})
    if BULLET.match(line):
        return bullet(error, number)
    if found := KEY_AND_WORDS.match(line):
        message = f"a line begins with a key, a colon and a space; write `{found[2]}: …`, or indent a text that goes on"
        return mistake_at(spot, message, {number: _with_colon(found)})
    message = "a line begins with a key, a colon and a space; indent a text that goes on, or begin a comment with `# `"
    return mistake_at(spot, message, {number: ""})


def _line_without_key(error: Error) -> int | None:
    if re.search("could not find expected ':'", error.words):
        return min(error.begun.line - 1, error.line)
    if not re.search("mapping values are not", error.words):
        return None
    found = None
    for number in range(error.line - 1, -1, -1):
        if error.layout.is_structure(number):
            head = HEAD.match(error.lines[number])
            if not head or head["key"] or head["dashes"] or indent_of(error.lines[number]) != indent_of(error.text):
                break
            found = number
    return found


def _with_colon(found: re.Match[str]) -> str:
    rest = found.string[found.end() :]
    return f"{found[1]}{found[2]}: {rest if rest[0] in OPENING else single_quoted(rest)}"


def colon_in_text(error: Error) -> Mistake | None:
    """Recognise a text without quotes that has a colon."""
    if not re.search("mapping values are not", error.words):
        return None
    message = "a text with `: ` in it has to be in quotes; put quotes around the whole text"
    return mistake_at(here(error), message, in_quotes(error.layout, error.layout.first[error.line]))


def in_brackets(error: Error) -> Mistake | None:
    """Recognise what is wrong between brackets: a missing comma, or a text with a colon."""
    if not re.search(r"',' or|unexpected ':'|could not find expected ':'", error.words):
        return None
    before = error.text[: error.column]
    key = KEY_BEFORE_COLON.search(before)
    if error.text[error.column : error.column + 1] == ":" and key and _has_value_before(before[: key.start()]):
        message = f"a comma is missing before `{key[0]}:`"
        repaired = f"{before[: key.start()].rstrip()}, {error.text[key.start() :]}"
        return mistake_at(here(error)._replace(column=key.start()), message, {error.line: repaired})
    if error.text[error.column : error.column + 1] == ":":
        message = "a text with a colon has to be in quotes between brackets; put quotes around the whole text"
        return mistake_at(here(error), message, quoted_at(error, here(error)))
    return mistake_at(here(error), SYNTAX["',' or"], without_line(error, error.line), sure=False)


def _has_value_before(text: str) -> bool:
    """Return whether a value ends here: `{id: post at`, not `{at: Note`."""
    return bool(text.strip()) and text.rstrip()[-1] not in ":,[{"


def text_cut_short(error: Error) -> Mistake | None:
    """Recognise a `#` that ended a text too early."""
    first = max(min(error.begun.line, error.line), error.line - 2, 1) - 1
    return cut_between(error, first, error.line) if OPEN_END.search(error.words) else None


def cut_between(error: Error, first: int, last: int) -> Mistake | None:
    """Return the mistake of the first `#` in these lines that cuts a text, or None."""
    for number in range(first, last + 1):
        unquoted = QUOTED.sub(lambda quoted: "x" * len(quoted[0]), error.lines[number])
        if not unquoted.lstrip().startswith("#") and (found := CUT.search(unquoted)):
            spot = Spot(number, found.end(), "#")
            return mistake_at(spot, CUT_SHORT, quoted_at(error, spot), FileRule.TEXT_CUT_SHORT)
    return None
