"""A technology: software or a service that others can use, or a published design."""

from typing import Annotated, Literal

from pydantic import Field

from handbook.model.entry import EntryShape
from handbook.model.evidence import Evidence, Point, Source, Statement
from handbook.model.fields import Id, Name, PartialDate, PatternId, Sentence, Shape, TechnologyId, Term, Url

Depth = Literal["full", "brief"]


class TechnologyStatus(Statement):
    """The current status of a technology."""

    state: Literal["active", "maintained", "superseded", "retired"]
    """In active development, maintained only, superseded by another technology, or retired."""
    since: PartialDate | None = None
    """The date since which this has been the state, if a source says so."""
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
    """A strength or weakness of a technology, and the versions to which it applies."""

    as_of: Validity | None = None
    """The version or date for which it holds."""
    until: Validity | None = None
    """The version or date from which it no longer holds, such as when a limit was lifted."""


class Alternative(Evidence):
    """Another technology for the same purpose, and when to choose which."""

    technology: TechnologyId
    """The other technology."""
    choose_this: Sentence
    """When to choose the technology of this entry."""
    choose_that: Sentence
    """When to choose the other one."""


class Technology(EntryShape):
    """What a technology solves, its strengths and weaknesses, and its alternatives."""

    name: Name
    """The name, as its developers write it."""
    category: Annotated[Id, Term("categories")]
    """The category of the technology."""
    what: Sentence
    """What it is and what it is used for, in one line."""
    availability: Literal[
        "open-source", "source-available", "commercial", "managed-service", "standard", "published-design"
    ]
    """How the technology is available."""
    website: Url
    """The address of its website, or of its published design."""
    licence: Name | None = None
    """The current licence, if it has one."""
    first_release: PartialDate | None = None
    """When the first version was released."""
    status: TechnologyStatus | None = None
    """The current status. Required in a full entry."""
    solves: Statement
    """The problem that it solves."""
    how_it_works: Statement | None = None
    """How it works. Required in a full entry."""
    excels: tuple[Strength, ...] = Field(default=(), max_length=40)
    """Its strengths. Required in a full entry."""
    fails: tuple[Strength, ...] = Field(default=(), max_length=40)
    """Its weaknesses and failures. Required in a full entry."""
    alternatives: tuple[Alternative, ...] = Field(default=(), max_length=20)
    """Other technologies for the same purpose. A full entry needs at least two."""
    no_alternatives: Sentence | None = None
    """Why there are fewer than two alternatives."""
    patterns: tuple[PatternId, ...] = Field(default=(), max_length=40)
    """The patterns that it supports."""
    depth: Depth
    """`full` for a technology that is central to an architecture, `brief` for all others."""
    sources: tuple[Source, ...] = Field(default=(), max_length=150)
    """The sources of the entry."""
