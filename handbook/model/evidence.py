"""Evidence: sources, the places in them, and the claims that rest on them."""

from typing import Literal

from pydantic import Field

from handbook.model.fields import (
    MOST_CITED,
    Id,
    Language,
    Name,
    Number,
    Paragraph,
    PartialDate,
    Sentence,
    Shape,
    SourceId,
    Title,
    Url,
)

SourceKind = Literal[
    "article", "talk", "video", "podcast", "paper", "book", "engineering-blog", "interview", "docs", "code", "q-and-a",
    "press-release", "filing",
]  # fmt: skip
HowRead = Literal["full", "part", "abstract", "transcript", "translation", "none"]


class Source(Shape):
    """A text, a talk or a video that claims rest on, cited as the original that it is."""

    id: Id
    """Short name by which claims cite it: `craver-2016`."""
    title: Title
    """Its title, as printed."""
    url: Url
    """Where the original stands, even if it was read elsewhere."""
    archived: Url | None = None
    """Address of an archived copy."""
    kind: SourceKind
    """What it is."""
    publisher: Name
    """Who published it: a blog, a conference, a journal."""
    authors: tuple[Name, ...] = Field(default=(), max_length=60)
    """Who wrote or said it."""
    date: PartialDate | None = None
    """When it was published; left out where it bears no date."""
    primary: bool
    """True where it was written or spoken by people who built the system (or make the technology)."""
    language: Language = "en"
    """Language of the original, as an IETF tag: `en`, `zh`."""
    read: HowRead
    """How much of it was read, and in which form. What was not read (`none`) supports no claim."""
    read_via: Sentence | None = None
    """Where or through what it was read, if not at its address: a translation, a copy, an archive."""
    text_of: SourceId | None = None
    """The source that this one is a text of: the video that an article writes up."""
    note: Sentence | None = None
    """What a reader should know of it: corrections, bias, what it leaves out."""


class Citation(Shape):
    """One source, and the place in it."""

    id: SourceId
    """Id of one of the sources of this entry."""
    at: Name | None = None
    """The place: section, page, table, slide or minute."""


class Evidence(Shape):
    """What a claim rests on."""

    sources: tuple[Citation, ...] = Field(min_length=1, max_length=MOST_CITED)
    """The sources that say so, each with the place."""
    basis: Literal["stated", "inferred"] = "stated"
    """Whether the source states it, or we infer it from what it states."""
    inferred_from: Sentence | None = None
    """How it was inferred; asked for where the basis is `inferred`."""


class Dispute(Shape):
    """What another source says instead."""

    says: Sentence | None = None
    """What it says, in our words. Give either this or `value`."""
    value: Number | None = None
    """The number that it gives, in the unit of the figure."""
    sources: tuple[Citation, ...] = Field(min_length=1, max_length=MOST_CITED)
    """Who says so."""
    why_not: Sentence
    """Why the other one is shown first."""


class Claim(Evidence):
    """A statement about a system: it has evidence, and may be disputed."""

    disputed: tuple[Dispute, ...] = Field(default=(), max_length=10)
    """What other sources say instead."""


class Statement(Evidence):
    """A paragraph with its evidence."""

    text: Paragraph
    """The statement, in our words."""


class Point(Evidence):
    """One point of a list, with an address of its own."""

    id: Id
    """Its address on the page; keep it when the wording changes."""
    text: Sentence
    """The point, in our words."""
