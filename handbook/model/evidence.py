"""Evidence: sources, citations, and the claims that they support."""

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
    """A text, talk or video that supports claims. Always cite the original."""

    id: Id
    """A short name, which citations use: `craver-2016`."""
    title: Title
    """The title, as printed."""
    url: Url
    """The address of the original, even if you read it elsewhere."""
    archived: Url | None = None
    """The address of an archived copy."""
    kind: SourceKind
    """The kind of source."""
    publisher: Name
    """The publisher: a blog, a conference, a journal."""
    authors: tuple[Name, ...] = Field(default=(), max_length=60)
    """The authors or speakers."""
    date: PartialDate | None = None
    """When it was published. Omit it if the source has no date."""
    primary: bool
    """True if its authors built the system (or make the technology)."""
    language: Language = "en"
    """The language of the original, as an IETF tag: `en`, `zh`."""
    read: HowRead
    """How much of it was read, and in which form. A source that was not read (`none`) cannot support a claim."""
    checked: PartialDate | None = None
    """When somebody last opened the source and found in it what the entry cites."""
    read_via: Sentence | None = None
    """Where it was read, if not at its address: a translation, a copy, an archive."""
    text_of: SourceId | None = None
    """The talk or video of which this source is the text."""
    note: Sentence | None = None
    """What a reader should know about it: corrections, bias, omissions."""


class Citation(Shape):
    """A source, and the place in it."""

    id: SourceId
    """The id of a source of this entry."""
    at: Name | None = None
    """The place: section, page, table, slide or minute."""


class Evidence(Shape):
    """The sources of a claim, and whether they state it or imply it."""

    sources: tuple[Citation, ...] = Field(min_length=1, max_length=MOST_CITED)
    """The sources that support the claim, each with the place."""
    basis: Literal["stated", "inferred"] = "stated"
    """Whether the sources state the claim, or we infer it from what they state."""
    inferred_from: Sentence | None = None
    """How the claim was inferred. Required if the basis is `inferred`."""


class Dispute(Shape):
    """A contradiction by another source."""

    says: Sentence | None = None
    """What the other source says, in our words. Give either this or `value`."""
    value: Number | None = None
    """The number that the other source gives, in the unit of the figure."""
    sources: tuple[Citation, ...] = Field(min_length=1, max_length=MOST_CITED)
    """The sources that contradict the claim."""
    why_not: Sentence
    """Why we prefer the claim to this contradiction."""


class Claim(Evidence):
    """A claim with its evidence and any sources that contradict it."""

    disputed: tuple[Dispute, ...] = Field(default=(), max_length=10)
    """Contradictions by other sources."""


class Statement(Evidence):
    """A paragraph with its evidence."""

    text: Paragraph
    """The statement, in our words."""


class Point(Evidence):
    """One point of a list, with its own address."""

    id: Id
    """A short name, used in the address of the point. Keep it when the wording changes."""
    text: Sentence
    """The point, in our words."""
