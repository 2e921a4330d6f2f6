"""All lessons by theme, and those that contradict each other side by side."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, partial

from handbook import addresses, wording
from handbook.context import Link
from handbook.faces import Casebook
from handbook.links import InCase, LessonId, lesson_id
from handbook.model.case_study import Lesson
from handbook.model.vocabulary import VocabularyTerm
from handbook.views.filters import Filter, choices, filter_by
from handbook.views.index_page import IndexPage, TablePart, parts
from handbook.views.insights.contested import Contested, contested
from handbook.views.insights.lesson_rows import ContradictionRow, LessonRow, contradiction_row, lesson_row
from handbook.views.insights.named import Names, find_names
from handbook.views.sections import Sections, sections

TITLE = "Lessons, and where they contradict each other"
DESCRIPTION = "What systems learnt, by theme, each lesson with its source; contradictions side by side."
MOST_LESSONS = 200
"""The number of lessons on one page, which keeps it below 300 KB."""
MOST_SIDES = 110
"""The number of lessons in the contradictions of one page."""
FIRST = 5
"""How many lessons of a theme the start page shows if each theme has its own page."""


@dataclass(frozen=True, slots=True)
class LessonGroup:
    """A theme with its lessons, or the first of them and a link to `all` of them."""

    anchor: str
    theme: VocabularyTerm
    counted: str
    rows: tuple[LessonRow, ...]
    all: Link | None


@dataclass(frozen=True, slots=True)
class LessonsView:
    """The data of the page: contradictions and all themes, or one theme. `part` leads to the other pages of both."""

    breadcrumbs: tuple[Link, ...]
    sections: Sections
    here: str
    title: str
    answer: str
    filters: tuple[Filter, ...]
    noun: str
    pairs: tuple[ContradictionRow, ...]
    groups: tuple[LessonGroup, ...]
    links: TablePart[Contested] | TablePart[InCase[Lesson]]


@dataclass(frozen=True)
class Lessons:
    """All lessons by theme and all contradictions, in order, from which the pages are made."""

    book: Casebook
    names: Names
    by_theme: Mapping[str, tuple[InCase[Lesson], ...]]
    pairs: tuple[TablePart[Contested], ...]

    @property
    def on_one_page(self) -> bool:
        """Whether all lessons fit into one page."""
        return sum(map(len, self.by_theme.values())) <= MOST_LESSONS

    @cached_property
    def against(self) -> Mapping[LessonId, tuple[Link, ...]]:
        """The links from each lesson to its contradictions, called by the other system."""
        links: dict[LessonId, list[Link]] = {}
        for part in self.pairs:
            page = "" if self.on_one_page and part.here == 0 else part.url
            for one, other, anchor in (
                (each.lesson, other, each.anchor) for each in part.rows for other in each.others
            ):
                links.setdefault(lesson_id(one), []).append(Link(self._system(other), f"{page}#{anchor}"))
                links.setdefault(lesson_id(other), []).append(Link(self._system(one), f"{page}#{anchor}"))
        return {name: tuple(found) for name, found in links.items()}

    @cached_property
    def answer(self) -> str:
        """The counts in one line; cached because each page of contradictions shows them."""
        return in_one_line(self.book)

    @cached_property
    def answers(self) -> Mapping[str, str]:
        """The counts of each theme; cached because each page of a theme shows them."""
        return {theme: f"{_counted(lessons)} of {_systems(lessons)}." for theme, lessons in self.by_theme.items()}

    def pages(self) -> Iterator[IndexPage]:
        """Yield the start page, its further pages if there are many contradictions, and the pages of long themes."""
        for part in self.pairs:
            yield IndexPage(part.url, TITLE, DESCRIPTION, "lessons.html", partial(self._start, part))
        for theme, lessons in () if self.on_one_page else self.by_theme.items():
            term = self.book.term("themes", theme)
            for share in parts(addresses.theme(theme), lessons, MOST_LESSONS, self._system):
                yield IndexPage(share.url, _title(term), term.what, "lessons.html", partial(self._theme, theme, share))

    def _start(self, part: TablePart[Contested]) -> LessonsView:
        groups = tuple(map(self._group, self.by_theme)) if part.here == 0 else ()
        pairs = tuple(contradiction_row(self.book, self.names, each) for each in part.rows)
        lessons = (row for group in groups if group.all is None for row in group.rows)
        return LessonsView(
            breadcrumbs=(Link("Home", addresses.HOME), Link("Insights", addresses.INSIGHTS)),
            sections=sections(
                ("contradictions", "Contradictions", pairs), *((each.anchor, each.theme.name, True) for each in groups)
            ),
            here="Lessons",
            title=TITLE,
            answer=f"{self.answer}.",
            filters=_filters(self.book, (*pairs, *lessons)),
            noun="lessons and contradictions" if self.on_one_page else "contradictions",
            pairs=pairs,
            groups=groups,
            links=part,
        )

    def _group(self, theme: str) -> LessonGroup:
        lessons = self.by_theme[theme]
        counted = _counted(lessons)
        shown = lessons if self.on_one_page else lessons[:FIRST]
        more = None if self.on_one_page else Link(f"All {counted}", addresses.theme(theme))
        return self._shown(theme, shown, counted, more)

    def _theme(self, theme: str, part: TablePart[InCase[Lesson]]) -> LessonsView:
        group = self._shown(theme, part.rows, _counted(self.by_theme[theme]), None)
        above = (("Home", addresses.HOME), ("Insights", addresses.INSIGHTS), ("Lessons", addresses.LESSONS))
        return LessonsView(
            breadcrumbs=tuple(Link(*each) for each in above),
            sections=sections((group.anchor, group.theme.name, True)),
            here=group.theme.name,
            title=_title(group.theme),
            answer=self.answers[theme],
            filters=_filters(self.book, group.rows),
            noun="lessons",
            pairs=(),
            groups=(group,),
            links=part,
        )

    def _shown(self, theme: str, lessons: Iterable[InCase[Lesson]], counted: str, more: Link | None) -> LessonGroup:
        rows = (lesson_row(self.book, self.names, one, self.against.get(lesson_id(one), ())) for one in lessons)
        term = self.book.term("themes", theme)
        return LessonGroup(addresses.anchor("theme", theme), term, counted, tuple(rows), more)

    def _system(self, lesson: InCase[Lesson]) -> str:
        return self.book.link("case-study", lesson.case.id).name


def lesson_pages(book: Casebook) -> Iterator[IndexPage]:
    """Yield the pages of lessons."""
    found = contested(book.links)
    numbers = {each.anchor: str(number) for number, each in enumerate(found, 1)}
    spread = parts(addresses.LESSONS, found, MOST_SIDES, lambda one: numbers[one.anchor], lambda one: len(one.lessons))
    yield from Lessons(book, find_names(book), _by_theme(book), tuple(spread)).pages()


def in_one_line(book: Casebook) -> str:
    """Return the counts in one line."""
    told = [InCase(case, lesson) for case in book.library.case_studies.values() for lesson in case.data.lessons]
    counted = f"{_counted(told)} of {_systems(told)}"
    against = wording.counted(len(book.links.contradictions), "pair contradicts", "pairs contradict")
    return f"{counted}; {against} each other"


def _counted(lessons: Sequence[InCase[Lesson]]) -> str:
    return wording.counted(len(lessons), "lesson")


def _systems(lessons: Iterable[InCase[Lesson]]) -> str:
    return wording.counted(len({lesson.case.id for lesson in lessons}), "system")


def _title(theme: VocabularyTerm) -> str:
    return f"Lessons: {theme.name.lower()}"


def _by_theme(book: Casebook) -> dict[str, tuple[InCase[Lesson], ...]]:
    """Return the lessons of each theme that has any, in the order of the systems' names."""
    cases = (book.library.case_studies[name] for name in book.case_order)
    groups: dict[str, list[InCase[Lesson]]] = {theme: [] for theme in book.terms["themes"]}
    for case in cases:
        for lesson in case.data.lessons:
            groups[lesson.theme].append(InCase(case, lesson))
    return {theme: tuple(lessons) for theme, lessons in groups.items() if lessons}


def _filters(book: Casebook, rows: tuple[LessonRow | ContradictionRow, ...]) -> tuple[Filter, ...]:
    taken = {key: [name for row in rows for name in row.facets[key].split()] for key in ("theme", "system", *NAMED)}
    themes = {theme: term.name for theme, term in book.terms["themes"].items()}
    systems = {name: book.link("case-study", name).name for name in set(taken["system"])}
    named = (
        filter_by(kind, label, {name: book.link(kind, name).name for name in set(taken[kind])}, taken[kind])
        for kind, label in NAMED.items()
    )
    every = (
        Filter("theme", "Theme", choices(themes, taken["theme"])),
        *named,
        filter_by("system", "System", systems, taken["system"]),
    )
    return tuple(each for each in every if len(each.choices) > 1)


NAMED = {"pattern": "Pattern named", "technology": "Technology named"}
"""The facets of what lessons name, by kind of entry."""
