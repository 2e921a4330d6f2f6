"""The state of a process of MkDocs: its mode, and the current build."""

from collections.abc import Mapping
from contextlib import ExitStack
from functools import cache
from pathlib import Path

from mkdocs.structure.nav import Navigation

from contributors import contributors
from entry_cache import Found
from handbook.renderer import Renderer
from handbook.site import Site
from handbook_page import HandbookPage
from last_good import LastGood
from on_request import FilesOnRequest, Make
from site_pages import Frame
from template_cache import template_cache
from workspace import Workspace


class Session:
    """The state; MkDocs calls functions, which share it."""

    serving = False
    last_good = LastGood()
    on_request = FilesOnRequest()
    recent: Found = {}  # noqa: RUF012  # there is one process, and one state
    """The entries of the latest build of this process."""
    code_as_started: float = 0.0
    workers = 1
    site: Site
    renderer: Renderer
    editor: dict[str, Make]
    """The files of the editor in the browser, by path."""
    nav: Navigation
    pages: list[HandbookPage]
    frame: Frame
    folder: Path
    """The output folder."""
    workspace: Workspace
    handwritten: dict[str, str]
    """The handwritten pages by address."""
    build = ExitStack()
    """The resources of the build, released when it succeeds or fails."""


@cache
def renderer_of_process(templates: Path) -> Renderer:
    """Return the renderer, which while serving reads templates again that have changed; `templates` is its cache."""
    return Renderer(template_cache(templates))


@cache
def contributors_at_start(content: Path) -> Mapping[str, str]:
    """Return the contributors of each file below `content` when this process began."""
    return contributors(content)
