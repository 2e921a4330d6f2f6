"""The home page: what there is, and where to start."""

from dataclasses import dataclass

from handbook import addresses
from handbook.collation import name_order
from handbook.context import Link
from handbook.faces import Casebook, Face
from handbook.pictures.charts import Chart
from handbook.views.charts import field_at_a_glance
from handbook.views.families import FamilyCard, families
from handbook.views.sections import Sections, sections

TECHNOLOGIES = 24
CASES = 6


@dataclass(frozen=True, slots=True)
class HomeView:
    """The home page."""

    sections: Sections
    counts: tuple[tuple[int, Link], ...]
    cases: tuple[Face, ...]
    field: Chart | None
    families: tuple[FamilyCard, ...]
    technologies: tuple[Face, ...]
    paths: tuple[Link, ...]
    first: Link | None


def home_view(book: Casebook) -> HomeView:
    """Return the home page."""
    library = book.library
    easiest = _by_level(book)
    technologies = (book.face("technology", name) for name in library.technologies)
    field = field_at_a_glance(book)
    return HomeView(
        sections=sections(
            ("case-studies", "Case studies", True),
            ("at-a-glance", "The field at a glance", field),
            ("patterns", "Patterns, by family", True),
            ("technologies", "Technologies, by the systems that took a stance on them", True),
            ("how-to-read", "How to read a case study", True),
        ),
        counts=(
            (len(library.case_studies), Link("case studies", addresses.CASE_STUDIES)),
            (len(library.patterns), Link("patterns", addresses.PATTERNS)),
            (len(library.technologies), Link("technologies", addresses.TECHNOLOGIES)),
        ),
        cases=tuple(easiest[:CASES]),
        field=field,
        families=families(book),
        technologies=tuple(sorted(technologies, key=lambda face: (-face.weight, name_order(face.name)))[:TECHNOLOGIES]),
        paths=tuple(book.link("path", name) for name in library.paths),
        first=easiest[0].link if easiest else None,
    )


def _by_level(book: Casebook) -> list[Face]:
    levels = {level: number for number, level in enumerate(book.terms["levels"])}
    cases = book.library.case_studies
    order = sorted(cases, key=lambda name: (levels[cases[name].data.level], name_order(cases[name].data.name), name))
    return [book.face("case-study", name) for name in order]
