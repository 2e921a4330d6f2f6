"""Layouts: the answer of an engine, converted to positions and routes in whole px.

The engine is a function that the caller passes in: `hooks/engine.py` uses ELK, `rows.py` has no dependencies.
Components without lines are placed in a band below the others.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from handbook.pictures.boxes import Box, Edge, Node, Route
from handbook.pictures.frames import Frame, frames
from handbook.pictures.graph import Graph, request

Engine = Callable[[Sequence[Graph]], Sequence[Graph]]
"""Lays out graphs (see `graph.py`); returns one answer per graph, in the same order."""

GAP = 22
MARGIN = 10
"""The margin of a diagram; it leaves room for half a number at the edge."""
BAND = 24
"""The space above the band, for a line and a caption."""
NARROWEST_BAND = 420


@dataclass(frozen=True, slots=True)
class Layout:
    """A layout; `band` is the y coordinate of the line above unconnected components, or 0 if there is none."""

    width: int
    height: int
    nodes: Mapping[str, Box]
    frames: Sequence[Frame]
    routes: Mapping[Edge, Route]
    band: int


@dataclass(frozen=True, slots=True)
class Task:
    """A layout task; `groups` has the width of each title in px."""

    nodes: Sequence[Node]
    groups: Mapping[str, int]
    edges: Sequence[Edge]

    @property
    def request(self) -> Graph:
        """The graph for the engine."""
        return request(self._touched(True), self.edges)

    def read(self, answer: Graph) -> Layout:
        """Return the layout from the answer of the engine."""
        boxes = {child["id"]: _box(child) for child in answer["children"]}
        routes = {edge: _from(boxes[edge[0]], route) for edge, route in map(_route, answer["edges"])}
        right, bottom = _corner(boxes.values(), routes.values())
        aside = dict(_rows(self._touched(False), max(right, NARROWEST_BAND), bottom + (BAND if boxes else 0)))
        lines = [stretch for route in routes.values() for stretch in pairwise(route)]
        made = frames(self._touched(True), boxes, self.groups, lines)
        return _moved(boxes | aside, made, routes, bottom + BAND // 2 if boxes and aside else 0)

    def _touched(self, touched: bool) -> list[Node]:
        """Return the nodes with lines if `touched`, else those without."""
        ends = {name for edge in self.edges for name in edge}
        return [node for node in self.nodes if (node.id in ends) is touched]


def _box(place: Mapping[str, Any]) -> Box:
    return Box(*(round(place[key]) for key in ("x", "y", "width", "height")))


def _route(edge: Graph) -> tuple[Edge, Route]:
    """Return the edge and its corners in whole px, without points on a straight line."""
    start, end = edge["id"].split(" ")
    corners = [(round(point["x"]), round(point["y"])) for point in edge["points"]]
    kept = corners[:1]
    for number, corner in enumerate(corners[1:-1], 1):
        (x, y), (next_x, next_y) = kept[-1], corners[number + 1]
        if not (x == corner[0] == next_x or y == corner[1] == next_y):
            kept.append(corner)
    return (start, end), (*kept, corners[-1])


def _from(box: Box, route: Route) -> Route:
    """Return the route with `box` at its start, because the edge may have been reversed for the engine."""
    return min(route, route[::-1], key=lambda points: _distance(box, points[0]))


def _distance(box: Box, point: tuple[int, int]) -> int:
    x, y = point
    return max(box.x - x, x - box.right, 0) + max(box.y - y, y - box.bottom, 0)


def _rows(nodes: Sequence[Node], width: int, top: int) -> Iterator[tuple[str, Box]]:
    """Yield the places of unconnected nodes, in rows from the left."""
    x, y, height = MARGIN, top, 0
    for node in nodes:
        if x > MARGIN and x + node.width > width:
            x, y, height = MARGIN, y + height + GAP, 0
        yield node.id, Box(x, y, node.width, node.height)
        x, height = x + node.width + GAP, max(height, node.height)


def _corner(boxes: Iterable[Box], routes: Iterable[Route]) -> tuple[int, int]:
    """Return the largest x and y coordinates of boxes and routes."""
    corners = [(box.right, box.bottom) for box in boxes] + [corner for route in routes for corner in route]
    return max((x for x, _ in corners), default=0), max((y for _, y in corners), default=0)


def _moved(boxes: Mapping[str, Box], made: Sequence[Frame], routes: Mapping[Edge, Route], band: int) -> Layout:
    """Return the layout, moved so that everything including frames starts at the margin."""
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
