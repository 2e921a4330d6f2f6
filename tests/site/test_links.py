"""Every link of the built site works, at the root of a host and under a path."""

import subprocess
import sys
from collections.abc import Callable, Iterator
from html.parser import HTMLParser
from pathlib import Path
from subprocess import CompletedProcess
from urllib.parse import urlsplit

import pytest

LYCHEE = Path(sys.executable).with_name("lychee")
CheckLinks = Callable[[Path, Path], "CompletedProcess[str]"]


@pytest.fixture(scope="session")
def check_links() -> CheckLinks:
    """Check all internal links and fragments of `site`; links that start with `/` are resolved in `root`."""

    def check(root: Path, site: Path) -> "CompletedProcess[str]":
        options = ["--offline", "--include-fragments", "--index-files", "index.html", "--no-progress"]
        command = [str(LYCHEE), *options, "--root-dir", str(root), str(site)]
        return subprocess.run(command, capture_output=True, text=True, check=False)

    return check


def test_every_link_answers_under_a_path(real_site: Path, check_links: CheckLinks) -> None:
    done = check_links(real_site.parent, real_site)
    assert done.returncode == 0, done.stdout


def test_every_link_answers_at_the_root(
    root: Path, lay_out: Callable[..., Path], build: Callable[..., "CompletedProcess[str]"], check_links: CheckLinks
) -> None:
    project = lay_out("root", root / "content", site_url="https://handbook.example/")
    built = build(project, project / "site")
    assert built.returncode == 0, built.stdout
    done = check_links(project / "site", project / "site")
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("broken", ["../nowhere/", "../#nothing", "/how-it-scaled/nowhere/", "#nothing"])
def test_a_broken_link_is_found(broken: str, tmp_path: Path, check_links: CheckLinks) -> None:
    page = tmp_path / "how-it-scaled" / "patterns" / "index.html"
    page.parent.mkdir(parents=True)
    (page.parent.parent / "index.html").write_text("<title>Home</title>")
    page.write_text('<title>Patterns</title><p id="here"><a href="../">x</a><a href="#here">x</a>')
    assert check_links(tmp_path, page.parent.parent).returncode == 0
    page.write_text(f'<title>Patterns</title><a href="{broken}">x</a>')
    done = check_links(tmp_path, page.parent.parent)
    assert done.returncode == 2
    assert "1 Error" in done.stdout


class Addresses(HTMLParser):
    """Collects the addresses in a page as written."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found += [value or "" for name, value in attrs if name in ("href", "src", "srcset", "action", "poster")]


def addresses_of(page: Path) -> list[str]:
    reader = Addresses()
    reader.feed(page.read_text(encoding="utf-8"))
    return reader.found


def pages_of(site: Path) -> Iterator[Path]:
    """Yield every page except 404.html, which is served at any depth and so cannot have relative links."""
    yield from (page for page in sorted(site.rglob("*.html")) if page.name != "404.html")


def test_links_are_relative_or_lead_out(real_site: Path) -> None:
    links = [(page, address) for page in pages_of(real_site) for address in addresses_of(page)]
    assert len(links) > 1000
    assert not [
        (page.relative_to(real_site), address) for page, address in links
        if urlsplit(address).scheme not in ("", "http", "https", "mailto") or address.startswith("/")
    ]  # fmt: skip


def test_links_of_the_page_for_what_is_not_found_begin_at_the_root(real_site: Path) -> None:
    links = addresses_of(real_site / "404.html")
    inside = [address for address in links if not urlsplit(address).scheme and not address.startswith("#")]
    assert len(inside) > 10
    assert not [address for address in inside if not address.startswith("/how-it-scaled/")]
