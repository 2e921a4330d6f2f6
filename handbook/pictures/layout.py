"""From what an engine answers to positions and routes in whole px.

The engine is given in from outside, as a function: `hooks/engine.py` asks ELK, `rows.py` needs nothing. Components
that no line touches stand in a band below the rest.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from handbook.pictures.boxes import Box, Edge, Node, Route
from handbook.pictures.frames import Frame, frames
from handbook.pictures.graph import Graph, request

Engine = Callable[[Sequence[Graph]], Sequence[Graph]]
"""Lays out graphs (see `graph.py`): as many answers, in the same order."""

GAP = 22
MARGIN = 10
"""Round a picture: holds half a number that stands at its edge."""
BAND = 24
"""Between the rest and the band below it: holds a line and words."""
NARROWEST_BAND = 420


@dataclass(frozen=True, slots=True)
class Layout:
    """A diagram that has been laid out; `band` is where the line above what stands aside runs, or 0."""

    width: int
    height: int
    nodes: Mapping[str, Box]
    frames: Sequence[Frame]
    routes: Mapping[Edge, Route]
    band: int


@dataclass(frozen=True, slots=True)
class Task:
    """What is to be laid out; `groups` has the width of each title in px."""

    nodes: Sequence[Node]
    groups: Mapping[str, int]
    edges: Sequence[Edge]

    @property
    def request(self) -> Graph:
        """What the engine is asked."""
        return request(self._touched(True), self.edges)

    def read(self, answer: Graph) -> Layout:
        """Return the layout that the engine answers."""
        boxes = {child["id"]: _box(child) for child in answer["children"]}
        routes = {edge: _from(boxes[edge[0]], route) for edge, route in map(_route, answer["edges"])}
        right, bottom = _corner(boxes.values(), routes.values())
        aside = dict(_rows(self._touched(False), max(right, NARROWEST_BAND), bottom + (BAND if boxes else 0)))
        lines = [stretch for route in routes.values() for stretch in pairwise(route)]
        made = frames(self._touched(True), boxes, self.groups, lines)
        return _moved(boxes | aside, made, routes, bottom + BAND // 2 if boxes and aside else 0)

    def _touched(self, touched: bool) -> list[Node]:
        """Return the nodes that lines touch, or those that none does."""
        ends = {name for edge in self.edges for name in edge}
        return [node for node in self.nodes if (node.id in ends) is touched]


def _box(place: Mapping[str, Any]) -> Box:
    return Box(*(round(place[key]) for key in ("x", "y", "width", "height")))


def _route(edge: Graph) -> tuple[Edge, Route]:
    """Return the corners in whole px, without those that lie on a straight line."""
    start, end = edge["id"].split(" ")
    corners = [(round(point["x"]), round(point["y"])) for point in edge["points"]]
    kept = corners[:1]
    for number, corner in enumerate(corners[1:-1], 1):
        (x, y), (next_x, next_y) = kept[-1], corners[number + 1]
        if not (x == corner[0] == next_x or y == corner[1] == next_y):
            kept.append(corner)
    return (start, end), (*kept, corners[-1])


def _from(box: Box, route: Route) -> Route:
    """Return the route from the component to which `box` belongs: the engine may have been given it turned."""
    return min(route, route[::-1], key=lambda points: _distance(box, points[0]))


def _distance(box: Box, point: tuple[int, int]) -> int:
    x, y = point
    return max(box.x - x, x - box.right, 0) + max(box.y - y, y - box.bottom, 0)


def _rows(nodes: Sequence[Node], width: int, top: int) -> Iterator[tuple[str, Box]]:
    """Yield what stands aside, in rows from the left."""
    x, y, height = MARGIN, top, 0
    for node in nodes:
        if x > MARGIN and x + node.width > width:
            x, y, height = MARGIN, y + height + GAP, 0
        yield node.id, Box(x, y, node.width, node.height)
        x, height = x + node.width + GAP, max(height, node.height)


def _corner(boxes: Iterable[Box], routes: Iterable[Route]) -> tuple[int, int]:
    """Return how far boxes and routes reach to the right and down."""
    corners = [(box.right, box.bottom) for box in boxes] + [corner for route in routes for corner in route]
    return max((x for x, _ in corners), default=0), max((y for _, y in corners), default=0)


def _moved(boxes: Mapping[str, Box], made: Sequence[Frame], routes: Mapping[Edge, Route], band: int) -> Layout:
    """Return the layout moved so that it begins at the corner, with frames, too."""
    areas = [*boxes.values(), *(frame.box for frame in made)]
    x = MARGIN - min([box.x for box in areas] + [x for route in routes.values() for x, _ in route], default=0)
    y = MARGIN - min([box.y for box in areas] + [y for route in routes.values() for _, y in route], default=0)
    right, bottom = _corner(areas, routes.values())
    return Layout(
        width=right + x + MARGIN,
        height=bottom + y + MARGIN,
        nodes={name: box.moved(x, y) for name, box in boxes.items()},
        frames=tuple(Frame(frame.group, frame.box.moved(x, y), frame.title.moved(x, y)) for frame in made),
        routes={edge: tuple((left + x, top + y) for left, top in route) for edge, route in routes.items()},
        band=band and band + y,
    )
