"""Points of several technologies that are about the same thing, found by their ids and by their words."""

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
"""From which likeness on two points are about the same thing: below it, most pairs of the content are not."""
WORD = re.compile(r"[^\W_]{3,}")
ENDING = re.compile(r"(?<=\w{4})(?:ing|ed|es|s|e)$")

Place = tuple[int, int]
"""A point: the number of its technology, and its own."""


@dataclass(frozen=True, slots=True)
class SharedPoint:
    """What two or more technologies say of the same thing, by column; `same` if they say it in the same words."""

    name: str
    cells: tuple[Said | None, ...]
    same: Said | None


@dataclass(frozen=True, slots=True)
class Points:
    """The points of several technologies: what they share, and what is left in each column."""

    shared: tuple[SharedPoint, ...]
    rest: tuple[tuple[Said, ...], ...]


class Likeness:
    """Tells how alike two texts are: by the words that they share, rare ones counting more."""

    def __init__(self, texts: Iterable[str]) -> None:
        """Count in how many of all texts each word is."""
        told = [_stems(text) for text in texts]
        counts = Counter(stem for stems in told for stem in stems)
        self._weight = {stem: log(len(told) / count) for stem, count in counts.items()}

    def of(self, one: str, other: str) -> float:
        """Return 1 for the same words and 0 for no words in common."""
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
    """Return the likeness that knows every point in which a technology excels or fails."""
    entries = book.library.technologies.values()
    return Likeness(book.plain(point.text) for entry in entries for point in (*entry.data.excels, *entry.data.fails))


def align(columns: Sequence[Sequence[Said]], likeness: Likeness) -> Points:
    """Return the points of several technologies, those about the same thing together.

    The points that are most alike come together first. A row has at most one point of each column, and at least two.
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
    """Return the pairs of points that are about the same thing, the most alike first."""
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
    """Return the one point that several make in the same words, with the sources of all."""
    first = there[0]
    if any((point.text, point.when) != (first.text, first.when) for point in there):
        return None
    return replace(first, sources=tuple(link for point in there for link in point.sources))
