"""The text in a diagram, and its SVG: inert and small."""

import gzip
import re
from functools import cache
from itertools import combinations
from typing import Any
from xml.etree import ElementTree

import pytest

from handbook.pictures.diagram import MOST, MOST_LINES, Diagram, Draft
from handbook.pictures.layouts import Layouts
from handbook.pictures.lines import Connection
from handbook.pictures.words import Label, Part
from handbook.renderer import Renderer

LARGEST = 16_000
LARGEST_COMPRESSED = 4_500
SVG = "{http://www.w3.org/2000/svg}"
HOSTILE = ("<script>alert(1)</script>", "\"quotes' & <b>", "ذاكرة التخزين المؤقت", "🚀 Queue", "x" * 80)


def part(name: str, words: str = "Cache", technologies: tuple[str, ...] = (), group: str | None = None) -> Part:
    labels = tuple(Label(technology, f"/technologies/{technology}/") for technology in technologies)
    return Part(name, words, f"#component-{name}", f"Role of {words}", labels, group)


def diagram(parts: list[Part], groups: dict[str, str], connections: list[Connection]) -> Diagram:
    return Layouts().diagram(Draft(tuple(parts), groups, tuple(connections)))


@cache
def macros() -> Any:
    return Renderer().module("pictures.html")


def svg(picture: Diagram) -> str:
    return str(macros().diagram(picture, "d", "A title")).strip()


def words(element: ElementTree.Element) -> str:
    return "".join(element.itertext())


def test_a_component_shows_its_name_its_technologies_and_its_role() -> None:
    root = ElementTree.fromstring(svg(diagram([part("a", "Web tier", ("redis", "nginx"))], {}, [])))
    node = root.find(f"{SVG}g[@data-node='a']")
    assert node is not None
    assert [words(line) for line in node.iter(f"{SVG}text")] == ["Web tier", "redis, nginx"]
    assert [link.get("href") for link in node.iter(f"{SVG}a")] == [
        "#component-a",
        "/technologies/redis/",
        "/technologies/nginx/",
    ]
    assert node.findtext(f"{SVG}title") == "Role of Web tier"


@pytest.mark.parametrize("text", HOSTILE)
def test_whatever_is_written_comes_out_as_text(text: str) -> None:
    parts = [part("a", "Name", (text,), "g"), part("b", text, (), "g")]
    picture = diagram(parts, {"g": text}, [Connection("a", "b", "sync", text)])
    root = ElementTree.fromstring(svg(picture))
    tags = {element.tag.removeprefix(SVG) for element in root.iter()}
    assert tags <= {"svg", "title", "desc", "marker", "path", "rect", "g", "text", "a"}
    assert not [name for element in root.iter() for name in element.attrib if name.startswith("on")]
    node = root.find(f"{SVG}g[@data-node='a']")
    assert node is not None
    shown = "".join(words(line) for line in node.iter(f"{SVG}text"))
    assert shown.replace(" ", "") == ("Name" + text).replace(" ", "")
    assert root.findtext(f"{SVG}g/{SVG}path/{SVG}title") == text


def test_steps_between_the_same_two_are_one_line() -> None:
    steps = [Connection("a", "b", "async"), Connection("a", "b", "sync"), Connection("b", "a", "batch")]
    picture = diagram([part("a"), part("b")], {}, steps)
    assert [(line.start, line.end, line.mode, line.both_ways) for line in picture.lines] == [("a", "b", "sync", True)]
    assert picture.modes == ("sync",)


def test_a_technology_that_the_name_says_already_is_not_said_twice() -> None:
    (node,) = diagram([part("a", "MongoDB", ("mongodb", "redis"))], {}, []).nodes
    assert [label.text for line in node.technologies for label in line.labels] == ["redis"]


def test_of_many_technologies_some_are_named_and_the_others_counted() -> None:
    (node,) = diagram([part("a", "Web", ("one", "two", "three", "four", "five"))], {}, []).nodes
    assert [label.text for line in node.technologies for label in line.labels] == ["one,", "two,", "three,", "+2"]


def test_the_count_of_a_component_is_its_last_line() -> None:
    counted = Part("a", "Web", "#component-a", "Role", (), None, "service", "9 servers")
    (node,) = diagram([counted], {}, []).nodes
    assert node.count and node.count.labels[0].text == "9 servers"
    assert node.count.y > node.name[-1].y


def test_steps_of_the_main_path_are_numbered_on_their_lines_or_at_who_acts_alone() -> None:
    steps = [
        Connection("a", "b", "sync", "", 1), Connection("b", "b", "sync", "", 2), Connection("b", "a", "async", "", 3),
        Connection("b", "c", "sync"),
    ]  # fmt: skip
    picture = diagram([part("a"), part("b"), part("c")], {}, steps)
    assert [badge.text for badge in picture.badges] == ["1, 3", "2"]
    assert [line.main for line in picture.lines] == [False, True]


def test_a_component_names_its_group_where_one_points_at_it() -> None:
    (node,) = diagram([part("a", "Web", (), "g")], {"g": "Data centre"}, []).nodes
    assert node.role == "Data centre: Role of Web"


def test_a_picture_that_would_be_too_large_says_so() -> None:
    picture = diagram([part(f"p{number}") for number in range(MOST + 1)], {}, [])
    assert (picture.too_large, picture.nodes) == ((MOST + 1, 0), ())
    assert f"{MOST + 1} components" in svg(picture)


def test_a_picture_with_too_many_lines_says_so() -> None:
    parts = [part(f"p{number}") for number in range(MOST)]
    ends = [(start.id, end.id) for start, end in combinations(parts, 2)][: MOST_LINES + 1]
    picture = diagram(parts, {}, [Connection(*pair, "sync") for pair in ends])
    assert (picture.too_large, picture.nodes) == ((MOST, MOST_LINES + 1), ())
    assert f"{MOST_LINES + 1} lines" in svg(picture)


def test_a_picture_of_nothing_is_a_sentence() -> None:
    assert "<svg" not in svg(diagram([], {}, []))


def test_the_legend_explains_what_is_in_the_picture_and_no_more() -> None:
    kinds = [Part(kind, "Name", "#", "Role", (), None, kind) for kind in ("store", "client")]
    picture = diagram(kinds, {}, [Connection("client", "store", "batch")])
    legend = str(macros().legend(picture.legend))
    assert [sample.kind for sample in picture.legend.shapes] == ["client", "store"]
    assert "in bulk" in legend and "does not wait" not in legend


def test_what_a_component_does_by_itself_is_no_line() -> None:
    assert diagram([part("a")], {}, [Connection("a", "a", "batch")]).lines == ()


def test_lines_turn_in_curves() -> None:
    parts = [part("a"), part("b"), part("c")]
    picture = diagram(parts, {}, [Connection("a", "b", "sync"), Connection("a", "c", "sync")])
    paths = [line.path for line in picture.lines]
    assert all(re.fullmatch(r"M\d+ \d+([hv]-?\d+(q-?\d+ ?-?\d+ ?-?\d+ ?-?\d+)?)+", path) for path in paths)


def test_the_title_and_the_description_name_the_picture() -> None:
    root = ElementTree.fromstring(svg(diagram([part("a")], {}, [])))
    assert (root.get("role"), root.get("aria-labelledby")) == ("group", "d-title d-description")
    assert {element.get("id") for element in root.iter()} >= {"d-title", "d-description"}


def test_diagrams_of_the_content_are_small(real: dict[str, Diagram]) -> None:
    drawn = {name: svg(picture).encode() for name, picture in real.items()}
    assert {name: len(data) for name, data in drawn.items() if len(data) > LARGEST} == {}
    compressed = {name: len(gzip.compress(data)) for name, data in drawn.items()}
    assert {name: size for name, size in compressed.items() if size > LARGEST_COMPRESSED} == {}


@pytest.mark.parametrize(("times", "text"), [(1, "1"), (3, "1, 2, 3"), (4, "1 …")])
def test_of_many_numbers_on_a_line_the_first_is_shown(times: int, text: str) -> None:
    connections = [Connection("a", "b", "sync", number=number + 1) for number in range(times)]
    assert [badge.text for badge in diagram([part("a"), part("b")], {}, connections).badges] == [text]
