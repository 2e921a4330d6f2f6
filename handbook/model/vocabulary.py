"""The vocabulary: the lists of terms that entries may use."""

from typing import Annotated, Literal

from pydantic import Field

from handbook.model.fields import CaseStudyId, EntryAddress, Id, Line, Name, Positive, Shape, Title, Url


class VocabularyTerm(Shape):
    """A term that entries may use."""

    id: Id
    """The id that entries write."""
    name: Name
    """The name that readers see."""
    what: Line
    """What it means, in one line."""
    also_known_as: tuple[Name, ...] = Field(default=(), max_length=20)
    """Other words that people write for it: `sec`, `secs`. The check suggests the term for them."""


class Category(VocabularyTerm):
    """A category of technologies."""

    guide: Id | None = None
    """The last part of the address of the category's guide, if it differs from the id: `queues`."""


class Family(VocabularyTerm):
    """A family of patterns."""

    hue: Annotated[int, Field(ge=0, le=359)]
    """The colour of the family in chips, diagrams and charts, as a hue in degrees."""


Dimension = Literal["count", "time", "data", "money", "frequency", "share", "power"]


class Measure(VocabularyTerm):
    """A kind of quantity."""

    dimensions: tuple[Dimension, ...] = Field(default=(), max_length=7)
    """What its units can measure: latency is a time. Omit it if its figures have units of every kind."""


class Unit(VocabularyTerm):
    """A unit of measurement."""

    dimension: Dimension
    """What the unit measures. Figures of the same dimension can be compared."""
    factor: Positive
    """The size in base units: seconds, bytes, hertz, watts or single items."""
    symbol: Name
    """The text after a number: `GB`, `requests`."""
    singular: Name | None = None
    """The text after the number 1, if it differs: `request`."""


class HomePage(Shape):
    """The systems and searches that the home page shows first, chosen by hand."""

    systems: tuple[CaseStudyId, ...] = Field(default=(), max_length=12)
    """Case studies of systems that most readers know by name."""
    searches: tuple[Name, ...] = Field(default=(), max_length=12)
    """Example searches, each of a different kind."""


class HouseWord(Shape):
    """A word or phrase that the house style avoids, and its replacement."""

    avoid: Name
    """The words in lower case, as they appear in a text: `dear`."""
    write: Line
    """What to write: `expensive`, `costs more`."""


class TermSource(Shape):
    """An external explanation of a term."""

    title: Title
    """The title of the page or paper."""
    url: Url
    """The address of the page or paper."""


class GlossaryTerm(Shape):
    """A technical term: what it means, and where it is explained."""

    id: Id
    """A short name, used in the address `/glossary/#term-<id>`."""
    name: Name
    """The term as texts write it, in the singular: `write-ahead log`."""
    also_known_as: tuple[Name, ...] = Field(default=(), max_length=20)
    """Other names and forms: `WAL`, `commit log`. Omit regular plurals in `s`."""
    what: Line
    """What it means, in one sentence."""
    see: EntryAddress | None = None
    """The pattern or technology that explains it, with its kind: `pattern:sharding`."""
    source: TermSource | None = None
    """An external explanation, if no entry explains it."""
    instead_of: tuple[Name, ...] = Field(default=(), alias="not", max_length=20)
    """Paraphrases of the term. The checks advise to write the term instead."""


class WantedSystem(Shape):
    """A system without a case study, about which enough has been published to write one."""

    id: Id
    """The id that its case study would have."""
    name: Name
    """The name of the system."""
    why: Line
    """What readers would learn from it."""
    start: tuple[TermSource, ...] = Field(min_length=1, max_length=10)
    """Sources to begin with."""


class Vocabulary(Shape):
    """All lists of terms. Propose a new term like an entry, in a pull request."""

    families: tuple[Family, ...] = Field(min_length=1, max_length=30)
    """The families of patterns."""
    categories: tuple[Category, ...] = Field(min_length=1, max_length=100)
    """The categories of technologies."""
    themes: tuple[VocabularyTerm, ...] = Field(min_length=1, max_length=60)
    """The themes of lessons."""
    domains: tuple[VocabularyTerm, ...] = Field(min_length=1, max_length=60)
    """The fields that systems serve."""
    levels: tuple[VocabularyTerm, ...] = Field(min_length=1, max_length=10)
    """The levels of difficulty of case studies, the easiest first."""
    measures: tuple[Measure, ...] = Field(min_length=1, max_length=100)
    """The kinds of quantity."""
    units: tuple[Unit, ...] = Field(min_length=1, max_length=200)
    """The units of measurement."""
    house_style: tuple[HouseWord, ...] = Field(default=(), max_length=300)
    """Words to avoid. The checks advise against them, but do not fail."""
    glossary: tuple[GlossaryTerm, ...] = Field(default=(), max_length=1000)
    """The technical terms, each explained in one sentence."""
    wanted: tuple[WantedSystem, ...] = Field(default=(), max_length=200)
    """Systems for which the work list asks."""
    home: HomePage = HomePage()
    """The systems and searches that the home page shows first."""
