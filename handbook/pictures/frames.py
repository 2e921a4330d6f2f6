"""Frames around members of a group that are close together; the layout follows requests, not groups."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from handbook.pictures.boxes import Box, Node, around

TITLE_HEIGHT = 20
PADDING = 9
"""The space between a frame and its members."""
INSET = 8
"""The space before a title."""
CLEARANCE = 3
"""The space between a title and a passing line."""
SPARSEST = 0.3
"""The minimum share of a frame's area that its members must fill."""
Stretch = tuple[tuple[int, int], tuple[int, int]]
Cluster = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Frame:
    """A rectangle behind components, with the place of the group's name."""

    group: str
    box: Box
    title: Box


def frames(
    nodes: Sequence[Node], boxes: Mapping[str, Box], titles: Mapping[str, int], lines: Sequence[Stretch]
) -> tuple[Frame, ...]:
    """Return frames around two or more adjacent members of a group; `titles` has the widths of names in px."""
    clusters: dict[Cluster, str] = {(node.id,): node.group for node in nodes if node.group}
    while merged := _closest(clusters, boxes):
        one, other = merged
        clusters[(*one, *other)] = clusters.pop(one)
        del clusters[other]
    whole = {cluster: group for cluster, group in clusters.items() if _is_dense(cluster, boxes)}
    return tuple(_titled(whole, boxes, titles, lines))


def _closest(clusters: Mapping[Cluster, str], boxes: Mapping[str, Box]) -> tuple[Cluster, Cluster] | None:
    """Return the two clusters of one group with the smallest common frame, or None if no two can share one."""
    pairs = [
        (frame.area, one, other)
        for one, other in combinations(clusters, 2)
        if clusters[one] == clusters[other]
        for frame in [_around((*one, *other), boxes)]
        if _is_free(frame, (*one, *other), clusters, boxes)
    ]
    return min(pairs)[1:] if pairs else None


def _around(cluster: Cluster, boxes: Mapping[str, Box]) -> Box:
    return around([boxes[name] for name in cluster], PADDING, TITLE_HEIGHT)


def _is_free(frame: Box, cluster: Cluster, clusters: Iterable[Cluster], boxes: Mapping[str, Box]) -> bool:
    """Return whether a frame overlaps no component outside the cluster and no other frame."""
    strangers = [box for name, box in boxes.items() if name not in cluster]
    others = [_around(other, boxes) for other in clusters if len(other) > 1 and other[0] not in cluster]
    return not any(frame.touches(box) for box in (*strangers, *others))


def _is_dense(cluster: Cluster, boxes: Mapping[str, Box]) -> bool:
    """Return whether a cluster has at least two members that fill enough of their frame."""
    return len(cluster) > 1 and sum(boxes[name].area for name in cluster) > SPARSEST * _around(cluster, boxes).area


def _titled(
    clusters: Mapping[Cluster, str], boxes: Mapping[str, Box], titles: Mapping[str, int], lines: Sequence[Stretch]
) -> Iterator[Frame]:
    """Yield the frames with room for a title, widened if necessary."""
    for cluster, group in clusters.items():
        frame, width = _around(cluster, boxes), titles[group]
        missing = max(0, width + 2 * INSET - frame.width)
        grown = [replace(frame, x=frame.x - left, width=frame.width + missing) for left in (0, missing // 2, missing)]
        free = [wide for wide in grown if _is_free(wide, cluster, clusters, boxes)]
        places = (Frame(group, wide, title) for wide in free for title in _titles(wide, width))
        clear = next((place for place in places if not _is_crossed(place.title, lines)), None)
        if clear:
            yield clear


def _titles(frame: Box, width: int) -> Iterator[Box]:
    """Yield possible places for a title in the top strip of a frame, from the left."""
    for x in range(frame.x + INSET, frame.right - INSET - width + 1, 6):
        yield Box(x, frame.y + 3, width, TITLE_HEIGHT - 6)


def _is_crossed(title: Box, lines: Sequence[Stretch]) -> bool:
    wide = Box(title.x - CLEARANCE, title.y - CLEARANCE, title.width + 2 * CLEARANCE, title.height + 2 * CLEARANCE)
    return any(wide.touches(_area(line)) for line in lines)


def _area(line: Stretch) -> Box:
    (x1, y1), (x2, y2) = line
    return Box(min(x1, x2), min(y1, y2), max(abs(x2 - x1), 1), max(abs(y2 - y1), 1))
