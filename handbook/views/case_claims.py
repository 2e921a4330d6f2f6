"""All claims of a case study, for its page and its evidence page."""

from collections.abc import Mapping
from dataclasses import dataclass

from handbook import addresses
from handbook.faces import Casebook
from handbook.library import Entry
from handbook.model.case_study import CaseStudy
from handbook.views.architecture import ArchitectureView, architecture_view
from handbook.views.brief import BriefView, brief_view
from handbook.views.claims import Claims, DecisionView, EventView, LessonView, UseView
from handbook.views.diagrams import case_counts
from handbook.views.evidence import Bibliography
from handbook.views.figures import FigureView


@dataclass(frozen=True, slots=True)
class CaseClaims:
    """The claims of a case study; figures and lessons by id."""

    bibliography: Bibliography
    brief: BriefView | None
    figures: Mapping[str, FigureView]
    architecture: ArchitectureView
    decisions: tuple[DecisionView, ...]
    patterns: tuple[UseView, ...]
    technologies: tuple[UseView, ...]
    lessons: Mapping[str, LessonView]
    events: tuple[EventView, ...]


def case_claims(book: Casebook, entry: Entry[CaseStudy], is_drawn: bool = True) -> CaseClaims:
    """Return the claims of `entry`, without diagrams unless the page draws them."""
    case = entry.data
    cite = Bibliography(book, case.sources, addresses.evidence_beside)
    claims = Claims(book, entry, cite)
    figures = {figure.id: claims.figure(figure) for figure in case.figures}
    lessons = {lesson.id: claims.lesson(lesson) for lesson in case.lessons}
    return CaseClaims(
        bibliography=cite,
        brief=brief_view(book, case, case.brief, figures, lessons) if case.brief else None,
        figures=figures,
        architecture=architecture_view(book, cite, case_counts(book, entry), case.architecture, is_drawn),
        decisions=tuple(claims.decision(decision, figures) for decision in case.decisions),
        patterns=tuple(claims.pattern(use) for use in case.patterns),
        technologies=tuple(claims.technology(use) for use in case.technologies),
        lessons=lessons,
        events=claims.events(),
    )
