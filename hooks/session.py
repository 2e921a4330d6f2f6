"""The state of a process of MkDocs: its mode, and the current build."""

from contextlib import ExitStack
from pathlib import Path

from mkdocs.structure.nav import Navigation

from entry_cache import Found
from handbook.renderer import Renderer
from handbook.site import Site
from handbook_page import HandbookPage
from last_good import LastGood
from on_request import FilesOnRequest
from site_pages import Frame
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
