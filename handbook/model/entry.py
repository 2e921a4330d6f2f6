"""The fields that all kinds of entry share."""

from typing import Literal

from pydantic import Field

from handbook.model.fields import Id, Name, PartialDate, Sentence, Shape

TaskName = Literal[
    "place", "scope", "status-date", "primary-source", "archive", "strengths", "flow", "reading", "depth", "use",
    "other-side", "review",
]  # fmt: skip


class Attempt(Shape):
    """A task of the work list that somebody tried without success, so that others need not repeat it."""

    task: TaskName
    """The task, as the work list calls it."""
    date: PartialDate
    """When somebody tried it."""
    what: Sentence
    """What was looked for: `the scope of the figure requests`."""
    looked_in: Sentence
    """Where it was looked for."""
    found: Sentence | None = None
    """What was found instead, if it may help others."""


class EntryShape(Shape):
    """The fields of every entry: alternative names, former ids, and when it was added and last reviewed."""

    also_known_as: tuple[Name, ...] = Field(default=(), max_length=20)
    """Other names that people search for: abbreviations, old names, other spellings."""
    searched_as: tuple[Name, ...] = Field(default=(), max_length=20)
    """Searches by people who know the problem but not the name: `message broker`. Several entries may share one."""
    formerly: tuple[Id, ...] = Field(default=(), max_length=10)
    """Former ids of this entry, the oldest first. Their addresses redirect to it."""
    added: PartialDate | None = None
    """When the entry was first published here. Feeds list the entry on this date."""
    reviewed: PartialDate | None = None
    """When the entry was last checked against its sources."""
    draft: bool = False
    """True while you write the entry: `make serve` shows it, and `make build` leaves it out."""
    attempts: tuple[Attempt, ...] = Field(default=(), max_length=40)
    """Tasks of the work list that were tried without success. Remove an attempt when its task is done."""

    @property
    def names(self) -> tuple[str, ...]:
        """All names of the entry: its display name, other names, and former ids."""
        return (self.called, *self.also_known_as, *self.formerly)

    @property
    def called(self) -> str:
        """The display name: the name, or the title if there is none."""
        return str(getattr(self, "name", None) or getattr(self, "title", ""))


class Period(Shape):
    """A period of time. Omit a bound to leave it open."""

    start: PartialDate | None = Field(default=None, alias="from")
    """The first year, month or day."""
    until: PartialDate | None = None
    """The last year, month or day. Omit it if the period has not ended."""

    def covers(self, date: PartialDate) -> bool:
        """Return whether `date` overlaps the period."""
        after_start = self.start is None or self.start.earliest <= date.latest
        return after_start and (self.until is None or date.earliest <= self.until.latest)
