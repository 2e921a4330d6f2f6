"""Reading times are computed from the words of an entry, and paths begin with a short and easy stop."""

from dataclasses import replace

import pytest

from handbook.faces import Casebook, make_casebook, stop_minutes
from handbook.library import Library
from handbook.reading_time import NOT_READ, WORDS_A_MINUTE, in_words, minutes
from handbook.views.reading_path import path_index, path_view


@pytest.fixture(scope="module")
def real_book(real_library: Library) -> Casebook:
    return make_casebook(real_library)


def test_minutes_are_the_words_of_the_texts_over_the_pace(library: Library) -> None:
    entry = library.technologies["dummy-log"]
    assert minutes(entry) == 1
    long = entry.data.solves.model_copy(update={"text": "word " * WORDS_A_MINUTE * 3})
    assert minutes(replace(entry, data=entry.data.model_copy(update={"solves": long}))) == 4


def test_what_readers_look_things_up_in_takes_no_time(library: Library) -> None:
    entry = library.case_studies["examplebook"]
    assert {"sources", "questions", "not_published"} == NOT_READ
    bare = entry.data.model_copy(update={"questions": (), "not_published": ()})
    assert minutes(replace(entry, data=bare)) == minutes(entry)


@pytest.mark.parametrize(
    ("count", "words"),
    [
        (1, "1 minute"),
        (60, "60 minutes"),
        (61, "1 hour 5 minutes"),
        (116, "2 hours"),
        (131, "2 hours 15 minutes"),
    ],
)
def test_times_in_words(count: int, words: str) -> None:
    assert in_words(count) == words


def test_a_path_takes_as_long_as_its_stops(real_book: Casebook) -> None:
    for entry in real_book.library.paths.values():
        takes = in_words(sum(stop_minutes(real_book, stop) for stop in entry.data.stops))
        assert path_view(real_book, entry).takes == takes
        assert takes in real_book.face("path", entry.id).line


def test_each_path_begins_with_its_shortest_stop_and_with_none_that_is_hard(real_book: Casebook) -> None:
    easiest = next(iter(real_book.terms["levels"].values())).name
    for card in path_index(real_book).paths:
        first, *others = card.stops
        stops = real_book.library.paths[card.face.id].data.stops
        times = [stop_minutes(real_book, stop) for stop in stops]
        assert times[0] == min(times), card.face.name
        assert first.level in ("", easiest), card.face.name
        assert others


def test_the_index_begins_with_the_shortest_path(real_book: Casebook) -> None:
    paths = real_book.library.paths
    totals = [
        sum(stop_minutes(real_book, stop) for stop in paths[card.face.id].data.stops)
        for card in path_index(real_book).paths
    ]
    assert totals == sorted(totals)
    assert len(totals) == len(paths)
