"""The architecture: every part of it takes part, in every era that it belongs to."""

from collections.abc import Iterator
from datetime import date

from handbook.library import Library
from handbook.problem import Problem


def component_in_no_era(library: Library, today: date) -> Iterator[Problem]:
    """A component belongs to none of the eras, so no reader would ever see it."""
    for entry in library.case_studies.values():
        architecture = entry.data.architecture
        for number, component in enumerate(architecture.components):
            period = component.period
            if architecture.eras and period and not any(period.covers(era.as_of) for era in architecture.eras):
                message = f"`{component.id}` is part of no era; correct its `period` or the `as_of` of an era"
                yield entry.problem(("architecture", "components", number), message, "component-in-no-era")


def step_between_eras(library: Library, today: date) -> Iterator[Problem]:
    """A step leads to a component that was not there in the step's era."""
    for entry in library.case_studies.values():
        architecture = entry.data.architecture
        components = {component.id: component for component in architecture.components}
        for f, flow in enumerate(architecture.flows):
            for s, step in enumerate(flow.steps):
                for era in architecture.eras:
                    absent = [
                        end
                        for end in (step.start, step.to)
                        if end in components and not components[end].is_in(era) and step.is_in(era)
                    ]
                    for end in absent:
                        message = (
                            f"`{end}` is not there in the era `{era.id}`, and this step is; give the step a `period`"
                        )
                        steps = ("architecture", "flows", f, "steps", s)
                        yield entry.problem(steps, message, "step-between-eras")
