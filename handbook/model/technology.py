"""A technology: something that others could take, or that has a public design."""

from typing import Annotated, Literal

from pydantic import Field

from handbook.model.entry import EntryShape
from handbook.model.evidence import Evidence, Point, Source, Statement
from handbook.model.fields import Id, Name, PartialDate, PatternId, Sentence, Shape, TechnologyId, Term, Url

Depth = Literal["full", "brief"]


class TechnologyStatus(Statement):
    """What has become of it."""

    state: Literal["active", "maintained", "superseded", "retired"]
    """In development, kept alive, replaced by something else, or at its end."""
    since: PartialDate | None = None
    """Since when, where a source tells."""
    release: Name | None = None
    """The current release: `8.2.1`."""
    checked: PartialDate | None = None
    """When the current release was looked up."""


class Validity(Shape):
    """A version, a date, or both."""

    version: Name | None = None
    """The version, in quotes: `"3.0"`."""
    date: PartialDate | None = None
    """The date."""


class Strength(Point):
    """Where a technology excels or fails, and what that is true of."""

    as_of: Validity | None = None
    """The version or the date that it is true of."""
    until: Validity | None = None
    """The version or the date with which it ceased to be true: when a limit was lifted."""


class Alternative(Evidence):
    """Another technology for the same job, and when to choose which."""

    technology: TechnologyId
    """The other technology."""
    choose_this: Sentence
    """When to choose the technology of this entry."""
    choose_that: Sentence
    """When to choose the other one."""


class Technology(EntryShape):
    """What it solves, where it excels, where it fails, and what else there is."""

    name: Name
    """Its name, as its makers write it."""
    category: Annotated[Id, Term("categories")]
    """What it is."""
    what: Sentence
    """One line: what it is and what it is for."""
    availability: Literal[
        "open-source", "source-available", "commercial", "managed-service", "standard", "published-design"
    ]
    """How one gets it."""
    website: Url
    """Its home, or where its design was published."""
    licence: Name | None = None
    """Its licence today, if it has one."""
    first_release: PartialDate | None = None
    """When the first version came out."""
    status: TechnologyStatus | None = None
    """What has become of it; asked for in a full entry."""
    solves: Statement
    """The problem that it solves."""
    how_it_works: Statement | None = None
    """How it does so; asked for in a full entry."""
    excels: tuple[Strength, ...] = Field(default=(), max_length=40)
    """Where it is strong; asked for in a full entry."""
    fails: tuple[Strength, ...] = Field(default=(), max_length=40)
    """Where it is weak or breaks; asked for in a full entry."""
    alternatives: tuple[Alternative, ...] = Field(default=(), max_length=20)
    """What else does the job, and when to choose which; two or more in a full entry."""
    no_alternatives: Sentence | None = None
    """Why there are fewer than two."""
    patterns: tuple[PatternId, ...] = Field(default=(), max_length=40)
    """The patterns that it serves."""
    depth: Depth
    """`full` for what bears an architecture, `brief` for the rest."""
    sources: tuple[Source, ...] = Field(default=(), max_length=150)
    """What the entry rests on."""
