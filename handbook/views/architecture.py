"""The architecture section of a case study: diagrams, components by group, and flows."""

from collections.abc import Mapping
from dataclasses import dataclass

from markupsafe import Markup

from handbook import addresses, wording
from handbook.faces import Casebook, Chip, Headline
from handbook.model.architecture import Architecture, Component, Dated, Era, Flow
from handbook.pictures.diagram import Legend, legend
from handbook.views.diagrams import DiagramView, StepView, diagrams, step_view
from handbook.views.evidence import Bibliography, Superscript


@dataclass(frozen=True, slots=True)
class ComponentView:
    """A component. `eras` has the numbers of its eras."""

    anchor: str
    name: str
    kind: str
    count: Headline | None
    role: Markup
    apart: Markup | None
    state: Markup | None
    failure: Markup | None
    in_house: bool
    technologies: tuple[Chip, ...]
    when: str
    eras: str
    marks: tuple[Superscript, ...]

    @property
    def facts(self) -> str:
        """The kind, the origin and the period: `proxy, in-house, 2011 to 2015`."""
        return ", ".join(filter(None, (self.kind, "in-house" if self.in_house else "", self.when)))


@dataclass(frozen=True, slots=True)
class GroupView:
    """The components of a group."""

    name: str
    eras: str
    components: tuple[ComponentView, ...]


@dataclass(frozen=True, slots=True)
class FlowView:
    """A flow through the system."""

    anchor: str
    name: str
    what: Markup
    eras: str
    steps: tuple[StepView, ...]
    marks: tuple[Superscript, ...]


@dataclass(frozen=True, slots=True)
class ArchitectureView:
    """The architecture section; `eras` are the eras that the reader can select, empty if there is only one."""

    eras: tuple[Era, ...]
    diagrams: tuple[DiagramView, ...]
    groups: tuple[GroupView, ...]
    flows: tuple[FlowView, ...]
    evidence_marks: tuple[Superscript, ...]

    @property
    def legend(self) -> Legend:
        """The common legend of all diagrams."""
        return legend(diagram.picture for diagram in self.diagrams)

    @property
    def marks(self) -> tuple[Superscript, ...]:
        """All evidence marks of the section."""
        components = (mark for group in self.groups for component in group.components for mark in component.marks)
        return (*self.evidence_marks, *components, *(mark for flow in self.flows for mark in flow.marks))


def architecture_view(
    book: Casebook,
    bibliography: Bibliography,
    counts: Mapping[str, Headline],
    architecture: Architecture,
    is_drawn: bool = True,
) -> ArchitectureView:
    """Return the architecture section, without diagrams unless it is drawn.

    `counts` has the figures that count components, by id.
    """
    eras = _Eras(architecture)
    names = {component.id: component.name for component in architecture.components}
    return ArchitectureView(
        eras=architecture.eras,
        diagrams=diagrams(book, architecture, counts) if is_drawn else (),
        groups=_groups(book, bibliography, counts, architecture, eras),
        flows=tuple(_flow(book, bibliography, flow, names, eras) for flow in architecture.flows),
        evidence_marks=bibliography.marks("architecture", "the components", architecture.sources),
    )


class _Eras:
    """The era numbers of parts, counted from 1; empty for parts that belong to all eras."""

    def __init__(self, architecture: Architecture) -> None:
        self._eras = architecture.eras

    def of(self, *parts: Dated) -> str:
        eras = [str(number) for number, era in enumerate(self._eras, 1) if any(part.is_in(era) for part in parts)]
        return "" if len(eras) == len(self._eras) else " ".join(eras)


def _groups(
    book: Casebook,
    bibliography: Bibliography,
    counts: Mapping[str, Headline],
    architecture: Architecture,
    eras: _Eras,
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
            tuple(_component(book, bibliography, counts, component, eras) for component in components),
        )
        for group, components in members.items()
        if components
    )


def _component(
    book: Casebook, bibliography: Bibliography, counts: Mapping[str, Headline], component: Component, eras: _Eras
) -> ComponentView:
    anchor = addresses.anchor("component", component.id)
    return ComponentView(
        anchor=anchor,
        name=component.name,
        kind=component.kind or "",
        count=counts[component.count] if component.count else None,
        apart=book.html_or_none(component.apart),
        role=book.html(component.role),
        state=book.html_or_none(component.state),
        failure=book.html_or_none(component.failure),
        in_house=component.in_house,
        technologies=tuple(book.chip("technology", name) for name in component.technologies),
        when=wording.period(component.period),
        eras=eras.of(component),
        marks=bibliography.marks(anchor, component.name, component.sources),
    )


def _flow(book: Casebook, bibliography: Bibliography, flow: Flow, names: dict[str, str], eras: _Eras) -> FlowView:
    anchor, all_eras = addresses.anchor("flow", flow.id), eras.of(*flow.steps)
    steps = ((step, eras.of(step)) for step in flow.steps)
    return FlowView(
        anchor=anchor,
        name=flow.name,
        what=book.html(flow.what),
        eras=all_eras,
        steps=tuple(step_view(book, step, names, own if own != all_eras else "") for step, own in steps),
        marks=bibliography.marks(anchor, flow.name, flow.sources),
    )
