"""The claims of a case study: figures, decisions, stances, lessons and events, each with its evidence."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from markupsafe import Markup

from handbook import addresses, depth, wording
from handbook.context import Link
from handbook.faces import Casebook, Chip, Headline, headline
from handbook.library import Entry
from handbook.links import InCase, LessonId
from handbook.model.case_study import CaseStudy, Decision, Event, Lesson, PatternUse, TechnologyUse
from handbook.model.figure import Figure
from handbook.pictures.charts import Chart
from handbook.text import first_sentence
from handbook.views.charts import before_and_after
from handbook.views.evidence import Bibliography, DisputeView, EvidenceView
from handbook.views.figures import FigureView, figure_view


@dataclass(frozen=True, slots=True)
class DecisionView:
    """A decision with its alternatives and cost."""

    anchor: str
    situation: Markup | None
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
    disputes: tuple[DisputeView, ...]
    evidence: EvidenceView


@dataclass(frozen=True, slots=True)
class UseView:
    """The stance on a pattern or a technology; `gist` is the first sentence of the text.

    `url` is its address relative to the page of the case study.
    """

    anchor: str
    url: str
    chip: Chip
    stance: str
    gist: Markup
    text: Markup
    why: Markup | None
    when: str
    measures: tuple[Headline, ...]
    disputes: tuple[DisputeView, ...]
    evidence: EvidenceView


@dataclass(frozen=True, slots=True)
class LessonView:
    """A lesson."""

    anchor: str
    theme: str
    lesson: Markup
    because: Markup
    against: tuple[Link, ...]
    disputes: tuple[DisputeView, ...]
    evidence: EvidenceView


@dataclass(frozen=True, slots=True)
class EventView:
    """An event."""

    anchor: str
    date: str
    machine_date: str
    what: Markup
    kind: str
    later: bool
    disputes: tuple[DisputeView, ...]
    evidence: EvidenceView


class Claims:
    """Builds the views of the claims of one case study."""

    def __init__(self, book: Casebook, entry: Entry[CaseStudy], bibliography: Bibliography) -> None:
        """Keep the sources, and index the figures by id."""
        self.book, self.entry, self.case = book, entry, entry.data
        self.bibliography = bibliography
        self.figures = {figure.id: figure for figure in self.case.figures}

    def figure(self, figure: Figure) -> FigureView:
        """Return a figure."""
        return figure_view(self.book, self.bibliography, self.case, self.figures, figure)

    def measures(self, names: Iterable[str]) -> tuple[Headline, ...]:
        """Return the figures that measure a use, each with its address."""
        return tuple(headline(self.book, self.entry, self.figures[name]) for name in names)

    def decision(self, decision: Decision, figures: Mapping[str, FigureView]) -> DecisionView:
        """Return a decision; `figures` are the views of the page, by id."""
        anchor = addresses.anchor("decision", decision.id)
        chose = self.book.plain(decision.chose)
        html = self.book.html
        return DecisionView(
            anchor=anchor,
            situation=self.book.html_or_none(decision.situation),
            chose=html(decision.chose),
            instead_of=tuple(html(wording.option(other)) for other in decision.instead_of),
            because=html(decision.because),
            cost=None if decision.cost == "not-stated" else html(decision.cost),
            before=tuple(figures[name] for name in decision.before),
            after=tuple(figures[name] for name in decision.after),
            charts=before_and_after(self.book, self.case, decision),
            chips=(
                *(self.book.chip("pattern", name) for name in decision.patterns),
                *(self.book.chip("technology", name) for name in decision.technologies),
            ),
            outcome=decision.outcome,
            outcome_note=self.book.html_or_none(decision.outcome_note),
            date=wording.date(decision.date) if decision.date else "",
            disputes=self.bibliography.disputes(decision, (None, None)),
            evidence=self.bibliography.evidence(anchor, chose, decision),
        )

    def pattern(self, use: PatternUse) -> UseView:
        """Return the stance on a pattern."""
        chip = self.book.chip("pattern", use.pattern, use.stance)
        return self._use(chip, use, use.how, None, "")

    def technology(self, use: TechnologyUse) -> UseView:
        """Return the stance on a technology."""
        chip = self.book.chip("technology", use.technology, use.stance)
        when = ", ".join(word for word in (use.version or "", wording.period(use.period)) if word)
        return self._use(chip, use, use.role, use.why, when)

    def _use(self, chip: Chip, use: PatternUse | TechnologyUse, text: str, why: str | None, when: str) -> UseView:
        kind = "pattern" if isinstance(use, PatternUse) else "technology"
        anchor, claim = addresses.anchor(kind, use.claim_id), f"{chip.name}, {use.stance}"
        return UseView(
            anchor=anchor,
            url=depth.beside(self.case, kind, use.claim_id),
            chip=chip,
            stance=use.stance,
            gist=self.book.html(first_sentence(text)),
            text=self.book.html(text),
            why=self.book.html_or_none(why),
            when=when,
            measures=self.measures(use.figures),
            disputes=self.bibliography.disputes(use, (None, None)),
            evidence=self.bibliography.evidence(anchor, claim, use),
        )

    def lesson(self, lesson: Lesson) -> LessonView:
        """Return a lesson."""
        anchor = addresses.anchor("lesson", lesson.id)
        claim = self.book.plain(lesson.lesson)
        return LessonView(
            anchor=anchor,
            theme=self.book.term("themes", lesson.theme).name,
            lesson=self.book.html(lesson.lesson),
            because=self.book.html(lesson.because),
            against=tuple(self._lesson_link(other) for other in self._against(lesson)),
            disputes=self.bibliography.disputes(lesson, (None, None)),
            evidence=self.bibliography.evidence(anchor, claim, lesson),
        )

    def _against(self, lesson: Lesson) -> tuple[InCase[Lesson], ...]:
        """Return the lessons of other case studies that contradict `lesson`, whichever of them says so."""
        return self.book.links.lessons_against.get(LessonId(self.entry.id, lesson.id), ())

    def _lesson_link(self, lesson: InCase[Lesson]) -> Link:
        name = self.book.link("case-study", lesson.case.id).name
        return Link(name, addresses.claim(lesson.case.id, "lesson", lesson.part.id))

    def events(self) -> tuple[EventView, ...]:
        """Return the events, the oldest first."""
        return tuple(self._event(event) for event in sorted(self.case.timeline, key=lambda e: (e.date.earliest, e.id)))

    def _event(self, event: Event) -> EventView:
        anchor = addresses.anchor("event", event.id)
        claim = self.book.plain(event.what)
        until = self.case.period.until
        return EventView(
            anchor=anchor,
            date=wording.date(event.date),
            machine_date=str(event.date),
            what=self.book.html(event.what),
            kind=event.kind,
            later=until is not None and event.date.earliest > until.latest,
            disputes=self.bibliography.disputes(event, (None, None)),
            evidence=self.bibliography.evidence(anchor, claim, event),
        )
