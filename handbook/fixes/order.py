"""The order of the keys of an entry: that of the model."""

import re
from inspect import get_annotations
from itertools import pairwise
from operator import itemgetter

from handbook.fixes.nodes import Pairs, meaning, parse
from handbook.model.fields import Shape
from handbook.model.structure import fields_of

ABOVE = re.compile(r"(?:^[ ]*(?:#.*)?\n)+\Z", re.MULTILINE)
"""Matches the comments and blank lines directly above a key, which move with it."""


def in_order(text: str, shape: type[Shape]) -> str:
    """Return `text` with the keys of the entry in the order of `shape`.

    Keys that all kinds share have no place of their own: they stay with the key before them. Inside a figure or a
    component, any order is well.
    """
    tree = parse(text)
    if not isinstance(tree, Pairs) or tree.flow or len({key.text for key, _ in tree.pairs}) < len(tree.pairs):
        return text
    head, parts = _parts(text, tree)
    own = get_annotations(shape)
    rank = {field.key: number for number, field in enumerate(fields_of(shape)) if field.name in own}
    ranked: list[tuple[int, str]] = []
    for (key, _), part in zip(tree.pairs, parts, strict=True):
        before = ranked[-1][0] if ranked else -1
        ranked.append((rank.get(key.text, before), part))
    if ranked == sorted(ranked, key=itemgetter(0)):
        return text
    better = head + "".join(part for _, part in sorted(ranked, key=itemgetter(0)))
    return better if meaning(parse(better)) == meaning(tree) else text


def _parts(text: str, tree: Pairs) -> tuple[str, list[str]]:
    """Return the lines above the first key, and the lines of each key, with the comments above it."""
    starts = [key.start for key, _ in tree.pairs]
    begun = [starts[0], *(_with_comments(text, one, other) for one, other in pairwise(starts))]
    return text[: starts[0]], [text[one:other] for one, other in zip(begun, [*begun[1:], len(text)], strict=True)]


def _with_comments(text: str, after: int, start: int) -> int:
    found = ABOVE.search(text, after, start)
    return found.start() if found else start
