"""The page of a case study."""

from dataclasses import dataclass
from itertools import chain

from markupsafe import Markup

from handbook import addresses, wording
from handbook.library import Entry
from handbook.model.case_study import CaseStudy
from handbook.pictures.charts import Chart
from handbook.views.architecture import ArchitectureView, architecture_view
from handbook.views.charts import over_time
from handbook.views.chips import Chip, pattern_chip, technology_chip
from handbook.views.claims import (
    Claim,
    Claims,
    DecisionView,
    EventView,
    FigureView,
    LessonView,
    UseView,
    with_disputes,
)
from handbook.views.context import Context, Link
from handbook.views.evidence import SourceView, marks_of
from handbook.views.related import RelatedCase, related_cases

HEADLINES = 4
FIGURES_AT_FIRST = 12


@dataclass(frozen=True, slots=True)
class AtAGlance:
    """The panel beside the summary."""

    organisation: Link
    domain: str
    period: str
    level: str
    level_means: str
    built_with: tuple[Chip, ...]
    not_taken: tuple[Chip, ...]
    patterns: tuple[Chip, ...]
    sources: str
    became: EventView | None


@dataclass(frozen=True, slots=True)
class CaseStudyView:
    """Everything on the page of a case study."""

    id: str
    title: str
    name: str
    summary: Markup
    breadcrumbs: tuple[Link, ...]
    glance: AtAGlance
    thin: Markup | None
    headlines: tuple[FigureView, ...]
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
    questions: tuple[tuple[Markup, Markup], ...]
    not_published: tuple[tuple[Markup, Markup], ...]
    sources: tuple[SourceView, ...]
    related: tuple[RelatedCase, ...]
    previous: Link | None
    next: Link | None


def case_study_view(context: Context, entry: Entry[CaseStudy], before: str | None, after: str | None) -> CaseStudyView:
    """Return the page of `entry`; `before` and `after` are the ids of its neighbours in the list of all."""
    case = entry.data
    claims = Claims(context, case)
    by_id = {figure.id: claims.figure(figure) for figure in case.figures}
    figures = tuple(by_id.values())
    events = claims.events()
    architecture = architecture_view(context, claims.bibliography, case.architecture)
    decisions = tuple(claims.decision(decision, by_id) for decision in case.decisions)
    patterns = tuple(claims.pattern(use) for use in case.patterns)
    technologies = tuple(claims.technology(use) for use in case.technologies)
    lessons = tuple(claims.lesson(lesson) for lesson in case.lessons)
    everything: tuple[Claim, ...] = (*figures, *decisions, *patterns, *technologies, *lessons, *events)
    return CaseStudyView(
        id=entry.id,
        title=case.title,
        name=case.name,
        summary=context.html(case.summary),
        breadcrumbs=(Link("Home", addresses.HOME), Link("Case studies", addresses.CASE_STUDIES)),
        glance=_glance(context, case, events),
        thin=context.html(case.record.why or "") if case.record.state == "thin" else None,
        headlines=figures[:HEADLINES],
        figures=figures[:FIGURES_AT_FIRST],
        more_figures=figures[FIGURES_AT_FIRST:],
        charts=over_time(context, case),
        architecture=architecture,
        decisions=decisions,
        patterns=patterns,
        technologies=technologies,
        lessons=lessons,
        events=tuple(event for event in events if not event.later),
        later_events=tuple(event for event in events if event.later),
        questions=tuple((context.html(q.question), context.html(q.answer)) for q in case.questions),
        not_published=tuple((context.html(gap.what), context.html(gap.looked_in)) for gap in case.not_published),
        sources=claims.bibliography.listing(chain(architecture.marks, marks_of(with_disputes(everything)))),
        related=related_cases(context, entry),
        previous=context.link("case-study", before) if before else None,
        next=context.link("case-study", after) if after else None,
    )


def _glance(context: Context, case: CaseStudy, events: tuple[EventView, ...]) -> AtAGlance:
    level = context.term("levels", case.level)
    primary = sum(source.primary for source in case.sources)
    later = [event for event in events if event.later]
    return AtAGlance(
        organisation=context.link("organisation", case.organisation),
        domain=context.term("domains", case.domain).name,
        period=wording.period(case.period),
        level=level.name,
        level_means=level.what,
        built_with=_technology_chips(context, case, ("uses", "built")),
        not_taken=_technology_chips(context, case, ("rejected", "left")),
        patterns=tuple(pattern_chip(context, use.pattern, use.stance) for use in case.patterns),
        sources=f"{len(case.sources)}, of which {primary} primary",
        became=later[-1] if later else None,
    )


def _technology_chips(context: Context, case: CaseStudy, stances: tuple[str, ...]) -> tuple[Chip, ...]:
    uses = {use.technology: use.stance for use in case.technologies if use.stance in stances}
    return tuple(technology_chip(context, name, stance) for name, stance in uses.items())
