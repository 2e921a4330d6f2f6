"""The lines of a diagram: their routes, their modes, and the steps of the main path on each."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from handbook.pictures.boxes import Edge, Route

CORNER = 6
"""The radius of corners."""
MODES = ("sync", "stream", "async", "batch")
"""All modes; a line for steps of several modes is drawn as the first of these."""


@dataclass(frozen=True, slots=True)
class Connection:
    """A step of a diagram; `number` is its position on the main path, or 0."""

    start: str
    end: str
    mode: str
    carries: str = ""
    number: int = 0


@dataclass(frozen=True, slots=True)
class DrawnLine:
    """A line, ready to draw: corners in px; `both_ways` adds an arrow at its start; `main` marks the main path."""

    start: str
    end: str
    mode: str
    both_ways: bool
    carries: str
    main: bool
    route: Route

    @property
    def path(self) -> str:
        """The `d` of an SVG path."""
        return _path(self.route)


def edges(connections: Sequence[Connection]) -> Iterator[Edge]:
    """Yield each connected pair of parts once, in the direction of its first connection."""
    seen: set[Edge] = set()
    for connection in connections:
        edge = (connection.start, connection.end)
        if edge[0] != edge[1] and edge not in seen and edge[::-1] not in seen:
            seen.add(edge)
            yield edge


def drawn(connections: Sequence[Connection], routes: Mapping[Edge, Route]) -> Iterator[DrawnLine]:
    """Yield the lines with their routes; those of the main path come last, so that they are drawn on top."""
    for edge in sorted(edges(connections), key=numbers(connections).__contains__):
        along = [one for one in connections if (one.start, one.end) == edge]
        back = [one for one in connections if (one.end, one.start) == edge]
        mode = min((one.mode for one in (*along, *back)), key=MODES.index)
        carries = "; ".join(dict.fromkeys(one.carries for one in (*along, *back) if one.carries))
        main = any(one.number for one in (*along, *back))
        yield DrawnLine(*edge, mode, bool(back), carries, main, routes[edge])


def numbers(connections: Sequence[Connection]) -> dict[Edge, list[int]]:
    """Return the step numbers of the main path by line."""
    lines = set(edges(connections))
    found: dict[Edge, list[int]] = {}
    for one in connections:
        if one.number:
            edge = (one.start, one.end)
            found.setdefault(edge[::-1] if edge[::-1] in lines else edge, []).append(one.number)
    return found


def _path(route: Route) -> str:
    """Return a route as the `d` of an SVG path with rounded corners."""
    (x, y), *corners = route
    path = f"M{x} {y}"
    for number, (corner_x, corner_y) in enumerate(corners):
        length = abs(corner_x - x) + abs(corner_y - y)
        if number + 1 == len(corners):
            return path + _straight(corner_x - x, corner_y - y)
        next_x, next_y = corners[number + 1]
        radius = min(CORNER, length // 2, (abs(next_x - corner_x) + abs(next_y - corner_y)) // 2)
        in_x, in_y = _towards(x, y, corner_x, corner_y, radius)
        out_x, out_y = _towards(corner_x, corner_y, next_x, next_y, radius)
        path += _straight(corner_x - in_x - x, corner_y - in_y - y)
        path += f"q{in_x} {in_y} {in_x + out_x} {in_y + out_y}".replace(" -", "-")
        x, y = corner_x + out_x, corner_y + out_y
    return path


def _towards(x: int, y: int, target_x: int, target_y: int, length: int) -> tuple[int, int]:
    """Return a vector of `length` from one point towards another on the same horizontal or vertical line."""
    return _sign(target_x - x) * length, _sign(target_y - y) * length


def _sign(number: int) -> int:
    return (number > 0) - (number < 0)


def _straight(x: int, y: int) -> str:
    if x and y:
        return f"l{x} {y}"
    return f"h{x}" if x else f"v{y}"
