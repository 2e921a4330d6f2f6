"""The Content-Security-Policy on built pages: each page begins with it and contains nothing it blocks."""

import re
from collections.abc import Callable, Iterator
from html.parser import HTMLParser
from pathlib import Path
from subprocess import CompletedProcess

import pytest

from handbook import policy
from handbook.publishing.hashed_names import hashed_folder

LayOut = Callable[..., Path]
Build = Callable[..., "CompletedProcess[str]"]
Tag = tuple[str, dict[str, str]]
HASH = re.compile(r"[._-][0-9a-f]{7,}[./]")
DATA = ("application/json", "application/ld+json")
"""Types of inline data: by the standard of HTML, a `script` of another type than a script's is a data block."""


class Tags(HTMLParser):
    """Collects the tags of a page with their attributes."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[Tag] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, {name: value or "" for name, value in attrs}))


def forbidden(html: str) -> Iterator[str]:
    """Yield what the policy blocks in a page: inline styles and inline code, but not data, which browsers never run."""
    for tag, attributes in Tags(html).found:
        inline = tag == "script" and "src" not in attributes and attributes.get("type") not in DATA
        if tag == "style" or inline:
            yield f"a {tag} element"
        yield from (f"{name} of {tag}" for name in attributes if name == "style" or name.startswith("on"))


def pages(site: Path) -> dict[str, str]:
    """Return the pages of a built site by path."""
    return {
        path.relative_to(site).as_posix(): path.read_text(encoding="utf-8") for path in sorted(site.rglob("*.html"))
    }


def test_no_page_holds_what_is_forbidden(real_site: Path, sample_site: Path) -> None:
    for site in (real_site, sample_site):
        found = {name: list(forbidden(html)) for name, html in pages(site).items()}
        assert len(found) > 30
        assert {name: faults for name, faults in found.items() if faults} == {}


@pytest.mark.parametrize(
    "html",
    [
        "<p style='color:red'>",
        "<style>p{}</style>",
        "<p onclick=x>",
        "<script>x</script>",
        "<script type=module>x</script>",
    ],
)
def test_what_is_forbidden_would_be_seen(html: str) -> None:
    assert list(forbidden(f"<p>{html}"))


def test_every_page_begins_with_the_policy(real_site: Path, sample_site: Path) -> None:
    for site in (real_site, sample_site):
        for name, html in pages(site).items():
            head = Tags(html).found[2]
            expected = {"http-equiv": "Content-Security-Policy", "content": policy.policy_of_tag()}
            assert head == ("meta", expected), name


def test_the_policy_is_as_strict_as_promised() -> None:
    """The policy has no keyword or wildcard that would allow inline code or other hosts."""
    assert policy.policy().startswith("default-src 'none'; ")
    for word in ("unsafe-inline", "unsafe-eval'", "unsafe-hashes", "strict-dynamic", "http", "*"):
        assert word not in policy.policy().replace("'wasm-unsafe-eval'", "")
    assert policy.policy() == f"{policy.policy_of_tag()}; frame-ancestors 'none'"


def test_while_serving_the_reload_of_mkdocs_may_run_and_nothing_else() -> None:
    assert "; script-src 'unsafe-inline' 'self' " in policy.policy_while_serving()
    assert policy.policy_while_serving().replace(" 'unsafe-inline'", "", 1) == policy.policy_of_tag()


def test_the_headers_file_names_every_header_for_every_path(real_site: Path) -> None:
    text = (real_site / "_headers").read_text(encoding="utf-8")
    path, *lines = text.split("\n/")[0].splitlines()
    assert path == "/*"
    assert dict(line.strip().split(": ", 1) for line in lines) == policy.headers()


def test_what_is_kept_for_good_carries_a_hash(real_site: Path) -> None:
    found = [path.relative_to(real_site).as_posix() for path in real_site.rglob("*") if path.is_file()]
    kept = [path for path in found if path.startswith(policy.HASHED)]
    assert len(kept) > 150
    assert [path for path in kept if not HASH.search(path)] == []


def test_every_hue_of_a_page_has_its_class(real_site: Path) -> None:
    styles = (hashed_folder(real_site, "assets/css") / "site.css").read_text(encoding="utf-8")
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
