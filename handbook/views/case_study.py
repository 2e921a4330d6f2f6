"""The page of a case study. The evidence has its own page."""

from dataclasses import dataclass
from typing import Generic, TypeVar

from markupsafe import Markup

from handbook import addresses, depth, wording
from handbook.context import Link
from handbook.faces import Casebook, Face
from handbook.library import Entry
from handbook.model.case_study import CaseStudy
from handbook.pictures.charts import Chart
from handbook.views.architecture import ArchitectureView
from handbook.views.brief import BriefView, QuestionView, question_view
from handbook.views.case_claims import case_claims
from handbook.views.charts import over_time
from handbook.views.claims import DecisionView, EventView, LessonView, UseView
from handbook.views.figures import FigureView
from handbook.views.freshness import Freshness, freshness
from handbook.views.related import RelatedCase, related_cases
from handbook.views.sections import Sections, sections
from handbook.views.tasks import open_tasks

T = TypeVar("T")
QUESTIONS = 3
"""The number of questions that are not folded."""


@dataclass(frozen=True, slots=True)
class EvidenceSummary:
    """A summary of the evidence, and the number of tasks in words; `url` leads to all of it."""

    url: str
    counted: str
    fresh: Freshness | None
    tasks: str


@dataclass(frozen=True, slots=True)
class FirstOf(Generic[T]):
    """The first claims of a kind, and the number of others, which only the evidence page shows."""

    first: tuple[T, ...]
    more: int


@dataclass(frozen=True, slots=True)
class Questions:
    """The self-test questions: the first ones, and the others, which the page folds."""

    first: tuple[QuestionView, ...]
    others: tuple[QuestionView, ...]


@dataclass(frozen=True, slots=True)
class CaseStudyView:
    """The data of the page of a case study."""

    face: Face
    breadcrumbs: tuple[Link, ...]
    sections: Sections
    brief: BriefView | None
    thin: Markup | None
    architecture: ArchitectureView
    decisions: tuple[DecisionView, ...]
    lessons: tuple[LessonView, ...]
    figures: FirstOf[FigureView]
    charts: tuple[Chart, ...]
    patterns: FirstOf[UseView]
    technologies: FirstOf[UseView]
    events: tuple[EventView, ...]
    later_events: tuple[EventView, ...]
    questions: Questions
    not_published: tuple[tuple[Markup, Markup], ...]
    evidence: EvidenceSummary
    related: tuple[RelatedCase, ...]
    previous: Link | None
    next: Link | None


def case_study_view(book: Casebook, entry: Entry[CaseStudy]) -> CaseStudyView:
    """Return the page of `entry`."""
    case, claims = entry.data, case_claims(book, entry)
    previous, following = book.case_neighbours[entry.id]
    related = related_cases(book, entry)
    return CaseStudyView(
        face=book.face("case-study", entry.id),
        breadcrumbs=(Link("Home", addresses.HOME), Link("Case studies", addresses.CASE_STUDIES)),
        sections=_sections(case, claims.events, bool(related)),
        brief=claims.brief,
        thin=book.html(case.record.why or "") if case.record.state == "thin" else None,
        architecture=claims.architecture,
        decisions=claims.decisions,
        lessons=tuple(claims.lessons.values()),
        figures=_first("figure", tuple(claims.figures.values())),
        charts=over_time(book, case),
        patterns=_first("pattern", claims.patterns),
        technologies=_first("technology", claims.technologies),
        events=tuple(event for event in claims.events if not event.later),
        later_events=tuple(event for event in claims.events if event.later),
        questions=_questions(book, case),
        not_published=tuple((book.html(gap.what), book.html(gap.looked_in)) for gap in case.not_published),
        evidence=_evidence(book, entry),
        related=related,
        previous=previous,
        next=following,
    )


def _first(kind: str, claims: tuple[T, ...]) -> FirstOf[T]:
    first = claims[: depth.AT_FIRST[kind]]
    return FirstOf(first, len(claims) - len(first))


def _questions(book: Casebook, case: CaseStudy) -> Questions:
    views = tuple(question_view(book, case, one) for one in case.questions)
    return Questions(views[:QUESTIONS], views[QUESTIONS:])


def _sections(case: CaseStudy, events: tuple[EventView, ...], related: bool) -> Sections:
    return sections(
        ("architecture", "Architecture", True),
        ("decisions", "Decisions", case.decisions),
        ("lessons", "Lessons", case.lessons),
        ("figures", "Numbers", case.figures),
        ("patterns", "Patterns", case.patterns),
        ("technologies", "Technologies", case.technologies),
        ("timeline", "Timeline", any(not event.later for event in events)),
        ("what-became-of-it", "What became of it", any(event.later for event in events)),
        ("questions", "Test yourself", case.questions),
        ("evidence", "Evidence", True),
        ("related", "Related case studies", related),
    )


def _evidence(book: Casebook, entry: Entry[CaseStudy]) -> EvidenceSummary:
    case = entry.data
    primary = sum(source.primary for source in case.sources)
    tasks = len(tuple(open_tasks(book, entry)))
    return EvidenceSummary(
        url=addresses.evidence(entry.id),
        counted=f"{wording.counted(len(case.sources), 'source')}, {primary} primary",
        fresh=freshness(entry),
        tasks=wording.counted(tasks, "task") if tasks else "",
    )
