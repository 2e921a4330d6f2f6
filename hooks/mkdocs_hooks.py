"""The MkDocs adapter: validate, build the site, hand it over. Nothing else.

MkDocs calls the functions named `on_…`; https://www.mkdocs.org/dev-guide/plugins/#events says when.
"""

import gc
import logging
import os
import shutil
from datetime import UTC, datetime
from pathlib import Path
from typing import Literal

from jinja2 import Environment
from markupsafe import escape
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink, TableOfContents
from mkdocs.utils import CountHandler

from card_cache import card_files
from fragment_cache import FragmentCache
from handbook import addresses, policy
from handbook.checks.catalogue import find_problems
from handbook.checks.dates import latest_date
from handbook.library import read_library
from handbook.problem import Problem
from handbook.renderer import Content, Renderer, SitePage
from handbook.site import TITLE, Site, make_site
from rule_cases import read_cases
from script_comments import is_own_script, without_comments
from text_index import index_text

log = logging.getLogger("mkdocs.handbook")
WORTH_A_PROCESS = 300
"""From how many entries on a build is quicker with several processes."""
NO_DATE = "2000-01-01"
"""MkDocs stamps pages with the day of the build; a fixed day makes two builds the same bytes."""


class BrokenContentError(PluginError):
    """The content has problems; the message lists them."""


class _Session:
    """What lives as long as the process: whether it serves, and the last site that was whole."""

    serving = False
    workers = 1
    site: Site | None = None
    published: Path | None = None
    code_as_started: float = 0.0


class HandbookPage(Page):
    """A page that is finished HTML when MkDocs asks for it, so that Markdown never sees contributors' text."""

    def __init__(self, page: SitePage, content: Content, file: File, config: MkDocsConfig) -> None:
        """Tell MkDocs of a page; everything that the theme prints unescaped is escaped here."""
        super().__init__(str(escape(page.title)), file, config)
        self._content = content
        self.meta = {"title": str(escape(page.title)), "description": str(escape(page.description))}
        if not _Session.serving:
            self.meta["card"] = addresses.card(page.url)

    def read_source(self, config: MkDocsConfig) -> None:
        """Read nothing: there is no Markdown."""
        self.markdown = ""

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Give MkDocs the table of contents; the theme prints `finished`."""
        self.finished, self.content = self._content.html, ""
        title = AnchorLink(self.meta["title"], TITLE, 1)
        title.children = [AnchorLink(str(escape(words)), anchor, 2) for anchor, words in self._content.sections.items()]
        self.toc = TableOfContents([title])
        self.present_anchor_ids = set(self._content.sections)


def on_startup(command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
    """Remember what was asked for, and the state of the code."""
    _Session.serving = command == "serve"
    _Session.code_as_started = _latest_change()
    if command == "build":
        gc.disable()  # a build makes much and drops little before it ends: collecting took a third of its time


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Read and check the content before MkDocs cleans the output folder, and build beside that folder."""
    content = _content_folder(config)
    _Session.workers = _workers(content)
    _Session.site = _read_site(content)
    if not _Session.serving:
        _Session.published = Path(config.site_dir)
        config.site_dir = str(_beside(_Session.published, "building"))
    elif _latest_change() > _Session.code_as_started:
        log.warning("The generator's Python code has changed: restart `mkdocs serve` to see it work.")
    return config


def _read_site(content: Path) -> Site:
    reading = read_library(content, _Session.workers)
    problems = find_problems(reading, latest_date(datetime.now(UTC)), _Session.workers)
    if reading.library and not problems:
        return make_site(reading.library, read_cases(content.parent / "tests" / "problems"))
    if _Session.serving and _Session.site:
        log.error(f"{_report(problems)}\nThe last good site stays up until this is fixed.")
        return _Session.site
    raise BrokenContentError(_report(problems))


def _workers(content: Path) -> int:
    """Return how many processes may work: one for little content, and one while serving (threads and forks clash)."""
    entries = sum(1 for _ in content.glob("*/*.yml"))
    return 1 if _Session.serving or entries < WORTH_A_PROCESS else os.cpu_count() or 1


def _report(problems: tuple[Problem, ...]) -> str:
    lines = "\n".join(str(problem) for problem in problems)
    return f"The content has {len(problems)} problem{'s' if len(problems) > 1 else ''}:\n{lines}"


def _content_folder(config: MkDocsConfig) -> Path:
    folder = Path(config.config_file_path).parent / "content"
    return folder.relative_to(Path.cwd()) if folder.is_relative_to(Path.cwd()) else folder


def _latest_change() -> float:
    root = Path(__file__).parents[1]
    return max(path.stat().st_mtime for name in ("handbook", "hooks") for path in (root / name).rglob("*.py"))


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Hand over every page and redirect."""
    assert _Session.site
    renderer = Renderer()
    contents = renderer.pages(_Session.site.pages, _Session.workers)
    for page, content in zip(_Session.site.pages, contents, strict=True):
        file = File.generated(config, addresses.source_file(page.url), content="", inclusion=InclusionLevel.NOT_IN_NAV)
        file.edit_uri = f"../content/{page.file}" if page.file else None
        file.page = HandbookPage(page, content, file, config)
        files.append(file)
    for redirect in _Session.site.redirects:
        path = addresses.output_file(redirect.url)
        files.append(File.generated(config, path, content=renderer.redirect(redirect)))
    for data in _Session.site.files:
        files.append(File.generated(config, data.path, content=data.text))
    if not _Session.serving:
        _add_cards(files, config, _Session.site)
        for script in filter(is_own_script, files):
            script.content_string = without_comments(script.content_string)
    return files


def _add_cards(files: Files, config: MkDocsConfig, site: Site) -> None:
    """Hand over the pictures that other sites show; nobody shares a page of a site that is being written."""
    cache = Path(config.config_file_path).parent / ".cache" / "cards"
    fonts = Path(config.docs_dir) / "assets" / "fonts"
    cards = card_files([page.card for page in site.pages], cache, fonts, _Session.workers)
    for page, card in zip(site.pages, cards, strict=True):
        files.append(File.generated(config, addresses.card(page.url), abs_src_path=str(card)))


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Environment:
    """Give every page the policy and the same date."""
    pages = [file.page for file in files.documentation_pages() if file.page]
    env.add_extension(FragmentCache)
    env.globals["address"] = addresses.of_pages()
    env.globals["policy"] = policy.policy_while_serving() if _Session.serving else policy.policy_of_tag()
    if not config.extra.get("fragment_cache", True):
        env.fragments = None  # type: ignore[attr-defined]
    for page in pages:
        page.update_date = NO_DATE
    return env


@event_priority(-100)
def on_post_build(config: MkDocsConfig) -> None:
    """Put the finished site in the place of the last one, unless warnings are about to end a strict build."""
    if _Session.published and not _has_warnings():
        index_text(Path(config.site_dir))
        _swap(Path(config.site_dir), _Session.published)
        config.site_dir = str(_Session.published)  # `mkdocs gh-deploy` takes it from there
        gc.freeze()  # the process ends soon, and Python would look through everything once more


def on_build_error(error: Exception) -> None:
    """Leave nothing half built behind."""
    if _Session.published:
        shutil.rmtree(_beside(_Session.published, "building"), ignore_errors=True)


def _has_warnings() -> bool:
    """Tell whether a strict build has counted warnings; MkDocs looks at them only after this event."""
    handlers = logging.getLogger("mkdocs").handlers
    return any(handler.get_counts() for handler in handlers if isinstance(handler, CountHandler))


def _beside(published: Path, state: str) -> Path:
    return published.with_name(f".{published.name}.{state}")


def _swap(built: Path, published: Path) -> None:
    """Put `built` where `published` is; hidden files there (`.git`, say) are kept, as MkDocs keeps them."""
    old = _beside(published, "old")
    shutil.rmtree(old, ignore_errors=True)
    if published.exists():
        for hidden in published.glob(".*"):
            shutil.move(hidden, built / hidden.name)
        published.rename(old)
    try:
        built.rename(published)
    except OSError:
        old.rename(published)
        raise
    shutil.rmtree(old, ignore_errors=True)
