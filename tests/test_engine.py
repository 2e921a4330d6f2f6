"""The layout engine caches its results, and starts Node only for new diagrams."""

from pathlib import Path

import pytest

import engine
from handbook.pictures.boxes import Node
from handbook.pictures.graph import Graph, request

GRAPH = request([Node("a", 80, 40), Node("b", 80, 40)], [("a", "b")])
OTHER = request([Node("c", 80, 40), Node("d", 90, 40)], [("c", "d")])


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> list[list[Graph]]:
    """The requests to Node, one list for each start."""
    starts: list[list[Graph]] = []
    ask = engine._ask_node

    def counted(requests: list[Graph]) -> list[Graph]:
        starts.append(requests)
        return ask(requests)

    monkeypatch.setattr(engine, "_ask_node", counted)
    return starts


def test_all_diagrams_are_one_start_and_a_build_without_change_is_none(tmp_path: Path, started: list[object]) -> None:
    first = engine.elk(tmp_path)([GRAPH, OTHER])
    assert len(started) == 1
    assert [child["id"] for answer in first for child in answer["children"]] == ["a", "b", "c", "d"]
    assert engine.elk(tmp_path)([GRAPH, OTHER]) == first
    assert len(started) == 1


def test_only_what_is_new_is_asked(tmp_path: Path, started: list[list[Graph]]) -> None:
    engine.elk(tmp_path)([GRAPH])
    engine.elk(tmp_path)([OTHER, GRAPH])
    assert started == [[GRAPH], [OTHER]]


@pytest.mark.parametrize("broken", ["", "{", "[]", "{}", "\xff"])
def test_a_broken_file_is_asked_again(broken: str, tmp_path: Path) -> None:
    (answer,) = engine.elk(tmp_path)([GRAPH])
    (file,) = tmp_path.iterdir()
    file.write_bytes(broken.encode("latin-1"))
    assert engine.elk(tmp_path)([GRAPH]) == [answer]
    assert list(tmp_path.iterdir()) == [file]


def test_several_processes_answer_in_the_order_of_the_questions(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine, "WORTH_A_PROCESS", 1)
    monkeypatch.setattr("os.cpu_count", lambda: 2)
    answers = engine.asked([GRAPH, OTHER, GRAPH])
    assert [answer["children"][0]["id"] for answer in answers] == ["a", "c", "a"]


def test_an_engine_that_fails_says_what_to_do() -> None:
    with pytest.raises(engine.EngineError, match=r"pip install -r requirements\.txt"):
        engine.asked([{"id": "picture", "children": [{}], "edges": []}])
