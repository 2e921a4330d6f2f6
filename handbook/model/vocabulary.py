"""The vocabulary: the closed lists of words that entries choose from."""

from typing import Annotated, Literal

from pydantic import Field

from handbook.model.fields import CaseStudyId, Id, Line, Name, Positive, Shape


class VocabularyTerm(Shape):
    """A word that entries may choose."""

    id: Id
    """What entries write."""
    name: Name
    """What readers see."""
    what: Line
    """One line: what it means."""


class Category(VocabularyTerm):
    """A category of technologies."""

    guide: Id | None = None
    """What stands in the address of the guide over the category, if not its id: `queues`."""


class Family(VocabularyTerm):
    """A family of patterns."""

    hue: Annotated[int, Field(ge=0, le=359)]
    """The family's colour, as a hue in degrees; it returns in chips, diagrams and charts."""


class Unit(VocabularyTerm):
    """A unit of measurement."""

    dimension: Literal["count", "time", "data", "money", "frequency", "share", "power"]
    """What it measures; figures of one dimension can be compared."""
    factor: Positive
    """How many base units it is: seconds, bytes, hertz, watts or single things."""
    symbol: Name
    """What stands behind the number: `GB`, `requests`."""
    singular: Name | None = None
    """What stands behind a one, if it differs: `request`."""


class HomePage(Shape):
    """What the home page begins with: people know which systems are well known, and no count tells it."""

    systems: tuple[CaseStudyId, ...] = Field(default=(), max_length=12)
    """Case studies of systems that most readers know by name."""
    searches: tuple[Name, ...] = Field(default=(), max_length=12)
    """Searches to try, each of a different sort."""


class HouseWord(Shape):
    """Words that the house style avoids, and what it writes instead."""

    avoid: Name
    """The words as they stand in a text, in small letters: `dear`."""
    write: Line
    """What to write: `expensive`, `costs more`."""


class Vocabulary(Shape):
    """All lists. A new word is proposed like an entry, by pull request."""

    families: tuple[Family, ...] = Field(min_length=1, max_length=30)
    """Families of patterns."""
    categories: tuple[Category, ...] = Field(min_length=1, max_length=100)
    """Categories of technologies."""
    themes: tuple[VocabularyTerm, ...] = Field(min_length=1, max_length=60)
    """Themes of lessons."""
    domains: tuple[VocabularyTerm, ...] = Field(min_length=1, max_length=60)
    """Fields that systems serve."""
    levels: tuple[VocabularyTerm, ...] = Field(min_length=1, max_length=10)
    """How much a case study asks of the reader, the easiest first."""
    measures: tuple[VocabularyTerm, ...] = Field(min_length=1, max_length=100)
    """Kinds of quantity."""
    units: tuple[Unit, ...] = Field(min_length=1, max_length=200)
    """Units."""
    house_style: tuple[HouseWord, ...] = Field(default=(), max_length=300)
    """Words to avoid; the check advises, and refuses nothing."""
    home: HomePage = HomePage()
    """What the home page begins with."""
