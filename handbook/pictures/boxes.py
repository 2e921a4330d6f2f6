"""What a layout is made of: boxes, and the routes between them, in px."""

from collections.abc import Iterable
from dataclasses import dataclass

Route = tuple[tuple[int, int], ...]
Edge = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Node:
    """Something that is placed; sizes in px.

    What is `first` stands where the reader begins; what is `outside` asks the system for something, or feeds it.
    """

    id: str
    width: int
    height: int
    group: str | None = None
    first: bool = False
    outside: bool = False


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

    @property
    def area(self) -> int:
        """The area in square px."""
        return self.width * self.height

    def touches(self, other: "Box") -> bool:
        """Tell whether the two have an area in common."""
        return self.x < other.right and other.x < self.right and self.y < other.bottom and other.y < self.bottom

    def moved(self, x: int, y: int) -> "Box":
        """Return the same box so much further right and down."""
        return Box(self.x + x, self.y + y, self.width, self.height)


def around(boxes: Iterable[Box], padding: int, top: int) -> Box:
    """Return the box round others, with so much room beside and below them, and so much above."""
    those = list(boxes)
    left, upper = min(box.x for box in those) - padding, min(box.y for box in those) - top
    right, bottom = max(box.right for box in those) + padding, max(box.bottom for box in those) + padding
    return Box(left, upper, right - left, bottom - upper)
