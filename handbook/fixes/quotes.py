"""Fixes of texts that YAML reads otherwise than they are written: the fix puts them in quotes."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from handbook.fixes.flows import quoted_flow
from handbook.fixes.keys import TEXT_KEYS
from handbook.fixes.nodes import Edit, Pairs, Scalar, edited, in_quotes, parse
from handbook.scalar import resolve_plain
from handbook.survey import ID

LINE = re.compile(r"(?P<before>(?P<indent> *)(?P<dashes>(?:- +)*)(?:(?P<key>[A-Za-z_][\w-]*): +)?)(?P<value>\S.*)")
BLOCK = re.compile(r"[>|][+-]?[0-9]?[+-]?(?: +#.*)?$")
COMMENT = re.compile(r"(?<=\S) {2,}#(?: .*)?$")
CUT = re.compile(r"(?<=\S)( +)#( ?)")
BARE = re.compile(r" *(?![\w-]+:(?: |$)|- |#)\S")
PLAIN = re.compile(r"[A-Za-z0-9(](?:[^:#]|:(?=\S)|(?<=\S)#)*")
"""Matches texts that YAML certainly reads as they are written."""
CLOSED = re.compile(r"""\"(?:[^"\\]|\\.)*"|'(?:[^']|'')*'""", re.DOTALL)
PAIRS = {"“": '”“"', "”": '”"', "„": '“”"', "‟": '”"', "‘": "’'", '"': '"”“', "'": "'’"}
"""The signs that a person uses as an opening quote, each with those that close it."""


class Value(NamedTuple):
    """A value on the lines of a file: its key, its offset, and the text as written, without a comment at the end."""

    key: str
    start: int
    text: str


def quoted_values(text: str) -> str:
    """Put the texts in quotes that need them."""
    edits = [
        Edit(value.start, value.start + len(value.text), better)
        for value in values(text)
        if (better := _better(value)) != value.text
    ]
    return edited(text, edits)


def values(text: str) -> Iterator[Value]:
    """Yield the values that begin after a key or a dash, each with the lines that continue it."""
    lines = text.splitlines(keepends=True)
    number = offset = 0
    while number < len(lines):
        found, end = LINE.match(lines[number]), number + 1
        is_value = found is not None and found["before"].strip() != "" and not found["value"].startswith("#")
        if found and is_value:
            end = _end(lines, number, found)
            if not BLOCK.match(found["value"]):
                raw = "".join(lines[number:end])[found.start("value") :].rstrip()
                yield Value(found["key"] or "", offset + found.start("value"), COMMENT.sub("", raw))
        offset += sum(map(len, lines[number:end]))
        number = end


def _end(lines: list[str], number: int, found: re.Match[str]) -> int:
    """Return the number of the line after the value: lines that are indented more than its key continue it."""
    column = len(found["indent"]) + (len(found["dashes"]) if found["key"] else 0)
    is_block, is_open = bool(BLOCK.match(found["value"])), found["value"][0] in "\"'{["
    end = number + 1
    while end < len(lines) and (_continues(lines[end], column, is_block) or (is_open and _is_bare(lines[end]))):
        end += 1
    return end


def _is_bare(line: str) -> bool:
    """Return whether a line has neither a key nor a dash: it must belong to a text in quotes that began above."""
    return BARE.match(line) is not None


def _continues(line: str, column: int, is_block: bool) -> bool:
    inner = line.strip()
    return is_block if not inner else len(line) - len(line.lstrip(" ")) > column


def _better(value: Value) -> str:
    if PLAIN.fullmatch(value.text):
        return value.text
    if value.text[0] in "{[" and not value.text.startswith("[["):
        return quoted_flow(value.text)
    if found := CUT.search(_unquoted(value.text)):
        return _with_sign(value, found)
    inner = _inner(value.text)
    if inner is None and _reads_as_written(value.text):
        return value.text
    return in_quotes(value.text if inner is None else inner)


def _with_sign(value: Value, found: re.Match[str]) -> str:
    """Return a value with a ` #`: a comment is set apart by two spaces, anything else belongs to the text."""
    before, after = value.text[: found.start()], value.text[found.end() :]
    is_closed = before[-1] in "\"'" and before[0] == before[-1]
    is_word = not isinstance(resolve_plain(before), str) or (not value.key and ID.fullmatch(before))
    is_comment = found[2] or is_closed or is_word or (value.key and value.key not in TEXT_KEYS)
    if not is_comment:
        return in_quotes(value.text)
    return value.text if "\n" in after else f"{before}  # {after}"


def _unquoted(text: str) -> str:
    """Return a text of the same length, in which a quoted part at the start has no `#`."""
    quoted = CLOSED.match(text)
    return quoted[0].replace("#", "x") + text[quoted.end() :] if quoted else text


def _inner(text: str) -> str | None:
    """Return the text between quotes that a person set, but YAML does not understand, or None."""
    closing = PAIRS.get(text[0])
    if closing is None or (text[0] in "\"'" and _reads(text)):
        return None
    inner = text[1:-1] if len(text) > 1 and text[-1] in closing else text[1:]
    if text[-1] not in closing:
        return inner if text[0] in "\"'" and not set(inner) & set(closing) else None
    apart = set(inner) & set("“”„‟" if text[0] in "“”„‟" else text[0])
    return None if apart and text[0] != "'" else inner


def _reads(text: str) -> bool:
    tree = parse(f"x: {text}\n")
    return isinstance(tree, Pairs) and len(tree.pairs) == 1 and isinstance(tree.pairs[0][1], Scalar)


def _reads_as_written(text: str) -> bool:
    """Return whether YAML reads `text` as one value, with the same words if it has no quotes."""
    lines = text.split("\n")
    tree = parse("x: " + "\n  ".join(line.strip() for line in lines) + "\n")
    if not isinstance(tree, Pairs) or len(tree.pairs) != 1 or not isinstance(value := tree.pairs[0][1], Scalar):
        return False
    return bool(value.style) or value.text.split() == text.split()
