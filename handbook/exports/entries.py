"""The search index: names, one line and keywords of every entry."""

import re
from collections.abc import Callable, Iterator
from typing import Any

from handbook import addresses, wording
from handbook.exports.data import SiteFile, data_file
from handbook.exports.records import (
    CasesData,
    ComparisonWords,
    EntriesData,
    LessonsData,
    SearchComparison,
    SearchEntry,
    SearchKind,
    SearchLesson,
)
from handbook.faces import Casebook
from handbook.guides import guides
from handbook.library import Entry
from handbook.model.case_study import CaseStudy
from handbook.model.kinds import KINDS, Kind
from handbook.model.organisation import Organisation
from handbook.model.pattern import Pattern
from handbook.model.reading_path import ReadingPath
from handbook.model.technology import Technology

WORD = re.compile(r"[^\W_]{3,}")
STOP_WORDS = (
    "a an as at be by do go he if in is it me my no of on or so to too up us we "
    "about after all also and another any are because been before being between but can cannot could does each even "
    "every for from had has have how into its kept less like made make makes many may more most must near needs not "
    "now off one only other others our out over own same should since some such than that the their them then there "
    "these they this those through time too until use used uses using very was way were what when where which while "
    "who whole will with within without would you your"
)
COMMON = frozenset(STOP_WORDS.split())
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
COMPARISON = ComparisonWords(
    kind="technology",
    label="Comparison",
    name=f"{wording.pair('{one}', '{other}')}?",
    line="side by side: what each solves, where it fails, who ran it",
)

Words = tuple[str, str]
"""The keywords of an entry's problem, and further keywords of lower weight."""


def entries_file(book: Casebook) -> SiteFile:
    """Return the index that the search loads first: everything except case studies and lessons."""
    return data_file(entries_data(book))


def cases_file(book: Casebook) -> SiteFile:
    """Return the index of case studies, which the search loads second."""
    return data_file(cases_data(book))


def lessons_file(book: Casebook) -> SiteFile:
    """Return the index of lessons, which the search loads last."""
    return data_file(lessons_data(book))


def entries_data(book: Casebook) -> EntriesData:
    """Return the data of the index that the search loads first."""
    kinds = sorted(KINDS, key=lambda kind: kind.rank)
    entries = tuple(row for kind in kinds if kind.name != LATER for row in _entries(book, kind.name))
    return EntriesData(
        kinds=_kinds(),
        entries=(*entries, *_families(book), *_guides(book), *_terms(book)),
        comparisons=tuple(_comparisons(book, entries)),
        comparison=COMPARISON,
        common=STOP_WORDS,
        contribute=addresses.CONTRIBUTE,
        lessons=sum(len(entry.data.lessons) for entry in book.library.case_studies.values()),
    )


def cases_data(book: Casebook) -> CasesData:
    """Return the data of the index of case studies."""
    return CasesData(tuple(_entries(book, LATER)))


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
    ranked = {kind.rank: _kind(kind) for kind in KINDS} | {FAMILY_RANK: FAMILY, GUIDE_RANK: GUIDE, TERM_RANK: TERM}
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
        names = f"{face.name} {' '.join(entry.data.also_known_as)}"
        words = _words(book.plain(text), names)
        more = _words(book.plain(further), f"{names} {words}")
        also, asked = entry.data.also_known_as, entry.data.searched_as
        yield SearchEntry(kind, entry.id, face.name, also, asked, face.line, words, more, face.weight)


def _families(book: Casebook) -> Iterator[SearchEntry]:
    for family in book.families.values():
        if patterns := book.links.patterns_of_family.get(family.id, ()):
            line = f"a family of {wording.counted(len(patterns), 'pattern')}"
            yield SearchEntry(FAMILY.name, family.id, family.name, (), (), line, "", "", len(patterns))


def _guides(book: Casebook) -> Iterator[SearchEntry]:
    for guide in guides(book):
        line = f"{wording.counted(len(guide.full), 'technology', 'technologies')} side by side"
        yield SearchEntry(GUIDE.name, guide.id, guide.name, (), (), line, "", "", 0)


def _terms(book: Casebook) -> Iterator[SearchEntry]:
    for term in book.library.vocabulary.glossary:
        yield SearchEntry(TERM.name, term.id, term.name, term.also_known_as, term.instead_of, term.what, "", "", 0)


def _words(text: str, known: str) -> str:
    """Return the keywords of `text`, each once, without common words and words in `known`."""
    seen = set(WORD.findall(known.casefold())) | COMMON
    return " ".join(word for word in dict.fromkeys(WORD.findall(text.casefold())) if word not in seen)


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
