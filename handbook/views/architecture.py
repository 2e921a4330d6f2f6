"""The architecture of a case study: components by group, and flows as ordered steps."""

from dataclasses import dataclass

from markupsafe import Markup

from handbook import addresses, wording
from handbook.model.architecture import Architecture, Component, Dated, Era, Flow, Step
from handbook.pictures.diagram import Connection, Diagram, Label, Part, diagram
from handbook.views.chips import Chip, technology_chip
from handbook.views.context import Context, Link
from handbook.views.evidence import Bibliography, Mark


@dataclass(frozen=True, slots=True)
class ComponentView:
    """A part of the system. `eras` are the numbers of the eras that it belongs to."""

    anchor: str
    name: str
    role: Markup
    state: Markup | None
    in_house: bool
    technologies: tuple[Chip, ...]
    when: str
    eras: str
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class GroupView:
    """Components that stand together."""

    name: str
    eras: str
    components: tuple[ComponentView, ...]


@dataclass(frozen=True, slots=True)
class StepView:
    """A step of a flow; `line` names the line in the diagram."""

    start: Link
    to: Link | None
    line: str
    mode: str
    carries: str
    text: Markup
    eras: str


@dataclass(frozen=True, slots=True)
class FlowView:
    """A path through the system."""

    anchor: str
    name: str
    what: Markup
    eras: str
    steps: tuple[StepView, ...]
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class DiagramView:
    """The picture of an era; `era` is empty where the system was described once. The `main` one is shown at first."""

    number: int
    era: str
    main: bool
    picture: Diagram


@dataclass(frozen=True, slots=True)
class ArchitectureView:
    """How the system is put together; `eras` are the names that the reader chooses from, none if there is one era."""

    eras: tuple[str, ...]
    diagrams: tuple[DiagramView, ...]
    groups: tuple[GroupView, ...]
    flows: tuple[FlowView, ...]
    evidence_marks: tuple[Mark, ...]

    @property
    def marks(self) -> tuple[Mark, ...]:
        """All superscripts in the section."""
        components = (mark for group in self.groups for component in group.components for mark in component.marks)
        return (*self.evidence_marks, *components, *(mark for flow in self.flows for mark in flow.marks))


def architecture_view(context: Context, bibliography: Bibliography, architecture: Architecture) -> ArchitectureView:
    """Return the components by group, and the flows."""
    eras = _Eras(architecture)
    names = {component.id: component.name for component in architecture.components}
    return ArchitectureView(
        eras=tuple(era.name for era in architecture.eras),
        diagrams=diagrams(context, architecture),
        groups=_groups(context, bibliography, architecture, eras),
        flows=tuple(_flow(context, bibliography, flow, names, eras) for flow in architecture.flows),
        evidence_marks=bibliography.marks("architecture", "the components", architecture.sources),
    )


def diagrams(context: Context, architecture: Architecture) -> tuple[DiagramView, ...]:
    """Return a picture of each era; the one with the most parts is the main one, the latest of those with as many."""
    eras = architecture.eras or (None,)
    pictures = [diagram_of_era(context, architecture, era) for era in eras]
    main = max(range(len(pictures)), key=lambda number: (len(pictures[number].nodes), number))
    return tuple(
        DiagramView(number + 1, era.name if era else "", number == main, picture)
        for number, (era, picture) in enumerate(zip(eras, pictures, strict=True))
    )


def diagram_of_era(context: Context, architecture: Architecture, era: Era | None) -> Diagram:
    """Return the picture of an era, or of all there is (None)."""
    parts = [part for part in architecture.components if era is None or part.is_in(era)]
    steps = [step for flow in architecture.flows for step in flow.steps if era is None or step.is_in(era)]
    there = {part.id for part in parts}
    return diagram(
        [_part(context, part) for part in parts],
        {group.id: group.name for group in architecture.groups},
        [Connection(step.start, step.to, step.mode) for step in steps if {step.start, step.to} <= there],
    )


def _part(context: Context, component: Component) -> Part:
    chips = [technology_chip(context, name) for name in component.technologies]
    return Part(
        component.id,
        component.name,
        f"#{addresses.anchor('component', component.id)}",
        context.plain(component.role),
        tuple(Label(chip.name, chip.url) for chip in chips),
        component.group,
    )


class _Eras:
    """Which parts belong to which eras, as numbers from 1."""

    def __init__(self, architecture: Architecture) -> None:
        self._eras = architecture.eras

    def of(self, *parts: Dated) -> str:
        return " ".join(
            str(number) for number, era in enumerate(self._eras, 1) if any(part.is_in(era) for part in parts)
        )


def _groups(
    context: Context, bibliography: Bibliography, architecture: Architecture, eras: _Eras
) -> tuple[GroupView, ...]:
    names = {group.id: group.name for group in architecture.groups}
    members = {
        group: [component for component in architecture.components if component.group == group]
        for group in (*names, None)
    }
    return tuple(
        GroupView(
            names.get(group or "", ""),
            eras.of(*components),
            tuple(_component(context, bibliography, component, eras) for component in components),
        )
        for group, components in members.items()
        if components
    )


def _component(context: Context, bibliography: Bibliography, component: Component, eras: _Eras) -> ComponentView:
    anchor = addresses.anchor("component", component.id)
    return ComponentView(
        anchor=anchor,
        name=component.name,
        role=context.html(component.role),
        state=context.html_or_none(component.state),
        in_house=component.in_house,
        technologies=tuple(technology_chip(context, name) for name in component.technologies),
        when=wording.period(component.period),
        eras=eras.of(component),
        marks=bibliography.marks(anchor, component.name, component.sources),
    )


def _flow(context: Context, bibliography: Bibliography, flow: Flow, names: dict[str, str], eras: _Eras) -> FlowView:
    anchor = addresses.anchor("flow", flow.id)
    return FlowView(
        anchor=anchor,
        name=flow.name,
        what=context.html(flow.what),
        eras=eras.of(*flow.steps),
        steps=tuple(_step(context, step, names, eras) for step in flow.steps),
        marks=bibliography.marks(anchor, flow.name, flow.sources),
    )


def _step(context: Context, step: Step, names: dict[str, str], eras: _Eras) -> StepView:
    return StepView(
        start=_within_page(step.start, names),
        to=_within_page(step.to, names) if step.to != step.start else None,
        line=f"{step.start} {step.to}",
        mode=step.mode,
        carries=step.carries,
        text=context.html(step.text),
        eras=eras.of(step),
    )


def _within_page(component: str, names: dict[str, str]) -> Link:
    return Link(names[component], f"#{addresses.anchor('component', component)}")
