"""The questions and decisions to practise on, in parts that the scripts load by need, and the reading paths."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from math import ceil

from handbook import addresses, depth
from handbook.collation import name_order
from handbook.exports.data import data_file
from handbook.exports.late import LateFile
from handbook.exports.practice_records import (
    PathsData,
    PathStop,
    PracticeCase,
    PracticeData,
    PracticeDecision,
    PracticeFamily,
    PracticePart,
    PracticePattern,
    PracticeQuestion,
    ReadingPathLine,
)
from handbook.faces import Casebook
from handbook.library import Entry
from handbook.model.case_study import CaseStudy
from handbook.questions import patterns_of

SIZE = 40
"""The number of case studies of a part: with nine questions each, about 200 KB."""

Cases = Sequence[Entry[CaseStudy]]


def practice_files(book: Casebook) -> tuple[LateFile, ...]:
    """Return the data files: the index, the parts and the reading paths."""
    numbers = range(ceil(len(book.library.case_studies) / SIZE))
    parts = (data_file(PracticePart, partial(practice_part, book, number), number) for number in numbers)
    index, paths = partial(practice_data, book), partial(paths_data, book)
    return (data_file(PracticeData, index), *parts, data_file(PathsData, paths))


def practice_data(book: Casebook) -> PracticeData:
    """Return the index of what can be practised."""
    cases, parts = _cases(book), _parts_of_patterns(book)
    patterns = [book.library.patterns[name] for name in sorted(parts, key=lambda name: _order(book, name))]
    families = list(dict.fromkeys(entry.data.family for entry in patterns))
    return PracticeData(
        families=tuple(PracticeFamily(name, book.families[name].name) for name in families),
        patterns=tuple(
            PracticePattern(entry.id, entry.data.name, families.index(entry.data.family), parts[entry.id])
            for entry in patterns
        ),
        cases=tuple(PracticeCase(case.id, case.data.name, len(case.data.questions)) for case in cases),
        size=SIZE,
        page=addresses.page("case-study", "{id}"),
        claim=addresses.claim("{id}", "{kind}", "{claim}"),
    )


def practice_part(book: Casebook, part: int) -> PracticePart:
    """Return the questions and decisions of the next `SIZE` case studies; parts are counted from 0."""
    index = book.once(practice_data, partial(practice_data, book))
    patterns = {pattern.id: place for place, pattern in enumerate(index.patterns)}
    some = list(enumerate(_cases(book)))[part * SIZE : (part + 1) * SIZE]
    return PracticePart(
        questions=tuple(one for number, case in some for one in _questions(book, patterns, number, case)),
        decisions=tuple(one for number, case in some for one in _decisions(book, number, case)),
    )


def paths_data(book: Casebook) -> PathsData:
    """Return the reading paths with their stops."""
    entries = list(book.library.paths.values())
    faces = [book.face("path", entry.id) for entry in entries]
    return PathsData(
        paths=tuple(ReadingPathLine(face.id, face.title, face.url) for face in faces),
        stops=tuple(
            PathStop(number, face.name, face.url)
            for number, entry in enumerate(entries)
            for face in (book.face(*stop.entry.split(":")) for stop in entry.data.stops)
        ),
    )


def _cases(book: Casebook) -> Cases:
    return [book.library.case_studies[name] for name in book.case_order]


def _parts_of_patterns(book: Casebook) -> dict[str, tuple[int, ...]]:
    """Return the numbers of the parts that have questions about a pattern, by pattern."""
    found: dict[str, dict[int, None]] = defaultdict(dict)
    for number, case in enumerate(_cases(book)):
        for question in case.data.questions:
            for name in patterns_of(case.data, question):
                found[name][number // SIZE] = None
    return {name: tuple(parts) for name, parts in found.items()}


def _order(book: Casebook, pattern: str) -> tuple[int, object]:
    """Return the place of a pattern: families in the order of the vocabulary, patterns by name."""
    data = book.library.patterns[pattern].data
    return list(book.families).index(data.family), name_order(data.name)


def _questions(
    book: Casebook, patterns: Mapping[str, int], number: int, case: Entry[CaseStudy]
) -> Iterator[PracticeQuestion]:
    for one in case.data.questions:
        about = tuple(depth.beside(case.data, *claim.split(":")) for claim in one.about)
        named = tuple(patterns[name] for name in patterns_of(case.data, one))
        yield PracticeQuestion(number, one.id, book.plain(one.question), book.plain(one.answer), named, about)


def _decisions(book: Casebook, number: int, case: Entry[CaseStudy]) -> Iterator[PracticeDecision]:
    yield from (PracticeDecision(number, made.id, book.plain(made.chose)) for made in case.data.decisions)
