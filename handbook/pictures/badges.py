"""The positions of step numbers: on a stretch of the line that no other line shares."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise

from handbook.pictures.boxes import Box, Edge, Route

SIZE = 20
"""The length of line that a number covers, in px."""
Point = tuple[int, int]
Stretch = tuple[Point, Point]


def places(routes: Mapping[Edge, Route], wanted: Mapping[Edge, int], boxes: Iterable[Box]) -> dict[Edge, Point]:
    """Return the centre of the number on each line in `wanted`, which has the widths of the numbers in px."""
    taken = list(boxes)
    found: dict[Edge, Point] = {}
    for edge, width in wanted.items():
        others = [stretch for other, route in routes.items() if other != edge for stretch in pairwise(route)]
        found[edge] = _place(routes[edge], others, width, taken)
        taken.append(_around(found[edge], width))
    return found


def _place(route: Route, others: list[Stretch], width: int, taken: list[Box]) -> Point:
    """Return the middle of the best free stretch: clear of boxes, and long enough, or else the longest."""
    free = [stretch for own in pairwise(route) for stretch in _alone(own, others)]
    clear = [stretch for stretch in free if not any(_around(_middle(stretch), width).touches(box) for box in taken)]
    return _middle(max(clear or free or list(pairwise(route)), key=lambda stretch: min(_length(stretch), 2 * SIZE)))


def _alone(own: Stretch, others: list[Stretch]) -> Iterator[Stretch]:
    """Yield the parts of a stretch that no other line overlaps, follows closely or crosses."""
    (x1, y1), (x2, y2) = own
    across = y1 == y2
    low, high = sorted((x1, x2)) if across else sorted((y1, y2))
    cuts = sorted(cut for other in others for cut in _cuts(own, other, across))
    at = low
    for start, end in [*cuts, (high, high)]:
        if start > at:
            yield ((at, y1), (min(start, high), y1)) if across else ((x1, at), (x1, min(start, high)))
        at = max(at, end)
        if at >= high:
            return


def _cuts(own: Stretch, other: Stretch, across: bool) -> Iterator[tuple[int, int]]:
    """Yield the interval in which another stretch is closer than 3 px."""
    (x, y), _ = own
    (x1, y1), (x2, y2) = other
    (near1, near2), (from_, to), line = ((y1, y2), (x1, x2), y) if across else ((x1, x2), (y1, y2), x)
    if min(near1, near2) - 3 < line < max(near1, near2) + 3:
        yield min(from_, to), max(from_, to)


def _middle(stretch: Stretch) -> Point:
    (x1, y1), (x2, y2) = stretch
    return (x1 + x2) // 2, (y1 + y2) // 2


def _length(stretch: Stretch) -> int:
    (x1, y1), (x2, y2) = stretch
    return abs(x2 - x1) + abs(y2 - y1)


def _around(point: Point, width: int) -> Box:
    return Box(point[0] - width // 2, point[1] - SIZE // 2, width, SIZE)
