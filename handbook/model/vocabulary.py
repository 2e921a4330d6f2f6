"""The vocabulary: the closed lists of words that entries choose from."""

from typing import Annotated, Literal

from pydantic import Field

from handbook.model.fields import CaseStudyId, EntryAddress, Id, Line, Name, Positive, Shape, Title, Url


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


class TermSource(Shape):
    """Where a term is explained that no entry explains."""

    title: Title
    """What the page or paper is called."""
    url: Url
    """Its address."""


class GlossaryTerm(Shape):
    """A term of the field: what it means, and where it is explained."""

    id: Id
    """Its address is `/glossary/#term-<id>`."""
    name: Name
    """The term as texts write it, in the singular: `write-ahead log`."""
    also_known_as: tuple[Name, ...] = Field(default=(), max_length=20)
    """Other names and forms: `WAL`, `commit log`. A plural in `s` needs no mention."""
    what: Line
    """What it means, in one sentence."""
    see: EntryAddress | None = None
    """The pattern or technology that explains it, with its kind: `pattern:sharding`."""
    source: TermSource | None = None
    """Where it is explained, if no entry does."""
    instead_of: tuple[Name, ...] = Field(default=(), alias="not", max_length=20)
    """Paraphrases that keep readers from finding the term; the check advises to write the term."""


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
    glossary: tuple[GlossaryTerm, ...] = Field(default=(), max_length=1000)
    """Terms of the field, each in one sentence."""
    home: HomePage = HomePage()
    """What the home page begins with."""
