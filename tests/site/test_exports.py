"""The files for programs in a built site: they are there, heads link them, and an offline copy keeps them."""

import json
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess
from urllib.parse import urljoin
from xml.etree.ElementTree import fromstring

import html5lib

from handbook.library import Library
from handbook.site import make_site

LayOut = Callable[..., Path]
Build = Callable[..., "CompletedProcess[str]"]
HOME = "https://how-it-scaled.github.io/how-it-scaled/"


def test_the_site_has_the_files_that_were_made(sample_site: Path, library: Library) -> None:
    files = make_site(library, home=HOME).exports
    assert len(files) > 60
    (data,) = sample_site.glob("assets/data-*")
    for file in files:
        path = data / file.path.removeprefix("data/") if file.path.startswith("data/") else sample_site / file.path
        assert path.read_bytes() == b"".join(file.pieces()), file.path


def test_heads_link_files_that_are_there(sample_site: Path) -> None:
    types: dict[str, int] = {}
    for path in sample_site.rglob("index.html"):
        page = f"/{path.relative_to(sample_site).as_posix().removesuffix('index.html')}"
        for link in html5lib.parse(path.read_bytes(), namespaceHTMLElements=False).iterfind(
            "head/link[@rel='alternate']"
        ):
            assert (sample_site / urljoin(page, link.get("href"))[1:]).is_file(), page
            assert link.get("title")
            types[link.get("type")] = types.get(link.get("type"), 0) + 1
    assert (types["application/json"], types["text/markdown"]) == (15, 15)
    assert types["application/atom+xml"] > 25


def test_the_page_of_a_case_study_has_its_linked_data(sample_site: Path) -> None:
    page = html5lib.parse(
        (sample_site / "case-studies/examplebook/index.html").read_bytes(), namespaceHTMLElements=False
    )
    (script,) = page.iterfind("head/script[@type='application/ld+json']")
    assert json.loads(script.text)["@id"] == f"{HOME}case-studies/examplebook/"
    (canonical,) = page.iterfind("head/link[@rel='canonical']")
    assert canonical.get("href") == json.loads(script.text)["@id"]
    assert "ld+json" not in (sample_site / "technologies/example-cache/index.html").read_text(encoding="utf-8")


def test_without_an_address_of_the_site_the_files_are_there_too(lay_out: LayOut, build: Build) -> None:
    project = lay_out("nowhere", site_url=None)
    assert build(project, project / "site").returncode == 0
    feed = fromstring((project / "site" / "feed.xml").read_bytes())
    assert {link.get("href") for link in feed.findall("{http://www.w3.org/2005/Atom}link")} == {"/", "/feed.xml"}
    data = json.loads((project / "site" / "patterns" / "batching" / "index.json").read_text(encoding="utf-8"))
    assert data["url"] == "/patterns/batching/"
