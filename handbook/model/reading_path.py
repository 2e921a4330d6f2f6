"""A reading path: entries in an order that teaches something."""

from typing import Annotated

from pydantic import Field, StringConstraints

from handbook.model.entry import EntryShape
from handbook.model.fields import Paragraph, Reference, Sentence, Shape, Title

EntryAddress = Annotated[
    str,
    StringConstraints(pattern=r"^[a-z]+(-[a-z]+)*:[a-z0-9]+(-[a-z0-9]+)*$", max_length=100),
    Reference("any"),
]


class Stop(Shape):
    """One stop on the way."""

    entry: EntryAddress
    """The entry, with its kind: `case-study:stack-overflow`."""
    why: Sentence
    """What to look for there, and why now."""


class ReadingPath(EntryShape):
    """Entries in order, each with the reason why it comes there."""

    title: Title
    """Its title."""
    summary: Paragraph
    """What one knows at the end."""
    stops: tuple[Stop, ...] = Field(min_length=2, max_length=50)
    """The stops, in order."""
