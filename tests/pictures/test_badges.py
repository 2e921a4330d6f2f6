"""Step numbers are placed on their own line, away from components."""

from handbook.pictures.badges import places
from handbook.pictures.boxes import Box


def test_a_number_stands_where_no_other_line_runs() -> None:
    routes = {("a", "b"): ((0, 0), (100, 0), (100, 80), (200, 80)), ("a", "c"): ((0, 0), (200, 0))}
    (x, y) = places(routes, {("a", "b"): 20}, [])["a", "b"]
    assert y > 10
    assert x in range(100, 201)


def test_a_number_keeps_clear_of_components() -> None:
    routes = {("a", "b"): ((0, 0), (60, 0), (60, 200))}
    (x, y) = places(routes, {("a", "b"): 20}, [Box(40, 80, 60, 40)])["a", "b"]
    assert (x, y) == (30, 0)


def test_where_all_is_shared_there_is_a_number_all_the_same() -> None:
    routes = {("a", "b"): ((0, 0), (60, 0)), ("c", "b"): ((0, 0), (60, 0))}
    assert places(routes, {("a", "b"): 20}, [])["a", "b"] == (30, 0)
