"""Hashed asset names: each name depends on the contents, and every reference uses the new name."""

import re
from pathlib import Path

import pytest

from handbook.publishing.hashed_names import DATA, FOLDERS, hash_names

ADDRESS = "https://handbook.example/at/"
FILES = {
    "assets/python/p.js": '"../data/" and "data/" are words of a library',
    "assets/css/a.css": 'x { src: url("../fonts/f.woff2") } y { background: url(../images/i.svg) }',
    "assets/fonts/f.woff2": "font",
    "assets/images/i.svg": "image",
    "assets/js/a.js": 'import "./b/c.js"; new URL("../../data/", import.meta.url); new URL("../fonts/f", x); "../../"',
    "assets/js/b/c.js": (
        'import "../a.js"; import "../../../data/d.js"; "../data/d.js"; `data/${x}.js`; "../../python/"'
    ),
    "data/d.js": "data 1",
    "versions/js.js": '{"folder":"data"}',
    "assets/javascripts/theirs.js": 'new URL("../css/a.css")',
    "index.html": '<a href="data/">x</a> <link href="assets/css/a.css"> <link href="./assets/css/a.css">',
    "a/b/index.html": (
        '<script src="../../assets/js/a.js"></script> <a href="../../assets/images/i.svg"> <p>src=assets/js/a.js'
        '<a href="https://github.com/x/docs/assets/js/a.js"><a href="../data-centres/">'
        '<a href="../../assets/javascripts/x">'
    ),
    "404.html": f'<link href="/at/assets/css/a.css"> <meta content="{ADDRESS}assets/images/i.svg">',
}


def make(folder: Path, **changed: str) -> dict[str, str]:
    """Make a site, hash its asset names and return its files; `changed` overrides texts, with `__` for `/`."""
    for path, text in (FILES | {path.replace("__", "/"): text for path, text in changed.items()}).items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text)
    hash_names(folder, ADDRESS)
    paths = [path for path in folder.rglob("*") if path.is_file()]
    return {path.relative_to(folder).as_posix(): path.read_text() for path in paths}


def names(site: dict[str, str]) -> dict[str, str]:
    """Return a mapping from the old to the new names of the folders."""
    found = (re.match(r"assets/(\w+)-[0-9a-f]{10}/", path) for path in site)
    named = {match[1]: match[0].rstrip("/") for match in found if match}
    return {folder: named[folder.removeprefix("assets/")] for folder in (*FOLDERS, DATA)}


@pytest.fixture
def site(tmp_path: Path) -> dict[str, str]:
    return make(tmp_path / "site")


def test_every_folder_of_ours_has_a_name_of_its_own(site: dict[str, str], root: Path) -> None:
    assert {path.split("/")[1].split("-")[0] for path in site if "-" in path} == {
        "data",
        "python",
        "images",
        "fonts",
        "css",
        "js",
    }
    assert {f"assets/{path.name}" for path in (root / "docs" / "assets").iterdir()} <= set(FOLDERS)
    assert "assets/javascripts/theirs.js" in site


def test_styles_and_scripts_refer_to_the_new_names(site: dict[str, str]) -> None:
    new = names(site)
    folders = ("assets/fonts", "assets/images", "assets/python")
    fonts, images, python = (new[name].removeprefix("assets/") for name in folders)
    assert site[f"{new['assets/css']}/a.css"] == (
        f'x {{ src: url("../{fonts}/f.woff2") }} y {{ background: url(../{images}/i.svg) }}'
    )
    assert site[f"{new['assets/js']}/a.js"] == (
        f'import "./b/c.js"; new URL("../../data/", import.meta.url); new URL("../{fonts}/f", x); "../../"'
    )
    assert (
        site[f"{new['assets/js']}/b/c.js"]
        == f'import "../a.js"; import "../../../data/d.js"; "../data/d.js"; `data/${{x}}.js`; "../../{python}/"'
    )
    assert site[f"{new['assets/python']}/p.js"] == FILES["assets/python/p.js"]
    assert site["assets/javascripts/theirs.js"] == FILES["assets/javascripts/theirs.js"]


def test_pages_refer_to_the_new_names_and_keep_their_words(site: dict[str, str]) -> None:
    new = names(site)
    css, js, images = new["assets/css"], new["assets/js"], new["assets/images"]
    assert site["index.html"] == (f'<a href="data/">x</a> <link href="{css}/a.css"> <link href="./{css}/a.css">')
    assert site["a/b/index.html"] == (
        f'<script src="../../{js}/a.js"></script> <a href="../../{images}/i.svg"> <p>src=assets/js/a.js'
        '<a href="https://github.com/x/docs/assets/js/a.js"><a href="../data-centres/">'
        '<a href="../../assets/javascripts/x">'
    )
    assert site["404.html"] == f'<link href="/at/{css}/a.css"> <meta content="{ADDRESS}{images}/i.svg">'


@pytest.mark.parametrize(
    ("file", "renamed"),
    [
        ("data__d.js", {"data"}),
        ("assets__fonts__f.woff2", {"assets/fonts", "assets/css", "assets/js"}),
        ("assets__css__a.css", {"assets/css"}),
        ("assets__js__new.js", {"assets/js"}),
    ],
)
def test_a_change_renames_what_depends_on_it(
    file: str, renamed: set[str], site: dict[str, str], tmp_path: Path
) -> None:
    other = names(make(tmp_path / "other", **{file: "changed"}))
    assert {name for name, new in names(site).items() if other[name] != new} == renamed


def test_the_scripts_of_a_version_ask_a_file_named_after_them_where_the_data_is(site: dict[str, str]) -> None:
    new = names(site)
    assert "versions/js.js" not in site
    assert site[f"versions/{new['assets/js'].removeprefix('assets/')}.js"] == f'{{"folder":"{new["data"]}"}}'


def test_the_same_contents_have_the_same_name(site: dict[str, str], tmp_path: Path) -> None:
    assert make(tmp_path / "other") == site
