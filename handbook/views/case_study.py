"""The page of a case study."""

from dataclasses import dataclass
from itertools import chain

from markupsafe import Markup

from handbook import addresses, wording
from handbook.context import Link
from handbook.faces import Casebook, Chip, Face, headline
from handbook.library import Entry
from handbook.model.case_study import CaseStudy
from handbook.pictures.charts import Chart
from handbook.views.architecture import ArchitectureView, architecture_view
from handbook.views.brief import BriefView, QuestionView, brief_view, question_view
from handbook.views.charts import over_time
from handbook.views.claims import Claims, ClaimView, DecisionView, EventView, LessonView, UseView, with_disputes
from handbook.views.evidence import SourceView, marks_of
from handbook.views.figures import FigureView
from handbook.views.related import RelatedCase, related_cases
from handbook.views.sections import Sections, sections

FIGURES_AT_FIRST = 12


@dataclass(frozen=True, slots=True)
class AtAGlance:
    """The panel beside the summary."""

    built_with: tuple[Chip, ...]
    not_taken: tuple[Chip, ...]
    patterns: tuple[Chip, ...]
    sources: str
    reviewed: str
    became: EventView | None


@dataclass(frozen=True, slots=True)
class CaseStudyView:
    """Everything on the page of a case study."""

    face: Face
    breadcrumbs: tuple[Link, ...]
    sections: Sections
    brief: BriefView | None
    glance: AtAGlance
    thin: Markup | None
    figures: tuple[FigureView, ...]
    more_figures: tuple[FigureView, ...]
    charts: tuple[Chart, ...]
    architecture: ArchitectureView
    decisions: tuple[DecisionView, ...]
    patterns: tuple[UseView, ...]
    technologies: tuple[UseView, ...]
    lessons: tuple[LessonView, ...]
    events: tuple[EventView, ...]
    later_events: tuple[EventView, ...]
    questions: tuple[QuestionView, ...]
    not_published: tuple[tuple[Markup, Markup], ...]
    sources: tuple[SourceView, ...]
    related: tuple[RelatedCase, ...]
    previous: Link | None
    next: Link | None


def case_study_view(book: Casebook, entry: Entry[CaseStudy]) -> CaseStudyView:
    """Return the page of `entry`."""
    case = entry.data
    claims = Claims(book, entry)
    by_id = {figure.id: claims.figure(figure) for figure in case.figures}
    figures = tuple(by_id.values())
    events = claims.events()
    counts = {figure.id: headline(book, entry.id, figure) for figure in case.figures}
    architecture = architecture_view(book, claims.bibliography, counts, case.architecture)
    decisions = tuple(claims.decision(decision, by_id) for decision in case.decisions)
    patterns = tuple(claims.pattern(use) for use in case.patterns)
    technologies = tuple(claims.technology(use) for use in case.technologies)
    lessons = {lesson.id: claims.lesson(lesson) for lesson in case.lessons}
    everything: tuple[ClaimView, ...] = (
        *figures, *decisions, *patterns, *technologies, *lessons.values(), *events,
    )  # fmt: skip
    previous, following = book.case_neighbours[entry.id]
    related = related_cases(book, entry)
    return CaseStudyView(
        face=book.face("case-study", entry.id),
        breadcrumbs=(Link("Home", addresses.HOME), Link("Case studies", addresses.CASE_STUDIES)),
        sections=_sections(case, events, bool(related)),
        brief=brief_view(book, case.brief, by_id, lessons) if case.brief else None,
        glance=_glance(book, case, events),
        thin=book.html(case.record.why or "") if case.record.state == "thin" else None,
        figures=figures[:FIGURES_AT_FIRST],
        more_figures=figures[FIGURES_AT_FIRST:],
        charts=over_time(book, case),
        architecture=architecture,
        decisions=decisions,
        patterns=patterns,
        technologies=technologies,
        lessons=tuple(lessons.values()),
        events=tuple(event for event in events if not event.later),
        later_events=tuple(event for event in events if event.later),
        questions=tuple(question_view(book, one) for one in case.questions),
        not_published=tuple((book.html(gap.what), book.html(gap.looked_in)) for gap in case.not_published),
        sources=claims.bibliography.listing(chain(architecture.marks, marks_of(with_disputes(everything)))),
        related=related,
        previous=previous,
        next=following,
    )


def _sections(case: CaseStudy, events: tuple[EventView, ...], related: bool) -> Sections:
    return sections(
        ("at-a-glance", "At a glance", True),
        ("architecture", "Architecture", True),
        ("figures", "Figures", case.figures),
        ("decisions", "Decisions", case.decisions),
        ("patterns", "Patterns", case.patterns),
        ("technologies", "Technologies", case.technologies),
        ("lessons", "Lessons", case.lessons),
        ("timeline", "Timeline", any(not event.later for event in events)),
        ("what-became-of-it", "What became of it", any(event.later for event in events)),
        ("not-published", "What was not published", case.not_published),
        ("questions", "Questions to test yourself", case.questions),
        ("sources", "Sources", True),
        ("related", "Related case studies", related),
    )


def _glance(book: Casebook, case: CaseStudy, events: tuple[EventView, ...]) -> AtAGlance:
    primary = sum(source.primary for source in case.sources)
    later = [event for event in events if event.later]
    return AtAGlance(
        built_with=_technology_chips(book, case, ("uses", "built")),
        not_taken=_technology_chips(book, case, ("rejected", "left", "planned")),
        patterns=tuple(book.chip("pattern", use.pattern, use.stance) for use in case.patterns),
        sources=f"{len(case.sources)}, of which {primary} primary",
        reviewed=wording.date(case.reviewed) if case.reviewed else "",
        became=later[-1] if later else None,
    )


def _technology_chips(book: Casebook, case: CaseStudy, stances: tuple[str, ...]) -> tuple[Chip, ...]:
    uses = {use.technology: use.stance for use in case.technologies if use.stance in stances}
    return tuple(book.chip("technology", name, stance) for name, stance in uses.items())
