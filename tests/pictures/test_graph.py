"""The layout engine's input: clients come first, and background jobs come after the component they work on."""

from handbook.pictures.boxes import Edge, Node
from handbook.pictures.graph import FIRST, background, request

CLIENT, WEB, STORE, JOB = (
    Node("client", 80, 40, first=True, outside=True), Node("web", 80, 40), Node("store", 80, 40), Node("job", 80, 40),
)  # fmt: skip
NODES = [CLIENT, WEB, STORE, JOB]
EDGES: list[Edge] = [("client", "web"), ("web", "store"), ("job", "store")]


def test_upkeep_is_what_no_request_reaches() -> None:
    assert background(NODES, EDGES) == {("job", "store")}


def test_where_nobody_asks_nothing_is_upkeep() -> None:
    assert background([WEB, STORE, JOB], EDGES[1:]) == set()


def test_upkeep_is_asked_for_turned() -> None:
    turned = request(NODES, EDGES)["edges"][-1]
    assert (turned["id"], turned["sources"], turned["targets"]) == ("job store", ["store"], ["job"])


def test_clients_are_first_unless_something_passes_between_them() -> None:
    other = Node("other", 80, 40, first=True, outside=True)
    children = request([*NODES, other], [*EDGES, ("other", "web")])["children"]
    assert [child["id"] for child in children if child["layoutOptions"] == FIRST] == ["client", "other"]
    children = request([*NODES, other], [*EDGES, ("other", "client")])["children"]
    assert [child for child in children if child["layoutOptions"] == FIRST] == []
