"""Technologies side by side: the page of a pair of alternatives, and the index of all pairs."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace

from markupsafe import Markup

from handbook import addresses, wording
from handbook.links import InCase
from handbook.model.case_study import TechnologyUse
from handbook.model.vocabulary import VocabularyTerm
from handbook.views.both import (
    CommonDecisions,
    CommonGroup,
    common_cases,
    common_decisions,
    common_groups,
    newest,
)
from handbook.views.context import Context, Link
from handbook.views.evidence import Bibliography, Evidence, Passage
from handbook.views.technology import AlternativeView, Portrait, portrait, state
from handbook.views.use import TECHNOLOGY_VERBS, StanceGroup, in_words, stance_groups

MOST_USES = 10
"""How many uses with one stance a page shows: the latest. The page of the technology has them all."""


@dataclass(frozen=True, slots=True)
class SourcesLink:
    """The way to the sources of a statement: they stand on the page of its entry, and are counted here."""

    name: str
    url: str
    label: str


@dataclass(frozen=True, slots=True)
class Said:
    """A statement of an entry, or of two that use the same words."""

    text: Markup
    sources: tuple[SourcesLink, ...]
    inferred_from: Markup | None


@dataclass(frozen=True, slots=True)
class Side:
    """One of two technologies; `more` of its uses are not shown."""

    name: str
    url: str
    what: Markup
    category: Link
    availability: str
    licence: str
    first_release: str
    state: str
    brief: bool
    used: str
    solves: Said
    excels: tuple[Said, ...]
    fails: tuple[Said, ...]
    status: Said | None
    stances: tuple[StanceGroup, ...]
    more: int


@dataclass(frozen=True, slots=True)
class Inference:
    """What the advice of an entry was inferred from, or that of both."""

    entries: str
    text: Markup


@dataclass(frozen=True, slots=True)
class Advice:
    """When to choose the one and when the other, as both entries tell it."""

    choose: tuple[tuple[Said, ...], tuple[Said, ...]]
    inferences: tuple[Inference, ...]


@dataclass(frozen=True, slots=True)
class ComparisonView:
    """The page of a pair."""

    name: str
    lead: str
    breadcrumbs: tuple[Link, ...]
    sides: tuple[Side, Side]
    advice: Advice
    common: tuple[CommonGroup, ...]
    decisions: CommonDecisions


@dataclass(frozen=True, slots=True)
class PairLine:
    """A pair in the index: who used which, and how many case studies name both."""

    name: str
    url: str
    used: tuple[str, ...]
    common: int


@dataclass(frozen=True, slots=True)
class PairCategory:
    """The pairs with at least one technology of a category."""

    anchor: str
    name: str
    what: str
    pairs: tuple[PairLine, ...]


@dataclass(frozen=True, slots=True)
class ComparisonIndex:
    """All pairs, by category."""

    breadcrumbs: tuple[Link, ...]
    count: int
    categories: tuple[PairCategory, ...]


Given = tuple[int, Side, AlternativeView]
"""Advice as an entry gives it: the column of its technology, that technology, what it says of the other."""
CRUMBS = (Link("Home", addresses.HOME), Link("Technologies", addresses.TECHNOLOGIES))


def pair_name(context: Context, one: str, other: str) -> str:
    """Return what a pair is called: `Memcached or Redis`."""
    return wording.pair(*(context.library.technologies[name].data.name for name in (one, other)))


class Comparisons:
    """Makes the pages of pairs. A technology is described once, however many others it is compared with."""

    def __init__(self, context: Context) -> None:
        """Begin with nothing described."""
        self._context = context
        self._described: dict[str, tuple[Side, Portrait]] = {}

    def page(self, one: str, other: str) -> ComparisonView:
        """Return the page of two technologies."""
        context = self._context
        (left, left_says), (right, right_says) = self._describe(one), self._describe(other)
        cases = common_cases(context, one, other)
        return ComparisonView(
            name=pair_name(context, one, other),
            lead=_lead((left, right), len(cases)),
            breadcrumbs=(*CRUMBS, Link("Compare", addresses.COMPARE)),
            sides=(left, right),
            advice=_advice((left, _on(left_says, other)), (right, _on(right_says, one))),
            common=tuple(common_groups(context, (one, other), cases)),
            decisions=common_decisions(context, one, other),
        )

    def _describe(self, name: str) -> tuple[Side, Portrait]:
        if name not in self._described:
            self._described[name] = _side(self._context, name)
        return self._described[name]


def _side(context: Context, name: str) -> tuple[Side, Portrait]:
    entry = context.library.technologies[name]
    data, url = entry.data, addresses.page("technology", name)
    says = portrait(context, entry, Bibliography(context, data.sources))
    uses = context.links.uses_of_technology.get(name, ())
    stances = tuple(_latest(context, uses))
    side = Side(
        name=data.name,
        url=url,
        what=context.html(data.what),
        category=Link(context.term("categories", data.category).name, addresses.category(data.category)),
        availability=data.availability.replace("-", " "),
        licence=data.licence or "",
        first_release=wording.date(data.first_release) if data.first_release else "",
        state=state(data),
        brief=data.depth == "brief",
        used=in_words(uses, TECHNOLOGY_VERBS),
        solves=_said(data.name, url, says.solves),
        excels=tuple(_said(data.name, url, point) for point in says.excels),
        fails=tuple(_said(data.name, url, point) for point in says.fails),
        status=_said(data.name, url, says.status) if says.status else None,
        stances=stances,
        more=len(uses) - sum(len(group.uses) for group in stances),
    )
    return side, says


def _latest(context: Context, uses: tuple[InCase[TechnologyUse], ...]) -> Iterator[StanceGroup]:
    """Yield the latest uses with each stance, and how many case studies there are in all."""
    by_stance: dict[str, list[InCase[TechnologyUse]]] = defaultdict(list)
    for use in newest(uses):
        by_stance[use.part.stance].append(use)
    shown = [use for group in by_stance.values() for use in group[:MOST_USES]]
    for group in stance_groups(context, shown):
        yield replace(group, cases=len({use.case.id for use in by_stance[group.stance]}))


def _said(name: str, url: str, passage: Passage) -> Said:
    sources = _sources(passage.evidence)
    link = SourcesLink(sources, f"{url}#{passage.anchor}", f"{sources} on the page of {name}")
    return Said(passage.text, (link,), passage.evidence.inferred_from)


def _sources(evidence: Evidence) -> str:
    count = len(evidence.marks)
    return f"{count} source{'' if count == 1 else 's'}"


def _lead(sides: tuple[Side, Side], common: int) -> str:
    if not any(side.used for side in sides):
        return "No case study here names either of them yet: what follows is from their entries."
    used = " ".join(f"{side.name}: {side.used or 'in no case study yet'}." for side in sides)
    return f"{used} {_named_together(common)}"


def _named_together(common: int) -> str:
    counted = {0: "No case study names", 1: "One case study names"}.get(common, f"{common} case studies name")
    return f"{counted} both."


def _on(says: Portrait, other: str) -> AlternativeView | None:
    """Return what an entry says of another technology as its alternative."""
    anchor = addresses.anchor("alternative", other)
    return next((view for view in says.alternatives if view.anchor == anchor), None)


def _advice(left: tuple[Side, AlternativeView | None], right: tuple[Side, AlternativeView | None]) -> Advice:
    given = [(column, side, view) for column, (side, view) in enumerate((left, right)) if view]
    return Advice((_advice_for(0, given), _advice_for(1, given)), tuple(_inferences(given)))


def _advice_for(column: int, given: list[Given]) -> tuple[Said, ...]:
    sources: dict[Markup, list[SourcesLink]] = defaultdict(list)
    for own, side, view in given:
        counted = f"{side.name}: {_sources(view.evidence)}"
        link = SourcesLink(counted, f"{side.url}#{view.anchor}", f"{counted}, on its page")
        sources[view.choose_this if own == column else view.choose_that].append(link)
    return tuple(Said(text, tuple(links), None) for text, links in sources.items())


def _inferences(given: list[Given]) -> Iterator[Inference]:
    entries: dict[Markup, list[str]] = defaultdict(list)
    for _, side, view in given:
        if view.evidence.inferred_from:
            entries[view.evidence.inferred_from].append(side.name)
    for text, names in entries.items():
        yield Inference(wording.listing(tuple(names)), text)


def comparison_index(context: Context) -> ComparisonIndex:
    """Return the index of all pairs: each under the category of its technologies, or under both."""
    by_category: dict[str, list[PairLine]] = defaultdict(list)
    technologies, used = context.library.technologies, _used(context)
    for one, other in sorted(context.links.pairs, key=lambda pair: pair_name(context, *pair).casefold()):
        line = _line(context, used, one, other)
        for category in dict.fromkeys(technologies[name].data.category for name in (one, other)):
            by_category[category].append(line)
    return ComparisonIndex(
        breadcrumbs=CRUMBS,
        count=len(context.links.pairs),
        categories=tuple(
            _category(term, by_category[term.id])
            for term in context.terms["categories"].values()
            if term.id in by_category
        ),
    )


def _used(context: Context) -> dict[str, str]:
    """Return the names of those that are used, each with who used it."""
    uses = context.links.uses_of_technology
    names = {name: entry.data.name for name, entry in context.library.technologies.items()}
    return {name: f"{names[name]} {in_words(found, TECHNOLOGY_VERBS)}" for name, found in uses.items()}


def _line(context: Context, used: dict[str, str], one: str, other: str) -> PairLine:
    return PairLine(
        name=pair_name(context, one, other),
        url=addresses.comparison(one, other),
        used=tuple(used[name] for name in (one, other) if name in used),
        common=len(common_cases(context, one, other)),
    )


def _category(term: VocabularyTerm, pairs: list[PairLine]) -> PairCategory:
    return PairCategory(addresses.anchor("category", term.id), term.name, term.what, tuple(pairs))
