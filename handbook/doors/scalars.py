"""Values as YAML, written so that a text is a text whatever it contains."""

import json
import re
from collections.abc import Iterator, Mapping
from textwrap import wrap

from handbook.scalar import resolve_plain

PLAIN = re.compile(r"\w(?:[\w ./()+-]*[\w./()+-])?|https?://[\w./%+~=?&-]+")
"""Texts that need no quotes, between brackets either."""
YEAR = re.compile("[12][0-9]{3}")
WIDTH = 110

Value = str | int | float | bool | list["Value"] | dict[str, "Value"]


def date(words: str) -> Value:
    """Return a date as a file writes it: a year is a number."""
    return int(words) if YEAR.fullmatch(words) else words


def scalar(value: str | int | float | bool) -> str:
    """Return a value in one line; a text that could be read as something else is in quotes."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if not isinstance(value, str):
        return repr(int(value) if float(value).is_integer() else value)
    is_plain = PLAIN.fullmatch(value) and isinstance(resolve_plain(value), str)
    return value if is_plain else json.dumps(value, ensure_ascii=False)


def flow(value: Value) -> str:
    """Return a value in one line: `{id: hs-2012, at: Stats}`."""
    if isinstance(value, dict):
        return f"{{{', '.join(f'{key}: {flow(inner)}' for key, inner in value.items())}}}"
    return f"[{', '.join(map(flow, value))}]" if isinstance(value, list) else scalar(value)


def block(value: Mapping[str, Value]) -> Iterator[str]:
    """Yield the lines of a mapping: long texts are folded, and lists of mappings have one key a line."""
    for key, inner in value.items():
        if isinstance(inner, dict):
            yield f"{key}:"
            yield from (f"  {line}" for line in block(inner))
        elif isinstance(inner, list) and any(isinstance(item, dict) and len(item) > 2 for item in inner):
            yield f"{key}:"
            yield from (f"  {line}" for item in inner for line in block_item(item))
        elif isinstance(inner, str) and len(inner) > WIDTH:
            yield f"{key}: >-"
            yield from (f"  {line}" for line in folded(inner))
        else:
            yield f"{key}: {flow(inner)}"


def folded(text: str) -> list[str]:
    """Return a text in lines, which YAML joins with spaces."""
    return wrap(text, WIDTH, break_long_words=False, break_on_hyphens=False)


def block_item(item: Value) -> Iterator[str]:
    """Yield the lines of an item of a list."""
    lines = list(block(item)) if isinstance(item, dict) else [flow(item)]
    yield f"- {lines[0]}"
    yield from (f"  {line}" for line in lines[1:])
