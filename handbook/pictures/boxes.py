"""What a layout is made of: boxes, and the routes between them, in px."""

from collections.abc import Mapping
from dataclasses import dataclass

Route = tuple[tuple[int, int], ...]
Edge = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Node:
    """Something that is placed; sizes in px."""

    id: str
    width: int
    height: int
    group: str | None = None


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle by its left upper corner, in px."""

    x: int
    y: int
    width: int
    height: int

    @property
    def right(self) -> int:
        """The right edge."""
        return self.x + self.width

    @property
    def bottom(self) -> int:
        """The lower edge."""
        return self.y + self.height

    def moved(self, x: int, y: int) -> "Box":
        """Return the same box so much further right and down."""
        return Box(self.x + x, self.y + y, self.width, self.height)


@dataclass(frozen=True, slots=True)
class Layout:
    """A diagram that has been laid out; `titles` are the boxes that the names of the groups fill."""

    width: int
    height: int
    nodes: Mapping[str, Box]
    frames: Mapping[str, Box]
    titles: Mapping[str, Box]
    routes: Mapping[Edge, Route]
