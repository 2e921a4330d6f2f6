"""The labelled queries in the real search box; `scripts/search_quality.py` also runs them in other searches."""

import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page

sys.path.insert(0, str(Path(__file__).parents[2] / "scripts"))
from search_quality import FILES, GOALS, box, labelled, rank, reached

NewPage = Callable[..., Page]


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_the_right_answer_is_at_the_top(file: Path, new_page: NewPage, address: str) -> None:
    ask = box(new_page(None), address)
    ranks = [(query, rank(ask(query["query"]), query)) for query in labelled(file)]
    for goal in GOALS:
        if goal.file == file:
            assert reached(goal, [place for query, place in ranks if goal.covers(file, query)]), goal.name
