"""The architecture diagram of one era: what is written where, and the lines between, ready to be printed as SVG."""

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
"""Kinds that ask the system for something, or feed it."""
MOST = 60
"""How many components a picture can show: nobody finds a way through more."""
MOST_LINES = 150
"""How many lines between them; the time to lay them out grows faster than their number."""


@dataclass(frozen=True, slots=True)
class TextLine:
    """A line of text by the middle of its base line; `labels` follow each other with a space between."""

    x: int
    y: int
    labels: tuple[Label, ...]


@dataclass(frozen=True, slots=True)
class DrawnNode:
    """A component as it is drawn; `outline` is the `d` of an SVG path, `role` begins with the group."""

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
    """A group as it is drawn; its name begins at the left end of `title`."""

    box: Box
    title: Box
    name: str


@dataclass(frozen=True, slots=True)
class Badge:
    """The numbers of steps, by their middle; `width` is that of the pill round them."""

    x: int
    y: int
    width: int
    text: str


@dataclass(frozen=True, slots=True)
class Legend:
    """What shapes and lines mean; `modes` are the names of the lines."""

    shapes: tuple[Sample, ...]
    modes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Diagram:
    """A diagram, sizes in px; of one that is `too_large` that is all. Below `band` stands what no line touches."""

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
    """How many components and lines it would have."""

    @property
    def legend(self) -> Legend:
        """What its shapes and lines mean."""
        return legend((self,))


def legend(pictures: Iterable[Diagram]) -> Legend:
    """Return what the shapes and lines of some pictures mean."""
    every = tuple(pictures)
    kinds = [kind for kind in KINDS if any(kind in picture.kinds for picture in every)]
    modes = [mode for mode in lines.MODES if any(mode in picture.modes for picture in every)]
    return Legend(tuple(map(sample, kinds)), tuple(modes))


@dataclass(frozen=True)
class Draft:
    """A diagram that has not been laid out; `groups` are names by id, connections name parts by their ids."""

    parts: tuple[Part, ...]
    groups: Mapping[str, str]
    connections: tuple[Connection, ...]

    @property
    def request(self) -> Graph:
        """What an engine is asked."""
        return self._task.request

    @property
    def is_drawn(self) -> bool:
        """Whether there is something to draw, and not too much."""
        return 0 < len(self.parts) <= MOST and self._line_count <= MOST_LINES

    @property
    def lines_drawn(self) -> int:
        """How many lines are drawn."""
        return self._line_count if self.is_drawn else 0

    def drawn(self, answer: Graph) -> Diagram:
        """Return the diagram as an engine has laid it out."""
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
        """Return an empty picture; where it would be too large, it says how large."""
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
        """Yield the numbers of the steps of the main path, on the lines and at the corners of those that act alone."""
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
