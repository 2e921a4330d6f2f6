"""Silhouettes: thumbnails of diagrams with boxes and lines only."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from handbook.pictures.graph import Graph

if TYPE_CHECKING:  # the editor in the browser has no Pillow
    from PIL import ImageDraw

BOX, LINE = 120, 165
"""Greys between 0 (ink) and 255 (paper)."""
LARGEST_SCALE = 0.9
Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Silhouette:
    """Boxes by two corners and lines by all corners, in px from the top left corner of the whole."""

    width: float
    height: float
    boxes: tuple[tuple[Point, ...], ...]
    lines: tuple[tuple[Point, ...], ...]


def silhouette(answer: Graph) -> Silhouette:
    """Return the silhouette of an engine's answer (see `graph.py`)."""
    boxes = [((one["x"], one["y"]), (one["x"] + one["width"], one["y"] + one["height"])) for one in answer["children"]]
    lines = [[(point["x"], point["y"]) for point in edge["points"]] for edge in answer["edges"]]
    points = [*(corner for box in boxes for corner in box), *(point for line in lines for point in line)]
    (left, right), (top, bottom) = ((min(values), max(values)) for values in zip(*points, strict=True))

    def moved(corners: Iterable[Point]) -> tuple[Point, ...]:
        return tuple((round(x - left, 1), round(y - top, 1)) for x, y in corners)

    return Silhouette(right - left, bottom - top, tuple(map(moved, boxes)), tuple(map(moved, lines)))


def paint(pen: "ImageDraw.ImageDraw", drawn: Silhouette, area: tuple[int, int, int, int]) -> None:
    """Draw a silhouette as large as fits into `area` (left, top, right, bottom), at its top right corner."""
    left, top, right, bottom = area
    scale = min((right - left) / drawn.width, (bottom - top) / drawn.height, LARGEST_SCALE)

    def placed(point: Point) -> Point:
        x, y = point
        return right - (drawn.width - x) * scale, top + y * scale

    for line in drawn.lines:
        for ends in pairwise(line):
            pen.line([placed(point) for point in ends], fill=LINE, width=2)
    for box in drawn.boxes:
        pen.rounded_rectangle([placed(corner) for corner in box], radius=4, fill=255, outline=BOX, width=2)
