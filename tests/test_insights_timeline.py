"""The timeline and the technologies over time, on the sample: each answer was worked out by hand."""

from pathlib import Path

import pytest

from handbook.faces import Casebook, make_casebook
from handbook.library import Library
from handbook.reading import read_library
from handbook.views.index_page import parts
from handbook.views.insights import lanes, lifespans, timeline
from handbook.views.insights.lanes import drawn_systems, lane_of
from handbook.views.insights.lifespans import Lifespan, Seen
from handbook.views.insights.timeline import timeline_view


@pytest.fixture(scope="module")
def book(library: Library) -> Casebook:
    return make_casebook(library)


def changed(content: Path, name: str, old: str, new: str) -> Casebook:
    """Return the casebook of a copy of the sample in which a case study says something else."""
    file = content / "case-studies" / f"{name}.yml"
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")
    reading = read_library(content)
    assert reading.library, reading.problems
    return make_casebook(reading.library)


def row(book: Casebook, name: str) -> Lifespan:
    return {row.technology.name: row for row in lifespans.lifespans(book)}[name]


def seen(one: Seen | None) -> tuple[str, str, str] | None:
    return (one.year, one.bound, one.system.url) if one else None


def test_events_are_listed_by_date_and_lead_to_their_claims(book: Casebook) -> None:
    rows = timeline.events(book)
    assert [(row.when, row.kind, row.system.name, row.url) for row in rows] == [
        ("15 January 2010", "launch", "Examplebook", "/case-studies/examplebook/#event-launch"),
        ("2016", "end", "Examplebook", "/case-studies/examplebook/#event-end"),
    ]
    assert rows[1].facets == {"kind": "end", "system": "examplebook"}


def test_the_first_page_has_the_picture_and_all_years(book: Casebook) -> None:
    rows = timeline.events(book)
    first, second = (timeline_view(book, rows, part, "") for part in parts("/timeline/", rows, 1, lambda row: row.when))
    assert [year.year for year in first.years] == ["2010"]
    assert [year.year for year in second.years] == ["2016"]
    assert first.picture and [lane.label for lane in first.picture.lanes] == ["Samplemail", "Examplebook"]
    assert second.picture is None and "axis" not in second.sections
    assert first.kinds == (("launch", 1), ("end", 1))


def test_the_answer_counts_events_and_names_the_fullest_year(book: Casebook) -> None:
    assert timeline.in_one_line(timeline.events(book)) == (
        "2 events of 1 system, from 2010 to 2016; the year with the most is 2010, with 1"
    )
    assert timeline.in_one_line(()) == "No event has a date"


def test_the_systems_with_the_most_events_are_drawn(book: Casebook, monkeypatch: pytest.MonkeyPatch) -> None:
    assert [entry.id for entry in drawn_systems(book)] == ["examplebook", "samplemail"]
    monkeypatch.setattr(lanes, "MOST_LANES", 1)
    assert [entry.id for entry in drawn_systems(book)] == ["examplebook"]
    rows = timeline.events(book)
    (part,) = parts("/timeline/", rows, 10, lambda row: row.when)
    assert timeline_view(book, rows, part, "").drawn == "The 1 of 2 systems with the most events."


def test_a_year_stands_in_its_middle_and_an_open_start_stays_open(book: Casebook) -> None:
    launch, end = lane_of(book, book.library.case_studies["examplebook"]).events
    assert launch.at == pytest.approx(2010 + 14 / 366)
    assert end.at == pytest.approx(2016.5, abs=0.01)
    assert end.words == "2016, end: Examplebook closed."
    assert lane_of(book, book.library.case_studies["samplemail"]).first is None


def test_technologies_that_systems_had_are_listed_by_name(book: Casebook) -> None:
    """Mock Store was only rejected; the start of Samplemail is unknown."""
    claim = "/case-studies/examplebook/#technology"
    assert [(row.technology.name, seen(row.first), seen(row.last)) for row in lifespans.lifespans(book)] == [
        ("Dummy Log", ("2010", "or later", f"{claim}-dummy-log"), ("2014", "or earlier", f"{claim}-dummy-log")),
        (
            "Example Cache",
            ("2010", "", f"{claim}-cache-of-pages"),
            ("2018", "or earlier", "/case-studies/samplemail/#technology-example-cache"),
        ),
        ("Sample Queue", None, ("2018", "or earlier", "/case-studies/samplemail/#technology-sample-queue")),
    ]


def test_who_left_it(book: Casebook) -> None:
    assert [(link.name, year) for link, year in row(book, "Example Cache").left] == [("Samplemail", "")]
    assert row(book, "Example Cache").facets == {"category": "cache", "left": "yes"}
    assert lifespans.in_one_line(lifespans.lifespans(book)) == (
        "3 technologies were in use, and systems left 1 of them;"
        " Example Cache is seen over the most years, 2010 to 2018"
    )
    assert lifespans.in_one_line(()) == "0 technologies were in use, and systems left 0 of them"


LEFT = "stance: left, why"


@pytest.mark.parametrize(
    ("period", "first", "last", "year"),
    [
        ("{from: 2012, until: 2013}", ("2012", ""), ("2013", ""), "2013"),
        ("{from: 2020}", ("2020", ""), ("2020", ""), "2020"),
        ("{until: 2011}", ("2011", ""), ("2011", ""), "2011"),
    ],
)
def test_the_dates_of_a_use_come_before_those_of_its_study(
    content: Path, period: str, first: tuple[str, str], last: tuple[str, str], year: str
) -> None:
    """A start alone says when the system left it. Example Cache is moved to another technology to stand alone."""
    changed(content, "samplemail", "technology: example-cache, role", "technology: second-cache, role")
    book = changed(content, "samplemail", LEFT, f"period: {period}, {LEFT}")
    found = row(book, "Second Cache")
    assert found.first and found.last
    assert (found.first.year, found.first.bound) == first
    assert (found.last.year, found.last.bound) == last
    assert [when for _, when in found.left] == [year]


def test_a_use_after_the_period_of_the_study_begins_and_ends_when_it_says(content: Path) -> None:
    built = "role: Language of the queue, stance: built"
    book = changed(content, "examplebook", built, f"{built}, period: {{from: 2015}}")
    found = row(book, "Dummy Log")
    assert found.first and found.last
    assert (found.first.year, found.last.year, found.last.bound) == ("2015", "2015", "")


def test_a_period_that_has_not_ended_is_in_use(content: Path) -> None:
    found = row(changed(content, "samplemail", "{until: 2018}", "{from: 2011}"), "Sample Queue")
    assert found.first and found.last
    assert (found.first.year, found.last.year, found.last.bound) == ("2011", "in use", "")
    assert found.years == 0


def test_an_event_that_links_to_a_technology_dates_it(content: Path) -> None:
    book = changed(content, "examplebook", 'Examplebook closed.", kind', 'Its [[dummy-log]] was closed.", kind')
    found = row(book, "Dummy Log")
    assert seen(found.last) == ("2016", "", "/case-studies/examplebook/#event-end")
    assert seen(found.first) == ("2010", "or later", "/case-studies/examplebook/#technology-dummy-log")


def test_an_event_of_a_system_that_never_had_it_dates_nothing(content: Path) -> None:
    book = changed(content, "examplebook", 'Examplebook closed.", kind', 'Like [[sample-queue]], it closed.", kind')
    assert seen(row(book, "Sample Queue").first) is None
    assert row(book, "Sample Queue").systems == 1
