"""The work list of the sample: each task was found by hand."""

from dataclasses import replace
from typing import get_args

import pytest

from handbook.faces import Casebook, make_casebook
from handbook.library import Library
from handbook.model.entry import TaskName
from handbook.tasks import NEEDS, TaskPlace, tasks_of
from handbook.views.freshness import freshness
from handbook.views.help_wanted import EFFORTS, HelpWantedView, help_wanted_pages
from handbook.views.tasks import upkeep

EVIDENCE = "/case-studies/examplebook/evidence/"


@pytest.fixture(scope="module")
def book(library: Library) -> Casebook:
    return replace(make_casebook(library), editing="https://host.example/edit/content/")


def found(book: Casebook, kind: str, name: str) -> dict[str, list[TaskPlace]]:
    return {task.need.id: list(task.spots) for task in tasks_of(book.library.of(kind)[name], book.links)}


def test_tasks_of_a_case_study_name_places_by_keys_and_ids(book: Casebook) -> None:
    tasks = found(book, "case-study", "examplebook")
    assert [spot.path for spot in tasks["flow"]] == ["architecture.components.friend-finder"]
    assert tasks["flow"][0].url == "/case-studies/examplebook/#component-friend-finder"
    assert tasks["reading"] == [TaskPlace("sources.video", f"{EVIDENCE}#source-video")]
    assert [spot.path for spot in tasks["archive"]] == ["sources.post", "sources.video", "sources.interview"]
    assert TaskPlace("figures.servers", f"{EVIDENCE}#figure-servers") in tasks["scope"]
    assert TaskPlace(note="2 more decisions") in tasks["depth"]


def test_tasks_of_technologies(book: Casebook) -> None:
    assert set(found(book, "technology", "sample-queue")) == {"place", "archive", "review"}
    assert [spot.path for spot in found(book, "technology", "sample-queue")["place"]] == [
        "status.sources.manual", "solves.sources.manual", "how_it_works.sources.manual", "excels.order.sources.manual",
        "fails.delay.sources.manual",
    ]  # fmt: skip
    assert [spot.path for spot in found(book, "technology", "dummy-log")["strengths"]] == ["excels", "fails"]
    assert "use" not in found(book, "technology", "mock-store")


def test_tasks_of_patterns_ask_for_the_other_side(book: Casebook) -> None:
    assert found(book, "pattern", "warm-up")["other-side"] == [TaskPlace(note="no system avoids it or gave it up")]
    assert found(book, "pattern", "batching")["other-side"] == [TaskPlace(note="no system uses it")]
    assert "other-side" not in found(book, "pattern", "read-cache")
    assert "other-side" not in found(book, "pattern", "write-queue"), "nobody decides against it"
    assert "primary-source" not in found(book, "pattern", "batching")


def test_an_attempt_is_shown_with_its_task_alone(book: Casebook) -> None:
    tasks = upkeep(book, book.library.case_studies["examplebook"]).tasks
    assert {task.facets["task"]: len(task.attempts) for task in tasks if task.attempts} == {"reading": 1}
    (attempt,) = next(task.attempts for task in tasks if task.attempts)
    assert (attempt.date, attempt.what) == ("in December 2016", "A text of the <em>video</em>.")


def test_the_dates_of_an_entry_are_those_that_it_stores(book: Casebook) -> None:
    known = freshness(book.library.case_studies["examplebook"])
    assert known
    assert (known.words, known.added, known.checked) == (
        "Last read against its sources on 1 December 2016", "", "2014-03:1",
    )  # fmt: skip
    added = freshness(book.library.case_studies["samplemail"])
    assert added
    assert (added.words, added.reviewed, added.added) == ("Added in November 2016", "", "2016-11")


def test_every_task_can_be_recorded_and_has_a_page() -> None:
    assert tuple(need.id for need in NEEDS) == get_args(TaskName)
    assert {need.effort for need in NEEDS} == {effort.id for effort in EFFORTS}


def test_the_list_has_each_task_once_with_a_way_to_begin(book: Casebook) -> None:
    first, *others = help_wanted_pages(book)
    view = first.view()
    assert isinstance(view, HelpWantedView)
    rows = [row for group in view.groups for row in group.rows]
    assert len({row.anchor for row in rows}) == len(rows)
    system = next(row for row in rows if row.facets["task"] == "system")
    assert (system.command, system.edit) == ("make new KIND=case-study ID=samplechat", "")
    entry = next(row for row in rows if row.facets == {"task": "archive", "kind": "case-study"})
    assert entry.edit.startswith("https://host.example/edit/content/case-studies/")
    assert entry.command.startswith('make links ARGS="--archive content/case-studies/')
    counts = {group.anchor: len(group.rows) for group in view.groups}
    assert {page.url for page in others} == {
        effort.url for effort in EFFORTS if any(group.anchor == effort.id and group.all for group in view.groups)
    }
    assert set(counts) == {effort.id for effort in EFFORTS}


def test_a_system_with_a_case_study_is_no_longer_wanted(library: Library) -> None:
    wanted = library.vocabulary.wanted[0].model_copy(update={"id": "examplebook"})
    vocabulary = replace(library.vocabulary_file, data=library.vocabulary.model_copy(update={"wanted": (wanted,)}))
    first = next(iter(help_wanted_pages(make_casebook(replace(library, vocabulary_file=vocabulary))))).view()
    assert isinstance(first, HelpWantedView)
    assert not [row for group in first.groups for row in group.rows if row.facets["task"] == "system"]


def test_entries_with_an_attempt_come_last_in_their_kind_of_task(book: Casebook) -> None:
    first = next(iter(help_wanted_pages(book))).view()
    assert isinstance(first, HelpWantedView)
    group = next(group for group in first.groups if group.anchor == "twenty-minutes")
    reading = [row for row in group.rows if row.facets["task"] == "reading"]
    assert reading[-1].attempts


def test_pages_of_many_tasks_stay_small(real_library: Library) -> None:
    pages = list(help_wanted_pages(make_casebook(real_library)))
    for page in pages:
        view = page.view()
        assert isinstance(view, HelpWantedView)
        assert sum(len(group.rows) for group in view.groups) <= 250, page.url
    assert len(pages) > len(EFFORTS)
