"""The stances of case studies, and decisions, on the pages of technologies and patterns."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from handbook import addresses, depth, wording
from handbook.context import Link
from handbook.faces import Casebook, Headline, headline
from handbook.links import InCase
from handbook.model.case_study import Decision, TechnologyUse
from handbook.stances import STANCES, UseInCase


@dataclass(frozen=True, slots=True)
class CaseUse:
    """The use of a technology or a pattern in one case study.

    `claim` is the address of the claim with its sources; `measures` has the figures that measure this use.
    """

    case: Link
    claim: str
    text: Markup
    why: Markup | None
    when: str
    measures: tuple[Headline, ...]


@dataclass(frozen=True, slots=True)
class StanceGroup:
    """The uses with one stance, and the number of case studies."""

    stance: str
    heading: str
    cases: int
    uses: tuple[CaseUse, ...]


@dataclass(frozen=True, slots=True)
class DecisionLine:
    """A decision of a case study in one line."""

    case: Link
    claim: str
    chose: Markup
    instead_of: tuple[Markup, ...]


def stance_groups(book: Casebook, uses: Iterable[UseInCase]) -> tuple[StanceGroup, ...]:
    """Return the uses grouped by stance, in the order of STANCES."""
    groups: dict[str, list[CaseUse]] = {stance: [] for stance in STANCES}
    for use in uses:
        groups[use.part.stance].append(_case_use(book, use))
    return tuple(
        StanceGroup(stance, STANCES[stance].heading, len({use.case for use in found}), tuple(found))
        for stance, found in groups.items()
        if found
    )


def _case_use(book: Casebook, use: UseInCase) -> CaseUse:
    part, case = use.part, use.case
    face = book.face("case-study", case.id)
    if isinstance(part, TechnologyUse):
        kind, text, why = "technology", part.role, part.why
        when = wording.period(part.period) if part.period else face.period
    else:
        kind, text, why, when = "pattern", part.how, None, face.period
    return CaseUse(
        case=face.link,
        claim=depth.claim(case, kind, part.claim_id),
        text=book.html(text),
        why=book.html_or_none(why),
        when=when,
        measures=tuple(headline(book, case, figure) for figure in case.data.figures if figure.id in part.figures),
    )


def decision_lines(book: Casebook, decisions: Sequence[InCase[Decision]]) -> tuple[DecisionLine, ...]:
    """Return the decisions, each in one line."""
    return tuple(
        DecisionLine(
            book.link("case-study", made.case.id),
            addresses.claim(made.case.id, "decision", made.part.id),
            book.html(wording.option(made.part.chose)),
            tuple(book.html(wording.option(other)) for other in made.part.instead_of),
        )
        for made in decisions
    )
