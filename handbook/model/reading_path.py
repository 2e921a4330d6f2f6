"""A reading path: entries in an order that teaches something."""

from pydantic import Field

from handbook.model.entry import EntryShape
from handbook.model.fields import EntryAddress, Paragraph, Sentence, Shape, Title


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
