"""The labelled queries in the real search box; `scripts/search_quality.py` also runs them in two other searches."""

import sys
from collections.abc import Callable
from pathlib import Path

import yaml
from playwright.sync_api import Page

sys.path.insert(0, str(Path(__file__).parents[2] / "scripts"))
from search_quality import NAMING, QUERIES, WANTED_AMONG_THREE, WANTED_FIRST, box, rank

FEWEST = 120


def test_the_right_answer_is_at_the_top(new_page: Callable[..., Page], address: str) -> None:
    queries = yaml.safe_load(QUERIES.read_text(encoding="utf-8"))
    assert len(queries) >= FEWEST
    ask = box(new_page(None), address)
    ranks = [(query["habit"] in NAMING, rank(ask(query["query"]), query)) for query in queries]
    naming = [place == 1 for names, place in ranks if names]
    others = [place > 0 for names, place in ranks if not names]
    assert sum(naming) / len(naming) >= WANTED_FIRST
    assert sum(others) / len(others) >= WANTED_AMONG_THREE
