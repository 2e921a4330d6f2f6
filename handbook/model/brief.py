"""The brief of a case study, a summary that takes a minute to read, and its self-test questions."""

from pydantic import Field

from handbook.model.fields import ClaimAddress, FigureId, Id, LessonId, Paragraph, Sentence, Shape


class BriefSentence(Shape):
    """One sentence of the brief, with the claims of the same entry that support it."""

    text: Sentence
    """The sentence."""
    claims: tuple[ClaimAddress, ...] = Field(min_length=1, max_length=20)
    """The claims that support it, each with its kind: `decision:sharding`."""


class Brief(Shape):
    """The problem, idea, cost and outcome in one sentence each, the figure that shows the scale, and three lessons."""

    problem: BriefSentence
    """The problem that the system had to solve."""
    idea: BriefSentence
    """The idea that solved it."""
    cost: BriefSentence
    """What the solution cost: money, complexity, limits."""
    outcome: BriefSentence
    """The result: how the system performed, and what happened to it later."""
    number: FigureId
    """The figure that shows the scale."""
    takeaways: tuple[LessonId, ...] = Field(min_length=3, max_length=3)
    """The three lessons to remember."""


class Question(Shape):
    """A self-test question."""

    id: Id
    """A short name, used in the address `#question-<id>`."""
    question: Sentence
    """A question that makes the reader apply what the page explains."""
    answer: Paragraph
    """An answer that the page supports."""
    about: tuple[ClaimAddress, ...] = Field(default=(), max_length=20)
    """The claims that answer it: `decision:sharding`."""
