"""The page of a case study."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain

from markupsafe import Markup

from handbook import addresses, wording
from handbook.arithmetic import compute
from handbook.library import Entry
from handbook.model.case_study import CaseStudy, Decision, Event, Lesson, PatternUse, TechnologyUse
from handbook.model.figure import Figure
from handbook.views.architecture import ArchitectureView, architecture_view
from handbook.views.chips import Chip, pattern_chip, technology_chip
from handbook.views.context import Context, Link
from handbook.views.evidence import Bibliography, Dispute, Evidence, Mark, SourceView
from handbook.views.related import RelatedCase, related_cases

HEADLINES = 4
FIGURES_AT_FIRST = 12


@dataclass(frozen=True, slots=True)
class DerivationView:
    """Arithmetic that tests a figure."""

    operands: tuple[Link, ...]
    sign: str
    result: str
    adds_up: bool
    shows: Markup


@dataclass(frozen=True, slots=True)
class FigureView:
    """A number with everything that qualifies it."""

    anchor: str
    what: str
    value: str
    qualifiers: str
    as_of: str
    measure: str
    derivation: DerivationView | None
    disputes: tuple[Dispute, ...]
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class DecisionView:
    """A choice, its alternatives and its cost."""

    anchor: str
    chose: Markup
    instead_of: tuple[Markup, ...]
    because: Markup
    cost: Markup | None
    before: tuple[FigureView, ...]
    after: tuple[FigureView, ...]
    chips: tuple[Chip, ...]
    outcome: str
    outcome_note: Markup | None
    date: str
    disputes: tuple[Dispute, ...]
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class UseView:
    """The stance on a pattern or a technology."""

    anchor: str
    chip: Chip
    stance: str
    text: Markup
    why: Markup | None
    when: str
    disputes: tuple[Dispute, ...]
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class LessonView:
    """A lesson."""

    anchor: str
    theme: str
    lesson: Markup
    because: Markup
    against: tuple[Link, ...]
    disputes: tuple[Dispute, ...]
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class EventView:
    """An event."""

    anchor: str
    date: str
    machine_date: str
    what: Markup
    kind: str
    later: bool
    disputes: tuple[Dispute, ...]
    evidence: Evidence


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

    title: str
    name: str
    summary: Markup
    description: str
    breadcrumbs: tuple[Link, ...]
    glance: AtAGlance
    thin: Markup | None
    headlines: tuple[FigureView, ...]
    figures: tuple[FigureView, ...]
    more_figures: tuple[FigureView, ...]
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
    builder = _Builder(context, case)
    figures = tuple(builder.figure(figure) for figure in case.figures)
    events = builder.events()
    architecture = architecture_view(context, builder.bibliography, case.architecture)
    decisions = tuple(builder.decision(decision, figures) for decision in case.decisions)
    patterns = tuple(builder.pattern(use) for use in case.patterns)
    technologies = tuple(builder.technology(use) for use in case.technologies)
    lessons = tuple(builder.lesson(lesson) for lesson in case.lessons)
    claims: tuple[Cited, ...] = (*figures, *decisions, *patterns, *technologies, *lessons, *events)
    return CaseStudyView(
        title=case.title,
        name=case.name,
        summary=context.html(case.summary),
        description=context.plain(case.summary),
        breadcrumbs=(Link("Home", addresses.HOME), Link("Case studies", addresses.CASE_STUDIES)),
        glance=builder.glance(events),
        thin=context.html(case.record.why or "") if case.record.state == "thin" else None,
        headlines=figures[:HEADLINES],
        figures=figures[:FIGURES_AT_FIRST],
        more_figures=figures[FIGURES_AT_FIRST:],
        architecture=architecture,
        decisions=decisions,
        patterns=patterns,
        technologies=technologies,
        lessons=lessons,
        events=tuple(event for event in events if not event.later),
        later_events=tuple(event for event in events if event.later),
        questions=tuple((context.html(q.question), context.html(q.answer)) for q in case.questions),
        not_published=tuple((context.html(gap.what), context.html(gap.looked_in)) for gap in case.not_published),
        sources=builder.bibliography.listing(chain(architecture.marks, _marks(claims))),
        related=related_cases(context, entry),
        previous=context.link("case-study", before) if before else None,
        next=context.link("case-study", after) if after else None,
    )


Cited = FigureView | DecisionView | UseView | LessonView | EventView


def _marks(parts: Iterable[Cited]) -> Iterator[Mark]:
    for part in parts:
        yield from part.evidence.marks
        for dispute in part.disputes:
            yield from dispute.evidence.marks


class _Builder:
    """Makes the parts of one page."""

    def __init__(self, context: Context, case: CaseStudy) -> None:
        self.context, self.case = context, case
        self.bibliography = Bibliography(context, case.sources)
        self.figures = {figure.id: figure for figure in case.figures}

    def figure(self, figure: Figure) -> FigureView:
        anchor = addresses.anchor("figure", figure.id)
        cite = self.bibliography
        return FigureView(
            anchor=anchor,
            what=figure.what,
            value=wording.figure_value(figure, self.context.units),
            qualifiers=", ".join(wording.qualifiers(figure)),
            as_of=wording.date(figure.as_of),
            measure=self.context.term("measures", figure.measure).name,
            derivation=self._derivation(figure) if figure.derived else None,
            disputes=cite.disputes(anchor, figure.what, figure, (figure.unit, figure.per)),
            evidence=cite.evidence(anchor, figure.what, figure),
        )

    def _derivation(self, figure: Figure) -> DerivationView | None:
        if figure.derived is None:
            return None
        units = self.context.units
        result = compute(figure, self.figures, units)
        operands = tuple(self._operand(self.figures[name]) for name in figure.derived.of)
        return DerivationView(
            operands=operands,
            sign={"product": "×", "ratio": "÷", "sum": "+", "difference": "−"}[figure.derived.operation],
            result=wording.quantity(_rounded(result), figure.unit, figure.per, units),
            adds_up=figure.derived.adds_up,
            shows=self.context.html(figure.derived.shows),
        )

    def _operand(self, figure: Figure) -> Link:
        return Link(wording.figure_value(figure, self.context.units), f"#{addresses.anchor('figure', figure.id)}")

    def decision(self, decision: Decision, figures: tuple[FigureView, ...]) -> DecisionView:
        anchor = addresses.anchor("decision", decision.id)
        by_anchor = {figure.anchor: figure for figure in figures}
        chose = self.context.plain(decision.chose)
        html = self.context.html
        return DecisionView(
            anchor=anchor,
            chose=html(decision.chose),
            instead_of=tuple(html(other) for other in decision.instead_of),
            because=html(decision.because),
            cost=None if decision.cost == "not-stated" else html(decision.cost),
            before=tuple(by_anchor[addresses.anchor("figure", name)] for name in decision.before),
            after=tuple(by_anchor[addresses.anchor("figure", name)] for name in decision.after),
            chips=(
                *(pattern_chip(self.context, name) for name in decision.patterns),
                *(technology_chip(self.context, name) for name in decision.technologies),
            ),
            outcome=decision.outcome,
            outcome_note=self.context.html_or_none(decision.outcome_note),
            date=wording.date(decision.date) if decision.date else "",
            disputes=self.bibliography.disputes(anchor, chose, decision, (None, None)),
            evidence=self.bibliography.evidence(anchor, chose, decision),
        )

    def pattern(self, use: PatternUse) -> UseView:
        chip = pattern_chip(self.context, use.pattern, use.stance)
        return self._use(addresses.anchor("pattern", use.id or use.pattern), chip, use, use.how, None, "")

    def technology(self, use: TechnologyUse) -> UseView:
        chip = technology_chip(self.context, use.technology, use.stance)
        when = ", ".join(word for word in (use.version or "", wording.period(use.period)) if word)
        anchor = addresses.anchor("technology", use.id or use.technology)
        return self._use(anchor, chip, use, use.role, use.why, when)

    def _use(
        self, anchor: str, chip: Chip, use: PatternUse | TechnologyUse, text: str, why: str | None, when: str
    ) -> UseView:
        claim = f"{chip.name}, {use.stance}"
        return UseView(
            anchor=anchor,
            chip=chip,
            stance=use.stance,
            text=self.context.html(text),
            why=self.context.html_or_none(why),
            when=when,
            disputes=self.bibliography.disputes(anchor, claim, use, (None, None)),
            evidence=self.bibliography.evidence(anchor, claim, use),
        )

    def lesson(self, lesson: Lesson) -> LessonView:
        anchor = addresses.anchor("lesson", lesson.id)
        claim = self.context.plain(lesson.lesson)
        return LessonView(
            anchor=anchor,
            theme=self.context.term("themes", lesson.theme).name,
            lesson=self.context.html(lesson.lesson),
            because=self.context.html(lesson.because),
            against=tuple(
                Link(
                    self.context.link("case-study", other.case_study).name,
                    addresses.claim(other.case_study, "lesson", other.lesson),
                )
                for other in lesson.against
            ),
            disputes=self.bibliography.disputes(anchor, claim, lesson, (None, None)),
            evidence=self.bibliography.evidence(anchor, claim, lesson),
        )

    def events(self) -> tuple[EventView, ...]:
        return tuple(self._event(event) for event in sorted(self.case.timeline, key=lambda e: (e.date.earliest, e.id)))

    def _event(self, event: Event) -> EventView:
        anchor = addresses.anchor("event", event.id)
        claim = self.context.plain(event.what)
        until = self.case.period.until
        return EventView(
            anchor=anchor,
            date=wording.date(event.date),
            machine_date=str(event.date),
            what=self.context.html(event.what),
            kind=event.kind,
            later=until is not None and event.date.earliest > until.latest,
            disputes=self.bibliography.disputes(anchor, claim, event, (None, None)),
            evidence=self.bibliography.evidence(anchor, claim, event),
        )

    def glance(self, events: tuple[EventView, ...]) -> AtAGlance:
        case, context = self.case, self.context
        level = context.term("levels", case.level)
        primary = sum(source.primary for source in case.sources)
        later = [event for event in events if event.later]
        return AtAGlance(
            organisation=context.link("organisation", case.organisation),
            domain=context.term("domains", case.domain).name,
            period=wording.period(case.period),
            level=level.name,
            level_means=level.what,
            built_with=self._technology_chips(("uses", "built")),
            not_taken=self._technology_chips(("rejected", "left")),
            patterns=tuple(pattern_chip(context, use.pattern, use.stance) for use in case.patterns),
            sources=f"{len(case.sources)}, of which {primary} primary",
            became=later[-1] if later else None,
        )

    def _technology_chips(self, stances: tuple[str, ...]) -> tuple[Chip, ...]:
        uses = {use.technology: use.stance for use in self.case.technologies if use.stance in stances}
        return tuple(technology_chip(self.context, name, stance) for name, stance in uses.items())


def _rounded(value: float) -> float:
    return float(f"{value:.4g}")
