"""The alphabetical order of names, and their headings in lists."""

import ast
from pathlib import Path

import pytest

from handbook import collation
from handbook.collation import name_heading, name_order
from handbook.faces import make_casebook
from handbook.reading import read_library
from handbook.views.indexes import technology_index


@pytest.mark.parametrize(
    ("name", "heading"),
    [
        ("Redis", "R"), ("etcd", "E"), ("éclair", "E"), ("E\u0301clair", "E"), ("Ångström", "A"), ("Ørsted", "O"),
        ("Łódź", "L"), ("Æther", "A"), ("œuvre", "O"), ("ßeta", "S"), ("Đuro", "D"), ("İstanbul", "I"), ("ırmak", "I"),
        ("Ｗｉｄｅ", "W"), ("ﬁle", "F"), (".NET", "N"), ("«Étoile»", "E"), ("_x", "X"), ("3scale", "0-9"),
        ("²nd", "0-9"), ("٢x", "0-9"), ("Яндекс", "Other"), ("日本", "Other"), ("קפה", "Other"), ("🚀", "0-9"),
        ("<b>", "0-9"), ("_-_", "0-9"), ("", "0-9"),
    ],
)  # fmt: skip
def test_a_name_stands_under_its_base_letter(name: str, heading: str) -> None:
    assert name_heading(name) == heading


def test_accents_and_case_count_only_between_names_that_are_the_same_without_them() -> None:
    order = [
        "3scale", "Åland", "Apache", "eclair", "éclair", "Éclairage", "EMQX", "HAProxy", ".NET", "Ørsted", "Oslo",
        "Zabbix", "Яндекс", "日本",
    ]  # fmt: skip
    assert sorted(sorted(order), key=name_order) == order


def test_each_heading_comes_once_and_other_letters_last(content: Path) -> None:
    text = (content / "technologies" / "dummy-log.yml").read_text(encoding="utf-8")
    assert "name: Dummy Log" in text
    for number, name in enumerate(("éclair", "Étoile", "elastic", "Zed", "Ørsted", "Яндекс", "日本", "🚀", "3scale")):
        renamed = text.replace("name: Dummy Log", f"name: {name}").replace("aliases:", "# aliases:")
        (content / "technologies" / f"tried-{number}.yml").write_text(renamed, encoding="utf-8")
    library = read_library(content).library
    assert library
    letters = technology_index(make_casebook(library)).letters
    assert [letter.letter for letter in letters] == ["0-9", "D", "E", "M", "O", "S", "T", "Z", "Other"]
    names = {letter.letter: [line.face.name for line in letter.technologies] for letter in letters}
    assert names["E"] == ["éclair", "elastic", "Étoile", "Example Cache"]
    assert names["Other"] == ["Яндекс", "日本"]
    assert names["0-9"] == ["3scale", "🚀"]
    assert len({letter.anchor for letter in letters}) == len(letters)


def test_nothing_else_decides_the_order_of_names() -> None:
    files = [path for path in Path(collation.__file__).parent.rglob("*.py") if path.name != "collation.py"]
    keys = [key for path in files for key in _sorting_keys(path.read_text(encoding="utf-8"))]
    assert sum("name_order" in key for key in keys) > 5
    assert [key for key in keys if "casefold" in key or "lower()" in key] == []


def _sorting_keys(code: str) -> list[str]:
    keywords = [node for node in ast.walk(ast.parse(code)) if isinstance(node, ast.keyword) and node.arg == "key"]
    return [ast.unparse(keyword.value) for keyword in keywords]
