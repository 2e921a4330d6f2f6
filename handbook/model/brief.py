"""The brief of a case study: what a reader takes away in a minute."""

from pydantic import Field

from handbook.model.fields import ClaimAddress, FigureId, LessonId, Sentence, Shape


class BriefSentence(Shape):
    """One sentence, and the claims of the same entry that it rests on."""

    text: Sentence
    """The sentence."""
    claims: tuple[ClaimAddress, ...] = Field(min_length=1, max_length=20)
    """The claims that it rests on, each with its kind: `decision:sharding`."""


class Brief(Shape):
    """Problem, idea, cost and outcome in a sentence each, the number that tells the scale, and three lessons."""

    problem: BriefSentence
    """What the system had to solve."""
    idea: BriefSentence
    """The idea that solved it."""
    cost: BriefSentence
    """What was paid for it."""
    outcome: BriefSentence
    """What became of it."""
    number: FigureId
    """The figure that tells the scale."""
    takeaways: tuple[LessonId, ...] = Field(min_length=3, max_length=3)
    """The three lessons to remember."""
