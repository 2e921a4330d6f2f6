"""A page of each kind of the site, for tests and measurements that cannot open all pages."""

from pathlib import Path

from handbook.model.kinds import KINDS
from handbook.reading import read_library
from handbook.renderer import Renderer
from handbook.site import make_site

ROOT = Path(__file__).parents[1]
VARIED = {*(kind.template for kind in KINDS), "case_evidence.html", "comparison.html", "guide.html"}
"""The templates whose pages differ in their parts; pages of the others differ in the length of their lists."""


def page_kinds() -> dict[str, str]:
    """Return addresses: the shortest page of each template, two handwritten pages, and one without a page.

    Of templates whose pages differ in their parts, and of the handwritten pages, the longest comes with the shortest.
    """
    library = read_library(ROOT / "content").library
    assert library, "the content has problems: run `make check`"
    pages = make_site(library).pages
    lengths = [len(content.html) for content in Renderer().pages(pages)]
    by_length = [page for _, page in sorted(zip(lengths, pages, strict=True), key=lambda pair: (pair[0], pair[1].url))]
    longest = {f"{page.template} longest": page.url for page in by_length if page.template in VARIED}
    others = [page for page in reversed(by_length) if page.url not in longest.values()]
    kinds = longest | {f"{page.template} shortest": page.url for page in others}
    kinds |= {path: path for path in (written_by_hand()[0], written_by_hand()[-1])} | {"not found": "nowhere/at/all/"}
    return {kind: path.removeprefix("/") for kind, path in kinds.items()}


def written_by_hand() -> list[str]:
    """Return the addresses of the Markdown pages in docs/, the shortest first."""
    docs = ROOT / "docs"
    paths = sorted(docs.rglob("*.md"), key=lambda path: (path.stat().st_size, path))
    files = (path.relative_to(docs) for path in paths if "assets" not in path.parts)
    return [f"{path.with_suffix('').as_posix()}/".removesuffix("index/") for path in files]
