"""What the search box knows of every entry: names, one line, and the words of the problem that it solves."""

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
from handbook.library import Entry
from handbook.model.case_study import CaseStudy
from handbook.model.kinds import KINDS, Kind
from handbook.model.organisation import Organisation
from handbook.model.pattern import Pattern
from handbook.model.reading_path import ReadingPath
from handbook.model.technology import Technology
from handbook.views.context import Context, entry_name
from handbook.views.use import PATTERN_VERBS, TECHNOLOGY_VERBS, in_words

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
"""The kind that grows without end: its entries are loaded after the others."""
FAMILY = SearchKind("family", "Family", addresses.family("{id}"), 0.5)
FAMILY_RANK = 4
"""A family of patterns is no entry, but is found like one; its rank is between those of the kinds."""
COMPARISON = ComparisonWords(
    kind="technology",
    label="Comparison",
    name=f"{wording.pair('{one}', '{other}')}?",
    line="side by side: what each solves, where it fails, who ran it",
)

Made = tuple[str, str, str, int]
"""The line of an entry, the words of its problem, further words, and how many systems it has to do with."""


def entries_file(context: Context) -> SiteFile:
    """Return the index that the search box loads first: everything but the case studies and the lessons."""
    return data_file("entries", entries_data(context))


def cases_file(context: Context) -> SiteFile:
    """Return the case studies for the search box, which loads them after the rest."""
    return data_file("cases", cases_data(context))


def lessons_file(context: Context) -> SiteFile:
    """Return every lesson; the search box loads them last."""
    return data_file("lessons", lessons_data(context))


def entries_data(context: Context) -> EntriesData:
    """Return the index that the search box loads first."""
    kinds = sorted(KINDS, key=lambda kind: kind.rank)
    entries = tuple(row for kind in kinds if kind.name != LATER for row in _entries(context, kind.name))
    return EntriesData(
        kinds=_kinds(),
        entries=(*entries, *_families(context)),
        comparisons=tuple(_comparisons(context, entries)),
        comparison=COMPARISON,
        common=STOP_WORDS,
        contribute=addresses.CONTRIBUTE,
        lessons=sum(len(entry.data.lessons) for entry in context.library.case_studies.values()),
    )


def cases_data(context: Context) -> CasesData:
    """Return the case studies for the search box."""
    return CasesData(tuple(_entries(context, LATER)))


def lessons_data(context: Context) -> LessonsData:
    """Return every lesson with the address where it stands."""
    return LessonsData(
        addresses.claim("{case}", "lesson", "{id}"),
        tuple(
            SearchLesson(entry.id, lesson.id, context.plain(lesson.lesson))
            for entry in context.library.case_studies.values()
            for lesson in entry.data.lessons
        ),
    )


def _kinds() -> tuple[SearchKind, ...]:
    """Return the kinds and the families in the order of their ranks."""
    ranked = {kind.rank: _kind(kind) for kind in KINDS} | {FAMILY_RANK: FAMILY}
    return tuple(ranked[rank] for rank in sorted(ranked))


def _kind(kind: Kind) -> SearchKind:
    return SearchKind(kind.name, kind.label, addresses.page(kind.name, "{id}"), kind.solves)


def _comparisons(context: Context, entries: tuple[SearchEntry, ...]) -> Iterator[SearchComparison]:
    places = {entry.id: place for place, entry in enumerate(entries) if entry.kind == COMPARISON.kind}
    for one, other in context.links.pairs:
        yield SearchComparison(places[one], places[other], addresses.comparison(one, other))


def _entries(context: Context, kind: str) -> Iterator[SearchEntry]:
    for entry in context.library.of(kind).values():
        line, text, further, weight = _MAKERS[kind](context, entry)
        name = entry_name(entry)
        names = f"{name} {' '.join(entry.data.also_known_as)}"
        words = _words(context.plain(text), names)
        more = _words(context.plain(further), f"{names} {words}")
        also, asked = entry.data.also_known_as, entry.data.searched_as
        yield SearchEntry(kind, entry.id, name, also, asked, line, words, more, weight)


def _families(context: Context) -> Iterator[SearchEntry]:
    for family in context.families.values():
        if patterns := context.links.patterns_of_family.get(family.id, ()):
            line = f"a family of {len(patterns)} patterns"
            yield SearchEntry(FAMILY.name, family.id, family.name, (), (), line, "", "", len(patterns))


def _words(text: str, known: str) -> str:
    """Return the telling words of `text`, each once, without those that are found by the name anyway."""
    seen = set(WORD.findall(known.casefold())) | COMMON
    return " ".join(word for word in dict.fromkeys(WORD.findall(text.casefold())) if word not in seen)


def _technology(context: Context, entry: Entry[Technology]) -> Made:
    data = entry.data
    uses = context.links.uses_of_technology.get(entry.id, ())
    category = context.term("categories", data.category)
    line = in_words(uses, TECHNOLOGY_VERBS) or context.plain(data.what)
    text = f"{data.what} {category.name} {category.what} {data.solves.text}"
    return line, text, " ".join(point.text for point in data.excels), len({use.case.id for use in uses})


def _pattern(context: Context, entry: Entry[Pattern]) -> Made:
    data = entry.data
    uses = context.links.uses_of_pattern.get(entry.id, ())
    variants = " ".join(variant.name for variant in data.variants)
    text = f"{variants} {data.principle.name} {data.what} {data.problem.text}"
    further = f"{data.solution.text} {' '.join(point.text for point in data.use_when)}"
    line = in_words(uses, PATTERN_VERBS) or context.plain(data.what)
    return line, text, further, len({use.case.id for use in uses})


def _organisation(context: Context, entry: Entry[Organisation]) -> Made:
    cases = len(context.links.cases_of_organisation.get(entry.id, ()))
    return f"{cases} case {'study' if cases == 1 else 'studies'}", entry.data.what, "", cases


def _path(context: Context, entry: Entry[ReadingPath]) -> Made:
    return f"{len(entry.data.stops)} stops", entry.data.title, entry.data.summary, 0


def _case_study(context: Context, entry: Entry[CaseStudy]) -> Made:
    data = entry.data
    line = f"{context.link('organisation', data.organisation).name}, {wording.period(data.period)}"
    domain = context.term("domains", data.domain)
    return line, f"{data.title} {domain.name} {domain.what}", "", 1


_MAKERS: dict[str, Callable[[Context, Entry[Any]], Made]] = {
    "technology": _technology,
    "pattern": _pattern,
    "organisation": _organisation,
    "path": _path,
    "case-study": _case_study,
}
