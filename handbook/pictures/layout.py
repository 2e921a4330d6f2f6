"""Where the parts of a diagram stand: nodes, groups and edges with sizes in, positions and routes out.

Each group is a band as wide as the picture, one below the other in the given order, so that frames never overlap and a
diagram stays narrow. Which row of its band a node stands in is decided here; the order within the rows, the
coordinates and the orthogonal routes come from graphlay. `docs/contribute/diagrams.md` has the reasons.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby, pairwise
from typing import Any

import graphlay

from handbook.pictures.boxes import Box, Edge, Layout, Node, Route

ROW_WIDTHS = (440, 340, 540)
"""How wide the nodes of a row may be together, gaps included, in px, tried in turn; a single node may be wider."""
WIDEST = 720
"""How wide a picture may become before rows of another width are tried, in px."""
NODE_GAP = 18
ROW_GAP = 46
"""Holds the lower edge of one band, a gap, and the upper edge and the title of the next."""
TITLE_HEIGHT = 24
TITLE_INSET = 10
PADDING = 10
"""Between a frame and what is in it."""
MARGIN = 2
CLEARANCE = 6
"""Between a title and a line that passes it."""

CLEAR = 6
"""How near a line may pass a node before another attempt is made."""

SPACING = {
    "layer_gap": ROW_GAP,
    "node_gap": NODE_GAP,
    "isolated_gap": NODE_GAP,
    "dummy_gap": 12,
    "port_gap": 10,
    "port_stroke_clear": 8,
    "stub": 10,
}
OPTIONS = {
    "direction": "topbottom",
    "spacing": SPACING,
    "routing": {"style": "orthogonal", "port_sides": "any"},
    "compaction": {"mode": "priority"},
}
ATTEMPTS: tuple[dict[str, Any], ...] = (
    {"coords": {"branch_style": "symmetric"}, "seed": 5},
    {"spacing": {**SPACING, "port_stroke_clear": 14}},
    {"effort": "fast", "routing": {"style": "orthogonal", "port_sides": "facing_preferred"}},
    {"compaction": {"mode": "none"}, "coords": {"placement": "brandes_koepf"}},
)
"""What is asked of the engine, one after the other, until no line touches a node."""
LARGE = 50
"""From so many nodes and edges on, one quick attempt has to do."""


def lay_out(nodes: Sequence[Node], groups: Mapping[str, int], edges: Sequence[Edge]) -> Layout:
    """Return positions and routes; `groups` has the width of each group's title in px, in the order from the top.

    Edges join two nodes, and no two edges join the same two. Nodes without a group stand in a band without a frame,
    below the group of the node before them.
    """
    found: list[tuple[tuple[bool, int, float], int, Layout]] = []
    for width in ROW_WIDTHS:
        rows = _rows(nodes, groups, edges, width)
        tightness, layout = _placed(rows, groups, edges)
        found.append(((layout.width > WIDEST, *tightness), len(found), layout))
        if found[-1][0] <= (False, 0, -CLEAR) or len(nodes) + len(edges) > LARGE:
            break
    return min(found)[-1]


def _placed(
    rows: Sequence[Sequence[Node]], groups: Mapping[str, int], edges: Sequence[Edge]
) -> tuple[tuple[int, float], Layout]:
    """Return the layout of these rows, and how tight it is."""
    drawn = _drawn(_request(rows, edges))
    placed = [node for row in rows for node in row]
    boxes = {node.id: _box(place) for node, place in zip(placed, drawn.nodes, strict=True)}
    routes = {edge: _route(path["points"]) for edge, path in zip(edges, drawn.edges, strict=True)}
    return _tightness(drawn), _framed(rows, groups, boxes, routes)


def _drawn(request: dict[str, Any]) -> graphlay.Layout:
    """Return the first attempt in which lines keep clear of nodes, or the clearest of all."""
    if len(request["nodes"]) + len(request["edges"]) > LARGE:
        return graphlay.layout(request, preset="layered", options={**OPTIONS, **ATTEMPTS[0], "effort": "fast"})
    attempts: list[tuple[int, float, int, graphlay.Layout]] = []
    for options in ATTEMPTS:
        drawn = graphlay.layout(request, preset="layered", options={**OPTIONS, **options})
        attempts.append((*_tightness(drawn), len(attempts), drawn))
        if attempts[-1][:2] <= (0, -CLEAR):
            break
    return min(attempts)[-1]


def _tightness(drawn: graphlay.Layout) -> tuple[int, float]:
    """Return how many lines run through nodes, and how near (negative) one comes to a node; the less the better."""
    measured = drawn.metrics()
    clearance = measured["min_edge_node_clearance"]
    return measured["node_edge_hits"], -(CLEAR if clearance is None else clearance)


def _request(rows: Sequence[Sequence[Node]], edges: Sequence[Edge]) -> dict[str, Any]:
    placed = [(number, node) for number, row in enumerate(rows) for node in row]
    numbers = {node.id: number for number, (_, node) in enumerate(placed)}
    return {
        "nodes": [
            {"size": {"width": node.width, "height": node.height}, "shape": "box", "rank": {"fixed": row}}
            for row, node in placed
        ],
        "edges": [{"source": numbers[start], "target": numbers[end], "weight": 1} for start, end in edges],
    }


def _rows(nodes: Sequence[Node], groups: Mapping[str, int], edges: Sequence[Edge], width: int) -> list[list[Node]]:
    """Return the nodes by row; a row holds nodes of one group, and never two that an edge joins."""
    numbers = {group: number for number, group in enumerate(groups)}
    bands: dict[tuple[int, bool], list[Node]] = {}
    number = -1
    for node in nodes:
        number = number if node.group is None else numbers[node.group]
        bands.setdefault((number, node.group is None), []).append(node)
    return [row for _, members in sorted(bands.items()) for row in _rows_of_band(members, edges, width)]


def _rows_of_band(members: Sequence[Node], edges: Sequence[Edge], width: int) -> Iterator[list[Node]]:
    """Yield rows such that of two members that an edge joins the one named first stands higher."""
    place = {node.id: number for number, node in enumerate(members)}
    inner = sorted(
        (min(place[a], place[b]), max(place[a], place[b])) for a, b in edges if a in place and b in place and a != b
    )
    levels = [0] * len(members)
    for upper, lower in inner:
        levels[lower] = max(levels[lower], levels[upper] + 1)
    numbers = sorted(range(len(members)), key=lambda number: (levels[number], number))
    for _, level in groupby(numbers, key=levels.__getitem__):
        yield from _broken([members[number] for number in level], width)


def _broken(nodes: Sequence[Node], width: int) -> Iterator[list[Node]]:
    """Yield the nodes in rows that are not wider than `width`."""
    row: list[Node] = []
    for node in nodes:
        if row and sum(other.width + NODE_GAP for other in row) + node.width > width:
            yield row
            row = []
        row.append(node)
    yield row


def _box(place: Mapping[str, Any]) -> Box:
    width, height = round(place["size"]["width"]), round(place["size"]["height"])
    return Box(round(place["center"]["x"] - width / 2), round(place["center"]["y"] - height / 2), width, height)


def _route(points: Sequence[Mapping[str, float]]) -> Route:
    """Return the corners in whole px, without those that lie on a straight line."""
    corners = [(round(point["x"]), round(point["y"])) for point in points]
    kept = corners[:1]
    for number, corner in enumerate(corners[1:-1], 1):
        (x, y), (next_x, next_y) = kept[-1], corners[number + 1]
        if not (x == corner[0] == next_x or y == corner[1] == next_y):
            kept.append(corner)
    return (*kept, corners[-1])


def _framed(
    rows: Sequence[Sequence[Node]], groups: Mapping[str, int], boxes: dict[str, Box], routes: dict[Edge, Route]
) -> Layout:
    """Return the layout with a frame and a title round each group, moved so that it begins at the corner."""
    left = min([box.x for box in boxes.values()] + [x for route in routes.values() for x, _ in route]) - PADDING
    right = max([box.right for box in boxes.values()] + [x for route in routes.values() for x, _ in route]) + PADDING
    bands = {group: [boxes[node.id] for row in rows for node in row if node.group == group] for group in groups}
    frames = {group: _frame(members, left, right) for group, members in bands.items() if members}
    titles = {group: _title(frame, groups[group], routes.values()) for group, frame in frames.items()}
    return _moved(boxes, frames, titles, routes)


def _frame(members: Sequence[Box], left: int, right: int) -> Box:
    top = min(box.y for box in members) - TITLE_HEIGHT
    return Box(left, top, right - left, max(box.bottom for box in members) + PADDING - top)


def _title(frame: Box, width: int, routes: Iterable[Route]) -> Box:
    """Return the leftmost place for a title in the upper strip of a frame where no line runs."""
    strip = Box(frame.x + TITLE_INSET, frame.y + 4, width, TITLE_HEIGHT - 8)
    x = strip.x
    for start, end in sorted(_across(strip, routes)):
        if start < x + width and x < end:
            x = end
    return Box(x, strip.y, width, strip.height)


def _across(strip: Box, routes: Iterable[Route]) -> Iterator[tuple[int, int]]:
    """Yield from where to where lines run through the height of `strip`, with some room beside them."""
    for route in routes:
        for (x1, y1), (x2, y2) in pairwise(route):
            if min(y1, y2) <= strip.bottom + CLEARANCE // 2 and max(y1, y2) >= strip.y - CLEARANCE // 2:
                yield min(x1, x2) - CLEARANCE, max(x1, x2) + CLEARANCE


def _moved(boxes: dict[str, Box], frames: dict[str, Box], titles: dict[str, Box], routes: dict[Edge, Route]) -> Layout:
    """Return the layout moved so that it begins at the corner, the frames wide enough for the titles."""
    right = max(title.right + TITLE_INSET for title in titles.values()) if titles else 0
    frames = {group: replace(box, width=max(box.right, right) - box.x) for group, box in frames.items()}
    parts = [*boxes.values(), *frames.values()]
    corners = [corner for route in routes.values() for corner in route]
    x = MARGIN - min([box.x for box in parts] + [x for x, _ in corners])
    y = MARGIN - min([box.y for box in parts] + [y for _, y in corners])
    return Layout(
        width=max([box.right for box in parts] + [x for x, _ in corners]) + x + MARGIN,
        height=max([box.bottom for box in parts] + [y for _, y in corners]) + y + MARGIN,
        nodes={name: box.moved(x, y) for name, box in boxes.items()},
        frames={name: box.moved(x, y) for name, box in frames.items()},
        titles={name: box.moved(x, y) for name, box in titles.items()},
        routes={edge: tuple((left + x, top + y) for left, top in route) for edge, route in routes.items()},
    )
