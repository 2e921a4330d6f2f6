"""Faces: the summary of an entry that all other pages show. Each is made once."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from functools import cached_property
from pkgutil import resolve_name

from markupsafe import Markup

from handbook import addresses, depth, reading_time, wording
from handbook.collation import name_order
from handbook.context import Context, Link, make_context
from handbook.library import Entry, Library
from handbook.model.case_study import CaseStudy
from handbook.model.entry import EntryShape
from handbook.model.figure import Figure
from handbook.model.kinds import KIND_BY_NAME
from handbook.model.organisation import Organisation
from handbook.model.pattern import Pattern
from handbook.model.reading_path import ReadingPath, Stop
from handbook.model.technology import Technology
from handbook.model.vocabulary import VocabularyTerm
from handbook.pictures.layouts import Layouts
from handbook.stances import UseInCase, count_stances, stances_in_words

CHIPS = 5
"""The maximum number of chips of a face."""


@dataclass(frozen=True, slots=True)
class Chip:
    """A short link. `hue` is the colour of a pattern's family, or None for technologies."""

    name: str
    url: str
    hue: int | None
    stance: str


@dataclass(frozen=True, slots=True)
class Headline:
    """The main number of an entry: its value (`25`), what it counts, its date and its address."""

    value: str
    what: str
    date: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True)
class Face:
    """The summary of an entry. `label` names its kind, `line` is shown below its name, `summary` is for descriptions.

    `counts` has the number of case studies by stance, `stances` the same in words, and `weight` their total.
    """

    kind: str
    id: str
    name: str
    title: str
    url: str
    label: str
    what: Markup
    summary: str
    line: str
    weight: int = 0
    organisation: Link | None = None
    period: str = ""
    number: Headline | None = None
    counts: Mapping[str, int] = field(default_factory=dict)
    stances: str = ""
    chips: tuple[Chip, ...] = ()
    domain: VocabularyTerm | None = None
    level: VocabularyTerm | None = None
    hue: int | None = None
    brief: bool = False

    @property
    def link(self) -> Link:
        """The link to the entry."""
        return Link(self.name, self.url)

    def chip(self, stance: str = "") -> Chip:
        """Return the chip of the entry."""
        return Chip(self.name, self.url, self.hue, stance)


@dataclass(frozen=True)
class Casebook(Context):
    """A context with the faces of all entries and the layouts of all diagrams.

    `home` is the address of the site, and `editing` that below which the host of the repository edits content.
    """

    home: str = ""
    editing: str = ""
    layouts: Layouts = field(default_factory=Layouts)
    _faces: dict[str, Face] = field(default_factory=dict)

    @cached_property
    def case_order(self) -> tuple[str, ...]:
        """The ids of all case studies in the order of their names, which the previous and next links follow."""
        cases = self.library.case_studies
        return tuple(sorted(cases, key=lambda name: (name_order(cases[name].data.name), name)))

    @cached_property
    def case_neighbours(self) -> Mapping[str, tuple[Link | None, Link | None]]:
        """The previous and the next case study of each, by id."""
        links = [self.link("case-study", name) for name in self.case_order]
        around = zip([None, *links], [*links[1:], None], strict=False)
        return dict(zip(self.case_order, around, strict=True))

    def face(self, kind: str, name: str) -> Face:
        """Return the face of an entry."""
        address = f"{kind}:{name}"
        if address not in self._faces:
            entry = self.library.of(kind)[name]
            face = MAKERS[kind](self, entry)
            self._faces[address] = replace(face, label=f"Draft: {face.label}") if entry.data.draft else face
        return self._faces[address]

    def absolute(self, url: str) -> str:
        """Return the address of a page for use outside the site."""
        return addresses.absolute(self.home, url)

    def link(self, kind: str, name: str) -> Link:
        """Return the link to an entry."""
        return self.face(kind, name).link

    def chip(self, kind: str, name: str, stance: str = "") -> Chip:
        """Return the chip of an entry."""
        return self.face(kind, name).chip(stance)


def make_casebook(library: Library) -> Casebook:
    """Return the casebook of `library`, which must have no problems, with all faces."""
    context = make_context(library)
    book = Casebook(**{part.name: getattr(context, part.name) for part in fields(context)})
    for entry in library.entries():
        book.face(entry.kind, entry.id)
    return book


def plain_face(book: Casebook, entry: Entry[EntryShape], what: str = "") -> Face:
    """Return a face with the fields that all kinds share; `what` is the summary and defaults to the title."""
    data = entry.data
    title: str = getattr(data, "title", data.called)
    summary = book.plain(what or title)
    return Face(
        kind=entry.kind,
        id=entry.id,
        name=data.called,
        title=title,
        url=addresses.page(entry.kind, entry.id),
        label=KIND_BY_NAME[entry.kind].label,
        what=book.html(what or title),
        summary=summary,
        line=summary,
    )


def case_study_face(book: Casebook, entry: Entry[CaseStudy]) -> Face:
    """Return the face of a case study: its organisation, its period, and the number that shows its scale."""
    case = entry.data
    organisation = book.link("organisation", case.organisation)
    period = wording.period(case.period)
    return replace(
        plain_face(book, entry, case.summary),
        line=f"{organisation.name}, {period}",
        weight=1,
        organisation=organisation,
        period=period,
        number=_number(book, entry),
        chips=tuple(book.chip("pattern", use.pattern, use.stance) for use in case.patterns[:CHIPS]),
        domain=book.term("domains", case.domain),
        level=book.term("levels", case.level),
    )


def _number(book: Casebook, entry: Entry[CaseStudy]) -> Headline | None:
    """Return the number of the brief, or None if there is no brief."""
    if entry.data.brief is None:
        return None
    number = entry.data.brief.number
    return next(headline(book, entry, figure) for figure in entry.data.figures if figure.id == number)


def headline(context: Context, case: Entry[CaseStudy], figure: Figure) -> Headline:
    """Return a figure of a case study as a headline."""
    return Headline(
        value=wording.figure_value(figure, context.units),
        what=wording.noted(figure),
        date=wording.date(figure.as_of),
        url=depth.claim(case, "figure", figure.id),
    )


def technology_face(book: Casebook, entry: Entry[Technology]) -> Face:
    """Return the face of a technology: its category, and the stances of case studies."""
    category = book.term("categories", entry.data.category)
    plain = plain_face(book, entry, entry.data.what)
    used = _used(plain, book.links.uses_of_technology.get(entry.id, ()))
    return replace(used, label=f"Technology: {category.name}", brief=entry.data.depth == "brief")


def pattern_face(book: Casebook, entry: Entry[Pattern]) -> Face:
    """Return the face of a pattern: its family, and the stances of case studies."""
    family = book.families[entry.data.family]
    plain = plain_face(book, entry, entry.data.what)
    used = _used(plain, book.links.uses_of_pattern.get(entry.id, ()))
    return replace(used, label=f"Pattern: {family.name}", hue=family.hue)


def _used(face: Face, uses: Sequence[UseInCase]) -> Face:
    """Return `face` with the stances that case studies take."""
    counts = count_stances(uses)
    stances = stances_in_words(counts)
    number = Headline(stances, "of the systems in this casebook") if stances else None
    weight = len({use.case.id for use in uses})
    return replace(face, counts=counts, stances=stances, number=number, line=stances or face.line, weight=weight)


def organisation_face(book: Casebook, entry: Entry[Organisation]) -> Face:
    """Return the face of an organisation: what it does, and the number of its case studies."""
    cases = len(book.links.cases_of_organisation.get(entry.id, ()))
    counted = wording.counted(cases, "case study")
    number = Headline(counted, "") if cases else None
    return replace(plain_face(book, entry, entry.data.what), line=counted, weight=cases, number=number)


def path_face(book: Casebook, entry: Entry[ReadingPath]) -> Face:
    """Return the face of a reading path: its summary, the number of stops and the reading time."""
    counted = wording.counted(len(entry.data.stops), "stop")
    takes = sum(stop_minutes(book, stop) for stop in entry.data.stops)
    line = f"{counted}, {reading_time.in_words(takes)}"
    return replace(plain_face(book, entry, entry.data.summary), line=line, number=Headline(counted, ""))


def stop_minutes(context: Context, stop: Stop) -> int:
    """Return the reading time of a stop in minutes."""
    kind, name = stop.entry.split(":")
    return reading_time.minutes(context.library.of(kind)[name])


Maker = Callable[[Casebook, Entry[EntryShape]], Face]
MAKERS: Mapping[str, Maker] = {kind.name: resolve_name(kind.face) for kind in KIND_BY_NAME.values()}
"""The function that makes a face, by kind."""
