"""A case study: one real system, annotated."""

from typing import Annotated, Literal

from pydantic import Field

from handbook.model.architecture import Architecture
from handbook.model.entry import EntryShape, Period
from handbook.model.evidence import Claim, Source
from handbook.model.fields import (
    CaseStudyId,
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

PatternStance = Literal["uses", "avoids", "abandoned"]
TechnologyStance = Literal["uses", "built", "rejected", "left"]


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
    instead_of: tuple[Sentence, ...] = ()
    """What was not chosen; left out where no alternative is on record."""
    because: Paragraph
    """The reason that the source gives."""
    cost: Paragraph
    """What it cost, or the one word `not-stated`: nothing is invented to fill it."""
    before: tuple[FigureId, ...] = ()
    """Figures of the time before."""
    after: tuple[FigureId, ...] = ()
    """Figures of the time after."""
    patterns: tuple[PatternId, ...] = ()
    """The patterns that it concerns."""
    technologies: tuple[TechnologyId, ...] = ()
    """The technologies that it concerns."""
    outcome: Literal["kept", "reversed", "unknown"]
    """Whether it lasted."""
    outcome_note: Sentence | None = None
    """How it turned out, if a source tells."""
    date: PartialDate | None = None
    """When it was made."""


class PatternUse(Claim):
    """The stance of this system on a pattern."""

    id: Id | None = None
    """Its address on the page is `#pattern-<id>`; left out, the id of the pattern."""
    pattern: PatternId
    """The pattern."""
    stance: PatternStance
    """It uses it, avoids it on purpose, or used it and gave it up."""
    how: Paragraph
    """In which form, where, and why."""

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
    """It uses it, built it, weighed and rejected it, or used it and left it."""
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
    against: tuple[LessonAddress, ...] = ()
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

    question: Sentence
    """The question: one that makes the reader use what the page tells."""
    answer: Paragraph
    """An answer that the page supports."""


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
    domain: Annotated[Id, Term("domains")]
    """The field that it serves."""
    level: Annotated[Id, Term("levels")]
    """How much it asks of the reader."""
    period: Period
    """The time that the study is about; what came later is shown as what became of it."""
    record: Record
    """How much was made public."""
    figures: tuple[Figure, ...] = ()
    """The numbers, the telling ones first: the first four stand at the top of the page."""
    architecture: Architecture
    """The parts, and the paths through them."""
    decisions: tuple[Decision, ...] = ()
    """What was chosen, instead of what, and at what cost."""
    patterns: tuple[PatternUse, ...] = ()
    """The stance on each pattern."""
    technologies: tuple[TechnologyUse, ...] = ()
    """The stance on each technology, in each role."""
    lessons: tuple[Lesson, ...] = ()
    """What was learned."""
    timeline: tuple[Event, ...] = ()
    """What happened when, and what became of it."""
    questions: tuple[Question, ...] = ()
    """Questions to test oneself."""
    not_published: tuple[Unpublished, ...] = ()
    """What one would want to know, and where it was looked for in vain."""
    sources: tuple[Source, ...] = Field(min_length=1)
    """Everything that the study rests on, and the originals that could not be read."""
