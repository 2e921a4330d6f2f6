"""An organisation: who built and ran a system."""

from typing import Literal

from pydantic import Field

from handbook.model.entry import EntryShape
from handbook.model.evidence import Source, Statement
from handbook.model.fields import Name, OrganisationId, PartialDate, Sentence, Url


class OrganisationStatus(Statement):
    """What has become of it."""

    state: Literal["active", "acquired", "renamed", "closed"]
    """Its state today."""
    since: PartialDate | None = None
    """Since when."""


class Organisation(EntryShape):
    """Who it is and what has become of it."""

    name: Name
    """Its name, at the time that its case studies are about."""
    what: Sentence
    """One line: what it does."""
    website: Url
    """Its home."""
    parent: OrganisationId | None = None
    """The organisation that it belongs to."""
    status: OrganisationStatus | None = None
    """What has become of it."""
    sources: tuple[Source, ...] = Field(default=(), max_length=150)
    """What the entry rests on."""
