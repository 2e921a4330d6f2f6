"""Fixes of texts in braces: `{id: post, at: page: 3}` becomes `{id: post, at: "page: 3"}`."""

import re

from handbook.fixes.keys import KEYS, TEXT_KEYS
from handbook.fixes.nodes import Edit, Items, Node, Pairs, Scalar, edited, in_quotes, is_in_curly_quotes, parse

OPENING, CLOSING = "{[", "}]"


START = re.compile(rf"[{{,]\s*({'|'.join(sorted(KEYS))}): +")
"""Matches the start of a value in braces. All keys are known, so the comma before a key ends the value before it."""


def quoted_flow(text: str) -> str:
    """Put the texts of a value in braces in quotes that need them; return it unchanged if it is still not YAML."""
    if _is_as_meant(parse(f"x: {text}\n")):
        return text
    starts = [*START.finditer(text)]
    ends = [*(one.start() for one in starts[1:]), len(text)]
    values = [(found.end(), end) for found, end in zip(starts, ends, strict=False) if found[1] in TEXT_KEYS]
    better = edited(text, [edit for start, end in values if (edit := _edit(text, start, end))])
    return better if _is_as_meant(parse(f"x: {better}\n")) else text


def _is_as_meant(tree: Node | None) -> bool:
    """Return whether a value was read, and no part of a text became a key of its own."""
    return tree is not None and not _has_empty_key(tree)


def _has_empty_key(node: Node) -> bool:
    if isinstance(node, Items):
        return any(map(_has_empty_key, node.items))
    if not isinstance(node, Pairs):
        return False
    return any(_has_empty_key(value) or _is_left_over(key, value) for key, value in node.pairs)


def _is_left_over(key: Scalar, value: Node) -> bool:
    is_empty = isinstance(value, Scalar) and value.start == value.end
    return key.text not in KEYS and (is_empty or " " in key.text)


def _edit(text: str, start: int, end: int) -> Edit | None:
    """Return the edit that quotes the value that begins at `start` and ends before `end`, or None."""
    value = _without_closing(text[start:end].rstrip(", \n"))
    if not value or value[0] in "\"'{" or (value[0] == "[" and not value.startswith("[[")):
        return None
    tree = parse(f"{{x: {value}}}\n")
    inner = tree.pairs[0][1] if isinstance(tree, Pairs) and len(tree.pairs) == 1 else None
    if isinstance(inner, Scalar) and inner.text.split() == value.split():
        return None
    return Edit(start, start + len(value), in_quotes(value[1:-1] if is_in_curly_quotes(value) else value))


def _without_closing(text: str) -> str:
    """Return `text` without the brackets at its end that close what was opened before it."""
    while text and text[-1] in CLOSING and sum(map(text.count, CLOSING)) > sum(map(text.count, OPENING)):
        text = text[:-1].rstrip(", \n")
    return text
