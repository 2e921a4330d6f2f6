"""The pages of the handbook: each is rendered, framed by the theme and written at once, by one of several processes.

MkDocs knows them as pages without text, so that handwritten pages, which it builds itself, can link to them. No process
holds the text of all pages.
"""

import gc
import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from pathlib import Path
from typing import NamedTuple

from jinja2 import Environment
from mkdocs.commands.build import get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, InclusionLevel
from mkdocs.structure.nav import Navigation

from export_files import write_exports
from handbook import addresses
from handbook.answers import Answers
from handbook.asked import Ear
from handbook.exports.data import SiteFile
from handbook.exports.late import Export
from handbook.parallel import results
from handbook.publishing.hashed_names import FOLDERS
from handbook.renderer import Content, Renderer, SitePage, finished
from handbook.site import Site
from handbook.texts.index import index_files
from handbook.texts.page import Indexed, indexed, page_text, text_file
from handbook_page import HandbookPage
from on_request import Make
from page_cache import Asked, FinishedPage, PageCache, PageKeys, packed, packed_asked, page_keys
from progress import PROGRESS

MACHINE = frozenset(("config_file", "site_dir"))
"""Settings that say where the site is built."""


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
    def fingerprint(self) -> str:
        """What MkDocs was told, and what its navigation shows."""
        told = [{name: value for name, value in one.items() if name not in MACHINE} for one in self.config.user_configs]
        return json.dumps((told, str(self.nav)), default=str)

    @property
    def site(self) -> Path:
        """The folder of the built site."""
        return Path(self.config.site_dir)

    def around(self, page: HandbookPage, content: Content) -> str:
        """Return the whole page, as MkDocs makes it, and keep no part of it."""
        page.fill(content)
        plugins = self.config.plugins
        context = get_context(self.nav, [], self.config, page)
        context = plugins.on_page_context(context, page=page, config=self.config, nav=self.nav)
        html = self.env.get_template("main.html").render(context)
        page.clear()
        return plugins.on_post_page(html, page=page, config=self.config)


@dataclass(frozen=True)
class Maker:
    """What makes pages; `finish` is applied last, and pages of earlier builds are taken from `cache`."""

    renderer: Renderer
    frame: Frame
    finish: Callable[[str], str]
    cache: PageCache
    finishing: str
    """A hash of what the content's own `finish` rests on."""
    answers: Answers | None = None
    """The answers to what pages ask now."""

    @cached_property
    def _keys(self) -> PageKeys:
        assets = self.finish("".join(f'="{folder}/' for folder in FOLDERS))
        return page_keys(self.frame.fingerprint, self.finishing, assets)

    def write(self, page: HandbookPage) -> "Written":
        """Write a page and its text for the search box."""
        made, kept = self._recalled(page) or self._made(page)
        page.clear()
        write_file(self.frame.site, SiteFile(page.file.dest_uri, made.html))
        if made.text:
            write_file(self.frame.site, made.text)
        return Written(made.words, kept)

    def _recalled(self, page: HandbookPage) -> "Made | None":
        """Return a page that would ask what it asked in an earlier build, and be answered the same."""
        key = self._keys.of_asked(page)
        asked = self.cache.recall_asked(key) if page.source.ear and self.answers else None
        if asked and self.answers and self.answers.to(asked.questions) == asked.answers:
            made = self.cache.recall(asked.page)
            return Made(made, {key: None, asked.page: None}) if made else None
        return None

    def _made(self, page: HandbookPage) -> "Made":
        with (page.source.ear or Ear()).listening() as heard:
            content = self.renderer.unfinished(page.source)
            key = self._keys.of(page, content)
        known = self.cache.recall(key)
        made = known or self._around(page, content)
        kept = {key: None if known else packed(made)}
        if page.source.ear and self.answers:
            asked = Asked(tuple(heard), self.answers.to(heard), key)
            kept[self._keys.of_asked(page)] = packed_asked(asked)
        return Made(made, kept)

    def _around(self, page: HandbookPage, content: Content) -> FinishedPage:
        html = self.frame.around(page, finished(page.source, content))
        return FinishedPage(self.finish(html), *_searched(page.source.url, html))


class Made(NamedTuple):
    """A finished page, and what the cache has to keep for it, by key: None if the cache has it."""

    page: FinishedPage
    kept: Mapping[str, bytes | None]


@dataclass(frozen=True)
class Written:
    """A page that was written: its words for the search, and what the cache has to keep for it."""

    words: Indexed | None
    kept: Mapping[str, bytes | None]


def write_pages(
    pages: Sequence[HandbookPage], handwritten: Mapping[str, str], late: Sequence[Export], maker: Maker, workers: int
) -> None:
    """Write each page, each file that is made late, and the text index, with `workers` processes.

    The index also has the `handwritten` pages, whose HTML is given by address.
    """
    site = maker.frame.site
    words = [*_index_handwritten(handwritten, site), *_written(pages, late, maker, workers)]
    for file in index_files(words):
        write_file(site, file)


def _index_handwritten(pages: Mapping[str, str], site: Path) -> Iterator[Indexed]:
    for url, html in pages.items():
        text, words = _searched(url, html)
        if text and words:
            write_file(site, text)
            yield words


def _written(pages: Sequence[HandbookPage], late: Sequence[Export], maker: Maker, workers: int) -> Iterator[Indexed]:
    """Write pages and late files, and yield the words that the search has."""

    def write(number: int) -> Written | None:
        if number < len(late):
            write_exports([late[number]], maker.frame.site)
            return None
        return maker.write(pages[number - len(late)])

    maker.frame.env.get_template("main.html")
    gc.freeze()  # each page leaves cycles behind, but nothing that was there before becomes free
    gc.enable()
    for written in results(write, len(late) + len(pages), workers):
        PROGRESS.finish_page()
        if written:
            for key, value in written.kept.items():
                maker.cache.remember(key, value)
            if written.words:
                yield written.words
    maker.cache.flush()


def files_on_request(pages: Sequence[HandbookPage], renderer: Renderer, frame: Frame, site: Site) -> dict[str, Make]:
    """Return how each page and each file for programs is made, by its path."""
    made: dict[str, Make] = {file.path: partial(_content, file) for file in site.exports}
    return made | {page.file.dest_uri: partial(_encoded, page, renderer, frame) for page in pages}


def _content(file: Export) -> bytes:
    return b"".join(file.pieces())


def _encoded(page: HandbookPage, renderer: Renderer, frame: Frame) -> bytes:
    return frame.around(page, renderer.page(page.source)).encode(errors="xmlcharrefreplace")


def _searched(url: str, html: str) -> tuple[SiteFile | None, Indexed | None]:
    """Return the text of a page and its words, or nothing if the search leaves it out."""
    text = page_text(html)
    return (text_file(url, text), indexed(url, html, text)) if text else (None, None)


def write_file(site: Path, file: SiteFile) -> None:
    """Write a file below `site`."""
    path = site / file.path
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(file.text, encoding="utf-8", errors="xmlcharrefreplace", newline="")
