"""Lines that begin at the wrong column, and items without a hyphen."""

import re
from dataclasses import replace

from handbook.mistakes.mistake import KEY, Error, Mistake, ends_block, indent_of, mistake_at, without_line
from handbook.yaml_lines import Level, Spot

BULLET = re.compile(r" *[*•‣◦▪·–—−] ")


NO_SPACE = re.compile(r" *-(?=[^\s-])")


INDENTED = re.compile("expected (?:key|'-'|<block end>|'?<document start>)|entries are not|mapping values")


def no_dash(error: Error) -> Mistake | None:
    """Recognise an item that begins with another sign than a hyphen and a space."""
    if not error.layout.is_structure(error.line):
        return None
    if BULLET.match(error.text):
        return bullet(error, error.line)
    if found := NO_SPACE.match(error.text):
        message = "an item of a list begins with a hyphen and a space: `- `"
        repaired = f"{error.text[: found.end()]} {error.text[found.end() :]}"
        return mistake_at(Spot(error.line, found.end() - 1, ""), message, {error.line: repaired})
    return None


def bullet(error: Error, number: int) -> Mistake:
    """Return the mistake of an item that begins with a bullet."""
    line = error.lines[number]
    column = indent_of(line)
    message = "an item of a list begins with a hyphen and a space: `- `"
    return mistake_at(Spot(number, column, ""), message, {number: f"{line[:column]}- {line[column + 2 :]}"})


def wrong_indentation(error: Error) -> Mistake | None:
    """Recognise a line that begins where no line above it does."""
    if not error.layout.is_structure(error.line) or not INDENTED.search(error.words):
        return None
    above = error.layout.line_above(error.line)
    if above is None or error.layout.opens_block(above, indent_of(error.text)):
        return None
    column, is_item = indent_of(error.text), bool(re.match(" *-(?: |$)", error.text))
    levels = list(error.layout.levels(error.line))
    fitting = [level for level in levels if level.is_item == is_item]
    if fitting and column not in {level.column for level in fitting}:
        nearest = sorted(fitting, key=lambda level: abs(level.column - column))[:2]
        return _moved(error, error.line, column, nearest if _on_both_sides(nearest, column) else nearest[:1])
    return None


def indented_start(error: Error) -> Mistake | None:
    """Recognise a file whose first key is indented, although those below it are not."""
    first = next((number for number in range(error.line) if error.layout.is_structure(number)), None)
    if first is None or "<document start>" not in error.words or indent_of(error.text) >= indent_of(error.lines[first]):
        return None
    column = indent_of(error.lines[first])
    shift = indent_of(error.text) - column
    message = (
        f"this line begins after {_spaces(column)}; indent it with {_spaces(column + shift)}, like the lines below"
    )
    moved = {number: _shifted(error.lines[number], shift) for number in range(first, error.line)}
    return replace(mistake_at(Spot(first, column, ""), message, moved), shifts=dict.fromkeys(moved, shift))


def item_without_list(error: Error) -> Mistake | None:
    """Recognise an item where no list is open."""
    if not error.layout.is_structure(error.line) or not re.match(" *-(?: |$)", error.text):
        return None
    message = "`- ` begins an item, but the lines above are no list; write the key of the list above it, or delete `- `"
    spot = Spot(error.line, indent_of(error.text), "")
    return mistake_at(spot, message, without_line(error, error.line), sure=False)


def _on_both_sides(levels: list[Level], column: int) -> bool:
    return len({level.column < column for level in levels}) > 1


def too_deep(error: Error) -> Mistake | None:
    """Recognise a key that is indented more than the key above, which has a text."""
    first = error.layout.first[error.line]
    if not re.search("mapping values are not", error.words) or first == error.line or not KEY.match(error.text):
        return None
    level = next((level for level in error.layout.levels(error.line) if not level.is_item), None)
    return _moved(error, error.line, indent_of(error.text), [level]) if level else None


def _moved(error: Error, first: int, column: int, levels: list[Level]) -> Mistake:
    """Return the mistake of lines that have to begin at one of the levels; with two, nobody knows which."""
    places = [f"with {_spaces(level.column)}, like {_named(level)} in line {level.line + 1}" for level in levels]
    message = f"this line begins after {_spaces(column)}; indent it {', or '.join(places)}"
    last = next(
        (number for number in range(first + 1, len(error.lines)) if ends_block(error.lines[number], column)), None
    )
    deepest = max(levels, key=lambda level: level.column)
    shift = deepest.column - column
    moved = {number: _shifted(error.lines[number], shift) for number in range(first, last or len(error.lines))}
    mistake = mistake_at(Spot(first, column, ""), message, moved, sure=len(levels) == 1)
    return replace(mistake, shifts=dict.fromkeys(moved, shift))


def _shifted(line: str, shift: int) -> str:
    return " " * shift + line if shift > 0 else line[min(-shift, len(line) - len(line.lstrip(" "))) :]


def _named(level: Level) -> str:
    return "the item" if level.is_item else f"`{level.word}`"


def _spaces(count: int) -> str:
    return "1 space" if count == 1 else f"{count or 'no'} spaces"


def text_not_indented(error: Error, above: int, number: int) -> Mistake:
    """Return the mistake of a text after `>-` that begins at the column of its key."""
    message = f"indent this text more than the key in line {above + 1}, to which it belongs"
    moved = {}
    for below in range(number, len(error.lines)):
        if KEY.match(error.lines[below]) or ends_block(error.lines[below], indent_of(error.lines[number])):
            break
        moved[below] = _shifted(error.lines[below], 2)
    return mistake_at(Spot(number, indent_of(error.lines[number]), ""), message, moved)
