"""Checks of architectures: eras, components and flows are consistent."""

from collections.abc import Iterator

from handbook.library import Library
from handbook.model.architecture import Architecture, Component, Era, Step
from handbook.model.structure import parts
from handbook.problem import Finding, of_one_entry


@of_one_entry
def component_in_no_era(library: Library) -> Iterator[Finding]:
    """A component belongs to none of the eras, so no diagram shows it."""
    for entry in library.case_studies.values():
        architecture = entry.data.architecture
        for number, component in enumerate(architecture.components):
            period = component.period
            if architecture.eras and period and not any(period.covers(era.as_of) for era in architecture.eras):
                message = f"`{component.id}` belongs to no era; correct its `period` or the `as_of` of an era"
                yield entry.finding(("architecture", "components", number), message)


@of_one_entry
def era_without_component(library: Library) -> Iterator[Finding]:
    """No component existed in an era, so its diagram would be empty."""
    for entry in library.case_studies.values():
        architecture = entry.data.architecture
        for number, era in enumerate(architecture.eras):
            if not any(component.is_in(era) for component in architecture.components):
                message = f"no component existed in {era.as_of}, the era `{era.id}`; correct its `as_of` or a `period`"
                yield entry.finding(("architecture", "eras", number), message)


@of_one_entry
def component_without_flow(library: Library) -> Iterator[Finding]:
    """No flow touches a component in one of its eras, and `apart` does not give a reason."""
    for entry in library.case_studies.values():
        if _leads_nowhere(entry.data.architecture):
            continue
        for number, component in enumerate(entry.data.architecture.components):
            alone = _eras_alone(entry.data.architecture, component)
            if alone and not component.apart:
                names = " and ".join(f"`{era.id}`" for era in alone if era)
                where = f" in the era{'s' if len(alone) > 1 else ''} {names}" if names else ""
                message = f"no flow touches `{component.id}`{where}; add a step, or give the reason in `apart`"
                yield entry.finding(("architecture", "components", number), message)


def _leads_nowhere(architecture: Architecture) -> bool:
    """Return whether a step names a component that does not exist, which another check reports."""
    names = {component.id for component in architecture.components}
    return any(not {step.start, step.to} <= names for flow in architecture.flows for step in flow.steps)


def _eras_alone(architecture: Architecture, component: Component) -> list[Era | None]:
    """Return the eras in which no step touches the component, or None in place of an era if there are no eras."""
    steps = [step for flow in architecture.flows for step in flow.steps if component.id in (step.start, step.to)]
    eras = [era for era in architecture.eras or (None,) if era is None or component.is_in(era)]
    return [era for era in eras if not any(era is None or step.is_in(era) for step in steps)]


def technology_not_listed(library: Library) -> Iterator[Finding]:
    """A component has a technology that the `technologies` of the case study do not list."""
    for entry in library.case_studies.values():
        listed, exist = {use.technology for use in entry.data.technologies}, library.ids["technology"]
        if not listed <= exist:  # another check reports the misspelt one, which may be the one that is lacking
            continue
        for number, component in enumerate(entry.data.architecture.components):
            for place, name in enumerate(component.technologies):
                if name in exist - listed:
                    message = (
                        f"the `technologies` of this entry do not list `{name}`; add it there with its role and source"
                    )
                    yield entry.finding(("architecture", "components", number, "technologies", place), message)


@of_one_entry
def step_between_eras(library: Library) -> Iterator[Finding]:
    """A step starts or ends at a component that did not exist in the step's era."""
    for entry in library.case_studies.values():
        for steps, step in parts(entry.data, Step):
            for end, era in _absent(entry.data.architecture, step):
                message = f"`{end}` does not exist in the era `{era}`, but this step does; give the step a `period`"
                yield entry.finding(steps, message)


def _absent(architecture: Architecture, step: Step) -> Iterator[tuple[str, str]]:
    """Yield each end of the step that does not exist in an era of the step, with that era."""
    components = {component.id: component for component in architecture.components}
    for era in architecture.eras:
        for end in (step.start, step.to):
            if step.is_in(era) and end in components and not components[end].is_in(era):
                yield end, era.id
