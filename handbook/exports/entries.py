"""The search index: names, one line and keywords of every entry."""

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import Any, Protocol

from handbook import addresses, wording
from handbook.exports.data import data_file
from handbook.exports.keywords import STOP_WORDS, keywords
from handbook.exports.late import LateFile
from handbook.exports.records import (
    CasesData,
    ComparisonWords,
    EntriesData,
    ExploreWords,
    LessonsData,
    SearchComparison,
    SearchEntry,
    SearchKind,
    SearchLesson,
)
from handbook.faces import Casebook
from handbook.facets import FACETS
from handbook.guides import guides
from handbook.library import Entry
from handbook.model.case_study import CaseStudy
from handbook.model.kinds import KINDS, Kind
from handbook.model.organisation import Organisation
from handbook.model.pattern import Pattern
from handbook.model.reading_path import ReadingPath
from handbook.model.technology import Technology

LATER = "case-study"
"""The kind with the most entries, which are loaded after the others."""
FAMILY = SearchKind("family", "Family", addresses.family("{id}"), 0.5)
FAMILY_RANK = 4
"""The rank of pattern families, which are not entries but appear in the search."""
GUIDE = SearchKind("guide", "Comparison", addresses.guide("{id}"), 0.5)
GUIDE_RANK = 99
"""The rank of guides, after all kinds of entries."""
TERM = SearchKind("term", "Term", addresses.term("{id}"), 0.5)
TERM_RANK = 100
"""The rank of glossary terms, after the entries that explain them."""
PAGE = SearchKind("page", "Page", "/{id}/", 0.5)
PAGE_RANK = 98
"""The rank of index pages, after all entries."""
COMPARISON = ComparisonWords(
    kind="technology",
    label="Comparison",
    name=f"{wording.pair('{one}', '{other}')}?",
    line="side by side: what each solves, where it fails, who ran it",
)

EXPLORE = ExploreWords(
    kinds=tuple(facet.id for facet in FACETS if facet.stances),
    label="Finder",
    name="Systems with {choices}",
    line="case studies, filtered in the finder",
    address=addresses.EXPLORE,
)

Words = tuple[str, str]
"""The keywords of an entry's problem, and further keywords of lower weight."""


class ListedPage(Protocol):
    """A page that belongs to no entry."""

    @property
    def url(self) -> str:
        """Its address."""
        ...

    @property
    def title(self) -> str:
        """Its title."""
        ...

    @property
    def description(self) -> str:
        """What it shows, in one sentence."""
        ...


def entries_file(book: Casebook, pages: Iterable[ListedPage]) -> LateFile:
    """Return the index that the search loads first: everything except case studies and their claims."""
    return data_file(EntriesData, partial(entries_data, book, pages))


def cases_file(book: Casebook) -> LateFile:
    """Return the index of case studies, which the search loads second."""
    return data_file(CasesData, partial(cases_data, book))


def lessons_file(book: Casebook) -> LateFile:
    """Return the index of lessons, which the search loads last."""
    return data_file(LessonsData, partial(lessons_data, book))


def entries_data(book: Casebook, pages: Iterable[ListedPage] = ()) -> EntriesData:
    """Return the data of the index that the search loads first."""
    cases = [entry.data for entry in book.library.case_studies.values()]
    kinds = sorted(KINDS, key=lambda kind: kind.rank)
    entries = tuple(row for kind in kinds if kind.name != LATER for row in _entries(book, kind.name))
    return EntriesData(
        kinds=_kinds(),
        entries=(*entries, *_families(book), *_guides(book), *_terms(book), *_pages(pages)),
        comparisons=tuple(_comparisons(book, entries)),
        comparison=COMPARISON,
        common=STOP_WORDS,
        explore=EXPLORE,
        left=addresses.LEFT,
        timeline=addresses.TIMELINE,
        contribute=addresses.CONTRIBUTE,
        lessons=sum(len(case.lessons) for case in cases),
        figures=sum(len(case.figures) for case in cases),
        claims=sum(len(case.decisions) + len(case.technologies) + len(case.patterns) for case in cases),
    )


def cases_data(book: Casebook) -> CasesData:
    """Return the data of the index of case studies."""
    organisations = tuple(entry.data.organisation for entry in book.library.case_studies.values())
    return CasesData(tuple(_entries(book, LATER)), organisations)


def lessons_data(book: Casebook) -> LessonsData:
    """Return the data of the index of lessons."""
    return LessonsData(
        addresses.claim("{case}", "lesson", "{id}"),
        tuple(
            SearchLesson(entry.id, lesson.id, book.plain(lesson.lesson))
            for entry in book.library.case_studies.values()
            for lesson in entry.data.lessons
        ),
    )


def _kinds() -> tuple[SearchKind, ...]:
    """Return the kinds of search results in the order of their ranks."""
    others = {FAMILY_RANK: FAMILY, GUIDE_RANK: GUIDE, TERM_RANK: TERM, PAGE_RANK: PAGE}
    ranked = {kind.rank: _kind(kind) for kind in KINDS} | others
    return tuple(ranked[rank] for rank in sorted(ranked))


def _kind(kind: Kind) -> SearchKind:
    return SearchKind(kind.name, kind.label, addresses.page(kind.name, "{id}"), kind.solves)


def _comparisons(book: Casebook, entries: tuple[SearchEntry, ...]) -> Iterator[SearchComparison]:
    places = {entry.id: place for place, entry in enumerate(entries) if entry.kind == COMPARISON.kind}
    for one, other in book.links.pairs:
        yield SearchComparison(places[one], places[other], addresses.comparison(one, other))


def _entries(book: Casebook, kind: str) -> Iterator[SearchEntry]:
    for entry in book.library.of(kind).values():
        face = book.face(kind, entry.id)
        text, further = _WORDS[kind](book, entry) if kind in _WORDS else (face.summary, "")
        also, asked = entry.data.also_known_as, (*entry.data.searched_as, *_category(book, entry))
        known = " ".join((face.name, *also, *asked))
        words = keywords(book.plain(text), known)
        more = keywords(book.plain(further), f"{known} {words}")
        yield SearchEntry(kind, entry.id, face.name, also, asked, face.line, words, more, face.weight)


def _category(book: Casebook, entry: Entry[Any]) -> tuple[str, ...]:
    """Return the name of the category of a technology, which people search for when they know none by name."""
    data = entry.data
    return (book.term("categories", data.category).name,) if isinstance(data, Technology) else ()


def _families(book: Casebook) -> Iterator[SearchEntry]:
    for family in book.families.values():
        if patterns := book.links.patterns_of_family.get(family.id, ()):
            line = f"a family of {wording.counted(len(patterns), 'pattern')}"
            yield SearchEntry(FAMILY.name, family.id, family.name, (), (), line, "", "", len(patterns))


def _guides(book: Casebook) -> Iterator[SearchEntry]:
    for guide in guides(book):
        line = f"{wording.counted(len(guide.full), 'technology')} side by side"
        yield SearchEntry(GUIDE.name, guide.id, guide.name, (), (), line, "", "", 0)


def _terms(book: Casebook) -> Iterator[SearchEntry]:
    for term in book.library.vocabulary.glossary:
        yield SearchEntry(TERM.name, term.id, term.name, term.also_known_as, term.instead_of, term.what, "", "", 0)


def _pages(pages: Iterable[ListedPage]) -> Iterator[SearchEntry]:
    """Yield the pages with one folder in their address: `/left/`, but not `/left/2/`."""
    for page in pages:
        name = page.url.strip("/")
        if name and "/" not in name:
            words = keywords(page.description, page.title)
            yield SearchEntry(PAGE.name, name, page.title, (), (), page.description, words, "", 0)


def _technology(book: Casebook, entry: Entry[Technology]) -> Words:
    data, category = entry.data, book.term("categories", entry.data.category)
    text = f"{data.what} {category.name} {category.what} {data.solves.text}"
    return text, " ".join(point.text for point in data.excels)


def _pattern(book: Casebook, entry: Entry[Pattern]) -> Words:
    data = entry.data
    variants = " ".join(variant.name for variant in data.variants)
    text = f"{variants} {data.principle.name} {data.what} {data.problem.text}"
    return text, f"{data.solution.text} {' '.join(point.text for point in data.use_when)}"


def _organisation(book: Casebook, entry: Entry[Organisation]) -> Words:
    return entry.data.what, ""


def _path(book: Casebook, entry: Entry[ReadingPath]) -> Words:
    return entry.data.title, entry.data.summary


def _case_study(book: Casebook, entry: Entry[CaseStudy]) -> Words:
    domain = book.term("domains", entry.data.domain)
    return f"{entry.data.title} {domain.name} {domain.what}", ""


_WORDS: dict[str, Callable[[Casebook, Entry[Any]], Words]] = {
    "technology": _technology,
    "pattern": _pattern,
    "organisation": _organisation,
    "path": _path,
    "case-study": _case_study,
}
"""The keywords by kind; other kinds use the summary."""
