"""The page of a technology."""

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from handbook import addresses
from handbook.context import Link
from handbook.faces import Casebook, Chip
from handbook.guides import guide_over
from handbook.library import Entry
from handbook.model.technology import Technology
from handbook.pictures.charts import Chart
from handbook.views.charts import users_by_year
from handbook.views.evidence import Bibliography, SourceList, marks_of
from handbook.views.explore import explore
from handbook.views.portrait import Portrait, portrait
from handbook.views.sections import Sections, sections
from handbook.views.tasks import Upkeep, upkeep
from handbook.views.use import DecisionLine, StanceGroup, decision_lines, stance_groups


@dataclass(frozen=True, slots=True)
class Rival:
    """A technology that names this one as its alternative."""

    link: Link
    comparison: str


@dataclass(frozen=True, slots=True)
class TechnologyView:
    """The data of the page of a technology."""

    portrait: Portrait
    breadcrumbs: tuple[Link, ...]
    sections: Sections
    website: str
    also_known_as: str
    no_alternatives: Markup | None
    alternative_to: tuple[Rival, ...]
    guide: Link | None
    patterns: tuple[Chip, ...]
    users: Chart | None
    explore: str
    stances: tuple[StanceGroup, ...]
    decisions: tuple[DecisionLine, ...]
    sources: SourceList
    upkeep: Upkeep


def technology_view(book: Casebook, entry: Entry[Technology]) -> TechnologyView:
    """Return the page of `entry`."""
    data, links = entry.data, book.links
    cite = Bibliography(book, data.sources)
    says = portrait(book, entry, cite)
    uses = links.uses_of_technology.get(entry.id, ())
    decisions = links.decisions_on_technology.get(entry.id, ())
    rivals, guide = tuple(_rivals(book, entry)), _guide(book, data)
    return TechnologyView(
        portrait=says,
        breadcrumbs=(Link("Home", addresses.HOME), Link("Technologies", addresses.TECHNOLOGIES), says.category),
        sections=_sections(
            says, bool(data.no_alternatives or rivals or guide), bool(uses), bool(decisions), bool(data.sources)
        ),
        website=data.website,
        also_known_as=", ".join(data.also_known_as),
        no_alternatives=book.html_or_none(data.no_alternatives),
        alternative_to=rivals,
        guide=guide,
        patterns=tuple(book.chip("pattern", name) for name in data.patterns),
        users=users_by_year(book, uses),
        explore=explore("technology", entry.id),
        stances=stance_groups(book, uses),
        decisions=decision_lines(book, decisions),
        sources=cite.listing(marks_of(says.statements())),
        upkeep=upkeep(book, entry),
    )


def _sections(says: Portrait, other_ways: bool, used: bool, decided: bool, sourced: bool) -> Sections:
    return sections(
        ("at-a-glance", "At a glance", True),
        ("what-it-solves", "What it solves", True),
        ("how", "How it works", says.how_it_works),
        ("who-used-it", "Who used it, and for what", used),
        ("decisions", "Decisions that turned on it", decided),
        ("excels", "Where it excels", says.excels),
        ("fails", "Where it fails", says.fails),
        ("alternatives", "Alternatives", says.alternatives or other_ways),
        ("status-today", "Status", says.status),
        ("sources", "Sources", sourced),
    )


def _guide(book: Casebook, data: Technology) -> Link | None:
    guide = guide_over(book, next(term for term in book.library.vocabulary.categories if term.id == data.category))
    return Link(guide.name, guide.url) if guide else None


def _rivals(book: Casebook, entry: Entry[Technology]) -> Iterator[Rival]:
    """Yield the technologies that name this one as an alternative, except those that it names itself."""
    named = {other.technology for other in entry.data.alternatives}
    for other in book.links.alternative_to.get(entry.id, ()):
        if other.id not in named:
            yield Rival(book.link("technology", other.id), addresses.comparison(entry.id, other.id))
