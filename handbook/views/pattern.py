"""The page of a pattern."""

from dataclasses import dataclass

from markupsafe import Markup

from handbook import addresses
from handbook.context import Link
from handbook.faces import Casebook, Chip, Face
from handbook.library import Entry
from handbook.model.pattern import Pattern, Variant, WorkedExample
from handbook.stances import missing_sides
from handbook.views.diagrams import SketchView, sketch_view
from handbook.views.evidence import Bibliography, EvidenceView, Passage, SourceList, marks_of
from handbook.views.explore import explore
from handbook.views.sections import Sections, sections
from handbook.views.tasks import Upkeep, upkeep
from handbook.views.use import DecisionLine, StanceGroup, decision_lines, stance_groups


@dataclass(frozen=True, slots=True)
class VariantView:
    """A variant of a pattern."""

    anchor: str
    name: str
    text: Markup
    evidence: EvidenceView


@dataclass(frozen=True, slots=True)
class RelatedView:
    """A related pattern."""

    chip: Chip
    how: Markup


@dataclass(frozen=True, slots=True)
class ExampleView:
    """A worked example."""

    given: Markup
    steps: tuple[Markup, ...]
    shows: Markup
    evidence: EvidenceView


@dataclass(frozen=True, slots=True)
class PatternView:
    """The data of the page of a pattern."""

    face: Face
    breadcrumbs: tuple[Link, ...]
    sections: Sections
    family: Link
    also_known_as: str
    sketch: SketchView | None
    example: ExampleView | None
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
    missing: str
    explore: str
    decisions: tuple[DecisionLine, ...]
    sources: SourceList
    upkeep: Upkeep


def pattern_view(book: Casebook, entry: Entry[Pattern]) -> PatternView:
    """Return the page of `entry`."""
    data, links = entry.data, book.links
    cite = Bibliography(book, data.sources)
    family = book.families[data.family]
    uses = links.uses_of_pattern.get(entry.id, ())
    stances = stance_groups(book, uses)
    problem = cite.passage("problem", "the problem", data.problem)
    solution = cite.passage("solution", "the solution", data.solution)
    principle = cite.passage("principle", data.principle.name, data.principle)
    variants = tuple(_variant(book, cite, variant) for variant in data.variants)
    costs = cite.points("cost", "what it costs", data.costs)
    use_when = cite.points("use-when", "when to use it", data.use_when)
    avoid_when = cite.points("avoid-when", "when not to", data.avoid_when)
    example = _example(book, cite, data.example) if data.example else None
    said = (example, *use_when, *avoid_when, problem, solution, principle, *costs, *variants)
    link = Link(family.name, addresses.family(family.id))
    return PatternView(
        face=book.face("pattern", entry.id),
        breadcrumbs=(Link("Home", addresses.HOME), Link("Patterns", addresses.PATTERNS), link),
        sections=_sections(book, entry, len(stances)),
        family=link,
        also_known_as=", ".join(data.also_known_as),
        sketch=sketch_view(book, data.sketch) if data.sketch else None,
        example=example,
        problem=problem,
        solution=solution,
        principle=principle,
        variants=variants,
        costs=costs,
        use_when=use_when,
        avoid_when=avoid_when,
        related=tuple(RelatedView(book.chip("pattern", other.pattern), book.html(other.how)) for other in data.related),
        technologies=tuple(
            book.chip("technology", other.id) for other in links.technologies_for_pattern.get(entry.id, ())
        ),
        stances=stances,
        missing=" and ".join(missing_sides(data, uses)),
        explore=explore("pattern", entry.id),
        decisions=decision_lines(book, links.decisions_on_pattern.get(entry.id, ())),
        sources=cite.listing(marks_of(part for part in said if part)),
        upkeep=upkeep(book, entry),
    )


def _sections(book: Casebook, entry: Entry[Pattern], stances: int) -> Sections:
    """Return the sections; without a sketch or an example, the problem and the solution come first."""
    data, links = entry.data, book.links
    explanation = (("the-problem", "The problem", True), ("the-solution", "The solution", True))
    drawn = bool(data.sketch or data.example)
    return sections(
        *(() if drawn else explanation),
        ("sketch", "Sketch", data.sketch),
        ("example", "A worked example", data.example),
        ("use-when", "When to use it", True),
        ("avoid-when", "When not to", True),
        ("who", "Where systems disagree" if stances > 1 else "Who uses it", True),
        ("decisions", "Decisions that turned on it", links.decisions_on_pattern.get(entry.id)),
        *(explanation if drawn else ()),
        ("the-principle", f"The principle: {data.principle.name}", True),
        ("costs", "What it costs", True),
        ("variants", "Variants", data.variants),
        ("related", "Related patterns", data.related),
        ("technologies", "Technologies that serve it", links.technologies_for_pattern.get(entry.id)),
        ("sources", "Sources", True),
    )


def _example(book: Casebook, cite: Bibliography, example: WorkedExample) -> ExampleView:
    return ExampleView(
        given=book.html(example.given),
        steps=tuple(book.html(step) for step in example.steps),
        shows=book.html(example.shows),
        evidence=EvidenceView(cite.marks("example", "the worked example", example.sources), None),
    )


def _variant(book: Casebook, cite: Bibliography, variant: Variant) -> VariantView:
    anchor = addresses.anchor("variant", variant.id)
    return VariantView(anchor, variant.name, book.html(variant.text), cite.evidence(anchor, variant.name, variant))
