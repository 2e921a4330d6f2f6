"""A case study: one real system, annotated."""

from typing import Annotated, Literal

from pydantic import Field

from handbook.model.architecture import Architecture
from handbook.model.brief import Brief
from handbook.model.entry import EntryShape, Period
from handbook.model.evidence import Claim, Source
from handbook.model.fields import (
    CaseStudyId,
    ClaimAddress,
    FigureId,
    Id,
    Name,
    OrganisationId,
    Paragraph,
    PartialDate,
    PatternId,
    Sentence,
    Shape,
    TechnologyId,
    Term,
    Title,
)
from handbook.model.figure import Figure

PatternStance = Literal["uses", "avoids", "abandoned", "planned"]
TechnologyStance = Literal["uses", "built", "rejected", "left", "planned"]


class Record(Shape):
    """How much of the system was made public."""

    state: Literal["full", "thin"]
    """`thin` where too little was published for the usual depth."""
    why: Sentence | None = None
    """What the record lacks; asked for where it is thin."""


class Decision(Claim):
    """A choice that was made, what it was made against, and what it cost."""

    id: Id
    """Its address on the page is `#decision-<id>`."""
    chose: Sentence
    """What was chosen."""
    instead_of: tuple[Sentence, ...] = Field(default=(), max_length=10)
    """What was not chosen; left out where no alternative is on record."""
    because: Paragraph
    """The reason that the source gives."""
    cost: Paragraph
    """What it cost, or the one word `not-stated`: nothing is invented to fill it."""
    before: tuple[FigureId, ...] = Field(default=(), max_length=10)
    """Figures of the time before."""
    after: tuple[FigureId, ...] = Field(default=(), max_length=10)
    """Figures of the time after."""
    patterns: tuple[PatternId, ...] = Field(default=(), max_length=20)
    """The patterns that it concerns."""
    technologies: tuple[TechnologyId, ...] = Field(default=(), max_length=20)
    """The technologies that it concerns."""
    outcome: Literal["kept", "reversed", "unknown"]
    """Whether it lasted."""
    outcome_note: Sentence | None = None
    """How it turned out, if a source tells."""
    date: PartialDate | None = None
    """When it was made."""
    practise: bool = False
    """True where the alternatives were real, so that a reader can practise the choice."""


class PatternUse(Claim):
    """The stance of this system on a pattern."""

    id: Id | None = None
    """Its address on the page is `#pattern-<id>`; left out, the id of the pattern."""
    pattern: PatternId
    """The pattern."""
    stance: PatternStance
    """It uses it, avoids it on purpose, used it and gave it up, or planned it and was never seen to use it."""
    how: Paragraph
    """In which form, where, and why."""
    figures: tuple[FigureId, ...] = Field(default=(), max_length=20)
    """The figures that measure this use."""

    @property
    def claim_id(self) -> str:
        """Its own id, or that of the pattern."""
        return self.id or self.pattern


class TechnologyUse(Claim):
    """The stance of this system on a technology, in one role."""

    id: Id | None = None
    """Its address on the page is `#technology-<id>`; left out, the id of the technology."""
    technology: TechnologyId
    """The technology."""
    role: Sentence
    """What it is used for."""
    stance: TechnologyStance
    """It uses it, built it, weighed and rejected it, used and left it, or planned it and was never seen to use it."""
    figures: tuple[FigureId, ...] = Field(default=(), max_length=20)
    """The figures that measure this use: the operations per second of Redis, not the page views of the site."""
    why: Sentence | None = None
    """Why, if a source tells."""
    version: Name | None = None
    """The version, in quotes: `"3.0"`."""
    period: Period | None = None
    """From when until when."""

    @property
    def claim_id(self) -> str:
        """Its own id, or that of the technology."""
        return self.id or self.technology


class LessonAddress(Shape):
    """A lesson of another case study."""

    case_study: CaseStudyId
    """The case study."""
    lesson: Id
    """The id of its lesson."""


class Lesson(Claim):
    """Something that was learned, and that others can use."""

    id: Id
    """Its address on the page is `#lesson-<id>`."""
    theme: Annotated[Id, Term("themes")]
    """The theme under which it stands beside lessons of other systems."""
    lesson: Sentence
    """The lesson."""
    because: Paragraph
    """What happened that taught it."""
    against: tuple[LessonAddress, ...] = Field(default=(), max_length=10)
    """Lessons of other case studies that say the contrary."""


class Event(Claim):
    """Something that happened on a date."""

    id: Id
    """Its address on the page is `#event-<id>`."""
    date: PartialDate
    """When."""
    what: Sentence
    """What happened."""
    kind: Literal["launch", "milestone", "change", "migration", "incident", "publication", "acquisition", "end"]
    """What sort of event."""


class Question(Shape):
    """A question to test oneself."""

    id: Id
    """Its address on the page is `#question-<id>`."""
    question: Sentence
    """The question: one that makes the reader use what the page tells."""
    answer: Paragraph
    """An answer that the page supports."""
    about: tuple[ClaimAddress, ...] = Field(default=(), max_length=20)
    """The claims that answer it: `decision:sharding`."""


class Unpublished(Shape):
    """Something that one would want to know and nobody published."""

    what: Sentence
    """What is missing."""
    looked_in: Sentence
    """Where it was looked for in vain."""


class CaseStudy(EntryShape):
    """One real system: how it was built, why, what it cost and what became of it."""

    title: Title
    """What the system is and at what scale: `Stack Overflow: 25 servers, and performance as a feature`."""
    name: Name
    """The short name that links and cards use: `Stack Overflow`."""
    organisation: OrganisationId
    """Who built it."""
    summary: Paragraph
    """What a reader should know if this were all they read."""
    brief: Brief | None = None
    """The case in a minute; asked for where the record is full."""
    domain: Annotated[Id, Term("domains")]
    """The field that it serves."""
    level: Annotated[Id, Term("levels")]
    """How much it asks of the reader."""
    period: Period
    """The time that the study is about; what came later is shown as what became of it."""
    record: Record
    """How much was made public."""
    figures: tuple[Figure, ...] = Field(default=(), max_length=200)
    """The numbers, the telling ones first."""
    architecture: Architecture
    """The parts, and the paths through them."""
    decisions: tuple[Decision, ...] = Field(default=(), max_length=60)
    """What was chosen, instead of what, and at what cost."""
    patterns: tuple[PatternUse, ...] = Field(default=(), max_length=100)
    """The stance on each pattern."""
    technologies: tuple[TechnologyUse, ...] = Field(default=(), max_length=120)
    """The stance on each technology, in each role."""
    lessons: tuple[Lesson, ...] = Field(default=(), max_length=60)
    """What was learned."""
    timeline: tuple[Event, ...] = Field(default=(), max_length=100)
    """What happened when, and what became of it."""
    questions: tuple[Question, ...] = Field(default=(), max_length=60)
    """Questions to test oneself."""
    not_published: tuple[Unpublished, ...] = Field(default=(), max_length=60)
    """What one would want to know, and where it was looked for in vain."""
    sources: tuple[Source, ...] = Field(min_length=1, max_length=150)
    """Everything that the study rests on, and the originals that could not be read."""

    def claim_ids(self) -> dict[str, tuple[str, ...]]:
        """Return the ids of what can be cited within the entry, by the kind that stands before them: `figure`."""
        return {
            "figure": tuple(figure.id for figure in self.figures),
            "decision": tuple(decision.id for decision in self.decisions),
            "lesson": tuple(lesson.id for lesson in self.lessons),
            "event": tuple(event.id for event in self.timeline),
            "pattern": tuple(use.claim_id for use in self.patterns),
            "technology": tuple(use.claim_id for use in self.technologies),
            "component": tuple(component.id for component in self.architecture.components),
            "flow": tuple(flow.id for flow in self.architecture.flows),
        }
