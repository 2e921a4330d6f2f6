"""What is written in a diagram, and how it becomes SVG: inert and small."""

import gzip
import re
from functools import cache
from typing import Any
from xml.etree import ElementTree

import pytest

from handbook.pictures.diagram import Connection, Diagram, Label, Part, diagram
from handbook.renderer import Renderer

LARGEST = 12_000
LARGEST_COMPRESSED = 4_000
SVG = "{http://www.w3.org/2000/svg}"
HOSTILE = ("<script>alert(1)</script>", "\"quotes' & <b>", "ذاكرة التخزين المؤقت", "🚀 Queue", "x" * 80)


def part(name: str, words: str = "Cache", technologies: tuple[str, ...] = (), group: str | None = None) -> Part:
    labels = tuple(Label(technology, f"/technologies/{technology}/") for technology in technologies)
    return Part(name, words, f"#component-{name}", f"Role of {words}", labels, group)


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
    picture = diagram([part("a", text, (text,), "g"), part("b")], {"g": text}, [Connection("a", "b", "sync")])
    root = ElementTree.fromstring(svg(picture))
    tags = {element.tag.removeprefix(SVG) for element in root.iter()}
    assert tags <= {"svg", "title", "desc", "marker", "path", "rect", "g", "text", "a"}
    assert not [name for element in root.iter() for name in element.attrib if name.startswith("on")]
    node = root.find(f"{SVG}g[@data-node='a']")
    assert node is not None
    shown = "".join(words(line) for line in node.iter(f"{SVG}text"))
    assert shown.replace(" ", "") == (text + text).replace(" ", "")
    assert text in words(root.findall(f"{SVG}text")[0])


def test_steps_between_the_same_two_are_one_line() -> None:
    steps = [Connection("a", "b", "async"), Connection("a", "b", "sync"), Connection("b", "a", "batch")]
    picture = diagram([part("a"), part("b")], {}, steps)
    assert [(line.start, line.end, line.mode, line.both_ways) for line in picture.lines] == [("a", "b", "sync", True)]
    assert picture.modes == ("sync",)


def test_what_a_component_does_by_itself_is_no_line() -> None:
    assert diagram([part("a")], {}, [Connection("a", "a", "batch")]).lines == ()


def test_lines_turn_in_curves() -> None:
    parts = [part("a"), part("b"), part("c")]
    picture = diagram(parts, {}, [Connection("a", "b", "sync"), Connection("a", "c", "sync")])
    paths = [line.path for line in picture.lines]
    assert all(re.fullmatch(r"M\d+ \d+([hv]-?\d+(q-?\d+ ?-?\d+ ?-?\d+ ?-?\d+)?)+", path) for path in paths)


def test_the_title_and_the_description_name_the_picture() -> None:
    root = ElementTree.fromstring(svg(diagram([part("a")], {}, [])))
    assert (root.get("role"), root.get("aria-labelledby")) == ("img", "d-title d-description")
    assert {element.get("id") for element in root.iter()} >= {"d-title", "d-description"}


def test_diagrams_of_the_content_are_small(real: dict[str, Diagram]) -> None:
    drawn = {name: svg(picture).encode() for name, picture in real.items()}
    assert {name: len(data) for name, data in drawn.items() if len(data) > LARGEST} == {}
    compressed = {name: len(gzip.compress(data)) for name, data in drawn.items()}
    assert {name: size for name, size in compressed.items() if size > LARGEST_COMPRESSED} == {}
