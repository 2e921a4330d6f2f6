"""Diagrams: an architecture in each of its eras, and the sketch of a pattern, with their steps."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from handbook import addresses
from handbook.context import Link
from handbook.faces import Casebook, Headline, headline
from handbook.library import Entry
from handbook.model.architecture import Architecture, Component, Era, Group, Step
from handbook.model.case_study import CaseStudy
from handbook.model.pattern import Pattern, Sketch
from handbook.pictures.answers import answers
from handbook.pictures.diagram import Diagram, Draft
from handbook.pictures.lines import Connection
from handbook.pictures.silhouette import Silhouette
from handbook.pictures.words import Label, Part


@dataclass(frozen=True, slots=True)
class StepView:
    """A step of a flow; `line` names its line in the diagram, `eras` has the numbers of its eras."""

    start: Link
    to: Link | None
    line: str
    mode: str
    carries: str
    text: Markup
    eras: str


@dataclass(frozen=True, slots=True)
class MainPath:
    """The flow whose steps are numbered in a diagram, with what each step carries."""

    name: str
    anchor: str
    steps: tuple[tuple[int, str], ...]


@dataclass(frozen=True, slots=True)
class DiagramView:
    """The diagram of an era; `era` is empty if there are no eras. The `main` diagram is shown initially."""

    number: int
    era: str
    main: bool
    picture: Diagram
    path: MainPath | None


@dataclass(frozen=True, slots=True)
class SketchPart:
    """A component of a sketch."""

    anchor: str
    name: str
    kind: str
    role: Markup


@dataclass(frozen=True, slots=True)
class SketchView:
    """The sketch of a pattern: the diagram, its components, and the steps between them."""

    picture: Diagram
    parts: tuple[SketchPart, ...]
    steps: tuple[StepView, ...]


Counts = Mapping[str, Headline]


def diagrams(book: Casebook, architecture: Architecture, counts: Counts) -> tuple[DiagramView, ...]:
    """Return a diagram of each era. The main one is the latest with at least half as many lines as the largest.

    `counts` has the figures that count components, by id.
    """
    drafts = _drafts_of_eras(book, architecture, counts)
    main, pictures = _number_of_richest(drafts), [book.layouts.diagram(draft) for draft in drafts]
    return tuple(
        DiagramView(number + 1, era.name if era else "", number == main, picture, _main_path(book, architecture, era))
        for number, (era, picture) in enumerate(zip(architecture.eras or (None,), pictures, strict=True))
    )


def _drafts_of_eras(book: Casebook, architecture: Architecture, counts: Counts) -> Sequence[Draft]:
    return [draft_of_era(book, architecture, counts, era) for era in architecture.eras or (None,)]


def _number_of_richest(drafts: Sequence[Draft]) -> int:
    enough = max(draft.lines_drawn for draft in drafts) / 2
    return max(number for number, draft in enumerate(drafts) if draft.lines_drawn >= enough)


def silhouette_of(book: Casebook, entry: Entry[Any]) -> Silhouette | None:
    """Return the silhouette of the main diagram of an entry, or None if it has no diagram."""
    if isinstance(entry.data, CaseStudy):
        drafts = _drafts_of_eras(book, entry.data.architecture, case_counts(book, entry))
        return book.layouts.silhouette(drafts[_number_of_richest(drafts)])
    if isinstance(entry.data, Pattern) and entry.data.sketch:
        return book.layouts.silhouette(_sketch_draft(book, entry.data.sketch))
    return None


def drafts(book: Casebook) -> Iterator[Draft]:
    """Yield the drafts of all diagrams of the casebook."""
    for case in book.library.case_studies.values():
        for era in case.data.architecture.eras or (None,):
            yield draft_of_era(book, case.data.architecture, case_counts(book, case), era)
    for pattern in book.library.patterns.values():
        if pattern.data.sketch:
            yield _sketch_draft(book, pattern.data.sketch)


def draft_of_era(book: Casebook, architecture: Architecture, counts: Counts, era: Era | None) -> Draft:
    """Return the draft of an era, or of the whole architecture if `era` is None."""
    parts = tuple(part for part in architecture.components if era is None or part.is_in(era))
    flows = [[step for step in flow.steps if era is None or step.is_in(era)] for flow in architecture.flows]
    drawn = [_part(book, part, _count(part, counts, era)) for part in parts]
    return _draft(drawn, architecture.groups, flows)


def _draft(parts: Sequence[Part], groups: Sequence[Group], flows: Sequence[Sequence[Step]]) -> Draft:
    there = {part.id for part in parts}
    main = _number_of_main(flows)
    connections = (
        Connection(step.start, step.to, step.mode, step.carries, place if number == main else 0)
        for number, steps in enumerate(flows)
        for place, step in _shown(steps)
        if {step.start, step.to} <= there
    )
    return Draft(tuple(parts), {group.id: group.name for group in groups}, tuple(connections))


def _shown(steps: Sequence[Step]) -> Iterator[tuple[int, Step]]:
    """Yield the steps that are drawn, each with its number, counted from 1."""
    left_out = answers(steps)
    return ((number + 1, step) for number, step in enumerate(steps) if number not in left_out)


def _number_of_main(flows: Sequence[Sequence[Step]]) -> int:
    """Return the index of the main path: the first flow that reaches the most components."""
    return max(range(len(flows)), key=lambda number: len({step.to for step in flows[number]}), default=0)


def _main_path(book: Casebook, architecture: Architecture, era: Era | None) -> MainPath | None:
    flows = [[step for step in flow.steps if era is None or step.is_in(era)] for flow in architecture.flows]
    if not any(flows):
        return None
    number = _number_of_main(flows)
    flow = architecture.flows[number]
    steps = tuple((place, step.carries) for place, step in _shown(flows[number]))
    return MainPath(flow.name, addresses.anchor("flow", flow.id), steps)


def _count(component: Component, counts: Counts, era: Era | None) -> str:
    """Return the number of instances of a component, with the year if it differs from that of the era."""
    if component.count is None:
        return ""
    count = counts[component.count]
    year = count.date[-4:]
    return count.value if era is None or str(era.as_of).startswith(year) else f"{count.value} ({year})"


def case_counts(book: Casebook, case: Entry[CaseStudy]) -> Counts:
    """Return the figures of a case study that count components, by id."""
    counting = {component.count for component in case.data.architecture.components}
    return {figure.id: headline(book, case, figure) for figure in case.data.figures if figure.id in counting}


def _part(book: Casebook, component: Component, count: str = "") -> Part:
    chips = [book.chip("technology", name) for name in component.technologies]
    return Part(
        component.id,
        component.name,
        f"#{addresses.anchor('component', component.id)}",
        book.plain(component.role),
        tuple(Label(chip.name, chip.url) for chip in chips),
        component.group,
        component.kind or "",
        count,
    )


def _sketch_draft(book: Casebook, sketch: Sketch) -> Draft:
    return _draft([_part(book, part) for part in sketch.components], sketch.groups, [sketch.steps])


def sketch_view(book: Casebook, sketch: Sketch) -> SketchView:
    """Return the sketch of a pattern."""
    names = {part.id: part.name for part in sketch.components}
    return SketchView(
        picture=book.layouts.diagram(_sketch_draft(book, sketch)),
        parts=tuple(_sketch_part(book, part) for part in sketch.components),
        steps=tuple(step_view(book, step, names) for step in sketch.steps),
    )


def _sketch_part(book: Casebook, part: Component) -> SketchPart:
    return SketchPart(addresses.anchor("component", part.id), part.name, part.kind or "", book.html(part.role))


def step_view(book: Casebook, step: Step, names: Mapping[str, str], eras: str = "") -> StepView:
    """Return a step; `names` has the names of components by id."""
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
