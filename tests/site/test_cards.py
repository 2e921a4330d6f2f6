"""The cards in a built site: each page names one that is there, and none is drawn twice."""

import re
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

from PIL import Image

LayOut = Callable[..., Path]
Build = Callable[..., "CompletedProcess[str]"]
IMAGE = re.compile(r'<meta property="og:image" content="https://how-it-scaled\.github\.io/how-it-scaled/([^"]*)">')


def test_every_page_of_an_entry_names_a_card_that_is_there(sample_site: Path) -> None:
    pages = [path for path in sample_site.glob("*/*/index.html") if path.parts[-3] != "contribute"]
    pages = [path for path in pages if 'http-equiv="refresh"' not in path.read_text(encoding="utf-8")]
    assert len(pages) > 10
    for path in (*pages, sample_site / "index.html"):
        (card,) = IMAGE.findall(path.read_text(encoding="utf-8"))
        assert sample_site / card == path.with_name("card.png")
        with Image.open(sample_site / card) as image:
            assert image.size == (1200, 630)


def test_a_card_is_drawn_anew_only_when_it_says_something_else(lay_out: LayOut, build: Build) -> None:
    project = lay_out("project")
    assert build(project, project / "site").returncode == 0
    cache = project / ".cache" / "cards"
    before = {path.name: path.stat().st_mtime_ns for path in cache.iterdir()}
    assert len(before) > 10
    pattern = project / "content" / "patterns" / "batching.yml"
    pattern.write_text(pattern.read_text(encoding="utf-8").replace("name: ", "name: New ", 1), encoding="utf-8")
    assert build(project, project / "site").returncode == 0
    after = {path.name: path.stat().st_mtime_ns for path in cache.iterdir()}
    assert len(after.keys() - before.keys()) == 1
    assert {name: after[name] for name in before} == before
