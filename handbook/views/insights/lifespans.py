"""When each technology first appears and is last seen in the case studies, and who left it."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import partial

from handbook import addresses, depth, wording
from handbook.collation import name_order
from handbook.context import Link
from handbook.faces import Casebook, Chip
from handbook.links import InCase
from handbook.model.case_study import TechnologyUse
from handbook.model.fields import PartialDate
from handbook.text import candidates, entry_links
from handbook.views.charts import TAKEN
from handbook.views.filters import Filter, choices, filter_by
from handbook.views.index_page import IndexPage, TablePart, parts
from handbook.views.sections import Sections, sections

TITLE = "Technologies over time"
DESCRIPTION = "When each technology first appears in the case studies, when it is last seen, and which systems left it."
MOST_ROWS = 300
"""The number of rows on one page, which keeps it below 300 KB."""
IN_USE = date.max
"""The last sighting in a system whose period has not ended."""


@dataclass(frozen=True, slots=True)
class Sighting:
    """A day on which a system had a technology; `bound` limits it if only the period of the case study is known."""

    day: date
    bound: str
    case: str
    url: str


@dataclass(frozen=True, slots=True)
class Seen:
    """The first or the last sighting: its year, and the system with its claim."""

    year: str
    bound: str
    system: Link
    sort: str


@dataclass(frozen=True, slots=True)
class Lifespan:
    """A technology from its first to its last sighting; `left` has the systems that left it, with the year."""

    technology: Chip
    category: Link
    first: Seen | None
    last: Seen | None
    systems: int
    left: tuple[tuple[Link, str], ...]
    facets: Mapping[str, str] = field(default_factory=dict)

    @property
    def years(self) -> int:
        """The number of years between the sightings, or 0 if they have no years."""
        if self.first is None or self.last is None or self.last.sort == IN_USE.isoformat():
            return 0
        return int(self.last.year) - int(self.first.year)


@dataclass(frozen=True, slots=True)
class LifespanView:
    """The data of the page."""

    breadcrumbs: tuple[Link, ...]
    sections: Sections
    answer: str
    filters: tuple[Filter, ...]
    part: TablePart[Lifespan]


def lifespan_pages(rows: tuple[Lifespan, ...]) -> Iterator[IndexPage]:
    """Yield the page, and further ones if there are too many rows for one."""
    for part in parts(addresses.TECHNOLOGIES_OVER_TIME, rows, MOST_ROWS, lambda row: row.technology.name):
        yield IndexPage(part.url, TITLE, DESCRIPTION, "lifespans.html", partial(lifespan_view, rows, part))


def lifespan_view(rows: tuple[Lifespan, ...], part: TablePart[Lifespan]) -> LifespanView:
    """Return one page of the table of `rows`."""
    return LifespanView(
        breadcrumbs=(
            Link("Home", addresses.HOME),
            Link("Insights", addresses.INSIGHTS),
            Link("Timeline", addresses.TIMELINE),
        ),
        sections=sections(("all", "All technologies", True)),
        answer=in_one_line(rows),
        filters=_filters(part.rows),
        part=part,
    )


def in_one_line(rows: tuple[Lifespan, ...]) -> str:
    """Return how many technologies were seen and left, and which was seen over the most years."""
    left = sum(bool(row.left) for row in rows)
    line = (
        f"{wording.counted(len(rows), 'technology was', 'technologies were')} in use, and systems left {left} of them"
    )
    longest = max(rows, key=lambda row: (row.years, row.systems), default=None)
    if longest is None or longest.first is None or longest.last is None:
        return line
    return f"{line}; {longest.technology.name} is seen over the most years, {longest.first.year} to {longest.last.year}"


def lifespans(book: Casebook) -> tuple[Lifespan, ...]:
    """Return the technologies that systems had, by name, with the first and the last sighting of each."""
    named = _named_by_events(book)
    taken = {
        name: tuple(use for use in uses if use.part.stance in TAKEN)
        for name, uses in book.links.uses_of_technology.items()
    }
    rows = (_lifespan(book, name, uses, named[name]) for name, uses in taken.items() if uses)
    return tuple(sorted(rows, key=lambda row: name_order(row.technology.name)))


def _lifespan(book: Casebook, name: str, uses: tuple[InCase[TechnologyUse], ...], named: list[Sighting]) -> Lifespan:
    cases = {use.case.id for use in uses}
    events = [sighting for sighting in named if sighting.case in cases]
    firsts = [*filter(None, map(_first_of, uses)), *events]
    lasts = [*filter(None, map(_last_of, uses)), *events]
    category = book.term("categories", book.library.technologies[name].data.category)
    left = tuple(dict.fromkeys(_left(book, use) for use in uses if use.part.stance == "left"))
    return Lifespan(
        technology=book.chip("technology", name),
        category=Link(category.name, addresses.category(category.id)),
        first=_seen(book, min(firsts, key=lambda one: (one.day, one.bound, one.case), default=None)),
        last=_seen(book, max(lasts, key=lambda one: (one.day, not one.bound, one.case), default=None)),
        systems=len(cases),
        left=left,
        facets={"category": category.id, "left": "yes" if left else "no"},
    )


def _first_of(use: InCase[TechnologyUse]) -> Sighting | None:
    """Return the start of a use, or else that of its case study, unless the use had already ended."""
    start, until = _dates(use.part)
    if start:
        return _sighting(use, start.earliest)
    study = use.case.data.period.start
    if until and (study is None or until.latest < study.earliest):
        return _sighting(use, until.latest)
    return _sighting(use, study.earliest, "or later") if study else None


def _last_of(use: InCase[TechnologyUse]) -> Sighting | None:
    """Return the end of a use, or else that of its case study, unless the use only began later."""
    start, until = _dates(use.part)
    if until:
        return _sighting(use, until.latest)
    study = use.case.data.period.until
    if start and (study.latest < start.earliest if study else use.part.stance == "left"):
        return _sighting(use, start.earliest)
    if study:
        return _sighting(use, study.latest, "or earlier")
    return None if use.part.stance == "left" else _sighting(use, IN_USE)


def _sighting(use: InCase[TechnologyUse], day: date, bound: str = "") -> Sighting:
    return Sighting(day, bound, use.case.id, depth.claim(use.case, "technology", use.part.claim_id))


def _dates(use: TechnologyUse) -> tuple[PartialDate | None, PartialDate | None]:
    """Return when a system had a technology, as far as the use says; the start of `left` alone is when it left."""
    start, until = (use.period.start, use.period.until) if use.period else (None, None)
    return (None, start) if use.stance == "left" and until is None else (start, until)


def _named_by_events(book: Casebook) -> Mapping[str, list[Sighting]]:
    """Return the events that link to a technology, by its id."""
    found: dict[str, list[Sighting]] = defaultdict(list)
    for entry in book.library.case_studies.values():
        for event in entry.data.timeline:
            url = addresses.claim(entry.id, "event", event.id)
            for name in _technologies_in(book, event.what):
                found[name].append(Sighting(event.date.earliest, "", entry.id, url))
    return found


def _technologies_in(book: Casebook, text: str) -> Iterator[str]:
    for link in entry_links(text):
        for address in candidates(link.target, book.library.ids):
            kind, name = address.split(":")
            if kind == "technology":
                yield name


def _seen(book: Casebook, sighting: Sighting | None) -> Seen | None:
    if sighting is None:
        return None
    year = "in use" if sighting.day == IN_USE else str(sighting.day.year)
    system = Link(book.face("case-study", sighting.case).name, sighting.url)
    return Seen(year, sighting.bound, system, sighting.day.isoformat())


def _left(book: Casebook, use: InCase[TechnologyUse]) -> tuple[Link, str]:
    _, until = _dates(use.part)
    url = depth.claim(use.case, "technology", use.part.claim_id)
    return Link(book.face("case-study", use.case.id).name, url), str(until.year) if until else ""


def _filters(rows: tuple[Lifespan, ...]) -> tuple[Filter, ...]:
    categories = {row.facets["category"]: row.category.name for row in rows}
    told = {"yes": "left by a system", "no": "left by none"}
    return (
        filter_by("category", "Category", categories, (row.facets["category"] for row in rows)),
        Filter("left", "Left", choices(told, (row.facets["left"] for row in rows))),
    )
