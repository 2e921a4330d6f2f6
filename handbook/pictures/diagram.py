"""The architecture diagram of one era: what is written where, and the lines between, ready to be printed as SVG."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from handbook.pictures.boxes import Box, Edge, Layout, Node, Route
from handbook.pictures.layout import lay_out
from handbook.pictures.typeface import regular, semibold

NAME = semibold(13.5)
TECHNOLOGY = regular(12)
TITLE = semibold(12)
NAME_LINE, TECHNOLOGY_LINE = 17, 16
TEXT_WIDTH = 132
PADDING = 11
NARROWEST = 76
CORNER = 6
"""The radius at which lines turn."""
MODES = ("sync", "stream", "async", "batch")
"""Where a line stands for steps of several modes, it is drawn as the first of these."""


@dataclass(frozen=True, slots=True)
class Label:
    """Words that lead somewhere."""

    text: str
    url: str


@dataclass(frozen=True, slots=True)
class Part:
    """What a diagram is told of a component."""

    id: str
    name: str
    url: str
    role: str
    technologies: tuple[Label, ...]
    group: str | None


@dataclass(frozen=True, slots=True)
class Connection:
    """What a diagram is told of a step: who hands something to whom, and how."""

    start: str
    end: str
    mode: str


@dataclass(frozen=True, slots=True)
class TextLine:
    """A line of text by the middle of its base line; `labels` follow each other with a space between."""

    x: int
    y: int
    labels: tuple[Label, ...]


@dataclass(frozen=True, slots=True)
class DrawnNode:
    """A component as it is drawn."""

    id: str
    box: Box
    role: str
    url: str
    name: tuple[TextLine, ...]
    technologies: tuple[TextLine, ...]


@dataclass(frozen=True, slots=True)
class DrawnFrame:
    """A group as it is drawn; its name begins at the left end of `title`."""

    box: Box
    title: Box
    name: str


@dataclass(frozen=True, slots=True)
class DrawnLine:
    """A line as it is drawn: corners in px; `both_ways` puts an arrow at its start, too."""

    start: str
    end: str
    mode: str
    both_ways: bool
    route: Route

    @property
    def path(self) -> str:
        """The `d` of an SVG path."""
        return _path(self.route)


@dataclass(frozen=True, slots=True)
class Diagram:
    """A diagram, sizes in px."""

    width: int
    height: int
    frames: tuple[DrawnFrame, ...]
    lines: tuple[DrawnLine, ...]
    nodes: tuple[DrawnNode, ...]
    modes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Words:
    """The words in a node, broken into lines."""

    name: tuple[str, ...]
    technologies: tuple[tuple[Label, ...], ...]

    @property
    def width(self) -> int:
        widths = [NAME.width(line) for line in self.name]
        widths += [TECHNOLOGY.width(" ".join(label.text for label in line)) for line in self.technologies]
        return max(NARROWEST, round(max(widths)) + 2 * PADDING)

    @property
    def height(self) -> int:
        return len(self.name) * NAME_LINE + len(self.technologies) * TECHNOLOGY_LINE + 2 * PADDING - 5


def diagram(parts: Sequence[Part], groups: Mapping[str, str], connections: Sequence[Connection]) -> Diagram:
    """Return the diagram of `parts`; `groups` are names by id, from the top; connections name parts by their ids."""
    words = {part.id: _Words(NAME.wrap(part.name, TEXT_WIDTH), tuple(_technology_lines(part))) for part in parts}
    nodes = [Node(part.id, words[part.id].width, words[part.id].height, part.group) for part in parts]
    modes = _modes(connections)
    edges = list(_one_of_two_ways(modes))
    layout = lay_out(nodes, {group: round(TITLE.width(name)) for group, name in groups.items()}, edges)
    lines = tuple(_line(edge, modes, layout.routes[edge]) for edge in edges)
    return Diagram(
        layout.width,
        layout.height,
        tuple(_frames(layout, groups)),
        lines,
        tuple(_node(part, words[part.id], layout.nodes[part.id]) for part in parts),
        tuple(mode for mode in MODES if any(line.mode == mode for line in lines)),
    )


def _technology_lines(part: Part) -> Iterator[tuple[Label, ...]]:
    """Yield the technologies in lines, with commas between; a long name is cut."""
    last = len(part.technologies) - 1
    pieces = (
        Label(piece, label.url)
        for number, label in enumerate(part.technologies)
        for piece in TECHNOLOGY.wrap(label.text + ("," if number < last else ""), TEXT_WIDTH)
    )
    line: tuple[Label, ...] = ()
    for piece in pieces:
        if line and TECHNOLOGY.width(" ".join(label.text for label in (*line, piece))) > TEXT_WIDTH:
            yield line
            line = ()
        line += (piece,)
    if line:
        yield line


def _modes(connections: Sequence[Connection]) -> dict[Edge, str]:
    """Return how each two parts are connected, without what a part does to itself."""
    modes: dict[Edge, str] = {}
    for connection in connections:
        edge = (connection.start, connection.end)
        if connection.start != connection.end:
            modes[edge] = min(connection.mode, modes.get(edge, connection.mode), key=MODES.index)
    return modes


def _one_of_two_ways(edges: Mapping[Edge, str]) -> Iterator[Edge]:
    """Yield the edges; of two that join the same parts only the first."""
    seen: set[Edge] = set()
    for start, end in edges:
        if (end, start) not in seen:
            seen.add((start, end))
            yield start, end


def _line(edge: Edge, modes: Mapping[Edge, str], route: Route) -> DrawnLine:
    start, end = edge
    back = modes.get((end, start))
    mode = min(modes[edge], back or modes[edge], key=MODES.index)
    return DrawnLine(start, end, mode, back is not None, route)


def _path(route: Route) -> str:
    """Return a route as the `d` of a path whose turns are round."""
    (x, y), *corners = route
    path = f"M{x} {y}"
    for number, (corner_x, corner_y) in enumerate(corners):
        length = abs(corner_x - x) + abs(corner_y - y)
        if number + 1 == len(corners):
            return path + _straight(corner_x - x, corner_y - y)
        next_x, next_y = corners[number + 1]
        radius = min(CORNER, length // 2, (abs(next_x - corner_x) + abs(next_y - corner_y)) // 2)
        in_x, in_y = _towards(x, y, corner_x, corner_y, radius)
        out_x, out_y = _towards(corner_x, corner_y, next_x, next_y, radius)
        path += _straight(corner_x - in_x - x, corner_y - in_y - y)
        path += f"q{in_x} {in_y} {in_x + out_x} {in_y + out_y}".replace(" -", "-")
        x, y = corner_x + out_x, corner_y + out_y
    return path


def _towards(x: int, y: int, target_x: int, target_y: int, length: int) -> tuple[int, int]:
    """Return a step of `length` from one point towards another that lies in a straight line across or down."""
    return _sign(target_x - x) * length, _sign(target_y - y) * length


def _sign(number: int) -> int:
    return (number > 0) - (number < 0)


def _straight(x: int, y: int) -> str:
    if x and y:
        return f"l{x} {y}"
    return f"h{x}" if x else f"v{y}"


def _frames(layout: Layout, groups: Mapping[str, str]) -> Iterator[DrawnFrame]:
    for group, name in groups.items():
        if group in layout.frames:
            yield DrawnFrame(layout.frames[group], layout.titles[group], name)


def _node(part: Part, words: _Words, box: Box) -> DrawnNode:
    middle = box.x + box.width // 2
    first = box.y + PADDING + 10
    name = tuple(
        TextLine(middle, first + number * NAME_LINE, (Label(line, part.url),)) for number, line in enumerate(words.name)
    )
    after = first + len(name) * NAME_LINE
    technologies = tuple(
        TextLine(middle, after + number * TECHNOLOGY_LINE, line) for number, line in enumerate(words.technologies)
    )
    return DrawnNode(part.id, box, part.role, part.url, name, technologies)
