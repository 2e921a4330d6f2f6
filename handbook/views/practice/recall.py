"""All questions of the case studies to recall, by pattern and by case study, with folded answers."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial
from itertools import groupby

from markupsafe import Markup

from handbook import addresses, depth, wording
from handbook.collation import name_order
from handbook.context import Link
from handbook.faces import Casebook
from handbook.library import Entry
from handbook.model.brief import Question
from handbook.model.case_study import CaseStudy
from handbook.model.vocabulary import Family
from handbook.questions import patterns_of
from handbook.views.index_page import IndexPage, TablePart, parts
from handbook.views.sections import Sections, sections

TITLE = "Recall"
DESCRIPTION = "Questions about real systems; those that you answered come back when you are about to forget them."
BY_CASE = "Questions by case study"
MOST_QUESTIONS = 300
"""The number of questions on one page, which keeps it below 300 KB."""


@dataclass(frozen=True, slots=True)
class RecallQuestion:
    """A question with its answer; `heading` is the case study or the pattern under which a page shows it.

    `scope` is the query of a session about that.
    """

    card: str
    case: Link
    url: str
    question: Markup
    answer: Markup
    about: tuple[Link, ...]
    patterns: tuple[str, ...]
    heading: Link
    scope: str


@dataclass(frozen=True, slots=True)
class RecallGroup:
    """The questions under one heading."""

    heading: Link
    scope: str
    questions: tuple[RecallQuestion, ...]


@dataclass(frozen=True, slots=True)
class RecallFamily:
    """A family of patterns, with the number of questions about it."""

    link: Link
    what: str
    counted: str
    hue: int


@dataclass(frozen=True, slots=True)
class RecallView:
    """The data of the page with the session, and of the ways to all questions."""

    breadcrumbs: tuple[Link, ...]
    sections: Sections
    counted: str
    families: tuple[RecallFamily, ...]


@dataclass(frozen=True, slots=True)
class RecallListView:
    """The data of a page with questions; `scope` is the query of a session about them."""

    breadcrumbs: tuple[Link, ...]
    sections: Sections
    title: str
    lead: str
    scope: str
    groups: tuple[RecallGroup, ...]
    part: TablePart[RecallQuestion]


CRUMBS = (Link("Home", addresses.HOME), Link("Practice", addresses.PRACTICE))
LIST_CRUMBS = (*CRUMBS, Link(TITLE, addresses.RECALL))


def recall_pages(book: Casebook) -> Iterator[IndexPage]:
    """Yield the page with the session, then the questions by case study and by pattern."""
    rows = tuple(questions(book))
    families = {family: in_family(book, rows, family.id) for family in book.families.values()}
    yield IndexPage(addresses.RECALL, TITLE, DESCRIPTION, "recall.html", partial(recall_view, book, rows, families))
    lead = f"{in_one_line(book)}. Think of an answer before you open it."
    yield from _list_pages(addresses.RECALL_BY_CASE, BY_CASE, lead, "", rows)
    for family, found in families.items():
        if found:
            url, title = addresses.recall(family.id), f"Questions on {family.name.lower()}"
            lead = f"{wording.counted(_count(found), 'question')} on patterns of {family.name.lower()}."
            yield from _list_pages(url, title, lead, f"?family={family.id}", found)


def questions(book: Casebook) -> Iterator[RecallQuestion]:
    """Yield all questions, in the order of the names of the case studies."""
    for name in book.case_order:
        entry = book.library.case_studies[name]
        yield from (_question(book, entry, question) for question in entry.data.questions)


def _question(book: Casebook, entry: Entry[CaseStudy], question: Question) -> RecallQuestion:
    about = (address.split(":") for address in question.about)
    link = book.link("case-study", entry.id)
    return RecallQuestion(
        card=addresses.practised(entry.id, question.id),
        case=link,
        url=addresses.claim(entry.id, "question", question.id),
        question=book.html(question.question),
        answer=book.html(question.answer),
        about=tuple(Link(kind, depth.claim(entry, kind, name)) for kind, name in about),
        patterns=patterns_of(entry.data, question),
        heading=link,
        scope=f"?case={entry.id}",
    )


def in_family(book: Casebook, rows: tuple[RecallQuestion, ...], family: str) -> tuple[RecallQuestion, ...]:
    """Return the questions about each pattern of a family, by the names of the patterns."""
    members = {entry.id for entry in book.links.patterns_of_family.get(family, ())}
    found = [_under(book, row, name) for row in rows for name in row.patterns if name in members]
    return tuple(sorted(found, key=lambda row: name_order(row.heading.name)))


def _under(book: Casebook, row: RecallQuestion, pattern: str) -> RecallQuestion:
    return replace(row, heading=book.link("pattern", pattern), scope=f"?pattern={pattern}")


def _count(rows: tuple[RecallQuestion, ...]) -> int:
    return len({row.card for row in rows})


def in_one_line(book: Casebook) -> str:
    """Return the number of questions: `135 questions on 15 systems`."""
    counts = [len(entry.data.questions) for entry in book.library.case_studies.values()]
    asked = wording.counted(sum(counts), "question")
    return f"{asked} on {wording.counted(sum(map(bool, counts)), 'system')}"


def recall_view(
    book: Casebook, rows: tuple[RecallQuestion, ...], families: dict[Family, tuple[RecallQuestion, ...]]
) -> RecallView:
    """Return the page with the session."""
    return RecallView(
        breadcrumbs=CRUMBS,
        sections=sections(
            ("session", "Your questions", True),
            ("by-pattern", "By family of patterns", any(families.values())),
            ("by-case", "By case study", rows),
            ("anki", "In Anki", rows),
        ),
        counted=in_one_line(book),
        families=tuple(
            RecallFamily(
                Link(family.name, addresses.recall(family.id)),
                family.what,
                wording.counted(_count(found), "question"),
                family.hue,
            )
            for family, found in families.items()
            if found
        ),
    )


def _list_pages(url: str, title: str, lead: str, scope: str, rows: tuple[RecallQuestion, ...]) -> Iterator[IndexPage]:
    for part in parts(url, rows, MOST_QUESTIONS, lambda row: row.heading.name):
        view = partial(recall_list, title, lead, scope, part)
        yield IndexPage(part.url, title, f"{title}: {lead}", "recall_list.html", view)


def recall_list(title: str, lead: str, scope: str, part: TablePart[RecallQuestion]) -> RecallListView:
    """Return a page with questions."""
    groups = groupby(part.rows, lambda row: (row.heading, row.scope))
    return RecallListView(
        breadcrumbs=LIST_CRUMBS,
        sections=sections(("all", "All questions", True)),
        title=title,
        lead=lead,
        scope=scope,
        groups=tuple(RecallGroup(*under, tuple(found)) for under, found in groups),
        part=part,
    )
