"""The pages of the handbook: each is rendered, framed by the theme and written at once, by one of several processes.

MkDocs knows them as pages without text, so that handwritten pages can link to them; it builds the handwritten ones only.
So no process ever holds the text of all pages.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from jinja2 import Environment
from mkdocs.commands.build import get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, InclusionLevel
from mkdocs.structure.nav import Navigation

from handbook import addresses
from handbook.parallel import spread
from handbook.renderer import Content, Renderer, SitePage
from handbook_page import HandbookPage

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

    def around(self, page: HandbookPage) -> str:
        """Return the whole page, as MkDocs makes it."""
        plugins = self.config.plugins
        context = get_context(self.nav, [], self.config, page)
        context = plugins.on_page_context(context, page=page, config=self.config, nav=self.nav)
        html = self.env.get_template("main.html").render(context)
        return plugins.on_post_page(html, page=page, config=self.config)


def write_pages(
    pages: Sequence[HandbookPage], renderer: Renderer, frame: Frame, finish: Callable[[str], str], workers: int
) -> list[str]:
    """Write each page with one of `workers` processes, and return its HTML before `finish`."""

    def write(number: int) -> str:
        page = pages[number]
        page.fill(renderer.page(page.source))
        html = frame.around(page)
        page.fill(NOTHING)
        path = Path(page.file.abs_dest_path)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(finish(html), encoding="utf-8")
        return html

    frame.env.get_template("main.html")
    return spread(write, len(pages), workers)
