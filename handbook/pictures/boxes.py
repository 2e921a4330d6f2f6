"""The parts of a layout: nodes, boxes, and routes between them, in px."""

from collections.abc import Iterable
from dataclasses import dataclass

Route = tuple[tuple[int, int], ...]
Edge = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Node:
    """A node to lay out; sizes in px.

    A `first` node is placed in the first layer; an `outside` node sends requests or data to the system.
    """

    id: str
    width: int
    height: int
    group: str | None = None
    first: bool = False
    outside: bool = False


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle by its top left corner, in px."""

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
        """The bottom edge."""
        return self.y + self.height

    @property
    def area(self) -> int:
        """The area in square px."""
        return self.width * self.height

    def touches(self, other: "Box") -> bool:
        """Return whether the two boxes overlap."""
        return self.x < other.right and other.x < self.right and self.y < other.bottom and other.y < self.bottom

    def moved(self, x: int, y: int) -> "Box":
        """Return the box moved right by `x` and down by `y`."""
        return Box(self.x + x, self.y + y, self.width, self.height)


def around(boxes: Iterable[Box], padding: int, top: int) -> Box:
    """Return the box around others, with `padding` at the sides and below, and `top` above."""
    those = list(boxes)
    left, upper = min(box.x for box in those) - padding, min(box.y for box in those) - top
    right, bottom = max(box.right for box in those) + padding, max(box.bottom for box in those) + padding
    return Box(left, upper, right - left, bottom - upper)
