"""The peer for benchmarks: plain MkDocs + Material with every page of our site as Markdown."""

import shutil
import sys
from pathlib import Path

import yaml
from markdownify import markdownify

from benching.measuring import Run, measured
from handbook.reading import read_library
from handbook.renderer import Renderer
from handbook.site import make_site

PEER_CONFIG = {
    "site_name": "Peer",
    "site_url": "https://example.org/",
    "theme": {"name": "material", "font": False},
    "nav": [{"Home": "index.md"}],
    "not_in_nav": "*",
    "validation": {"links": {"anchors": "ignore", "unrecognized_links": "ignore", "not_found": "ignore"}},
    "plugins": ["search"],
    "markdown_extensions": ["def_list"],
}


def make_peer(folder: Path, content: Path) -> int:
    """Write a MkDocs project with the pages of our site for `content`; return their number."""
    library = read_library(content).library
    assert library
    site, renderer = make_site(library), Renderer()
    for page in site.pages:
        path = folder / "docs" / page.url.strip("/") / "index.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(markdownify(renderer.page(page).html, heading_style="ATX"), encoding="utf-8")
    (folder / "mkdocs.yml").write_text(yaml.safe_dump(PEER_CONFIG), encoding="utf-8")
    return len(site.pages)


class MkDocsProject:
    """The peer in `folder`, made from `content`."""

    def __init__(self, folder: Path, content: Path) -> None:
        """Make the project."""
        make_peer(folder, content)
        self._folder, self.site = folder, folder / "site"

    def build(self) -> Run:
        """Build into an empty folder."""
        shutil.rmtree(self.site, ignore_errors=True)
        return measured((sys.executable, "-m", "mkdocs", "build", "--quiet"), self._folder)
