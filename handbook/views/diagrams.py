"""Drawings: an architecture in each of its eras, and the sketch of a pattern, with the steps through them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from handbook import addresses
from handbook.context import Link
from handbook.faces import Casebook
from handbook.model.architecture import Architecture, Component, Era, Group, Step
from handbook.model.pattern import Sketch
from handbook.pictures.diagram import Connection, Diagram, Label, Part, diagram


@dataclass(frozen=True, slots=True)
class StepView:
    """A step of a flow; `line` names the line in the diagram, `eras` are the numbers of those that it belongs to."""

    start: Link
    to: Link | None
    line: str
    mode: str
    carries: str
    text: Markup
    eras: str


@dataclass(frozen=True, slots=True)
class DiagramView:
    """The picture of an era; `era` is empty where the system was described once. The `main` one is shown at first."""

    number: int
    era: str
    main: bool
    picture: Diagram


@dataclass(frozen=True, slots=True)
class SketchPart:
    """A component of a sketch."""

    anchor: str
    name: str
    kind: str
    role: Markup


@dataclass(frozen=True, slots=True)
class SketchView:
    """The drawing of a pattern: the picture, its parts, and the way through them."""

    picture: Diagram
    parts: tuple[SketchPart, ...]
    steps: tuple[StepView, ...]


def diagrams(book: Casebook, architecture: Architecture) -> tuple[DiagramView, ...]:
    """Return a picture of each era; the one with the most parts is the main one, the latest of those with as many."""
    eras = architecture.eras or (None,)
    pictures = [diagram_of_era(book, architecture, era) for era in eras]
    main = max(range(len(pictures)), key=lambda number: (len(pictures[number].nodes), number))
    return tuple(
        DiagramView(number + 1, era.name if era else "", number == main, picture)
        for number, (era, picture) in enumerate(zip(eras, pictures, strict=True))
    )


def diagram_of_era(book: Casebook, architecture: Architecture, era: Era | None) -> Diagram:
    """Return the picture of an era, or of all there is (None)."""
    parts = [part for part in architecture.components if era is None or part.is_in(era)]
    steps = [step for flow in architecture.flows for step in flow.steps if era is None or step.is_in(era)]
    return _picture(book, parts, architecture.groups, steps)


def _picture(book: Casebook, parts: Sequence[Component], groups: Sequence[Group], steps: Sequence[Step]) -> Diagram:
    there = {part.id for part in parts}
    return diagram(
        [_part(book, part) for part in parts],
        {group.id: group.name for group in groups},
        [Connection(step.start, step.to, step.mode) for step in steps if {step.start, step.to} <= there],
    )


def _part(book: Casebook, component: Component) -> Part:
    chips = [book.chip("technology", name) for name in component.technologies]
    return Part(
        component.id,
        component.name,
        f"#{addresses.anchor('component', component.id)}",
        book.plain(component.role),
        tuple(Label(chip.name, chip.url) for chip in chips),
        component.group,
    )


def sketch_view(book: Casebook, sketch: Sketch) -> SketchView:
    """Return the drawing of a pattern."""
    names = {part.id: part.name for part in sketch.components}
    return SketchView(
        picture=_picture(book, sketch.components, sketch.groups, sketch.steps),
        parts=tuple(_sketch_part(book, part) for part in sketch.components),
        steps=tuple(step_view(book, step, names) for step in sketch.steps),
    )


def _sketch_part(book: Casebook, part: Component) -> SketchPart:
    return SketchPart(addresses.anchor("component", part.id), part.name, part.kind or "", book.html(part.role))


def step_view(book: Casebook, step: Step, names: Mapping[str, str], eras: str = "") -> StepView:
    """Return a step; `names` are those of the components by id."""
    return StepView(
        start=_within_page(step.start, names),
        to=_within_page(step.to, names) if step.to != step.start else None,
        line=f"{step.start} {step.to}",
        mode=step.mode,
        carries=step.carries,
        text=book.html(step.text),
        eras=eras,
    )


def _within_page(component: str, names: Mapping[str, str]) -> Link:
    return Link(names[component], f"#{addresses.anchor('component', component)}")
