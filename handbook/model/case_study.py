"""A case study: the annotated architecture of one real system."""

from collections.abc import Mapping, Sequence
from typing import Annotated, Literal

from pydantic import Field

from handbook.model.architecture import Architecture, Component, Flow
from handbook.model.brief import Brief, Question
from handbook.model.entry import EntryShape, Period
from handbook.model.evidence import Claim, Source
from handbook.model.fields import (
    CaseStudyId,
    EntryAddress,
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
)  # fmt: skip
from handbook.model.figure import Figure

PatternStance = Literal["uses", "avoids", "abandoned", "planned"]
TechnologyStance = Literal["uses", "built", "rejected", "left", "planned"]
NOT_STATED = "not-stated"
"""The `cost` of a decision of which no source states one."""


class Record(Shape):
    """How much about the system has been published."""

    state: Literal["full", "thin"]
    """`thin` if too little has been published for a full case study."""
    why: Sentence | None = None
    """What the record lacks. Required if it is thin."""


class Decision(Claim):
    """A design decision: the choice, its alternatives, its reason and its cost."""

    id: Id
    """A short name, used in the address `#decision-<id>`."""
    situation: Sentence | None = None
    """What had to be decided, under which conditions, without the answer: readers practise on it."""
    chose: Sentence
    """What was chosen."""
    instead_of: tuple[Sentence, ...] = Field(default=(), max_length=10)
    """The alternatives that were not chosen. Omit it if no source names one."""
    because: Paragraph
    """The reason that the source gives."""
    cost: Paragraph
    """What the decision cost, or `not-stated` if no source says so. Do not invent a cost."""
    before: tuple[FigureId, ...] = Field(default=(), max_length=10)
    """Figures from before the decision."""
    after: tuple[FigureId, ...] = Field(default=(), max_length=10)
    """Figures from after the decision."""
    patterns: tuple[PatternId, ...] = Field(default=(), max_length=20)
    """The patterns that the decision concerns."""
    technologies: tuple[TechnologyId, ...] = Field(default=(), max_length=20)
    """The technologies that the decision concerns."""
    outcome: Literal["kept", "reversed", "unknown"]
    """Whether the decision was kept."""
    outcome_note: Sentence | None = None
    """How the decision turned out, if a source says so."""
    date: PartialDate | None = None
    """When the decision was made."""
    practise: bool = False
    """True if the alternatives were realistic, so that readers can practise the decision."""


class PatternUse(Claim):
    """The stance of this system on a pattern."""

    id: Id | None = None
    """A short name, used in the address `#pattern-<id>`. Defaults to the id of the pattern."""
    pattern: PatternId
    """The pattern."""
    stance: PatternStance
    """Whether the system uses it, avoids it on purpose, abandoned it, or planned it without evidence of use."""
    how: Paragraph
    """How, where and why the system uses or avoids it."""
    instead: tuple[EntryAddress, ...] = Field(default=(), max_length=10)
    """What a system that avoids or abandoned it has in its place: `pattern:sharding`, `technology:redis`."""
    figures: tuple[FigureId, ...] = Field(default=(), max_length=20)
    """The figures that measure this use of the pattern."""

    @property
    def claim_id(self) -> str:
        """The id of this claim: its own, or that of the pattern."""
        return self.id or self.pattern


class TechnologyUse(Claim):
    """The stance of this system on a technology in one role."""

    id: Id | None = None
    """A short name, used in the address `#technology-<id>`. Defaults to the id of the technology."""
    technology: TechnologyId
    """The technology."""
    role: Sentence
    """What the technology is used for."""
    stance: TechnologyStance
    """Whether the system uses it, built it, rejected it, left it, or planned it without evidence of use."""
    figures: tuple[FigureId, ...] = Field(default=(), max_length=20)
    """The figures that measure this use: the operations per second of Redis, not the page views of the site."""
    why: Sentence | None = None
    """The reason, if a source gives one."""
    instead: tuple[EntryAddress, ...] = Field(default=(), max_length=10)
    """What a system that left or rejected it has in its place: `technology:mysql`, `pattern:sharding`."""
    version: Name | None = None
    """The version, in quotes: `"3.0"`."""
    period: Period | None = None
    """When this stance applied."""

    @property
    def claim_id(self) -> str:
        """The id of this claim: its own, or that of the technology."""
        return self.id or self.technology


class OtherLesson(Shape):
    """A lesson of another case study."""

    case_study: CaseStudyId
    """The case study."""
    lesson: Id
    """The id of its lesson."""


class Lesson(Claim):
    """A lesson that others can apply."""

    id: Id
    """A short name, used in the address `#lesson-<id>`."""
    theme: Annotated[Id, Term("themes")]
    """The theme that groups it with lessons of other systems."""
    lesson: Sentence
    """The lesson."""
    because: Paragraph
    """The experience behind the lesson."""
    against: tuple[OtherLesson, ...] = Field(default=(), max_length=10)
    """Lessons of other case studies that contradict it."""


class Event(Claim):
    """An event on a known date."""

    id: Id
    """A short name, used in the address `#event-<id>`."""
    date: PartialDate
    """When it happened."""
    what: Sentence
    """What happened."""
    kind: Literal["launch", "milestone", "change", "migration", "incident", "publication", "acquisition", "end"]
    """The kind of event."""


class Unpublished(Shape):
    """Information that readers would want and that has not been published."""

    what: Sentence
    """What is missing."""
    looked_in: Sentence
    """Where we looked for it without success."""


class CaseStudy(EntryShape):
    """One real system: how it was built, why, at what cost, and what happened to it later."""

    title: Title
    """The system and its scale: `Stack Overflow: 25 servers, and performance as a feature`."""
    name: Name
    """The short name that links and cards use: `Stack Overflow`."""
    organisation: OrganisationId
    """The organisation that built it."""
    summary: Paragraph
    """A summary for readers who read nothing else."""
    brief: Brief | None = None
    """A summary that takes a minute to read. Required if the record is full."""
    domain: Annotated[Id, Term("domains")]
    """The field that the system serves."""
    level: Annotated[Id, Term("levels")]
    """The difficulty for the reader."""
    period: Period
    """The period that the study covers. Later events are shown as what happened afterwards."""
    record: Record
    """How much has been published."""
    figures: tuple[Figure, ...] = Field(default=(), max_length=200)
    """The figures, the most important first."""
    architecture: Architecture
    """The components, and the flows between them."""
    decisions: tuple[Decision, ...] = Field(default=(), max_length=60)
    """The decisions, each with its alternatives and its cost."""
    patterns: tuple[PatternUse, ...] = Field(default=(), max_length=100)
    """The stance of the system on each pattern."""
    technologies: tuple[TechnologyUse, ...] = Field(default=(), max_length=120)
    """The stance of the system on each technology, in each role."""
    lessons: tuple[Lesson, ...] = Field(default=(), max_length=60)
    """The lessons that others can apply."""
    timeline: tuple[Event, ...] = Field(default=(), max_length=100)
    """The events in the history of the system, including later ones."""
    questions: tuple[Question, ...] = Field(default=(), max_length=60)
    """Self-test questions."""
    not_published: tuple[Unpublished, ...] = Field(default=(), max_length=60)
    """Information that has not been published, and where we looked for it."""
    sources: tuple[Source, ...] = Field(min_length=1, max_length=150)
    """All sources that the study uses, and the originals that could not be read."""

    def claims(self) -> Mapping[str, Sequence["Citable"]]:
        """Return the claims that a brief or a question can cite, by kind: `figure`."""
        return {
            "figure": self.figures,
            "decision": self.decisions,
            "lesson": self.lessons,
            "event": self.timeline,
            "pattern": self.patterns,
            "technology": self.technologies,
            "component": self.architecture.components,
            "flow": self.architecture.flows,
        }

    def claim_ids(self) -> dict[str, tuple[str, ...]]:
        """Return the ids of these claims, by kind."""
        return {kind: tuple(map(id_of_claim, claims)) for kind, claims in self.claims().items()}


Citable = Figure | Decision | Lesson | Event | PatternUse | TechnologyUse | Component | Flow


def id_of_claim(claim: Citable) -> str:
    """Return the id of a claim; a use has its own, or that of its pattern or technology."""
    return claim.claim_id if isinstance(claim, PatternUse | TechnologyUse) else claim.id
