"""A pattern: a solution that recurs, tied to the theory behind it."""

from typing import Annotated

from pydantic import Field

from handbook.model.architecture import Component, Group, Step
from handbook.model.entry import EntryShape
from handbook.model.evidence import Citation, Evidence, Point, Source, Statement
from handbook.model.fields import MOST_CITED, Id, Name, Paragraph, PatternId, Sentence, Shape, Term


class Principle(Statement):
    """The law or idea that explains why the pattern works."""

    name: Name
    """Its name: `Little's law`, `Locality of reference`."""


class Variant(Evidence):
    """A form that the pattern takes."""

    id: Id
    """Its address on the page is `#variant-<id>`."""
    name: Name
    """Its name."""
    text: Sentence
    """How it differs."""


class WorkedExample(Shape):
    """The pattern calculated through with numbers."""

    given: Paragraph
    """The situation and its numbers; say where they are assumed."""
    steps: tuple[Sentence, ...] = Field(min_length=1, max_length=40)
    """The calculation, a step a line."""
    shows: Sentence
    """What the result tells."""
    sources: tuple[Citation, ...] = Field(default=(), max_length=MOST_CITED)
    """The sources of numbers that are not assumed."""


class Sketch(Shape):
    """The pattern as a drawing: its parts, and the way through them."""

    groups: tuple[Group, ...] = Field(default=(), max_length=10)
    """The tiers or places."""
    components: tuple[Component, ...] = Field(min_length=2, max_length=20)
    """The parts."""
    steps: tuple[Step, ...] = Field(min_length=1, max_length=30)
    """The way through them, in order."""


class RelatedPattern(Shape):
    """Another pattern, and how the two hang together."""

    pattern: PatternId
    """The other pattern."""
    how: Sentence
    """What they have to do with each other."""


class Pattern(EntryShape):
    """The problem, the solution, the principle behind it, and when not to use it."""

    name: Name
    """Its name in the field."""
    family: Annotated[Id, Term("families")]
    """The family that it belongs to."""
    what: Sentence
    """One line: what it does."""
    problem: Statement
    """The problem that it solves."""
    solution: Statement
    """How."""
    principle: Principle
    """The theory behind it."""
    example: WorkedExample | None = None
    """A worked example with numbers."""
    sketch: Sketch | None = None
    """A drawing of it."""
    variants: tuple[Variant, ...] = Field(default=(), max_length=30)
    """The forms that it takes."""
    costs: tuple[Point, ...] = Field(min_length=1, max_length=40)
    """What one pays for it."""
    use_when: tuple[Point, ...] = Field(min_length=1, max_length=40)
    """When to use it."""
    avoid_when: tuple[Point, ...] = Field(min_length=1, max_length=40)
    """When not to."""
    related: tuple[RelatedPattern, ...] = Field(default=(), max_length=30)
    """Patterns that go with it, replace it or follow from it."""
    sources: tuple[Source, ...] = Field(min_length=1, max_length=150)
    """What the entry rests on."""
