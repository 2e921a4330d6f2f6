"""Quotes and brackets that are not closed, and texts that begin with a sign of YAML."""

import re
from dataclasses import replace

from handbook.files import FileRule
from handbook.mistakes.indentation import BULLET, bullet
from handbook.mistakes.keys import cut_between
from handbook.mistakes.mistake import (
    END_IN_FLOW,
    KEY,
    Error,
    Mistake,
    here,
    in_quotes,
    mistake_at,
    quoted_at,
    start_of_value,
    without_line,
)
from handbook.yaml_errors import A_TAG, QUOTED, SYNTAX
from handbook.yaml_lines import CLOSING, Spot

BACKTICK = "a text cannot begin with a backtick; put the text in quotes"


def never_closed(error: Error) -> Mistake | None:
    """Recognise a quote or a bracket without an end."""
    for spot in error.layout.never_closed:
        if spot.line <= error.line:
            last = error.layout.last[spot.line]
            if spot.sign not in CLOSING:
                return _open_quote(error, spot)
            return cut_between(error, spot.line, last) or _open_bracket(error, spot)
    return None


def _open_quote(error: Error, spot: Spot) -> Mistake:
    message = f"this quote is never closed; write a second `{spot.sign}` where the text ends"
    last = error.layout.last[spot.line]
    line = error.lines[last].rstrip().rstrip("\\")
    end = len(line)
    if last in error.layout.in_flow:
        found = END_IN_FLOW.match(line, spot.column + 1 if last == spot.line else 0)
        end = found.end() if found else end
    return mistake_at(spot, message, {last: f"{line[:end]}{spot.sign}{line[end:]}"})


def _open_bracket(error: Error, spot: Spot) -> Mistake:
    closing = CLOSING[spot.sign]
    message = f"this bracket is never closed; write `{closing}` where the list ends"
    if spot.sign == "{":
        message = "this bracket is never closed; write `}` after its last value"
    last = error.layout.last[spot.line]
    if last > spot.line and _is_of_block(error.lines, spot):
        line = error.lines[spot.line]
        message = "this bracket is never closed, and the lines below do without one; delete it"
        return mistake_at(spot, message, {spot.line: line[: spot.column] + line[spot.column + 1 :]})
    opened = _open_brackets(error.lines[spot.line : last + 1], spot.column)
    return mistake_at(spot, message, {last: f"{error.lines[last].rstrip().rstrip(',')}{opened}"})


def _is_of_block(lines: list[str], spot: Spot) -> bool:
    """Return whether what follows a bracket is written in lines, as without one."""
    rest = lines[spot.line][spot.column + 1 :].strip()
    below = next((line for line in lines[spot.line + 1 :] if line.strip()), "")
    return bool(below.lstrip().startswith("- ") or (rest and "," not in rest and KEY.match(below)))


def _open_brackets(lines: list[str], start: int) -> str:
    """Return the signs that close what is open at the end of the lines."""
    opened = ""
    for sign in QUOTED.sub("", "\n".join(lines)[start:]):
        if sign in CLOSING:
            opened = CLOSING[sign] + opened
        elif sign in "]}":
            opened = opened[1:]
    return opened


def text_after_quote(error: Error) -> Mistake | None:
    """Recognise a quote that ends a text too early."""
    for spot in error.layout.text_after_quote:
        if spot.line <= error.line:
            twice = "`''`" if spot.sign == "'" else '`\\"`'
            other = "double quotes" if spot.sign == "'" else "single quotes"
            message = f"this `{spot.sign}` ends the text, but more text follows; inside the text write {twice}, "
            first = error.layout.first[spot.line]
            return mistake_at(spot, f"{message}or put the whole text in {other}", in_quotes(error.layout, first))
    return None


def text_after_bracket(error: Error) -> Mistake | None:
    """Recognise a text that begins with a bracket."""
    for spot in error.layout.text_after_bracket:
        if spot.line <= error.line:
            message = f"a text that begins with `{spot.sign}` has to be in quotes; put quotes around the whole text"
            return mistake_at(spot, message, in_quotes(error.layout, spot.line))
    return None


def star_at_start(error: Error) -> Mistake | None:
    """Recognise a text that begins with emphasis: `*fast* writes`."""
    start = error.layout.value_start(error.line)
    if not error.layout.is_structure(error.line) or error.text[start : start + 1] not in ("*", "&"):
        return None
    spot = Spot(error.line, start, "")
    return mistake_at(spot, SYNTAX["(alias|anchor): "], quoted_at(error, spot))


def odd_start(error: Error) -> Mistake | None:
    """Recognise a text that begins with a sign that no text may begin with."""
    if not re.search("cannot start any token", error.words) or error.column >= len(error.text):
        return None
    sign = error.text[error.column]
    if error.text.lstrip().startswith("```"):
        return mistake_at(here(error), "this line belongs to Markdown, not to the entry; delete it", {error.line: ""})
    message = f"a text cannot begin with `{sign}`; put the text in quotes" if sign != "`" else BACKTICK
    return mistake_at(here(error), message, quoted_at(error, here(error)))


def bracket_too_many(error: Error) -> Mistake | None:
    """Recognise a closing bracket that closes nothing."""
    sign = error.text[error.column : error.column + 1]
    if not sign or sign not in "]}":
        return None
    repaired = error.text[: error.column] + error.text[error.column + 1 :]
    message = f"this `{sign}` closes nothing; delete it, or write the bracket that it closes"
    return mistake_at(here(error), message, {error.line: repaired})


def escape(error: Error) -> Mistake | None:
    """Recognise a backslash in double quotes that is no escape."""
    if not re.search("escape|hex", error.words):
        return None
    repaired = re.sub(r"\\(?!\")", r"\\\\", error.text.replace("\\\\", "\\"))
    column = error.text.rfind("\\", 0, error.column + 1)
    spot = Spot(error.line, column if column >= 0 else error.column, "")
    return mistake_at(spot, SYNTAX["escape|hex"], {error.line: repaired})


def special_start(error: Error) -> Mistake | None:
    """Recognise a text that begins with a sign with a meaning of its own: `*`, `&`, `>`, `- `, `? `."""
    for pattern in ("(alias|anchor): ", "block scalar", "sequence entries are not", "mapping keys are not"):
        if re.search(pattern, error.words):
            if BULLET.match(error.text):
                return bullet(error, error.line)
            spot = Spot(error.line, start_of_value(error), "")
            return mistake_at(spot, SYNTAX[pattern], quoted_at(error, spot))
    return None


def tag(error: Error) -> Mistake | None:
    """Recognise a text that begins with `!`."""
    if not re.search("a tag|undefined tag", error.words):
        return None
    column = error.text.find("!")
    spot = Spot(error.line, column, "") if column >= 0 else here(error)
    begun = Spot(error.begun.line - 1, error.begun.column - 1, "")
    mistake = mistake_at(begun, A_TAG, quoted_at(error, spot) if column >= 0 else without_line(error, error.line))
    return replace(mistake, rule=FileRule.TAG)
