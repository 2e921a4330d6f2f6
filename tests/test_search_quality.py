"""The labelled queries, and how the answers of a search are ranked by their labels."""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[1] / "scripts"))
from search_quality import GOALS, QUERIES, QUESTIONS, label, labelled, rank

FEWEST = {QUERIES: 250, QUESTIONS: 150}


def test_each_habit_of_each_file_belongs_to_one_goal() -> None:
    for file, fewest in FEWEST.items():
        queries = labelled(file)
        assert len(queries) >= fewest
        assert {sum(goal.covers(file, query) for goal in GOALS) for query in queries} == {1}


@pytest.mark.parametrize(
    ("address", "name"),
    [
        ("technologies/redis/", "technology:redis"),
        ("technologies/redis/#who", "technology:redis"),
        ("case-studies/uber/#figure-services", "case-study:uber#figure-services"),
        ("case-studies/uber/evidence/#figure-services", "case-study:uber#figure-services"),
        ("compare/kafka-vs-rabbitmq/", "comparison:kafka-vs-rabbitmq"),
        ("compare/queues/", "guide:queues"),
        ("families/caching/", "family:caching"),
        ("glossary/#term-wal", "term:wal"),
        ("explore/?technology=redis&family=caching&technology-mode=all", "explore:family=caching&technology=redis"),
        ("left/2/", "page:left"),
        ("compare/", "page:compare"),
    ],
)
def test_an_address_has_the_label_of_what_it_shows(address: str, name: str) -> None:
    assert label(address) == label(f"/{address}") == name


def test_the_rank_is_that_of_the_first_right_answer_and_1_for_none_where_nothing_fits() -> None:
    query = {"wants": ["explore:technology=redis&family=caching"]}
    assert rank(["left/", "explore/?family=caching&technology=redis"], query) == 2
    assert rank(["left/ explore/?family=caching&technology=redis"], query) == 1
    assert rank(["left/"], query) == 0
    assert (rank([], {"wants": []}), rank(["left/"], {"wants": []})) == (1, 0)
