"""The architecture of a system: its parts, and the paths that a request takes through them."""

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
"""How many eras a page can show: `docs/assets/css/case-study.css` has a rule for each."""


class Group(Shape):
    """A frame around components: a tier, a data centre, a network."""

    id: Id
    """Short name by which components refer to it."""
    name: Name
    """Its name."""


class Era(Shape):
    """A time at which the system was described. A component belongs to it if its period covers the date."""

    id: Id
    """Short name."""
    name: Name
    """What the reader chooses: `2016, one data centre and a standby`."""
    as_of: PartialDate
    """The date that the description is true of."""


class Dated(Shape):
    """Something that was part of the system for a time."""

    period: Period | None = None
    """When it was part of the system; left out, in every era."""

    def is_in(self, era: Era) -> bool:
        """Tell whether it was there in `era`."""
        return self.period is None or self.period.covers(era.as_of)


class Component(Dated):
    """A part of the system: a service, a store, a tier."""

    id: Id
    """Its address on the page is `#component-<id>`."""
    name: Name
    """What the builders call it."""
    kind: ComponentKind
    """What sort of part it is: who asks, what works, what keeps data, what passes it on, or what others run."""
    count: FigureId | None = None
    """The figure that counts how many of it there are."""
    group: GroupId | None = None
    """The group that it stands in."""
    technologies: tuple[TechnologyId, ...] = Field(default=(), max_length=12)
    """What it is made of, if others could take that too."""
    role: Sentence
    """What it does."""
    state: Sentence | None = None
    """What it keeps, and where; left out, it keeps nothing that must last."""
    failure: Sentence | None = None
    """What happens when it fails, where a source says so."""
    in_house: bool = False
    """True for a service that only this organisation runs."""
    apart: Sentence | None = None
    """Why no flow touches it in an era; asked for where none does."""
    sources: tuple[Citation, ...] = Field(default=(), max_length=MOST_CITED)
    """The sources that describe it, if not those of the architecture."""


class Step(Dated):
    """One step of a flow, from a component to another (or to itself)."""

    start: ComponentId = Field(alias="from")
    """The component that acts."""
    to: ComponentId
    """The component that receives."""
    mode: Literal["sync", "async", "batch", "stream"]
    """How: `sync` waits for the answer, `async` does not, `batch` moves data in bulk, `stream` flows continuously."""
    carries: Name
    """What is passed: `tweet id, 8 bytes`."""
    text: Sentence
    """What happens, in words."""


class Flow(Shape):
    """A path through the system: the write path, the read path."""

    id: Id
    """Its address on the page is `#flow-<id>`."""
    name: Name
    """Its name: `Write path`."""
    what: Sentence
    """What it is for."""
    steps: tuple[Step, ...] = Field(min_length=1, max_length=60)
    """The steps, in order."""
    sources: tuple[Citation, ...] = Field(min_length=1, max_length=MOST_CITED)
    """The sources that describe it, each with the place."""


class Architecture(Shape):
    """How the system is put together."""

    sources: tuple[Citation, ...] = Field(min_length=1, max_length=MOST_CITED)
    """The sources that describe the components."""
    eras: tuple[Era, ...] = Field(default=(), max_length=MAX_ERAS)
    """The times at which it was described, if more than one."""
    groups: tuple[Group, ...] = Field(default=(), max_length=20)
    """The tiers or places."""
    components: tuple[Component, ...] = Field(min_length=1, max_length=60)
    """The parts."""
    flows: tuple[Flow, ...] = Field(default=(), max_length=20)
    """The paths through them."""
