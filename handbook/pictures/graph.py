"""Graphs for the layout engine, in the JSON format of the Eclipse Layout Kernel (ELK).

`docs/contribute/diagrams.md` explains the options.
"""

from collections.abc import Sequence
from typing import Any

from handbook.pictures.boxes import Edge, Node

Graph = dict[str, Any]

OPTIONS = {
    "elk.algorithm": "layered",
    "elk.direction": "RIGHT",
    "elk.edgeRouting": "ORTHOGONAL",
    "elk.padding": "[top=2,left=2,bottom=2,right=2]",
    "elk.layered.mergeEdges": "true",
    "elk.layered.considerModelOrder.strategy": "NODES_AND_EDGES",
    "elk.layered.nodePlacement.strategy": "BRANDES_KOEPF",
    "elk.layered.compaction.postCompaction.strategy": "EDGE_LENGTH",
    "elk.layered.spacing.nodeNodeBetweenLayers": "40",
    "elk.layered.spacing.edgeNodeBetweenLayers": "14",
    "elk.layered.spacing.edgeEdgeBetweenLayers": "10",
    "elk.spacing.nodeNode": "26",
    "elk.spacing.edgeNode": "14",
    "elk.spacing.edgeEdge": "10",
    "elk.spacing.componentComponent": "30",
    "elk.randomSeed": "1",
}
FIRST = {"elk.layered.layering.layerConstraint": "FIRST"}


def request(nodes: Sequence[Node], edges: Sequence[Edge]) -> Graph:
    """Return the graph for the layout engine."""
    turned = background(nodes, edges)
    first = _first(nodes, edges)
    return {
        "id": "picture",
        "layoutOptions": OPTIONS,
        "children": [_node(node, node.id in first) for node in nodes],
        "edges": [_edge(edge, edge in turned) for edge in edges],
    }


def background(nodes: Sequence[Node], edges: Sequence[Edge]) -> frozenset[Edge]:
    """Return the edges from nodes that no request reaches to nodes that one reaches, such as a job on a database."""
    reached = {node.id for node in nodes if node.outside}
    while further := {end for start, end in edges if start in reached} - reached:
        reached |= further
    return frozenset((start, end) for start, end in edges if reached and start not in reached and end in reached)


def _first(nodes: Sequence[Node], edges: Sequence[Edge]) -> set[str]:
    """Return the clients for the first layer, except those connected to each other, which cannot share a layer."""
    clients = {node.id for node in nodes if node.first}
    return clients - {name for edge in edges if clients.issuperset(edge) for name in edge}


def _edge(edge: Edge, turned: bool) -> Graph:
    """Return an edge; a background edge is reversed, so that the background node is placed behind its target."""
    start, end = edge[::-1] if turned else edge
    return {"id": " ".join(edge), "sources": [start], "targets": [end]}


def _node(node: Node, first: bool) -> Graph:
    return {"id": node.id, "width": node.width, "height": node.height, "layoutOptions": FIRST if first else {}}
