"""The architecture diagram of one era: texts, shapes and lines with their positions, ready to render as SVG."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from handbook.pictures import badges, lines
from handbook.pictures.boxes import Box, Node
from handbook.pictures.graph import Graph
from handbook.pictures.layout import Layout, Task
from handbook.pictures.lines import Connection, DrawnLine
from handbook.pictures.shapes import KINDS, Sample, inset, outline, sample
from handbook.pictures.typeface import semibold
from handbook.pictures.words import LESSER_LINE, NAME_LINE, PADDING, Label, Part, Words, words

TITLE = semibold(12)
NUMBER = semibold(11)
MOST_NUMBERS = 3
OUTSIDE = ("client", "external")
"""The kinds of component that send requests or data to the system."""
MOST = 60
"""The maximum number of components in a diagram; more would be unreadable."""
MOST_LINES = 150
"""The maximum number of lines; the layout time grows faster than linearly with it."""


@dataclass(frozen=True, slots=True)
class TextLine:
    """A line of text by the middle of its baseline; spaces separate the `labels`."""

    x: int
    y: int
    labels: tuple[Label, ...]


@dataclass(frozen=True, slots=True)
class DrawnNode:
    """A component, ready to draw; `outline` is the `d` of an SVG path, `role` begins with the group."""

    id: str
    box: Box
    kind: str
    outline: str
    role: str
    url: str
    name: tuple[TextLine, ...]
    technologies: tuple[TextLine, ...]
    count: TextLine | None


@dataclass(frozen=True, slots=True)
class DrawnFrame:
    """A group, ready to draw; its name starts at the left edge of `title`."""

    box: Box
    title: Box
    name: str


@dataclass(frozen=True, slots=True)
class Badge:
    """The numbers of steps by their centre; `width` is that of the pill around them."""

    x: int
    y: int
    width: int
    text: str


@dataclass(frozen=True, slots=True)
class Legend:
    """The meaning of shapes and lines; `modes` are the names of the lines."""

    shapes: tuple[Sample, ...]
    modes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Diagram:
    """A diagram, sizes in px; if it is `too_large`, it is otherwise empty. Unconnected nodes are below `band`."""

    width: int
    height: int
    frames: tuple[DrawnFrame, ...]
    lines: tuple[DrawnLine, ...]
    nodes: tuple[DrawnNode, ...]
    badges: tuple[Badge, ...]
    modes: tuple[str, ...]
    kinds: tuple[str, ...]
    band: int = 0
    too_large: tuple[int, int] | None = None
    """The number of components and lines that it would have."""

    @property
    def legend(self) -> Legend:
        """The legend of this diagram."""
        return legend((self,))


def legend(pictures: Iterable[Diagram]) -> Legend:
    """Return the common legend of several diagrams."""
    every = tuple(pictures)
    kinds = [kind for kind in KINDS if any(kind in picture.kinds for picture in every)]
    modes = [mode for mode in lines.MODES if any(mode in picture.modes for picture in every)]
    return Legend(tuple(map(sample, kinds)), tuple(modes))


@dataclass(frozen=True)
class Draft:
    """A diagram before its layout; `groups` has names by id, and connections refer to parts by id."""

    parts: tuple[Part, ...]
    groups: Mapping[str, str]
    connections: tuple[Connection, ...]

    @property
    def request(self) -> Graph:
        """The graph for the layout engine."""
        return self._task.request

    @property
    def is_drawn(self) -> bool:
        """Whether the diagram is neither empty nor too large."""
        return 0 < len(self.parts) <= MOST and self._line_count <= MOST_LINES

    @property
    def lines_drawn(self) -> int:
        """The number of lines drawn."""
        return self._line_count if self.is_drawn else 0

    def drawn(self, answer: Graph) -> Diagram:
        """Return the diagram with the layout that an engine answered."""
        layout = self._task.read(answer)
        drawn = tuple(lines.drawn(self.connections, layout.routes))
        return Diagram(
            layout.width,
            layout.height,
            tuple(_frames(layout, self.groups)),
            drawn,
            tuple(self._node(part, layout) for part in self.parts),
            tuple(self._badges(layout)),
            tuple(mode for mode in lines.MODES if any(line.mode == mode for line in drawn)),
            tuple(kind for kind in KINDS if any(part.kind == kind for part in self.parts)),
            layout.band,
        )

    def not_drawn(self) -> Diagram:
        """Return an empty diagram, with the size if it would be too large."""
        size = (len(self.parts), self._line_count) if self.parts else None
        return Diagram(0, 0, (), (), (), (), (), (), too_large=size)

    @cached_property
    def _line_count(self) -> int:
        return len(list(lines.edges(self.connections)))

    @cached_property
    def _words(self) -> dict[str, Words]:
        return {part.id: words(part) for part in self.parts}

    @cached_property
    def _task(self) -> Task:
        nodes = [
            Node(part.id, words.width, words.height, part.group, part.kind == "client", part.kind in OUTSIDE)
            for part, words in zip(self.parts, self._words.values(), strict=True)
        ]
        titles = {group: round(TITLE.width(name)) for group, name in self.groups.items()}
        return Task(nodes, titles, list(lines.edges(self.connections)))

    def _node(self, part: Part, layout: Layout) -> DrawnNode:
        group = self.groups.get(part.group or "", "")
        role = f"{group}: {part.role}" if group else part.role
        return _node(part, self._words[part.id], layout.nodes[part.id], role)

    def _badges(self, layout: Layout) -> Iterator[Badge]:
        """Yield the step numbers of the main path, on lines, or at the corner of a component that acts on itself."""
        numbers = lines.numbers(self.connections)
        texts = {edge: _numbered(those) for edge, those in numbers.items()}
        widths = {edge: max(badges.SIZE, round(NUMBER.width(text)) + 12) for edge, text in texts.items()}
        on_lines = {edge: width for edge, width in widths.items() if edge in layout.routes}
        places = badges.places(
            layout.routes, on_lines, [*layout.nodes.values(), *(frame.title for frame in layout.frames)]
        )
        for edge, text in texts.items():
            box = layout.nodes[edge[0]]
            x, y = places.get(edge) or (box.right - 2, box.y + 2)
            yield Badge(x, y, widths[edge], text)


def _numbered(numbers: Sequence[int]) -> str:
    """Return the numbers on a line; of many only the first, because a line is as short as the gap between two boxes."""
    return ", ".join(map(str, numbers)) if len(numbers) <= MOST_NUMBERS else f"{numbers[0]} …"


def _frames(layout: Layout, groups: Mapping[str, str]) -> Iterator[DrawnFrame]:
    for frame in layout.frames:
        yield DrawnFrame(frame.box, frame.title, groups[frame.group])


def _node(part: Part, words: Words, box: Box, role: str) -> DrawnNode:
    middle = box.x + box.width // 2
    first = box.y + PADDING + 10 + inset(part.kind).top
    name = tuple(
        TextLine(middle, first + number * NAME_LINE, (Label(line, part.url),)) for number, line in enumerate(words.name)
    )
    after = first + len(name) * NAME_LINE - 1
    technologies = tuple(
        TextLine(middle, after + number * LESSER_LINE, line) for number, line in enumerate(words.technologies)
    )
    below = after + len(technologies) * LESSER_LINE
    count = TextLine(middle, below, (Label(part.count, part.url),)) if part.count else None
    shape = outline(part.kind, box)
    return DrawnNode(part.id, box, part.kind, shape, role, part.url, name, technologies, count)
