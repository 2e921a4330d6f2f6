"""The text in a component: its lines, and the size that they need."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from handbook.pictures.shapes import inset
from handbook.pictures.typeface import regular, semibold

NAME = semibold(13.5)
TECHNOLOGY = regular(12)
COUNT = semibold(12)
NAME_LINE, LESSER_LINE = 17, 15
TEXT_WIDTH = 108
PADDING = 10
NARROWEST = 72
TECHNOLOGIES = 3
"""The maximum number of technologies in a component; the list below the diagram names all."""


@dataclass(frozen=True, slots=True)
class Label:
    """A text with a link."""

    text: str
    url: str


@dataclass(frozen=True, slots=True)
class Part:
    """The input for a component; `count` is the number of instances, in words."""

    id: str
    name: str
    url: str
    role: str
    technologies: tuple[Label, ...]
    group: str | None
    kind: str = ""
    count: str = ""


@dataclass(frozen=True, slots=True)
class Words:
    """The text of a node, split into lines."""

    kind: str
    name: tuple[str, ...]
    technologies: tuple[tuple[Label, ...], ...]
    count: str

    @property
    def width(self) -> int:
        widths = [NAME.width(line) for line in self.name]
        widths += [TECHNOLOGY.width(_joined(line)) for line in self.technologies]
        widths.append(COUNT.width(self.count))
        return max(NARROWEST, round(max(widths)) + 2 * (PADDING + inset(self.kind).sides))

    @property
    def height(self) -> int:
        lesser = len(self.technologies) + bool(self.count)
        room = inset(self.kind)
        return len(self.name) * NAME_LINE + lesser * LESSER_LINE + 2 * PADDING - 3 + room.top + room.bottom


def words(part: Part) -> Words:
    """Return the text of a component, without technologies that its name already contains."""
    named = [label for label in part.technologies if label.text.casefold() not in part.name.casefold()]
    if len(named) > TECHNOLOGIES:
        named[TECHNOLOGIES:] = [Label(f"+{len(named) - TECHNOLOGIES}", part.url)]
    return Words(part.kind, NAME.wrap(part.name, TEXT_WIDTH), tuple(_technology_lines(named)), part.count)


def _joined(labels: Sequence[Label]) -> str:
    return " ".join(label.text for label in labels)


def _technology_lines(labels: Sequence[Label]) -> Iterator[tuple[Label, ...]]:
    """Yield the technologies in lines, separated by commas; long names are split."""
    pieces = (
        Label(piece, label.url)
        for number, label in enumerate(labels, 1)
        for piece in TECHNOLOGY.wrap(label.text + ("," if number < len(labels) else ""), TEXT_WIDTH)
    )
    line: tuple[Label, ...] = ()
    for piece in pieces:
        if line and TECHNOLOGY.width(_joined((*line, piece))) > TEXT_WIDTH:
            yield line
            line = ()
        line += (piece,)
    if line:
        yield line
