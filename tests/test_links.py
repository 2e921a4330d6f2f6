"""Links between entries in both directions."""

from collections.abc import Iterable
from typing import Any

import pytest

from handbook.library import Library
from handbook.links import InCase, LessonId, Links, lesson_id, link


@pytest.fixture(scope="module")
def links(library: Library) -> Links:
    return link(library)


def stances(uses: Iterable[InCase[Any]]) -> list[tuple[str, str]]:
    return [(use.case.id, use.part.stance) for use in uses]


def test_who_uses_a_technology(links: Links) -> None:
    assert stances(links.uses_of_technology["example-cache"]) == [("examplebook", "uses"), ("samplemail", "left")]
    assert stances(links.uses_of_technology["mock-store"]) == [("samplemail", "rejected")]


def test_who_takes_a_stance_on_a_pattern(links: Links) -> None:
    assert stances(links.uses_of_pattern["read-cache"]) == [("examplebook", "uses"), ("samplemail", "abandoned")]
    assert stances(links.uses_of_pattern["batching"]) == [("samplemail", "avoids")]


def test_which_decisions_concern_a_technology_or_a_pattern(links: Links) -> None:
    (on_technology,) = links.decisions_on_technology["example-cache"]
    (on_pattern,) = links.decisions_on_pattern["read-cache"]
    assert on_technology.part.id == "cache-first"
    assert on_technology == on_pattern
    assert "dummy-log" not in links.decisions_on_technology


def test_which_lessons_contradict_a_lesson(links: Links) -> None:
    no_cache, cache_everything = LessonId("samplemail", "no-cache"), LessonId("examplebook", "cache-everything")
    assert [tuple(map(lesson_id, pair)) for pair in links.contradictions] == [(cache_everything, no_cache)]
    against = {one: [lesson_id(other) for other in others] for one, others in links.lessons_against.items()}
    assert against == {no_cache: [cache_everything], cache_everything: [no_cache]}


def test_what_belongs_to_an_organisation(links: Links) -> None:
    assert [case.id for case in links.cases_of_organisation["example-corp"]] == ["examplebook"]
    assert links.parts_of == {"example-corp": ("samplemail",)}


def test_what_belongs_to_a_family_or_a_category(links: Links) -> None:
    families = {name: [entry.id for entry in entries] for name, entries in links.patterns_of_family.items()}
    assert families == {"caching": ["read-cache", "warm-up"], "queues": ["batching", "write-queue"]}
    caches = [entry.id for entry in links.technologies_of_category["cache"]]
    assert caches == ["example-cache", "mock-store", "second-cache", "third-cache"]


def test_which_technologies_serve_a_pattern_or_replace_another(links: Links) -> None:
    assert [entry.id for entry in links.technologies_for_pattern["warm-up"]] == ["example-cache"]
    assert [entry.id for entry in links.alternative_to["mock-store"]] == ["example-cache"]
    assert "example-cache" not in links.alternative_to
