"""What entries of every kind have in common."""

from pydantic import Field

from handbook.model.fields import Id, Name, PartialDate, Shape


class EntryShape(Shape):
    """Names that lead to an entry besides its own."""

    also_known_as: tuple[Name, ...] = Field(default=(), max_length=20)
    """What people type into a search besides the name: abbreviations, old names, other spellings."""
    searched_as: tuple[Name, ...] = Field(default=(), max_length=20)
    """What people type who know the problem and not the name: `message broker`. Several entries may share one."""
    formerly: tuple[Id, ...] = Field(default=(), max_length=10)
    """Ids that this entry had before; their addresses become redirects."""
    reviewed: PartialDate | None = None
    """When somebody last read the entry against its sources."""

    @property
    def called(self) -> str:
        """What readers call the entry: its name, or its title where it has none."""
        return str(getattr(self, "name", None) or getattr(self, "title", ""))


class Period(Shape):
    """From when until when; a bound that is left out is open."""

    start: PartialDate | None = Field(default=None, alias="from")
    """The first year, month or day."""
    until: PartialDate | None = None
    """The last year, month or day; left out, it goes on."""

    def covers(self, date: PartialDate) -> bool:
        """Tell whether some day of `date` lies within the period."""
        after_start = self.start is None or self.start.earliest <= date.latest
        return after_start and (self.until is None or date.earliest <= self.until.latest)
