"""The policy on the built pages: nothing stands in them that it forbids."""

import re
from collections.abc import Callable, Iterator
from html.parser import HTMLParser
from pathlib import Path
from subprocess import CompletedProcess

import pytest

LayOut = Callable[..., Path]
Build = Callable[..., "CompletedProcess[str]"]
Tag = tuple[str, dict[str, str]]


class Tags(HTMLParser):
    """The tags of a page, each with its attributes."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[Tag] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, {name: value or "" for name, value in attrs}))


def forbidden(html: str) -> Iterator[str]:
    """Yield what a page holds that the policy forbids: styles of its own, and code."""
    for tag, attributes in Tags(html).found:
        if tag == "style":
            yield "a style element"
        yield from (f"{name} of {tag}" for name in attributes if name == "style" or name.startswith("on"))


def pages(site: Path) -> dict[str, str]:
    """Return the pages of a built site by name."""
    return {
        path.relative_to(site).as_posix(): path.read_text(encoding="utf-8") for path in sorted(site.rglob("*.html"))
    }


def test_no_page_holds_what_is_forbidden(real_site: Path, sample_site: Path) -> None:
    for site in (real_site, sample_site):
        found = {name: list(forbidden(html)) for name, html in pages(site).items()}
        assert len(found) > 30
        assert {name: faults for name, faults in found.items() if faults} == {}


@pytest.mark.parametrize("html", ["<p style='color:red'>", "<style>p{}</style>", "<p onclick=x>"])
def test_what_is_forbidden_would_be_seen(html: str) -> None:
    assert list(forbidden(f"<p>{html}"))


def test_every_hue_of_a_page_has_its_class(real_site: Path) -> None:
    styles = (real_site / "assets" / "css" / "families.css").read_text(encoding="utf-8")
    used = {hue for html in pages(real_site).values() for hue in re.findall(r"\bhs-hue-\d+\b", html)}
    assert len(used) > 10
    assert [hue for hue in used if f".{hue} {{ --hs-hue: {hue.removeprefix('hs-hue-')}; }}\n" not in styles] == []


def test_tables_of_pages_written_by_hand_are_aligned_without_styles(lay_out: LayOut, build: Build) -> None:
    project = lay_out("table")
    (project / "docs" / "table.md").write_text("| n |\n| --: |\n| 1 |\n", encoding="utf-8")
    done = build(project, project / "site")
    assert done.returncode == 0, done.stdout
    html = (project / "site" / "table" / "index.html").read_text(encoding="utf-8")
    assert '<td align="right">1</td>' in html
    assert list(forbidden(html)) == []
