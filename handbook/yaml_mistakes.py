"""Syntax errors as the mistakes that people make: the place, the remedy in words, and a repair to read on with.

The repair keeps the number of lines. It is never written anywhere: it only lets the reader find the next mistake.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType

import yaml

from handbook.files import FileRule
from handbook.problem import Place
from handbook.yaml_errors import A_TAG, CUT, CUT_SHORT, OPEN_END, QUOTED, SYNTAX, place_of
from handbook.yaml_lines import CLOSING, HEAD, Layout, Level, Spot

KEY = re.compile(r" *(?:- +)*[a-z_]+ *:(?: |$)")
GLUED = re.compile(r"( *(?:- +)*)([a-z_]+)(:|=|：| = | := )(?=\S)")
"""Matches a key whose colon has no space after it, or another sign in its place."""
KEY_AND_WORDS = re.compile(r"( *(?:- +)*)([a-z_]+)( +)(?=\S)")
BULLET = re.compile(r" *[*•‣◦▪·–—−] ")
KEY_BEFORE_COLON = re.compile(r"(?<![\w-])[a-z_]+$")
NO_SPACE = re.compile(r" *-(?=[^\s-])")
BLOCK_TEXT = re.compile(r".*[:-] [>|][-+0-9]*$")
END_IN_FLOW = re.compile(r"[^,\[\]{}]*")
START_IN_FLOW = re.compile(r".*(?:[\[{,]|: ) *")


@dataclass(frozen=True)
class Mistake:
    """A mistake, and the lines (counted from 0) that repair it.

    `sure` says that the repair keeps what was written. Without it, some lines are lost.
    """

    rule: FileRule
    place: Place
    message: str
    lines: Mapping[int, str] = field(default_factory=lambda: MappingProxyType({}))
    sure: bool = True
    shifts: Mapping[int, int] = field(default_factory=lambda: MappingProxyType({}))
    """The lines that only move, by the number of columns."""


@dataclass(frozen=True)
class Error:
    """An error of the parser: where it stopped and where the part began (lines and columns from 0), and its words."""

    layout: Layout
    line: int
    column: int
    begun: Place
    words: str

    @property
    def lines(self) -> list[str]:
        """The lines of the text."""
        return self.layout.lines

    @property
    def text(self) -> str:
        """The line in which the parser stopped."""
        return self.lines[self.line]


def find_mistake(error: yaml.YAMLError, text: str) -> Mistake:
    """Return the mistake behind an error of the parser."""
    words = f"{getattr(error, 'context', '')}: {getattr(error, 'problem', '')}"
    lines = text.split("\n")[:-1] or [""]
    stopped = place_of(getattr(error, "problem_mark", None))
    begun = place_of(getattr(error, "context_mark", None) or getattr(error, "problem_mark", None))
    number = min(stopped.line, len(lines)) - 1
    found = Error(Layout(lines), number, stopped.column - 1 if stopped.line <= len(lines) else 0, begun, words)
    for recognise in RECOGNISERS:
        if mistake := recognise(found):
            return mistake
    return _unknown(found)


def _never_closed(error: Error) -> Mistake | None:
    for spot in error.layout.never_closed:
        if spot.line <= error.line:
            last = error.layout.last[spot.line]
            if spot.sign not in CLOSING:
                return _open_quote(error, spot)
            return _cut_between(error, spot.line, last) or _open_bracket(error, spot)
    return None


def _open_quote(error: Error, spot: Spot) -> Mistake:
    message = f"this quote is never closed; write a second `{spot.sign}` where the text ends"
    last = error.layout.last[spot.line]
    line = error.lines[last].rstrip().rstrip("\\")
    end = len(line)
    if last in error.layout.in_flow:
        found = END_IN_FLOW.match(line, spot.column + 1 if last == spot.line else 0)
        end = found.end() if found else end
    return _mistake(spot, message, {last: f"{line[:end]}{spot.sign}{line[end:]}"})


def _open_bracket(error: Error, spot: Spot) -> Mistake:
    closing = CLOSING[spot.sign]
    message = f"this bracket is never closed; write `{closing}` where the list ends"
    if spot.sign == "{":
        message = "this bracket is never closed; write `}` after its last value"
    last = error.layout.last[spot.line]
    opened = _open_brackets(error.lines[spot.line : last + 1], spot.column)
    return _mistake(spot, message, {last: f"{error.lines[last].rstrip().rstrip(',')}{opened}"})


def _open_brackets(lines: list[str], start: int) -> str:
    """Return the signs that close what is open at the end of the lines."""
    opened = ""
    for sign in QUOTED.sub("", "\n".join(lines)[start:]):
        if sign in CLOSING:
            opened = CLOSING[sign] + opened
        elif sign in "]}":
            opened = opened[1:]
    return opened


def _text_after_quote(error: Error) -> Mistake | None:
    for spot in error.layout.text_after_quote:
        if spot.line <= error.line:
            twice = "`''`" if spot.sign == "'" else '`\\"`'
            other = "double quotes" if spot.sign == "'" else "single quotes"
            message = f"this `{spot.sign}` ends the text, but more text follows; inside the text write {twice}, "
            first = error.layout.first[spot.line]
            return _mistake(spot, f"{message}or put the whole text in {other}", _in_quotes(error.layout, first))
    return None


def _text_after_bracket(error: Error) -> Mistake | None:
    for spot in error.layout.text_after_bracket:
        if spot.line <= error.line:
            message = f"a text that begins with `{spot.sign}` has to be in quotes; put quotes around the whole text"
            return _mistake(spot, message, _in_quotes(error.layout, spot.line))
    return None


def _no_dash(error: Error) -> Mistake | None:
    """Recognise an item that begins with another sign than a hyphen and a space."""
    if not error.layout.is_structure(error.line):
        return None
    if BULLET.match(error.text):
        return _bullet(error, error.line)
    if found := NO_SPACE.match(error.text):
        message = "an item of a list begins with a hyphen and a space: `- `"
        repaired = f"{error.text[: found.end()]} {error.text[found.end() :]}"
        return _mistake(Spot(error.line, found.end() - 1, ""), message, {error.line: repaired})
    return None


def _star_at_start(error: Error) -> Mistake | None:
    """Recognise a text that begins with emphasis: `*fast* writes`."""
    start = error.layout.value_start(error.line)
    if not error.layout.is_structure(error.line) or error.text[start : start + 1] not in ("*", "&"):
        return None
    spot = Spot(error.line, start, "")
    return _mistake(spot, SYNTAX["(alias|anchor): "], _quoted_at(error, spot))


def _wrong_indentation(error: Error) -> Mistake | None:
    """Recognise a line that begins where no line above it does."""
    if not error.layout.is_structure(error.line) or not INDENTED.search(error.words):
        return None
    above = error.layout.line_above(error.line)
    if above is None or error.layout.opens_block(above, _indent(error.text)):
        return None
    column, is_item = _indent(error.text), bool(re.match(" *-(?: |$)", error.text))
    levels = list(error.layout.levels(error.line))
    fitting = [level for level in levels if level.is_item == is_item]
    if fitting and column not in {level.column for level in fitting}:
        nearest = sorted(fitting, key=lambda level: abs(level.column - column))[:2]
        return _moved(error, error.line, column, nearest if _on_both_sides(nearest, column) else nearest[:1])
    return None


def _item_without_list(error: Error) -> Mistake | None:
    if not error.layout.is_structure(error.line) or not re.match(" *-(?: |$)", error.text):
        return None
    message = "`- ` begins an item, but the lines above are no list; write the key of the list above it, or delete `- `"
    spot = Spot(error.line, _indent(error.text), "")
    return _mistake(spot, message, _without_line(error, error.line), sure=False)


def _on_both_sides(levels: list[Level], column: int) -> bool:
    return len({level.column < column for level in levels}) > 1


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _too_deep(error: Error) -> Mistake | None:
    """Recognise a key that is indented more than the key above, which has a text."""
    first = error.layout.first[error.line]
    if not re.search("mapping values are not", error.words) or first == error.line or not KEY.match(error.text):
        return None
    level = next((level for level in error.layout.levels(error.line) if not level.is_item), None)
    return _moved(error, error.line, _indent(error.text), [level]) if level else None


def _moved(error: Error, first: int, column: int, levels: list[Level]) -> Mistake:
    """Return the mistake of lines that have to begin at one of the levels; with two, nobody knows which."""
    places = [f"with {_spaces(level.column)}, like {_named(level)} in line {level.line + 1}" for level in levels]
    message = f"this line begins after {_spaces(column)}; indent it {', or '.join(places)}"
    last = next((number for number in range(first + 1, len(error.lines)) if _ends(error.lines[number], column)), None)
    deepest = max(levels, key=lambda level: level.column)
    shift = deepest.column - column
    moved = {number: _shifted(error.lines[number], shift) for number in range(first, last or len(error.lines))}
    mistake = _mistake(Spot(first, column, ""), message, moved, sure=len(levels) == 1)
    return replace(mistake, shifts=dict.fromkeys(moved, shift))


def _ends(line: str, column: int) -> bool:
    """Return whether a line is indented less, so that it does not move with the lines above."""
    return bool(line.strip()) and _indent(line) < column


def _named(level: Level) -> str:
    return "the item" if level.is_item else f"`{level.word}`"


def _shifted(line: str, shift: int) -> str:
    return " " * shift + line if shift > 0 else line[min(-shift, len(line) - len(line.lstrip(" "))) :]


def _spaces(count: int) -> str:
    return "1 space" if count == 1 else f"{count or 'no'} spaces"


def _text_cut_short(error: Error) -> Mistake | None:
    """Recognise a `#` that ended a text too early."""
    first = max(min(error.begun.line, error.line), error.line - 2, 1) - 1
    return _cut_between(error, first, error.line) if OPEN_END.search(error.words) else None


def _cut_between(error: Error, first: int, last: int) -> Mistake | None:
    for number in range(first, last + 1):
        unquoted = QUOTED.sub(lambda quoted: "x" * len(quoted[0]), error.lines[number])
        if not unquoted.lstrip().startswith("#") and (found := CUT.search(unquoted)):
            spot = Spot(number, found.end(), "#")
            return _mistake(spot, CUT_SHORT, _quoted_at(error, spot), FileRule.TEXT_CUT_SHORT)
    return None


def _colon_in_text(error: Error) -> Mistake | None:
    if not re.search("mapping values are not", error.words):
        return None
    message = "a text with `: ` in it has to be in quotes; put quotes around the whole text"
    return _mistake(_here(error), message, _in_quotes(error.layout, error.layout.first[error.line]))


def _no_colon(error: Error) -> Mistake | None:
    """Recognise a line in which a key should be, but no colon is."""
    number = _line_without_key(error)
    if number is None or number in error.layout.in_flow:
        return None
    line = error.lines[number]
    spot = Spot(number, _indent(line), "")
    above = error.layout.line_above(number)
    if above is not None and BLOCK_TEXT.match(error.lines[above]):
        return _text_not_indented(error, above, number)
    if found := GLUED.match(line):
        message = f"write a colon and a space after the key: `{found[2]}: …`"
        return _mistake(spot._replace(column=found.start(3)), message, {number: _with_colon(found)})
    if BULLET.match(line):
        return _bullet(error, number)
    if found := KEY_AND_WORDS.match(line):
        message = f"a line begins with a key, a colon and a space; write `{found[2]}: …`, or indent a text that goes on"
        return _mistake(spot, message, {number: _with_colon(found)})
    message = "a line begins with a key, a colon and a space; indent a text that goes on, or begin a comment with `# `"
    return _mistake(spot, message, {number: ""})


def _text_not_indented(error: Error, above: int, number: int) -> Mistake:
    """Return the mistake of a text after `>-` that begins at the column of its key."""
    message = f"indent this text more than the key in line {above + 1}, to which it belongs"
    moved = {}
    for below in range(number, len(error.lines)):
        if KEY.match(error.lines[below]) or _ends(error.lines[below], _indent(error.lines[number])):
            break
        moved[below] = _shifted(error.lines[below], 2)
    return _mistake(Spot(number, _indent(error.lines[number]), ""), message, moved)


def _line_without_key(error: Error) -> int | None:
    if re.search("could not find expected ':'", error.words):
        return min(error.begun.line - 1, error.line)
    if not re.search("mapping values are not", error.words):
        return None
    found = None
    for number in range(error.line - 1, -1, -1):
        if error.layout.is_structure(number):
            head = HEAD.match(error.lines[number])
            if not head or head["key"] or head["dashes"] or _indent(error.lines[number]) != _indent(error.text):
                break
            found = number
    return found


def _with_colon(found: re.Match[str]) -> str:
    rest = found.string[found.end() :]
    return f"{found[1]}{found[2]}: {rest if rest[0] in OPENING else _single_quoted(rest)}"


def _odd_start(error: Error) -> Mistake | None:
    if not re.search("cannot start any token", error.words) or error.column >= len(error.text):
        return None
    sign = error.text[error.column]
    if error.text.lstrip().startswith("```"):
        return _mistake(_here(error), "this line belongs to Markdown, not to the entry; delete it", {error.line: ""})
    message = f"a text cannot begin with `{sign}`; put the text in quotes" if sign != "`" else BACKTICK
    return _mistake(_here(error), message, _quoted_at(error, _here(error)))


def _in_brackets(error: Error) -> Mistake | None:
    """Recognise what is wrong between brackets: a missing comma, or a text with a colon."""
    if not re.search(r"',' or|unexpected ':'|could not find expected ':'", error.words):
        return None
    before = error.text[: error.column]
    key = KEY_BEFORE_COLON.search(before)
    if error.text[error.column : error.column + 1] == ":" and key and _has_value_before(before[: key.start()]):
        message = f"a comma is missing before `{key[0]}:`"
        repaired = f"{before[: key.start()].rstrip()}, {error.text[key.start() :]}"
        return _mistake(_here(error)._replace(column=key.start()), message, {error.line: repaired})
    if error.text[error.column : error.column + 1] == ":":
        message = "a text with a colon has to be in quotes between brackets; put quotes around the whole text"
        return _mistake(_here(error), message, _quoted_at(error, _here(error)))
    return _mistake(_here(error), SYNTAX["',' or"], _without_line(error, error.line), sure=False)


def _has_value_before(text: str) -> bool:
    """Return whether a value ends here: `{id: post at`, not `{at: Note`."""
    return bool(text.strip()) and text.rstrip()[-1] not in ":,[{"


def _bracket_too_many(error: Error) -> Mistake | None:
    sign = error.text[error.column : error.column + 1]
    if not sign or sign not in "]}":
        return None
    repaired = error.text[: error.column] + error.text[error.column + 1 :]
    message = f"this `{sign}` closes nothing; delete it, or write the bracket that it closes"
    return _mistake(_here(error), message, {error.line: repaired})


def _escape(error: Error) -> Mistake | None:
    if not re.search("escape|hex", error.words):
        return None
    repaired = re.sub(r"\\(?!\")", r"\\\\", error.text.replace("\\\\", "\\"))
    column = error.text.rfind("\\", 0, error.column + 1)
    spot = Spot(error.line, column if column >= 0 else error.column, "")
    return _mistake(spot, SYNTAX["escape|hex"], {error.line: repaired})


def _special_start(error: Error) -> Mistake | None:
    """Recognise a text that begins with a sign with a meaning of its own: `*`, `&`, `>`, `- `, `? `."""
    for pattern in ("(alias|anchor): ", "block scalar", "sequence entries are not", "mapping keys are not"):
        if re.search(pattern, error.words):
            if BULLET.match(error.text):
                return _bullet(error, error.line)
            spot = Spot(error.line, _start_of_value(error), "")
            return _mistake(spot, SYNTAX[pattern], _quoted_at(error, spot))
    return None


def _bullet(error: Error, number: int) -> Mistake:
    line = error.lines[number]
    column = _indent(line)
    message = "an item of a list begins with a hyphen and a space: `- `"
    return _mistake(Spot(number, column, ""), message, {number: f"{line[:column]}- {line[column + 2 :]}"})


def _tag(error: Error) -> Mistake | None:
    if not re.search("a tag|undefined tag", error.words):
        return None
    column = error.text.find("!")
    spot = Spot(error.line, column, "") if column >= 0 else _here(error)
    begun = Spot(error.begun.line - 1, error.begun.column - 1, "")
    mistake = _mistake(begun, A_TAG, _quoted_at(error, spot) if column >= 0 else _without_line(error, error.line))
    return replace(mistake, rule=FileRule.TAG)


def _unknown(error: Error) -> Mistake:
    """Return a mistake with the general message for the parser's words."""
    message = next(words for pattern, words in SYNTAX.items() if re.search(pattern, error.words))
    spot = Spot(error.line, error.column, "")
    return _mistake(spot, message, _without_line(error, error.line), sure=False)


def _without_line(error: Error, number: int) -> dict[int, str]:
    """Return the change that leaves out a line and what is indented more: the reader goes on at the next key."""
    indent = _indent(error.lines[number])
    out = {number: ""}
    for below in range(number + 1, len(error.lines)):
        if _ends(error.lines[below], indent + 1):
            break
        out[below] = ""
    return out


def _start_of_value(error: Error) -> int:
    """Return the column at which the text begins in which the parser stopped."""
    if error.line in error.layout.in_flow:
        found = START_IN_FLOW.match(error.text[: error.column])
        return found.end() if found else error.column
    return error.layout.value_start(error.line) if error.layout.is_structure(error.line) else error.column


def _quoted_at(error: Error, spot: Spot) -> dict[int, str]:
    """Return the lines in which the text around a place is in quotes."""
    if spot.line not in error.layout.in_flow:
        return _in_quotes(error.layout, error.layout.first[spot.line])
    line = error.lines[spot.line]
    found = START_IN_FLOW.match(line[: spot.column])
    start = found.end() if found else spot.column
    ended = END_IN_FLOW.match(line, max(start, spot.column))
    end = ended.end() if ended else len(line)
    return {spot.line: line[:start] + _single_quoted(line[start:end].rstrip()) + line[end:]}


def _in_quotes(layout: Layout, first: int) -> dict[int, str]:
    """Return the lines of a value with single quotes around it."""
    last, start = layout.last[first], layout.value_start(first)
    lines = {number: layout.lines[number].rstrip().replace("'", "''") for number in range(first + 1, last + 1)}
    lines[first] = layout.lines[first][:start] + "'" + layout.lines[first][start:].rstrip().replace("'", "''")
    lines[last] += "'"
    return lines


def _single_quoted(text: str) -> str:
    return "'" + text.rstrip().replace("'", "''") + "'"


def _here(error: Error) -> Spot:
    return Spot(error.line, error.column, "")


def _mistake(
    spot: Spot, message: str, lines: Mapping[int, str], rule: FileRule = FileRule.NOT_YAML, *, sure: bool = True
) -> Mistake:
    return Mistake(rule, Place(spot.line + 1, spot.column + 1), message, lines, sure)


BACKTICK = "a text cannot begin with a backtick; put the text in quotes"
INDENTED = re.compile("expected (?:key|'-'|<block end>)|entries are not|did not find expected|mapping values")
OPENING = "\"'[{|>"
RECOGNISERS: tuple[Callable[[Error], Mistake | None], ...] = (
    _tag, _never_closed, _text_after_quote, _text_cut_short, _too_deep, _bracket_too_many, _odd_start, _escape,
    _special_start, _no_dash, _no_colon, _in_brackets, _text_after_bracket, _star_at_start, _wrong_indentation,
    _item_without_list, _colon_in_text,
)  # fmt: skip
"""The recognisers of mistakes; the first that finds one applies."""
