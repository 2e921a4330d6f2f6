"""A frame surrounds members of one group that are next to each other, and no other component."""

from collections.abc import Sequence

from handbook.pictures.boxes import Box, Node
from handbook.pictures.frames import Stretch, frames

TITLES = {"g": 40, "other": 40}


def made(places: dict[str, tuple[str, int, int]], lines: Sequence[Stretch] = ()) -> list[str]:
    """Return the groups that get a frame; `places` maps a component to its group and its top left corner."""
    nodes = [Node(name, 100, 40, group) for name, (group, _, _) in places.items()]
    boxes = {name: Box(x, y, 100, 40) for name, (_, x, y) in places.items()}
    return [frame.group for frame in frames(nodes, boxes, TITLES, lines)]


def test_members_side_by_side_share_a_frame() -> None:
    assert made({"a": ("g", 0, 0), "b": ("g", 0, 70)}) == ["g"]


def test_one_member_has_none() -> None:
    assert made({"a": ("g", 0, 0), "b": ("other", 0, 70)}) == []


def test_a_stranger_between_them_keeps_them_apart() -> None:
    assert made({"a": ("g", 0, 0), "b": ("g", 0, 140), "c": ("other", 0, 70)}) == []


def test_members_far_apart_have_none() -> None:
    assert made({"a": ("g", 0, 0), "b": ("g", 600, 600)}) == []


def test_a_title_moves_aside_for_a_line() -> None:
    nodes = [Node("a", 100, 40, "g"), Node("b", 100, 40, "g")]
    boxes = {"a": Box(0, 0, 100, 40), "b": Box(0, 70, 100, 40)}
    (plain,) = frames(nodes, boxes, TITLES, [])
    (moved,) = frames(nodes, boxes, TITLES, [((10, -30), (10, 0))])
    assert plain.title.x < 10 < moved.title.x


def test_where_lines_leave_no_room_for_a_title_there_is_no_frame() -> None:
    assert made({"a": ("g", 0, 0), "b": ("g", 0, 70)}, [((-50, -10), (200, -10))]) == []
