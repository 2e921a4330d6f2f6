"""Nothing overlaps in the diagrams of the content and in random diagrams."""

import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from itertools import combinations, pairwise

import pytest

from conftest import RANDOM
from engine import asked
from handbook.pictures.boxes import Box, Node
from handbook.pictures.diagram import Diagram
from handbook.pictures.layout import Task

SEEDS = range(RANDOM)
CLEAR = 3
"""The minimum distance in px between a line and a component that is not at its end."""
WIDEST, HIGHEST = 1340, 800
"""The size in px that fits a laptop screen of 1440 × 900 px with all text above 11 px."""


def overlap(one: Box, other: Box) -> bool:
    return one.x < other.right and other.x < one.right and one.y < other.bottom and other.y < one.bottom


def boxes(picture: Diagram) -> list[Box]:
    """Return the boxes that must not overlap: those of components and of group titles."""
    return [node.box for node in picture.nodes] + [frame.title for frame in picture.frames]


def inside(inner: Box, outer: Box) -> bool:
    return outer.x <= inner.x and inner.right <= outer.right and outer.y <= inner.y and inner.bottom <= outer.bottom


def test_nothing_overlaps_in_the_content(real: dict[str, Diagram]) -> None:
    assert len(real) >= 15
    assert [name for name, picture in real.items() for pair in combinations(boxes(picture), 2) if overlap(*pair)] == []


@pytest.mark.parametrize("seed", SEEDS)
def test_nothing_overlaps_in_random_diagrams(seed: int, random_diagram: Callable[[int], Diagram]) -> None:
    picture = random_diagram(seed)
    assert [pair for pair in combinations(boxes(picture), 2) if overlap(*pair)] == []
    frames = [frame.box for frame in picture.frames]
    assert [pair for pair in combinations(frames, 2) if overlap(*pair)] == []
    whole = Box(0, 0, picture.width, picture.height)
    assert [box for box in boxes(picture) + frames if not inside(box, whole)] == []


def faults(picture: Diagram, room: int = 0) -> Iterator[tuple[str, str, str]]:
    """Yield each line that is closer than `room` px to a title or to a component that is not at its end."""
    others = [(frame.name, frame.title) for frame in picture.frames]
    for line in picture.lines:
        ends = {line.start, line.end}
        nodes = [(node.id, node.box) for node in picture.nodes if node.id not in ends]
        for name, box in nodes + others:
            wide = Box(box.x - room, box.y - room, box.width + 2 * room, box.height + 2 * room)
            if any(overlap(wide, stretch) for stretch in stretches(line.route)):
                yield (line.start, line.end, name)


def stretches(route: tuple[tuple[int, int], ...]) -> Iterator[Box]:
    for (x1, y1), (x2, y2) in pairwise(route):
        yield Box(min(x1, x2), min(y1, y2), max(abs(x2 - x1), 1), max(abs(y2 - y1), 1))


def test_no_line_of_the_content_touches_a_component_or_a_title(real: dict[str, Diagram]) -> None:
    assert {name: list(faults(picture, CLEAR)) for name, picture in real.items()} == {name: [] for name in real}


def test_lines_in_random_diagrams_rarely_touch_a_component(
    random_diagram: Callable[[int], Diagram], record_property: Callable[[str, object], None]
) -> None:
    pictures = [random_diagram(seed) for seed in SEEDS]
    lines = sum(len(picture.lines) for picture in pictures)
    through = sum(len({found[:2] for found in faults(picture)}) for picture in pictures)
    print(f"\n{through} of {lines} lines in {len(pictures)} random diagrams run through a component or a title")
    record_property("lines through components", f"{through} of {lines}")
    assert through <= lines / 100


def test_lines_run_from_one_component_to_the_other(real: dict[str, Diagram]) -> None:
    for picture in real.values():
        box = {node.id: node.box for node in picture.nodes}
        for line in picture.lines:
            assert at_the_edge(line.route[0], box[line.start])
            assert at_the_edge(line.route[-1], box[line.end])


def at_the_edge(point: tuple[int, int], box: Box) -> bool:
    x, y = point
    near = (min(abs(x - box.x), abs(x - box.right)), min(abs(y - box.y), abs(y - box.bottom)))
    return min(near) <= 1 and box.x - 1 <= x <= box.right + 1 and box.y - 1 <= y <= box.bottom + 1


def test_diagrams_of_the_content_fit_a_laptop(real: dict[str, Diagram]) -> None:
    assert {name: picture.width for name, picture in real.items() if picture.width > WIDEST} == {}
    assert {name: picture.height for name, picture in real.items() if picture.height > HIGHEST} == {}


def test_what_no_line_touches_stands_below_the_rest() -> None:
    task = Task([Node("a", 80, 40), Node("apart", 80, 40), Node("b", 80, 40)], {}, [("a", "b")])
    layout = task.read(asked([task.request])[0])
    assert layout.nodes["a"].bottom < layout.band < layout.nodes["apart"].y


def test_a_line_that_the_engine_was_given_turned_runs_as_it_was_asked_for() -> None:
    nodes = [Node("client", 80, 40, first=True, outside=True), Node("job", 80, 40), Node("store", 80, 40)]
    task = Task(nodes, {}, [("client", "store"), ("job", "store")])
    layout = task.read(asked([task.request])[0])
    assert layout.nodes["job"].x > layout.nodes["store"].x
    assert at_the_edge(layout.routes["job", "store"][0], layout.nodes["job"])


def test_one_component_is_a_picture() -> None:
    task = Task([Node("a", 80, 40)], {}, [])
    layout = task.read(asked([task.request])[0])
    assert layout.nodes["a"] == Box(10, 10, 80, 40)
    assert (layout.width, layout.height) == (100, 60)


def test_the_same_input_gives_the_same_layout_in_another_process(random_diagram: Callable[[int], Diagram]) -> None:
    program = (
        "import sys, json; sys.path[:0] = ['tests', 'hooks']; from conftest import make_random_diagrams as make;"
        "layouts, plans = make(20);"
        "print(json.dumps([[line.path for line in layouts.diagram(plan).lines] for plan in plans]))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert json.loads(done.stdout) == [[line.path for line in random_diagram(seed).lines] for seed in range(20)]
