"""The page of lessons, on the sample: each answer was worked out by hand."""

from dataclasses import replace

import pytest

from handbook.context import Link
from handbook.faces import Casebook, make_casebook
from handbook.library import Library
from handbook.links import InCase, LessonId, Links
from handbook.model.case_study import Lesson
from handbook.views.insights import contested as contested_module
from handbook.views.insights import lessons as lessons_module
from handbook.views.insights.contested import contested
from handbook.views.insights.lessons import LessonsView, in_one_line, lesson_pages
from handbook.views.insights.named import EntryName, find_names


@pytest.fixture(scope="module")
def book(library: Library) -> Casebook:
    return make_casebook(library)


def views(book: Casebook) -> dict[str, LessonsView]:
    found = {page.url: page.view() for page in lesson_pages(book)}
    assert all(isinstance(view, LessonsView) for view in found.values())
    return found  # type: ignore[return-value]


def a_lesson(book: Casebook, text: str, case: str = "samplemail") -> InCase[Lesson]:
    entry = book.library.case_studies[case]
    return InCase(entry, entry.data.lessons[0].model_copy(update={"lesson": text, "because": "So it was."}))


def test_all_lessons_are_on_one_page_by_theme_and_system(book: Casebook) -> None:
    (page,) = views(book).values()
    (group,) = page.groups
    assert (group.theme.name, group.counted, group.all) == ("Simplicity", "4 lessons", None)
    assert [(row.system.name, row.anchor, row.url) for row in group.rows] == [
        ("Examplebook", "examplebook-lesson-cache-everything", "/case-studies/examplebook/#lesson-cache-everything"),
        ("Examplebook", "examplebook-lesson-measure-first", "/case-studies/examplebook/#lesson-measure-first"),
        ("Examplebook", "examplebook-lesson-start-small", "/case-studies/examplebook/#lesson-start-small"),
        ("Samplemail", "samplemail-lesson-no-cache", "/case-studies/samplemail/#lesson-no-cache"),
    ]
    assert dict(page.sections) == {"contradictions": "Contradictions", "theme-simplicity": "Simplicity"}


def test_contradicting_lessons_are_side_by_side_with_their_conditions(book: Casebook) -> None:
    (page,) = views(book).values()
    (pair,) = page.pairs
    (other,) = pair.others
    assert pair.anchor == "examplebook-cache-everything-or-samplemail-no-cache"
    assert (pair.lesson.system.name, pair.lesson.period) == ("Examplebook", "2010 to June 2014")
    assert pair.lesson.number == book.face("case-study", "examplebook").number
    assert (other.system.name, other.period, other.number) == ("Samplemail", "until 2018", None)
    assert other.because == "The cache answered one of a hundred readings, and was down twice."
    assert pair.facets["system"] == "examplebook samplemail"


def test_each_of_two_contradicting_lessons_leads_to_the_contradiction(book: Casebook) -> None:
    (page,) = views(book).values()
    against = {row.anchor: row.against for group in page.groups for row in group.rows if row.against}
    url = "#examplebook-cache-everything-or-samplemail-no-cache"
    assert against == {
        "examplebook-lesson-cache-everything": (Link("Samplemail", url),),
        "samplemail-lesson-no-cache": (Link("Examplebook", url),),
    }


def test_the_answer_counts_lessons_and_contradictions(book: Casebook) -> None:
    assert in_one_line(book) == "4 lessons of 2 systems; 1 pair contradicts each other"


def test_one_value_is_no_filter(book: Casebook) -> None:
    (page,) = views(book).values()
    (system,) = page.filters
    assert (system.key, [(choice.id, choice.count) for choice in system.choices]) == (
        "system",
        [("examplebook", 4), ("samplemail", 2)],
    )


def test_too_many_lessons_get_a_page_for_each_theme(book: Casebook, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lessons_module, "MOST_LESSONS", 3)
    monkeypatch.setattr(lessons_module, "FIRST", 2)
    pages = views(book)
    start, first, second = (pages[url] for url in ("/lessons/", "/lessons/simplicity/", "/lessons/simplicity/2/"))
    assert len(pages) == 3
    assert [len(group.rows) for page in (start, first, second) for group in page.groups] == [2, 3, 1]
    assert start.groups[0].all == Link("All 4 lessons", "/lessons/simplicity/")
    (against,) = second.groups[0].rows[0].against
    assert against.url == "/lessons/#examplebook-cache-everything-or-samplemail-no-cache"
    assert (start.noun, first.noun) == ("contradictions", "lessons")
    assert [(page.title, page.answer) for page in (first, second)] == [
        ("Lessons: simplicity", "4 lessons of 2 systems.")
    ] * 2
    assert [link.name for link in first.links.links] == ["Examplebook", "Samplemail"]


def test_many_contradictions_are_spread_and_only_the_first_page_has_the_lessons(
    book: Casebook, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lessons_module, "MOST_SIDES", 2)
    monkeypatch.setattr(contested_module, "MOST_OTHERS", 1)
    (start, further) = views(replace(book, links=against_all(book.links))).values()
    assert [len(page.pairs) for page in (start, further)] == [1, 1]
    assert (len(start.groups), further.groups) == (1, ())
    assert [link.name for link in start.links.links] == ["1", "2"]


def against_all(links: Links) -> Links:
    """Return links with one more contradiction: the lesson of Samplemail and the second one of Examplebook."""
    ((one, other),) = links.contradictions
    second = InCase(one.case, one.case.data.lessons[1])
    ids = [LessonId(each.case.id, each.part.id) for each in (one, second, other)]
    return replace(
        links,
        contradictions=((one, other), (second, other)),
        lessons_against={ids[0]: (other,), ids[1]: (other,), ids[2]: (one, second)},
    )


def test_the_lesson_that_more_lessons_contradict_comes_first_and_is_told_once(book: Casebook) -> None:
    (only,) = contested(against_all(book.links))
    assert (only.lesson.case.id, [other.part.id for other in only.others]) == (
        "samplemail",
        ["cache-everything", "measure-first"],
    )


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Read caches help.", {("pattern", "read-cache")}),
        ("So LOOK THERE FIRST.", {("pattern", "read-cache")}),
        ("We spread caches.", set()),
        ("An Excache forgets.", {("technology", "example-cache")}),
        ("An excache forgets.", set()),
        ("[[second-cache]] is another one.", {("technology", "second-cache")}),
        ("Second Cache is none of ours.", set()),
        ("Read caches and [[case-study:examplebook]].", {("pattern", "read-cache")}),
    ],
)
def test_a_lesson_names_what_it_links_to_and_what_its_system_takes_a_stance_on(
    book: Casebook, text: str, named: set[tuple[str, str]]
) -> None:
    assert find_names(book).of(a_lesson(book, text)) == named


def test_a_name_that_is_no_word_is_not_looked_for(book: Casebook) -> None:
    entry = book.library.patterns["read-cache"]
    other = replace(entry, data=entry.data.model_copy(update={"also_known_as": ("N+1",)}))
    patterns = {**book.library.patterns, "read-cache": other}
    library = replace(book.library, by_kind={**book.library.by_kind, "pattern": patterns})
    assert find_names(replace(book, library=library)).of(a_lesson(book, "Mind N+1.")) == frozenset()


@pytest.mark.parametrize(
    ("text", "place", "found"),
    [("In .NET or so", 4, True), (".NET", 1, True), ("ASP.NET", 4, False), (".NETs", 1, False), ("NET", 0, False)],
)
def test_a_name_that_begins_with_a_sign_is_found_but_not_inside_another(text: str, place: int, found: bool) -> None:
    assert EntryName(".NET", 1, ("technology", "dotnet"), common=False).stands_at(text, place) == found
