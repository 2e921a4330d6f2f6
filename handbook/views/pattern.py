"""The page of a pattern."""

from dataclasses import dataclass

from markupsafe import Markup

from handbook import addresses
from handbook.library import Entry
from handbook.model.pattern import Pattern, Variant
from handbook.views.chips import Chip, pattern_chip, technology_chip
from handbook.views.context import Context, Link
from handbook.views.evidence import Bibliography, Evidence, Passage, SourceView, marks_of
from handbook.views.explore import explore
from handbook.views.use import PATTERN_VERBS, DecisionLine, StanceGroup, decision_lines, in_words, stance_groups


@dataclass(frozen=True, slots=True)
class VariantView:
    """A form of a pattern."""

    anchor: str
    name: str
    text: Markup
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class RelatedView:
    """A related pattern."""

    chip: Chip
    how: Markup


@dataclass(frozen=True, slots=True)
class PatternView:
    """Everything on the page of a pattern."""

    name: str
    what: Markup
    breadcrumbs: tuple[Link, ...]
    family: Link
    hue: int
    also_known_as: str
    used: str
    problem: Passage
    solution: Passage
    principle: Passage
    variants: tuple[VariantView, ...]
    costs: tuple[Passage, ...]
    use_when: tuple[Passage, ...]
    avoid_when: tuple[Passage, ...]
    related: tuple[RelatedView, ...]
    technologies: tuple[Chip, ...]
    stances: tuple[StanceGroup, ...]
    disagree: bool
    explore: str
    decisions: tuple[DecisionLine, ...]
    sources: tuple[SourceView, ...]


def pattern_view(context: Context, entry: Entry[Pattern]) -> PatternView:
    """Return the page of `entry`."""
    data, links = entry.data, context.links
    cite = Bibliography(context, data.sources)
    family = context.families[data.family]
    uses = links.uses_of_pattern.get(entry.id, ())
    stances = stance_groups(context, uses)
    problem = cite.passage("problem", "the problem", data.problem)
    solution = cite.passage("solution", "the solution", data.solution)
    principle = cite.passage("principle", data.principle.name, data.principle)
    variants = tuple(_variant(context, cite, variant) for variant in data.variants)
    costs = cite.points("cost", "what it costs", data.costs)
    use_when = cite.points("use-when", "when to use it", data.use_when)
    avoid_when = cite.points("avoid-when", "when not to", data.avoid_when)
    return PatternView(
        name=data.name,
        what=context.html(data.what),
        breadcrumbs=(
            Link("Home", addresses.HOME),
            Link("Patterns", addresses.PATTERNS),
            Link(family.name, addresses.family(family.id)),
        ),
        family=Link(family.name, addresses.family(family.id)),
        hue=family.hue,
        also_known_as=", ".join(data.also_known_as),
        used=in_words(uses, PATTERN_VERBS),
        problem=problem,
        solution=solution,
        principle=principle,
        variants=variants,
        costs=costs,
        use_when=use_when,
        avoid_when=avoid_when,
        related=tuple(
            RelatedView(pattern_chip(context, other.pattern), context.html(other.how)) for other in data.related
        ),
        technologies=tuple(
            technology_chip(context, other.id) for other in links.technologies_for_pattern.get(entry.id, ())
        ),
        stances=stances,
        disagree=len(stances) > 1,
        explore=explore("pattern", entry.id),
        decisions=decision_lines(context, links.decisions_on_pattern.get(entry.id, ())),
        sources=cite.listing(marks_of([problem, solution, principle, *variants, *costs, *use_when, *avoid_when])),
    )


def _variant(context: Context, cite: Bibliography, variant: Variant) -> VariantView:
    anchor = addresses.anchor("variant", variant.id)
    return VariantView(anchor, variant.name, context.html(variant.text), cite.evidence(anchor, variant.name, variant))
