"""The claims of a case study: figures, decisions, stances, lessons and events, each with its evidence."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from markupsafe import Markup

from handbook import addresses, wording
from handbook.arithmetic import compute
from handbook.model.case_study import CaseStudy, Decision, Event, Lesson, PatternUse, TechnologyUse
from handbook.model.figure import Figure
from handbook.pictures.charts import Chart
from handbook.views.charts import before_and_after, change
from handbook.views.chips import Chip, pattern_chip, technology_chip
from handbook.views.context import Context, Link
from handbook.views.evidence import Bibliography, Dispute, Evidence


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
    change: Chart | None
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
    charts: tuple[Chart, ...]
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


Claim = FigureView | DecisionView | UseView | LessonView | EventView


def with_disputes(claims: Iterable[Claim]) -> Iterator[Claim | Dispute]:
    """Yield each claim, and then what disputes it."""
    for claim in claims:
        yield claim
        yield from claim.disputes


class Claims:
    """Makes the claims of one case study."""

    def __init__(self, context: Context, case: CaseStudy) -> None:
        """Number the sources, and keep the figures that others refer to."""
        self.context, self.case = context, case
        self.bibliography = Bibliography(context, case.sources)
        self.figures = {figure.id: figure for figure in case.figures}

    def figure(self, figure: Figure) -> FigureView:
        """Return a figure."""
        anchor = addresses.anchor("figure", figure.id)
        cite = self.bibliography
        return FigureView(
            anchor=anchor,
            what=figure.what,
            value=wording.figure_value(figure, self.context.units),
            qualifiers=", ".join(wording.qualifiers(figure)),
            as_of=wording.date(figure.as_of),
            measure=self.context.term("measures", figure.measure).name,
            change=change(self.context, figure),
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

    def decision(self, decision: Decision, figures: Mapping[str, FigureView]) -> DecisionView:
        """Return a decision; `figures` are those of the page, by id."""
        anchor = addresses.anchor("decision", decision.id)
        chose = self.context.plain(decision.chose)
        html = self.context.html
        return DecisionView(
            anchor=anchor,
            chose=html(decision.chose),
            instead_of=tuple(html(other) for other in decision.instead_of),
            because=html(decision.because),
            cost=None if decision.cost == "not-stated" else html(decision.cost),
            before=tuple(figures[name] for name in decision.before),
            after=tuple(figures[name] for name in decision.after),
            charts=before_and_after(self.context, self.case, decision),
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
        """Return the stance on a pattern."""
        chip = pattern_chip(self.context, use.pattern, use.stance)
        return self._use(addresses.anchor("pattern", use.claim_id), chip, use, use.how, None, "")

    def technology(self, use: TechnologyUse) -> UseView:
        """Return the stance on a technology."""
        chip = technology_chip(self.context, use.technology, use.stance)
        when = ", ".join(word for word in (use.version or "", wording.period(use.period)) if word)
        anchor = addresses.anchor("technology", use.claim_id)
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
        """Return a lesson."""
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
        """Return the events, the oldest first."""
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


def _rounded(value: float) -> float:
    return float(f"{value:.4g}")
