"""The review of a change as a value, and its words for a terminal and for a comment on GitHub."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from handbook.library import Library
from handbook.problem import printable
from handbook.review.entries import How, ReviewedEntry, entry_changes
from handbook.review.lines import Line, quoted, said
from handbook.review.pages import Touched, touched

LONGEST_COMMENT = 60_000
"""The maximum number of bytes of a comment; GitHub takes 65,536 characters."""
MOST_LINES = 60
"""The maximum number of lines about one entry."""
MOST_ADDRESSES = 12
"""The maximum number of addresses that are listed of one kind of page."""
HOW: dict[How, str] = {
    "added": "new", "removed": "removed", "renamed": "renamed", "changed": "changed",
    "unreadable": "not compared, because a version has problems: see `make check`",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Review:
    """What changed between two libraries; `touched` is None if the pages could not be compared."""

    entries: tuple[ReviewedEntry, ...]
    touched: Touched | None


def review(old: Library, new: Library, with_pages: bool) -> Review:
    """Return the review of a change. Pages are compared if both libraries have no problems."""
    return Review(tuple(entry_changes(old, new)), touched(old, new) if with_pages else None)


Heading = tuple[int, Line]
"""A heading with its level, from 1."""


def _outline(found: Review) -> Iterator[Heading | Line]:
    """Yield the headings and lines of a review, in our words and the contributor's."""
    if not found.entries:
        yield (said("The meaning of the content is unchanged."),)
    for entry in found.entries:
        yield 1, (said(f"{entry.kind} "), quoted(entry.id), said(f": {HOW[entry.how]}"))
        yield from _bounded(entry.lines)
        if entry.weak:
            yield 2, (said(f"New claims without a primary source: {len(entry.weak)}"),)
            yield from _bounded(entry.weak)
    if found.touched is None:
        yield (said("Pages are not compared: nobody asked, or a version has problems (`make check`)."),)
    else:
        yield from _touched(found.touched)


def _bounded(lines: Sequence[Line]) -> Iterator[Line]:
    yield from lines[:MOST_LINES]
    if len(lines) > MOST_LINES:
        yield (said(f"… and {len(lines) - MOST_LINES} more"),)


def _touched(found: Touched) -> Iterator[Heading | Line]:
    for words, pairs in (("appear", found.new_pairs), ("vanish", found.gone_pairs)):
        if pairs:
            yield 1, (said(f"Pairs of lessons that {words}: {len(pairs)}"),)
            yield from _bounded([(quoted(one), said(" against "), quoted(other)) for one, other in pairs])
    for words, urls in (("appear", found.new), ("vanish", found.gone), ("change", found.changed)):
        if urls:
            yield 1, (said(f"Pages that {words}: {len(urls)}"),)
            yield from _addresses(urls)


def _addresses(urls: Sequence[str]) -> Iterator[Line]:
    """Yield a line for each kind of page, which is the first part of the address."""
    groups: dict[str, list[str]] = defaultdict(list)
    for url in urls:
        groups[url.split("/")[1]].append(url)
    for group in groups.values():
        more = f" … and {len(group) - MOST_ADDRESSES} more" if len(group) > MOST_ADDRESSES else ""
        names = [piece for url in group[:MOST_ADDRESSES] for piece in (said(" "), quoted(url))]
        yield (*names[1:], said(more))


def as_text(found: Review) -> str:
    """Return a review for a terminal."""
    return "".join(_text(_outline(found)))


def _text(outline: Iterator[Heading | Line]) -> Iterator[str]:
    for number, item in enumerate(outline):
        if isinstance(item[0], int):
            level, line = item
            yield f"{'' if level > 1 or not number else chr(10)}{'  ' * (level - 1)}{_plain(line)}\n"
        else:
            yield f"  {_plain(item)}\n"


def _plain(line: Line) -> str:
    return "".join(piece.text if piece.how == "said" else printable(piece.text) for piece in line)


def as_markdown(found: Review, longest: int = LONGEST_COMMENT) -> str:
    """Return a review as Markdown for a comment, at most `longest` bytes.

    All that contributors wrote is in code spans, where GitHub knows no mentions, links, HTML or line breaks.
    """
    lines = list(_markdown(_outline(found)))
    size, kept = 0, 0
    while kept < len(lines) and size + len(lines[kept].encode()) <= longest - len(TOO_LONG.encode()):
        size += len(lines[kept].encode())
        kept += 1
    return "".join(lines[:kept]) + (TOO_LONG if kept < len(lines) else "")


TOO_LONG = "\n… the rest is too long for a comment: `make diff` prints all of it.\n"


def _markdown(outline: Iterator[Heading | Line]) -> Iterator[str]:
    for item in outline:
        if isinstance(item[0], int):
            level, line = item
            yield f"\n{'#' * (level + 2)} {_marked(line)}\n\n"
        else:
            yield f"- {_marked(item)}\n"


def _marked(line: Line) -> str:
    return "".join(MARKS[piece.how](piece.text) for piece in line)


def code(text: str) -> str:
    """Return `text` as a code span that it cannot end."""
    words = printable(" ".join(text.split())) or "…"
    fence = "`" * (max(map(len, re.findall("`+", words)), default=0) + 1)
    return f"{fence} {words} {fence}" if words.startswith("`") or words.endswith("`") else f"{fence}{words}{fence}"


MARKS: dict[str, Callable[[str], str]] = {
    "said": str,
    "quoted": code,
    "gone": lambda text: f"~~{code(text)}~~",
    "come": lambda text: f"**{code(text)}**",
}
"""How each kind of piece is written in Markdown."""
