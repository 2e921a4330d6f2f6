"""What is written in a component: words broken into lines, and the size that they ask for."""

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
"""How many technologies are named in a picture; the list below it names all."""


@dataclass(frozen=True, slots=True)
class Label:
    """Words that lead somewhere."""

    text: str
    url: str


@dataclass(frozen=True, slots=True)
class Part:
    """What a diagram is told of a component; `count` says how many there are, in words."""

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
    """The words in a node, broken into lines."""

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
    """Return what is written in a component; a technology that its name says already is not said twice."""
    named = [label for label in part.technologies if label.text.casefold() not in part.name.casefold()]
    if len(named) > TECHNOLOGIES:
        named[TECHNOLOGIES:] = [Label(f"+{len(named) - TECHNOLOGIES}", part.url)]
    return Words(part.kind, NAME.wrap(part.name, TEXT_WIDTH), tuple(_technology_lines(named)), part.count)


def _joined(labels: Sequence[Label]) -> str:
    return " ".join(label.text for label in labels)


def _technology_lines(labels: Sequence[Label]) -> Iterator[tuple[Label, ...]]:
    """Yield the technologies in lines, with commas between; a long name is cut."""
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
