"""The pages of the handbook: each is rendered, framed by the theme and written at once, by one of several processes.

MkDocs knows them as pages without text, so that handwritten pages, which it builds itself, can link to them. No process
holds the text of all pages.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from jinja2 import Environment
from mkdocs.commands.build import get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, InclusionLevel
from mkdocs.structure.nav import Navigation

from export_files import write_exports
from handbook import addresses
from handbook.exports.data import SiteFile
from handbook.exports.late import Export
from handbook.parallel import spread
from handbook.renderer import Content, Renderer, SitePage
from handbook.texts.page import Indexed, indexed, page_text, text_file
from handbook_page import HandbookPage
from on_request import Make
from progress import PROGRESS

NOTHING = Content("", {})


def page_files(
    pages: Sequence[SitePage], config: MkDocsConfig, has_cards: bool, contributors: Mapping[str, str]
) -> Iterator[File]:
    """Yield a file without text for each page."""
    for page in pages:
        file = File.generated(config, addresses.source_file(page.url), content="", inclusion=InclusionLevel.NOT_IN_NAV)
        file.edit_uri = f"../content/{page.file}" if page.file else None
        file.page = HandbookPage(page, file, config, has_cards, contributors.get(page.file or "", ""))
        yield file


@dataclass(frozen=True)
class Frame:
    """What the theme draws around the content of a page."""

    env: Environment
    config: MkDocsConfig
    nav: Navigation

    @property
    def site(self) -> Path:
        """The folder of the built site."""
        return Path(self.config.site_dir)

    def around(self, page: HandbookPage) -> str:
        """Return the whole page, as MkDocs makes it."""
        plugins = self.config.plugins
        context = get_context(self.nav, [], self.config, page)
        context = plugins.on_page_context(context, page=page, config=self.config, nav=self.nav)
        html = self.env.get_template("main.html").render(context)
        return plugins.on_post_page(html, page=page, config=self.config)


def write_pages(
    pages: Sequence[HandbookPage],
    late: Sequence[Export],
    renderer: Renderer,
    frame: Frame,
    finish: Callable[[str], str],
    workers: int,
) -> list[Indexed]:
    """Write each page, changed by `finish`, and each file that is made late, with one of `workers` processes.

    Returns the words that the search has.
    """

    def write(number: int) -> Indexed | None:
        if number < len(late):
            write_exports([late[number]], frame.site)
            return None
        page = pages[number - len(late)]
        html = _whole(page, renderer, frame)
        write_file(frame.site, SiteFile(page.file.dest_uri, finish(html)))
        return write_text(frame.site, page.source.url, html)

    frame.env.get_template("main.html")
    return [words for words in spread(write, len(late) + len(pages), workers, PROGRESS.finish_page) if words]


def files_on_request(
    pages: Sequence[HandbookPage], renderer: Renderer, frame: Frame, exports: Sequence[Export]
) -> dict[str, Make]:
    """Return how each page and each file for programs is made, by its path."""
    made: dict[str, Make] = {file.path: partial(_content, file) for file in exports}
    return made | {page.file.dest_uri: partial(_encoded, page, renderer, frame) for page in pages}


def _content(file: Export) -> bytes:
    return b"".join(file.pieces())


def _encoded(page: HandbookPage, renderer: Renderer, frame: Frame) -> bytes:
    return _whole(page, renderer, frame).encode(errors="xmlcharrefreplace")


def _whole(page: HandbookPage, renderer: Renderer, frame: Frame) -> str:
    """Return the HTML of a page, and keep no part of it."""
    page.fill(renderer.page(page.source))
    html = frame.around(page)
    page.fill(NOTHING)
    return html


def write_text(site: Path, url: str, html: str) -> Indexed | None:
    """Write the text of a page for the search box, and return its words; do nothing if the search leaves it out."""
    if (text := page_text(html)) is None:
        return None
    write_file(site, text_file(url, text))
    return indexed(url, html, text)


def write_file(site: Path, file: SiteFile) -> None:
    """Write a file below `site`."""
    path = site / file.path
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(file.text, encoding="utf-8", errors="xmlcharrefreplace", newline="")
