"""A pattern: a recurring solution, with the principle behind it."""

from typing import Annotated

from pydantic import Field

from handbook.model.architecture import Component, Group, Step
from handbook.model.entry import EntryShape
from handbook.model.evidence import Citation, Evidence, Point, Source, Statement
from handbook.model.fields import MOST_CITED, Id, Name, Paragraph, PatternId, Sentence, Shape, Term


class Principle(Statement):
    """The law or idea that explains why the pattern works."""

    name: Name
    """The name of the principle: `Little's law`, `Locality of reference`."""


class Variant(Evidence):
    """A variant of the pattern."""

    id: Id
    """A short name, used in the address `#variant-<id>`."""
    name: Name
    """The name of the variant."""
    text: Sentence
    """How the variant differs."""


class WorkedExample(Shape):
    """A calculation that shows the pattern with numbers."""

    given: Paragraph
    """The situation and its numbers. Say which of them are assumed."""
    steps: tuple[Sentence, ...] = Field(min_length=1, max_length=40)
    """The steps of the calculation."""
    shows: Sentence
    """What the result shows."""
    sources: tuple[Citation, ...] = Field(default=(), max_length=MOST_CITED)
    """The sources of the numbers that are not assumed."""


class Sketch(Shape):
    """A diagram of the pattern: its components, and the steps between them."""

    groups: tuple[Group, ...] = Field(default=(), max_length=10)
    """The tiers, data centres or networks."""
    components: tuple[Component, ...] = Field(min_length=2, max_length=20)
    """The components of the diagram."""
    steps: tuple[Step, ...] = Field(min_length=1, max_length=30)
    """The steps between the components, in order."""


class RelatedPattern(Shape):
    """A related pattern, and how it is related."""

    pattern: PatternId
    """The related pattern."""
    how: Sentence
    """How the two patterns are related."""


class Pattern(EntryShape):
    """A problem, its solution, the principle behind it, and when to use or avoid it."""

    name: Name
    """The established name of the pattern."""
    family: Annotated[Id, Term("families")]
    """The family of patterns that it belongs to."""
    is_choice: bool = False
    """Whether another way to the same end is well known, so that teams decide for or against it, as with sharding."""
    what: Sentence
    """What the pattern does, in one line."""
    problem: Statement
    """The problem that the pattern solves."""
    solution: Statement
    """How the pattern solves it."""
    principle: Principle
    """The principle that explains why it works."""
    example: WorkedExample | None = None
    """A worked example with numbers."""
    sketch: Sketch | None = None
    """A diagram of the pattern."""
    variants: tuple[Variant, ...] = Field(default=(), max_length=30)
    """The variants of the pattern."""
    costs: tuple[Point, ...] = Field(min_length=1, max_length=40)
    """What the pattern costs."""
    use_when: tuple[Point, ...] = Field(min_length=1, max_length=40)
    """When to use the pattern."""
    avoid_when: tuple[Point, ...] = Field(min_length=1, max_length=40)
    """When to avoid the pattern."""
    related: tuple[RelatedPattern, ...] = Field(default=(), max_length=30)
    """Patterns that complement it, replace it or follow from it."""
    sources: tuple[Source, ...] = Field(min_length=1, max_length=150)
    """The sources of the entry."""
