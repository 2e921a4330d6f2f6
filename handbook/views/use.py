"""Who took which stance: the rows of the pages of technologies and patterns."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from handbook import addresses, wording
from handbook.library import Entry
from handbook.links import InCase
from handbook.model.case_study import CaseStudy, Decision, PatternUse, TechnologyUse
from handbook.views.context import Context, Link

STANCES = {
    "uses": "Uses it", "built": "Built it", "avoids": "Avoids it", "rejected": "Weighed and rejected it",
    "left": "Used and left it", "abandoned": "Used and gave it up", "planned": "Planned it",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class CaseUse:
    """What one case study says of a technology or a pattern. `claim` is the address where its sources stand."""

    case: Link
    claim: str
    text: Markup
    why: Markup | None
    when: str
    scale: str


@dataclass(frozen=True, slots=True)
class StanceGroup:
    """The uses with one stance, and how many cases they come from."""

    stance: str
    heading: str
    cases: int
    uses: tuple[CaseUse, ...]


@dataclass(frozen=True, slots=True)
class DecisionLine:
    """A decision of a case study, in one line."""

    case: Link
    claim: str
    chose: Markup
    instead_of: tuple[Markup, ...]


def stance_groups(context: Context, uses: Iterable[InCase[Any]]) -> tuple[StanceGroup, ...]:
    """Return the cases by stance, those that use it first."""
    groups: dict[str, list[CaseUse]] = {stance: [] for stance in STANCES}
    for use in uses:
        groups[use.part.stance].append(_case_use(context, use))
    return tuple(
        StanceGroup(stance, STANCES[stance], len({use.case for use in found}), tuple(found))
        for stance, found in groups.items()
        if found
    )


def _case_use(context: Context, use: InCase[Any]) -> CaseUse:
    part: TechnologyUse | PatternUse = use.part
    if isinstance(part, TechnologyUse):
        kind, name, text, why = "technology", part.claim_id, part.role, part.why
        span = part.period or use.case.data.period
    else:
        kind, name, text, why = "pattern", part.claim_id, part.how, None
        span = use.case.data.period
    return CaseUse(
        case=context.link("case-study", use.case.id),
        claim=addresses.claim(use.case.id, kind, name),
        text=context.html(text),
        why=context.html_or_none(why),
        when=wording.period(span),
        scale=scale(context, use.case),
    )


def scale(context: Context, case: Entry[CaseStudy]) -> str:
    """Return the first figure of a case study, in words: it tells the scale."""
    for figure in case.data.figures[:1]:
        return f"{wording.figure_value(figure, context.units)}: {figure.what} ({figure.as_of.year})"
    return ""


def decision_lines(context: Context, decisions: Sequence[InCase[Decision]]) -> tuple[DecisionLine, ...]:
    """Return decisions in one line each."""
    return tuple(
        DecisionLine(
            context.link("case-study", made.case.id),
            addresses.claim(made.case.id, "decision", made.part.id),
            context.html(made.part.chose),
            tuple(context.html(other) for other in made.part.instead_of),
        )
        for made in decisions
    )


def in_words(uses: Iterable[InCase[Any]], verbs: dict[str, str]) -> str:
    """Return how many cases take which stance, in a line: `used by 6, left by 1`."""
    cases: dict[str, set[str]] = {}
    for use in uses:
        cases.setdefault(use.part.stance, set()).add(use.case.id)
    return ", ".join(f"{verb} {len(cases[stance])}" for stance, verb in verbs.items() if stance in cases)


TECHNOLOGY_VERBS = {
    "uses": "used by", "built": "built by", "rejected": "rejected by", "left": "left by", "planned": "planned by",
}  # fmt: skip
PATTERN_VERBS = {"uses": "used by", "avoids": "avoided by", "abandoned": "given up by", "planned": "planned by"}
