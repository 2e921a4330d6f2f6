"""The MkDocs adapter: it validates the content, builds the site and passes it to MkDocs.

MkDocs calls the functions named `on_…`: https://www.mkdocs.org/dev-guide/plugins/#events
"""

import gc
import logging
import os
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Literal

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils import CountHandler

sys.path.insert(0, str(Path(__file__).parents[1]))  # a copied project uses its own handbook, regardless of its .venv

from card_cache import add_cards
from compact import without_end_tags, without_indentation
from editor_files import editor_files
from engine import elk
from entry_cache import CLEAN
from export_files import can_wait, write_exports
from faults import in_words, refuse_unreadable, say_faults_once
from fragment_cache import FragmentCache
from handbook import addresses, policy
from handbook.checks.catalogue import find_problems
from handbook.checks.dates import latest_date
from handbook.parallel import workers_for
from handbook.publishing.hashed_names import hash_names
from handbook.publishing.output import output_folder
from handbook.publishing.publish import publish
from handbook.reading import read_library
from handbook.site import Site, make_site
from handbook_page import HandbookPage
from last_good import report
from notices import notices
from on_request import make_on_request
from page_cache import PageCache
from progress import PROGRESS
from rule_cases import read_cases
from script_comments import is_own_script, without_comments
from serving import build_safely, latest_change, watch_patiently
from session import Session, contributors_at_start, renderer_of_process
from settings import content_folder, editing
from site_pages import Frame, Maker, files_on_request, page_files, write_pages
from stylesheet import join_styles
from template_cache import template_cache
from workspace import workspace

log = logging.getLogger("mkdocs.handbook")
NO_DATE = "2000-01-01"
"""A fixed date in place of the build date that MkDocs adds to pages, so that builds are reproducible."""


class BrokenContentError(PluginError):
    """The content has problems; the message lists them."""


def on_startup(command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
    """Store the mode and the modification time of the code."""
    Session.serving = command == "serve"
    Session.code_as_started = latest_change()
    say_faults_once()


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Lock the output folder, read and check the content, and let MkDocs build in a temporary folder."""
    Session.build.close()
    gc.disable()  # a build frees little memory before it ends, and garbage collection took a third of its time
    project = Path(config.config_file_path).parent
    output = output_folder(Path(config.site_dir), Path(config.docs_dir), _say_that_it_waits)
    Session.folder = Session.build.enter_context(output)
    Session.workspace = Session.build.enter_context(workspace(project))
    refuse_unreadable(Path(config.docs_dir))
    content = content_folder(config)
    Session.workers = _workers(content)
    if not Session.serving:
        Session.build.enter_context(PROGRESS.of_build(content))
    Session.site = _read_site(content, config.site_url or "", editing(config))
    config.site_dir = str(Session.workspace.site)
    if not config.repo_url:
        config.edit_uri = None  # it is relative to the repository; otherwise MkDocs warns about every page
    if Session.serving and latest_change() > Session.code_as_started:
        log.warning("The generator's Python code has changed: restart `make serve` to see it work.")
    return config


def _say_that_it_waits() -> None:
    log.info("Another build publishes into the same folder: waiting until it is done.")


def _read_site(content: Path, home: str, editing: str) -> Site:
    """Return the site of the content; with problems, `make serve` gets what can be shown, and a build fails."""
    today = latest_date(datetime.now(UTC))
    PROGRESS.say("Reading the entries")
    memory = Session.workspace.entries
    memory.recent = Session.recent
    reading = read_library(content, Session.workers, memory=memory)
    Session.recent = memory.found
    PROGRESS.say("Checking the entries")
    problems = find_problems(reading, today, Session.workers, memory.clean())
    memory.remember_clean(problems)
    cases = read_cases(content.parent / "tests" / "problems")
    engine = elk(content.parent / ".cache" / "layouts")
    make = partial(make_site, cases=cases, engine=engine, home=home, editing=editing)
    if Session.serving:
        return Session.last_good.site(content, reading, problems, today, make)
    if reading.library and not problems:
        PROGRESS.say("Laying out the diagrams")
        return make(reading.library)
    raise BrokenContentError(report(problems))


def _workers(content: Path) -> int:
    """Return the number of processes: one for little content, and one while serving, because forks break threads."""
    entries = sum(1 for _ in content.glob("*/*.yml"))
    return 1 if Session.serving else workers_for(entries, os.cpu_count() or 1)


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add all pages, redirects and data files."""
    site = Session.site
    renderer = Session.renderer = renderer_of_process(Session.workspace.templates)
    for file in page_files(site.pages, config, not Session.serving, contributors_at_start(content_folder(config))):
        files.append(file)
    for redirect in site.redirects:
        path = addresses.output_file(redirect.url)
        files.append(File.generated(config, path, content=renderer.redirect(redirect)))
    for data in site.files:
        files.append(File.generated(config, data.path, content=data.text))
    join_styles(files, config)
    edited = {page.file for page in site.pages if page.file}
    Session.editor = dict(editor_files(Path(config.config_file_path).parent, edited))
    if not Session.serving:
        for path, make in Session.editor.items():
            files.append(File.generated(config, path, content=make()))
        PROGRESS.say("Drawing the cards")
        add_cards(files, config, site, Session.workspace, Session.workers)
        for script in filter(is_own_script, files):
            script.content_string = without_comments(script.content_string)
    return files


def on_nav(nav: Navigation, config: MkDocsConfig, files: Files) -> Navigation:
    """Store the navigation, for the frame of our pages."""
    Session.nav = nav
    return nav


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Environment:
    """Set the policy and date of all pages, and keep MkDocs from building ours, which `on_post_build` writes."""
    pages = [file.page for file in files.documentation_pages() if file.page]
    env.add_extension(FragmentCache)
    env.bytecode_cache = template_cache(Session.workspace.templates)
    env.globals["address"] = addresses.of_pages()
    env.globals["all_pages"] = pages
    env.globals["problems"] = Session.last_good.lines
    env.globals["policy"] = policy.policy_while_serving() if Session.serving else policy.policy_of_tag()
    if not config.extra.get("fragment_cache", True):
        env.fragments = None  # type: ignore[attr-defined]
    for page in pages:
        page.update_date = NO_DATE
    Session.pages = [page for page in pages if isinstance(page, HandbookPage)]
    for page in Session.pages:
        page.file.inclusion = InclusionLevel.EXCLUDED
    Session.frame = Frame(env, config, Session.nav)
    Session.handwritten = {}
    return env


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    """Make a page compact, and remember a handwritten one for the text search."""
    html = without_end_tags(without_indentation(output))
    if not isinstance(page, HandbookPage):
        Session.handwritten[f"/{page.url.removeprefix('./')}"] = html
    return html


@event_priority(-100)
def on_post_build(config: MkDocsConfig) -> None:
    """Publish the site, unless a strict build is about to fail because of warnings."""
    if _has_warnings():
        return
    built = Path(config.site_dir)
    if not Session.serving:
        _write_all(built, config.site_url or "")
    PROGRESS.say("Publishing")
    plan = publish(built, Session.folder)
    config.site_dir = str(Session.folder)  # `mkdocs gh-deploy` reads it from there
    Session.build.close()
    if Session.serving:
        late = files_on_request(Session.pages, Session.renderer, Session.frame, Session.site)
        Session.on_request.renew(late | Session.editor, Session.folder)
        gc.enable()
        return
    for notice in notices(plan, Session.folder):
        log.info(notice)
    gc.freeze()  # avoids a last, slow garbage collection at exit


def _write_all(built: Path, address: str) -> None:
    """Write what MkDocs does not: files for programs, our pages, and the text index of all pages."""
    PROGRESS.say("Writing the files for programs")
    late = [file for file in Session.site.exports if can_wait(file)]
    write_exports((file for file in Session.site.exports if not can_wait(file)), built)
    finish = hash_names(built, address)
    PROGRESS.say("Writing the pages", len(late) + len(Session.pages))
    store, entries = Session.workspace.store, Session.workspace.entries
    site = Session.site
    maker = Maker(Session.renderer, Session.frame, finish, PageCache(store), site.finishing, site.answers)
    write_pages(Session.pages, Session.handwritten, late, maker, Session.workers)
    store.keep_only((CLEAN, *entries.found, *maker.cache.found))


def on_build_error(error: Exception) -> None:
    """Remove the unfinished build, and log a message unless the code is at fault."""
    working = Session.workspace.site if hasattr(Session, "workspace") else Path.cwd()
    Session.build.close()
    if fault := in_words(error, working):
        log.debug("Where it happened:", exc_info=error)
        log.error(fault)
        raise Abort("Aborted: nothing was published.") from None


def on_shutdown() -> None:
    """Remove the remains of a build that was stopped."""
    Session.build.close()


def on_serve(server: LiveReloadServer, config: MkDocsConfig, builder: Callable[..., None]) -> LiveReloadServer:
    """Keep serving the last good site while a build fails or files are missing."""
    build_safely(server)
    watch_patiently(server)
    make_on_request(server, Session.on_request)
    return server


def _has_warnings() -> bool:
    """Return whether a strict build has counted warnings; MkDocs checks them only after this event."""
    handlers = logging.getLogger("mkdocs").handlers
    return any(handler.get_counts() for handler in handlers if isinstance(handler, CountHandler))
