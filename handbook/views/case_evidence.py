"""The evidence page of a case study: every claim with its sources, and every source."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from markupsafe import Markup

from handbook import addresses, wording
from handbook.context import Link
from handbook.faces import Casebook, Face
from handbook.library import Entry
from handbook.model.architecture import Component
from handbook.model.case_study import CaseStudy
from handbook.views.brief import BriefLine
from handbook.views.case_claims import CaseClaims, case_claims
from handbook.views.claims import DecisionView, EventView, LessonView, UseView
from handbook.views.evidence import DisputeView, SourceList, Superscript, marks_of
from handbook.views.figures import FigureView
from handbook.views.sections import Sections, sections
from handbook.views.tasks import Upkeep, upkeep

ClaimView = FigureView | DecisionView | UseView | LessonView | EventView


@dataclass(frozen=True, slots=True)
class Proof:
    """A claim with its date, evidence and disputes.

    `url` leads to its place in the case study, or is empty if the case study does not show it.
    """

    mark: Superscript
    text: Markup
    when: str
    disputes: tuple[DisputeView, ...]
    url: str
    figure: FigureView | None = None


@dataclass(frozen=True, slots=True)
class ProofGroup:
    """The claims of one kind."""

    anchor: str
    proofs: tuple[Proof, ...]


@dataclass(frozen=True, slots=True)
class CaseEvidenceView:
    """The data of the page."""

    face: Face
    breadcrumbs: tuple[Link, ...]
    sections: Sections
    reviewed: str
    upkeep: Upkeep
    brief: tuple[BriefLine, ...]
    groups: tuple[ProofGroup, ...]
    sources: SourceList


def case_evidence_view(book: Casebook, entry: Entry[CaseStudy]) -> CaseEvidenceView:
    """Return the evidence page of `entry`."""
    face, claims = book.face("case-study", entry.id), case_claims(book, entry, is_drawn=False)
    groups = tuple(_groups(claims))
    marks = tuple(_marks(claims))
    return CaseEvidenceView(
        face=face,
        breadcrumbs=(Link("Home", addresses.HOME), Link("Case studies", addresses.CASE_STUDIES), face.link),
        sections=_sections(claims, groups),
        reviewed=wording.date(entry.data.reviewed) if entry.data.reviewed else "",
        upkeep=upkeep(book, entry),
        brief=tuple(_brief(entry, claims, marks)),
        groups=groups,
        sources=claims.bibliography.listing(marks),
    )


def _brief(entry: Entry[CaseStudy], claims: CaseClaims, marks: tuple[Superscript, ...]) -> Iterator[BriefLine]:
    """Yield the lines of the brief with links to their claims; claims without evidence link to the case study."""
    home = addresses.page("case-study", entry.id)
    components = entry.data.architecture.components if entry.data.architecture else ()
    ways = {anchor: Link(name, f"{home}#{anchor}") for anchor, name in _component_names(components)}
    ways |= {mark.anchor: Link(mark.claim, f"#{mark.anchor}") for mark in marks}
    for line in claims.brief.lines if claims.brief else ():
        yield replace(line, claims=tuple(ways[link.url.partition("#")[2]] for link in line.claims))


def _component_names(components: Iterable[Component]) -> Iterator[tuple[str, str]]:
    return ((addresses.anchor("component", component.id), component.name) for component in components)


TITLES = {
    "figures": "Numbers", "decisions": "Decisions", "lessons": "Lessons", "components": "Components", "flows": "Flows",
    "patterns": "Patterns", "technologies": "Technologies", "timeline": "Timeline",
}  # fmt: skip


def _sections(claims: CaseClaims, groups: tuple[ProofGroup, ...]) -> Sections:
    return sections(
        ("brief", "The brief", claims.brief),
        *((group.anchor, TITLES[group.anchor], True) for group in groups),
        ("sources", "Sources", True),
    )


def _groups(claims: CaseClaims) -> Iterator[ProofGroup]:
    parts = claims.architecture
    components = (mark for group in parts.groups for component in group.components for mark in component.marks)
    found = {
        "figures": [_figure(figure) for figure in claims.figures.values()],
        "decisions": [_decision(one) for one in claims.decisions],
        "lessons": [_proof(one, one.lesson) for one in claims.lessons.values()],
        "components": list(_plain((*parts.evidence_marks, *components))),
        "flows": list(_plain(mark for flow in parts.flows for mark in flow.marks)),
        "patterns": [_use(one) for one in claims.patterns],
        "technologies": [_use(one) for one in claims.technologies],
        "timeline": [_proof(one, one.what, one.date) for one in claims.events],
    }
    return (ProofGroup(anchor, tuple(proofs)) for anchor, proofs in found.items() if proofs)


def _proof(claim: ClaimView, text: Markup, when: str = "") -> Proof:
    return Proof(claim.evidence.marks[0], text, when, claim.disputes, f"../#{claim.anchor}")


def _figure(figure: FigureView) -> Proof:
    text = Markup("<b>{}</b>, {}").format(figure.value, figure.what)
    return Proof(figure.evidence.marks[0], text, figure.as_of, figure.disputes, _back(figure.url), figure)


def _decision(decision: DecisionView) -> Proof:
    """Return a decision, after the situation in which it was made."""
    chose = decision.chose
    text = Markup("{} <b>{}</b>").format(decision.situation, chose) if decision.situation else chose
    return _proof(decision, text, decision.date)


def _use(use: UseView) -> Proof:
    text = Markup("<b>{}</b> ({}): {}").format(use.chip.name, use.stance, use.text)
    return Proof(use.evidence.marks[0], text, use.when, use.disputes, _back(use.url))


def _back(url: str) -> str:
    """Return the address of a claim relative to the evidence page, or an empty string if the case study omits it."""
    return f"../{url}" if url.startswith("#") else ""


def _plain(marks: Iterable[Superscript]) -> Iterator[Proof]:
    return (Proof(mark, Markup.escape(mark.claim), "", (), f"../#{mark.anchor}") for mark in marks)


def _marks(claims: CaseClaims) -> Iterator[Superscript]:
    parts: tuple[ClaimView, ...] = (
        *claims.figures.values(), *claims.decisions, *claims.lessons.values(), *claims.patterns, *claims.technologies,
        *claims.events,
    )  # fmt: skip
    yield from marks_of(parts)
    yield from claims.architecture.marks
