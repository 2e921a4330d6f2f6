"""The home page: introduction, search, one case in a minute, known systems, patterns and reading paths."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from markupsafe import Markup

from handbook import addresses, reading_time
from handbook.collation import name_order
from handbook.context import Link
from handbook.faces import Casebook, Chip, Face
from handbook.library import Entry
from handbook.model.case_study import CaseStudy
from handbook.pictures.charts import Chart
from handbook.pictures.diagram import Diagram
from handbook.views.charts import field_at_a_glance
from handbook.views.insights import hub
from handbook.views.reading_path import PathCard, path_cards
from handbook.views.sections import Sections, sections
from handbook.views.thumbnails import Thumbnail, main_picture, thumbnail

TECHNOLOGIES = 20
"""The number of technologies shown: those on which the most case studies take a stance."""


@dataclass(frozen=True, slots=True)
class Minute:
    """A case study in a minute: its brief as labels and sentences, and its diagram. `takes` is the reading time."""

    face: Face
    lines: tuple[tuple[str, Markup], ...]
    picture: Diagram
    takes: str


@dataclass(frozen=True, slots=True)
class SystemCard:
    """A system that most readers know, with a thumbnail of its architecture."""

    face: Face
    thumbnail: Thumbnail


@dataclass(frozen=True, slots=True)
class HomeView:
    """The data of the home page."""

    sections: Sections
    cases: int
    counts: tuple[tuple[int, Link], ...]
    searches: tuple[str, ...]
    minute: Minute | None
    systems: tuple[SystemCard, ...]
    insights: tuple[hub.Insight, ...]
    field: Chart | None
    technologies: tuple[Chip, ...]
    paths: tuple[PathCard, ...]


def home_view(book: Casebook) -> HomeView:
    """Return the home page."""
    home = book.library.vocabulary.home
    entries = [book.library.case_studies[name] for name in home.systems]
    minute, field, paths = _minute(book, entries), field_at_a_glance(book), path_cards(book)
    return HomeView(
        sections=sections(
            ("minute", "One case in a minute", minute),
            ("systems", "Systems you know", entries),
            ("between", "Between the systems", True),
            ("patterns", "Patterns, by family", field),
            ("paths", "Reading paths", paths),
            ("technologies", "Technologies that most systems name", True),
            ("how-to-read", "How to read a case study", True),
        ),
        cases=len(book.library.case_studies),
        counts=_counts(book),
        searches=home.searches,
        minute=minute,
        systems=tuple(_system(book, entry) for entry in entries),
        insights=hub.described(),
        field=field,
        technologies=tuple(_technologies(book)),
        paths=paths,
    )


def _counts(book: Casebook) -> tuple[tuple[int, Link], ...]:
    library = book.library
    return (
        (len(library.case_studies), Link("case studies", addresses.CASE_STUDIES)),
        (len(library.patterns), Link("patterns", addresses.PATTERNS)),
        (len(library.technologies), Link("technologies", addresses.TECHNOLOGIES)),
        (len(book.links.pairs), Link("comparisons", addresses.COMPARE)),
    )


def _minute(book: Casebook, entries: Sequence[Entry[CaseStudy]]) -> Minute | None:
    """Return the case study whose diagram has the fewest components, so that it can be understood in a minute."""
    pictured = [(main_picture(book, entry), entry) for entry in entries if entry.data.brief]
    if not pictured:
        return None
    picture, entry = min(pictured, key=lambda pair: len(pair[0].nodes))
    face = book.face("case-study", entry.id)
    takes = reading_time.in_words(reading_time.minutes(entry))
    return Minute(face, tuple(_brief(book, entry)), _within(picture, face.url), takes)


def _brief(book: Casebook, entry: Entry[CaseStudy]) -> Iterator[tuple[str, Markup]]:
    if brief := entry.data.brief:
        for label in ("problem", "idea", "cost", "outcome"):
            yield label.capitalize(), book.html(getattr(brief, label).text)


def _within(picture: Diagram, url: str) -> Diagram:
    """Return a diagram whose components link to the page at `url`."""
    return replace(picture, nodes=tuple(replace(node, url=f"{url}{node.url}") for node in picture.nodes))


def _system(book: Casebook, entry: Entry[CaseStudy]) -> SystemCard:
    return SystemCard(book.face("case-study", entry.id), thumbnail(main_picture(book, entry)))


def _technologies(book: Casebook) -> Iterator[Chip]:
    faces = (book.face("technology", name) for name in book.library.technologies)
    for face in sorted(faces, key=lambda face: (-face.weight, name_order(face.name)))[:TECHNOLOGIES]:
        yield face.chip()
