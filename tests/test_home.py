"""The home page: the chosen systems, the case study in a minute, and bars that count each system once."""

import re
from dataclasses import replace

import pytest

from handbook import addresses
from handbook.checks.references import unknown_reference
from handbook.faces import Casebook, make_casebook
from handbook.library import Library
from handbook.model.vocabulary import HomePage
from handbook.views.home import home_view
from handbook.views.thumbnails import main_picture


@pytest.fixture(scope="module")
def real_book(real_library: Library) -> Casebook:
    return make_casebook(real_library)


def with_home(library: Library, *systems: str) -> Library:
    data = library.vocabulary.model_copy(update={"home": HomePage(systems=systems)})
    return replace(library, vocabulary_file=replace(library.vocabulary_file, data=data))


def test_the_systems_are_those_of_the_vocabulary_in_its_order(real_book: Casebook) -> None:
    chosen = real_book.library.vocabulary.home.systems
    assert [card.face.id for card in home_view(real_book).systems] == list(chosen)
    assert len(chosen) == len(set(chosen)) == 6


def test_a_system_that_is_not_there_is_a_problem_of_the_vocabulary(real_library: Library) -> None:
    assert list(unknown_reference(real_library)) == []
    changed = with_home(real_library, "twitter-timelines")
    (found,) = [finding for finding in unknown_reference(changed) if finding.path.endswith("vocabulary.yml")]
    assert "there is no case-study `twitter-timelines`; did you mean `twitter-timeline`" in found.words


def test_the_minute_is_the_chosen_case_with_the_smallest_picture(real_book: Casebook) -> None:
    minute = home_view(real_book).minute
    assert minute
    chosen = [real_book.library.case_studies[name] for name in real_book.library.vocabulary.home.systems]
    assert len(minute.picture.nodes) == min(len(main_picture(real_book, entry).nodes) for entry in chosen)
    assert [label for label, _ in minute.lines] == ["Problem", "Idea", "Cost", "Outcome"]
    assert minute.takes.endswith("minutes")


def test_the_parts_of_its_picture_lead_to_the_case_study(real_book: Casebook) -> None:
    minute = home_view(real_book).minute
    assert minute
    parts = minute.face.url + "#" + addresses.anchor("component", "")
    assert minute.picture.nodes
    assert all(node.url.startswith(parts) for node in minute.picture.nodes)


def test_where_nothing_is_chosen_there_is_no_minute_and_no_list(library: Library) -> None:
    view = home_view(make_casebook(with_home(library)))
    assert (view.minute, view.systems) == (None, ())
    assert "systems" not in view.sections


def test_bars_count_each_system_once(real_book: Casebook) -> None:
    field = home_view(real_book).field
    assert field
    for bar in field.bars:
        assert sum(int(count) for count in re.findall(r"[0-9]+", bar.value)) <= len(real_book.library.case_studies)
    caching = next(bar for bar in field.bars if bar.label == "Caching")
    assert re.fullmatch(r"[0-9]+ use, [0-9]+ both, [0-9]+ against", caching.value)
    assert [segment.kind for segment in caching.segments] == ["", "both", "against"]
