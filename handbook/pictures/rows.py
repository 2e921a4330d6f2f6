"""A layout engine without dependencies: components in rows of five, and lines with one corner.

It is used where appearance does not matter, such as in tests. The site uses ELK (`hooks/engine.py`).
"""

from collections.abc import Sequence

from handbook.pictures.graph import Graph

ACROSS, DOWN = 200, 160
ROW = 5


def in_rows(requests: Sequence[Graph]) -> list[Graph]:
    """Return the layout of each graph."""
    return [_answer(graph) for graph in requests]


def _answer(graph: Graph) -> Graph:
    children = [_child(number, child) for number, child in enumerate(graph["children"])]
    middles = {child["id"]: (child["x"] + child["width"] / 2, child["y"] + child["height"] / 2) for child in children}
    return {"children": children, "edges": [_edge(edge, middles) for edge in graph["edges"]]}


def _child(number: int, child: Graph) -> Graph:
    place = {"x": number % ROW * ACROSS, "y": number // ROW * DOWN}
    return {"id": child["id"], "width": child["width"], "height": child["height"], **place}


def _edge(edge: Graph, middles: dict[str, tuple[float, float]]) -> Graph:
    (x1, y1), (x2, y2) = middles[edge["sources"][0]], middles[edge["targets"][0]]
    return {"id": edge["id"], "points": [{"x": x1, "y": y1}, {"x": x2, "y": y1}, {"x": x2, "y": y2}]}
