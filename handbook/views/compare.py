"""The comparison page of a pair of technologies."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial

from markupsafe import Markup

from handbook import addresses, wording
from handbook.context import Link
from handbook.faces import Casebook, Face
from handbook.links import InCase
from handbook.model.case_study import TechnologyUse
from handbook.views.alignment import Points, align, likeness_of_points
from handbook.views.both import CommonDecisions, CommonGroup, common_cases, common_decisions, common_groups, newest
from handbook.views.evidence import Bibliography
from handbook.views.facts import Facts, facts
from handbook.views.portrait import AlternativeView, Portrait, portrait
from handbook.views.said import Said, SourcesLink, count_sources, said, said_points
from handbook.views.sections import Sections, sections
from handbook.views.use import StanceGroup, stance_groups

MOST_USES = 10
"""The maximum number of uses per stance on a page; the latest are shown. The technology's page shows all."""


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two technologies, with links from statements to sources; `more` is the number of uses not shown."""

    portrait: Portrait
    solves: Said
    excels: tuple[Said, ...]
    fails: tuple[Said, ...]
    status: Said | None
    stances: tuple[StanceGroup, ...]
    more: int

    @property
    def face(self) -> Face:
        """The face of the technology."""
        return self.portrait.face


@dataclass(frozen=True, slots=True)
class Inference:
    """The basis of inferred advice, with the names of the entries that give it."""

    entries: str
    text: Markup


@dataclass(frozen=True, slots=True)
class Advice:
    """When to choose each technology, according to both entries."""

    choose: tuple[tuple[Said, ...], tuple[Said, ...]]
    inferences: tuple[Inference, ...]


@dataclass(frozen=True, slots=True)
class ComparisonView:
    """The data of a comparison page."""

    name: str
    lead: str
    breadcrumbs: tuple[Link, ...]
    sections: Sections
    sides: tuple[Side, Side]
    facts: Facts
    excels: Points
    fails: Points
    advice: Advice
    common: tuple[CommonGroup, ...]
    decisions: CommonDecisions


Given = tuple[int, Side, AlternativeView]
"""The advice of an entry: the column of its technology, that technology, and its view of the other."""
CRUMBS = (Link("Home", addresses.HOME), Link("Technologies", addresses.TECHNOLOGIES))


def pair_name(book: Casebook, one: str, other: str) -> str:
    """Return the name of a pair: `Memcached or Redis`."""
    return wording.pair(*(book.face("technology", name).name for name in (one, other)))


def comparison_view(book: Casebook, one: str, other: str) -> ComparisonView:
    """Return the comparison page of two technologies."""
    left, right = (book.once(("side", name), partial(_side, book, name)) for name in (one, other))
    likeness = book.once("likeness", partial(likeness_of_points, book))
    cases = common_cases(book, one, other)
    common, decisions = tuple(common_groups(book, (one, other), cases)), common_decisions(book, one, other)
    return ComparisonView(
        name=pair_name(book, one, other),
        lead=_lead((left.face, right.face), len(cases)),
        breadcrumbs=(*CRUMBS, Link("Compare", addresses.COMPARE)),
        sections=_sections((left, right), bool(common or decisions.lines)),
        sides=(left, right),
        facts=facts((left.portrait, right.portrait)),
        excels=align((left.excels, right.excels), likeness),
        fails=align((left.fails, right.fails), likeness),
        advice=_advice((left, _on(left, other)), (right, _on(right, one))),
        common=common,
        decisions=decisions,
    )


def _sections(sides: tuple[Side, Side], common: bool) -> Sections:
    return sections(
        ("at-a-glance", "At a glance", True),
        ("choose", "When to choose which", True),
        ("both", "Who ran or weighed both", common),
        ("who-ran-which", "Who ran which, and for what", any(side.stances for side in sides)),
        ("what-each-solves", "What each solves", True),
        ("excels", "Where each excels", any(side.excels for side in sides)),
        ("fails", "Where each fails", any(side.fails for side in sides)),
        ("status-today", "Status today", any(side.status for side in sides)),
    )


def _side(book: Casebook, name: str) -> Side:
    entry = book.library.technologies[name]
    says = portrait(book, entry, Bibliography(book, entry.data.sources))
    uses = book.links.uses_of_technology.get(name, ())
    stances = tuple(_latest(book, uses))
    return Side(
        portrait=says,
        solves=said(says.face, says.solves),
        excels=said_points(says.face, says.excels),
        fails=said_points(says.face, says.fails),
        status=said(says.face, says.status) if says.status else None,
        stances=stances,
        more=len(uses) - sum(len(group.uses) for group in stances),
    )


def _latest(book: Casebook, uses: tuple[InCase[TechnologyUse], ...]) -> Iterator[StanceGroup]:
    """Yield the latest uses of each stance, with the total number of case studies."""
    by_stance: dict[str, list[InCase[TechnologyUse]]] = defaultdict(list)
    for use in newest(uses):
        by_stance[use.part.stance].append(use)
    shown = [use for group in by_stance.values() for use in group[:MOST_USES]]
    for group in stance_groups(book, shown):
        yield replace(group, cases=len({use.case.id for use in by_stance[group.stance]}))


def _lead(faces: tuple[Face, Face], common: int) -> str:
    if not any(face.stances for face in faces):
        return "No case study here names either of them yet: what follows is from their entries."
    used = " ".join(f"{face.name}: {face.stances or 'in no case study yet'}." for face in faces)
    return f"{used} {_named_together(common)}"


def _named_together(common: int) -> str:
    counted = {0: "No case study names", 1: "One case study names"}.get(common, f"{common} case studies name")
    return f"{counted} both."


def _on(side: Side, other: str) -> AlternativeView | None:
    """Return what an entry says about another technology as an alternative, or None."""
    anchor = addresses.anchor("alternative", other)
    return next((view for view in side.portrait.alternatives if view.anchor == anchor), None)


def _advice(left: tuple[Side, AlternativeView | None], right: tuple[Side, AlternativeView | None]) -> Advice:
    given = [(column, side, view) for column, (side, view) in enumerate((left, right)) if view]
    return Advice((_advice_for(0, given), _advice_for(1, given)), tuple(_inferences(given)))


def _advice_for(column: int, given: list[Given]) -> tuple[Said, ...]:
    sources: dict[Markup, list[SourcesLink]] = defaultdict(list)
    for own, side, view in given:
        counted = f"{side.face.name}: {count_sources(view.evidence)}"
        link = SourcesLink(counted, f"{side.face.url}#{view.anchor}", f"{counted}, on its page")
        sources[view.choose_this if own == column else view.choose_that].append(link)
    return tuple(Said(text, tuple(links), None) for text, links in sources.items())


def _inferences(given: list[Given]) -> Iterator[Inference]:
    entries: dict[Markup, list[str]] = defaultdict(list)
    for _, side, view in given:
        if view.evidence.inferred_from:
            entries[view.evidence.inferred_from].append(side.face.name)
    for text, names in entries.items():
        yield Inference(wording.listing(tuple(names)), text)
