"""A reading path: a sequence of entries on one subject."""

from pydantic import Field

from handbook.model.entry import EntryShape
from handbook.model.fields import EntryAddress, Paragraph, Sentence, Shape, Title


class Stop(Shape):
    """One stop of a reading path."""

    entry: EntryAddress
    """The entry, with its kind: `case-study:stack-overflow`."""
    why: Sentence
    """What to look for in the entry, and why it comes at this point."""


class ReadingPath(EntryShape):
    """A sequence of entries, each with the reason for its position."""

    title: Title
    """The title of the path."""
    summary: Paragraph
    """What the reader knows at the end."""
    stops: tuple[Stop, ...] = Field(min_length=2, max_length=50)
    """The stops, in order."""
