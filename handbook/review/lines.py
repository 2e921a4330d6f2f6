"""Lines of a review as values: our words and a contributor's apart, so that each printer can escape the latter."""

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import Literal, NamedTuple

NEAR = 4
"""The number of words that are shown on each side of a change."""
LONGEST = 160
"""The maximum number of characters of a quoted text."""
LEAST_ALIKE = 0.3
"""Texts that are less alike are shown whole, the old one and the new one."""
ARROW = " → "


class Piece(NamedTuple):
    """A part of a line: `said` in our words, or `quoted` from the content, where it may be `gone` or have `come`."""

    how: Literal["said", "quoted", "gone", "come"]
    text: str


Line = tuple[Piece, ...]


def said(text: str) -> Piece:
    """Return a piece in our words."""
    return Piece("said", text)


def quoted(text: str) -> Piece:
    """Return a piece of the content, not too long."""
    return Piece("quoted", shortened(text))


def shortened(text: str) -> str:
    """Return `text` in one line, cut between two words if it is long."""
    words = " ".join(text.split())
    return words if len(words) <= LONGEST else f"{words[:LONGEST].rsplit(' ', 1)[0]} …"


def listed(names: list[str], how: Literal["quoted", "gone", "come"]) -> Line:
    """Return names with commas between them."""
    pieces = [piece for name in names for piece in (said(", "), Piece(how, shortened(name)))]
    return tuple(pieces[1:])


def replaced(old: str, new: str) -> Line:
    """Return the change from one short text to another; words that both begin or end with are said once."""
    before, after = old.split(), new.split()
    first = _common(before, after)
    last = _common(before[first:][::-1], after[first:][::-1])
    start, end = " ".join(before[:first]), " ".join(before[len(before) - last :] if last else [])
    gone, come = (" ".join(words[first : len(words) - last]) for words in (before, after))
    if not gone or not come:
        return (Piece("gone", shortened(old)), said(ARROW), Piece("come", shortened(new)))
    middle = (Piece("gone", shortened(gone)), said(ARROW), Piece("come", shortened(come)))
    around = [quoted(start), said(" ")] if start else []
    return (*around, *middle, *([said(" "), quoted(end)] if end else []))


def _common(one: list[str], other: list[str]) -> int:
    pairs = enumerate(zip(one, other, strict=False))
    return next((number for number, (left, right) in pairs if left != right), min(len(one), len(other)))


def reworded(old: str, new: str) -> Line:
    """Return the change of a text, word by word, with the words around each change."""
    before, after = re.findall(r"\S+", old), re.findall(r"\S+", new)
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    if matcher.ratio() < LEAST_ALIKE:
        return (Piece("gone", shortened(old)), said(ARROW), Piece("come", shortened(new)))
    return tuple(_pieces(matcher, before, after))


def _pieces(matcher: SequenceMatcher[str], before: list[str], after: list[str]) -> Iterator[Piece]:
    codes = matcher.get_opcodes()
    for number, (what, one, two, three, four) in enumerate(codes):
        if number:
            yield said(" ")
        if what == "equal":
            yield Piece("quoted", _around(before[one:two], number == 0, number == len(codes) - 1))
        else:
            yield from _changed(shortened(" ".join(before[one:two])), shortened(" ".join(after[three:four])))


def _around(words: list[str], is_first: bool, is_last: bool) -> str:
    """Return words that stayed: only those near to a change."""
    head, tail = ([] if is_first else words[:NEAR]), ([] if is_last else words[-NEAR:])
    if len(words) <= len(head) + len(tail):
        return " ".join(words)
    return " ".join([*head, "…", *tail])


def _changed(gone: str, come: str) -> Iterator[Piece]:
    yield said("[" if gone and come else "[− " if gone else "[+ ")
    if gone:
        yield Piece("gone", gone)
    if gone and come:
        yield said(ARROW)
    if come:
        yield Piece("come", come)
    yield said("]")
