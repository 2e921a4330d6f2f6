"""What the search box knows of every entry: names, one line, and the words of the problem that it solves."""

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from handbook import addresses, wording
from handbook.exports.data import SiteFile, data_file
from handbook.library import Entry
from handbook.model.case_study import CaseStudy
from handbook.model.kinds import KINDS
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


Made = tuple[str, str, str, int]
"""The line of an entry, the words of its problem, further words, and how many systems it has to do with."""


class Row(NamedTuple):
    """An entry as the search box gets it.

    The number of its kind, its id, its name, other names, what people ask, a line, the words of its problem, further
    words, and how many systems it has to do with.
    """

    kind: int
    id: str
    name: str
    also: tuple[str, ...]
    asked: tuple[str, ...]
    line: str
    words: str
    more: str
    weight: int


def entries_file(context: Context) -> SiteFile:
    """Return the index that the search box loads first: everything but the case studies and the lessons."""
    rows = [row for name in ("technology", "pattern", "organisation", "path") for row in _rows(context, name)]
    numbers = {row.id: number for number, row in enumerate(rows) if row.kind == _NUMBERS["technology"]}
    comparisons = [
        (numbers[one], numbers[other], addresses.comparison(one, other)) for one, other in context.links.pairs
    ]
    value = {
        "kinds": [*((kind.name, addresses.folder(kind.name)) for kind in KINDS), ("family", addresses.FAMILIES)],
        "rows": [*rows, *_families(context)],
        "comparisons": comparisons,
        "common": STOP_WORDS,
        "lessons": sum(len(entry.data.lessons) for entry in context.library.case_studies.values()),
    }
    return data_file("entries", value)


def cases_file(context: Context) -> SiteFile:
    """Return the case studies for the search box, which loads them after the rest."""
    return data_file("cases", list(_rows(context, "case-study")))


def lessons_file(context: Context) -> SiteFile:
    """Return every lesson: the id of its case study, its own, its words; the search box loads them last."""
    return data_file(
        "lessons",
        [
            (entry.id, lesson.id, context.plain(lesson.lesson))
            for entry in context.library.case_studies.values()
            for lesson in entry.data.lessons
        ],
    )


_NUMBERS = {kind.name: number for number, kind in enumerate(KINDS)}
FAMILY = len(KINDS)
"""The number that stands for a family of patterns, which is no entry."""


def _rows(context: Context, kind: str) -> Iterator[Row]:
    for entry in context.library.of(kind).values():
        line, text, further, weight = _MAKERS[kind](context, entry)
        name = entry_name(entry)
        names = f"{name} {' '.join(entry.data.also_known_as)}"
        words = _words(context.plain(text), names)
        more = _words(context.plain(further), f"{names} {words}")
        also, asked = entry.data.also_known_as, entry.data.searched_as
        yield Row(_NUMBERS[kind], entry.id, name, also, asked, line, words, more, weight)


def _families(context: Context) -> Iterator[Row]:
    for family in context.families.values():
        if patterns := context.links.patterns_of_family.get(family.id, ()):
            line = f"a family of {len(patterns)} patterns"
            yield Row(FAMILY, family.id, family.name, (), (), line, "", "", len(patterns))


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


_MAKERS: dict[str, Any] = {
    "technology": _technology,
    "pattern": _pattern,
    "organisation": _organisation,
    "path": _path,
    "case-study": _case_study,
}
