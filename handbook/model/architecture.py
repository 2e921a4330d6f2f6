"""The architecture of a system: its components, and the flows of requests and data between them."""

from typing import Literal

from pydantic import Field

from handbook.model.entry import Period
from handbook.model.evidence import Citation
from handbook.model.fields import (
    MOST_CITED,
    ComponentId,
    FigureId,
    GroupId,
    Id,
    Name,
    PartialDate,
    Sentence,
    Shape,
    TechnologyId,
)

ComponentKind = Literal["client", "service", "store", "cache", "queue", "proxy", "job", "external"]
MAX_ERAS = 6
"""The maximum number of eras on a page: `docs/assets/css/case-study.css` has a rule for each."""


class Group(Shape):
    """A group of components: a tier, a data centre, a network."""

    id: Id
    """A short name, which components give as their `group`."""
    name: Name
    """The name of the group."""


class Era(Shape):
    """A date at which the system is described. A component belongs to the era if its period covers that date."""

    id: Id
    """A short name."""
    name: Name
    """The label that the reader selects: `2016, one data centre and a standby`."""
    as_of: PartialDate
    """The date for which the description holds."""


class Dated(Shape):
    """A part of the architecture that may have existed for a limited time."""

    period: Period | None = None
    """When it was part of the system. If omitted, it belongs to every era."""

    def is_in(self, era: Era) -> bool:
        """Return whether this part existed in `era`."""
        return self.period is None or self.period.covers(era.as_of)


class Component(Dated):
    """A component of the system: a service, a store, a tier."""

    id: Id
    """A short name, used in the address `#component-<id>`."""
    name: Name
    """The name that the team who built it uses."""
    kind: ComponentKind
    """The kind of component. Use `external` for what another organisation runs."""
    count: FigureId | None = None
    """The figure that gives the number of instances."""
    group: GroupId | None = None
    """The group that contains it."""
    technologies: tuple[TechnologyId, ...] = Field(default=(), max_length=12)
    """The technologies that it is built with, if others could use them too."""
    role: Sentence
    """What it does."""
    state: Sentence | None = None
    """The durable state that it holds, and where. Omit it if there is none."""
    failure: Sentence | None = None
    """What happens when it fails, if a source says so."""
    in_house: bool = False
    """True if only this organisation runs the service."""
    apart: Sentence | None = None
    """Why no flow touches it in an era. Required if that is the case."""
    sources: tuple[Citation, ...] = Field(default=(), max_length=MOST_CITED)
    """The sources that describe it, if they differ from those of the architecture."""


class Step(Dated):
    """One step of a flow, from one component to another (or to itself)."""

    start: ComponentId = Field(alias="from")
    """The component that starts the step."""
    to: ComponentId
    """The component that receives."""
    mode: Literal["sync", "async", "batch", "stream"]
    """`sync` waits for the response, `async` does not, `batch` moves data in bulk, `stream` moves it continuously."""
    carries: Name
    """What is sent: `tweet id, 8 bytes`."""
    text: Sentence
    """What happens in this step."""


class Flow(Shape):
    """A path through the system: the write path, the read path."""

    id: Id
    """A short name, used in the address `#flow-<id>`."""
    name: Name
    """The name of the flow: `Write path`."""
    what: Sentence
    """The purpose of the flow."""
    steps: tuple[Step, ...] = Field(min_length=1, max_length=60)
    """The steps, in order."""
    sources: tuple[Citation, ...] = Field(min_length=1, max_length=MOST_CITED)
    """The sources that describe the flow, each with the place."""


class Architecture(Shape):
    """The components of the system, and the flows between them."""

    sources: tuple[Citation, ...] = Field(min_length=1, max_length=MOST_CITED)
    """The sources that describe the components."""
    eras: tuple[Era, ...] = Field(default=(), max_length=MAX_ERAS)
    """The dates at which the system is described, if there are several."""
    groups: tuple[Group, ...] = Field(default=(), max_length=20)
    """The tiers, data centres or networks."""
    components: tuple[Component, ...] = Field(min_length=1, max_length=60)
    """The components of the system."""
    flows: tuple[Flow, ...] = Field(default=(), max_length=20)
    """The flows between the components."""
