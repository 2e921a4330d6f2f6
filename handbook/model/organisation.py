"""An organisation that built or ran a system."""

from typing import Literal

from pydantic import Field

from handbook.model.entry import EntryShape
from handbook.model.evidence import Source, Statement
from handbook.model.fields import Name, OrganisationId, PartialDate, Sentence, Url


class OrganisationStatus(Statement):
    """The current status of an organisation."""

    state: Literal["active", "acquired", "renamed", "closed"]
    """The current state."""
    since: PartialDate | None = None
    """The date since which this has been the state."""


class Organisation(EntryShape):
    """An organisation, and its current status."""

    name: Name
    """The name of the organisation in the period of its case studies."""
    what: Sentence
    """What the organisation does, in one line."""
    website: Url
    """The address of its website."""
    parent: OrganisationId | None = None
    """The parent organisation."""
    status: OrganisationStatus | None = None
    """The current status."""
    sources: tuple[Source, ...] = Field(default=(), max_length=150)
    """The sources of the entry."""
