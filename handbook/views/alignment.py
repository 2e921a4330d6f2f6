"""Alignment of points: finds points of several technologies on the same subject, by their ids and words."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import combinations
from math import log, sqrt

from handbook.faces import Casebook
from handbook.views.said import Said

ENOUGH = 0.35
"""The minimum likeness of two points on the same subject; below it, most pairs in the content are unrelated."""
WORD = re.compile(r"[^\W_]{3,}")
ENDING = re.compile(r"(?<=\w{4})(?:ing|ed|es|s|e)$")

Place = tuple[int, int]
"""A point: the index of its technology, and its own index."""


@dataclass(frozen=True, slots=True)
class SharedPoint:
    """The points of two or more technologies on one subject, by column; `same` if their words are the same."""

    name: str
    cells: tuple[Said | None, ...]
    same: Said | None


@dataclass(frozen=True, slots=True)
class Points:
    """The points of several technologies: the shared subjects, and the remaining points of each column."""

    shared: tuple[SharedPoint, ...]
    rest: tuple[tuple[Said, ...], ...]


class Likeness:
    """The likeness of two texts, from the words that they share, weighted by rarity."""

    def __init__(self, texts: Iterable[str]) -> None:
        """Count the number of texts that contain each word."""
        told = [_stems(text) for text in texts]
        counts = Counter(stem for stems in told for stem in stems)
        self._weight = {stem: log(len(told) / count) for stem, count in counts.items()}

    def of(self, one: str, other: str) -> float:
        """Return the likeness, from 0 (no common words) to 1 (the same words)."""
        if one == other:
            return 1.0
        stems, others = _stems(one), _stems(other)
        both = sqrt(self._sum(stems) * self._sum(others))
        return self._sum(stems & others) / both if both else 0.0

    def _sum(self, stems: Iterable[str]) -> float:
        return sum(self._weight.get(stem, 0) for stem in stems)


@cache
def _stems(text: str) -> frozenset[str]:
    return frozenset(ENDING.sub("", word) for word in WORD.findall(text.casefold()))


def likeness_of_points(book: Casebook) -> Likeness:
    """Return the likeness that is trained on all strengths and weaknesses of technologies."""
    entries = book.library.technologies.values()
    return Likeness(book.plain(point.text) for entry in entries for point in (*entry.data.excels, *entry.data.fails))


def align(columns: Sequence[Sequence[Said]], likeness: Likeness) -> Points:
    """Return the points of several technologies, grouped by subject.

    The most similar points are joined first. A row has at most one point of each column, and at least two in all.
    """
    rows = list(_rows(columns, likeness))
    taken = {place for row in rows for place in row}
    return Points(
        tuple(_shared(columns, row) for row in rows),
        tuple(
            tuple(point for number, point in enumerate(points) if (column, number) not in taken)
            for column, points in enumerate(columns)
        ),
    )


def _rows(columns: Sequence[Sequence[Said]], likeness: Likeness) -> Iterator[frozenset[Place]]:
    row_of: dict[Place, frozenset[Place]] = {}
    for one, other in _most_alike(columns, likeness):
        joined = row_of.get(one, frozenset((one,))) | row_of.get(other, frozenset((other,)))
        if len({column for column, _ in joined}) == len(joined):
            row_of |= dict.fromkeys(joined, joined)
    yield from dict.fromkeys(row_of[place] for place in sorted(row_of))


def _most_alike(columns: Sequence[Sequence[Said]], likeness: Likeness) -> list[tuple[Place, Place]]:
    """Return the pairs of points on the same subject, the most similar first."""
    found: list[tuple[float, Place, Place]] = []
    for left, right in combinations(range(len(columns)), 2):
        for number, point in enumerate(columns[left]):
            for other_number, other in enumerate(columns[right]):
                alike = likeness.of(point.words, other.words) + (point.id == other.id)
                if alike >= ENOUGH:
                    found.append((-alike, (left, number), (right, other_number)))
    return [(one, other) for _, one, other in sorted(found)]


def _shared(columns: Sequence[Sequence[Said]], row: frozenset[Place]) -> SharedPoint:
    numbers = dict(row)
    cells = tuple(points[numbers[column]] if column in numbers else None for column, points in enumerate(columns))
    there = [cell for cell in cells if cell]
    name = there[0].id.replace("-", " ").capitalize()
    return SharedPoint(name, cells, _same(there))


def _same(there: Sequence[Said]) -> Said | None:
    """Return the common point with the sources of all, or None if the words differ."""
    first = there[0]
    if any((point.text, point.when) != (first.text, first.when) for point in there):
        return None
    return replace(first, sources=tuple(link for point in there for link in point.sources))
