"""A built site on a local server and a browser, for scripts that measure or attack."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from install_browser import LAUNCH_FLAGS, find_browser
from local_host import served


@contextmanager
def site_in_browser(site: Path) -> Iterator[tuple[Browser, str]]:
    """Serve a site; yield a browser, and the address of the home page."""
    program = find_browser()
    with ExitStack() as stack:
        root = stack.enter_context(served(site))
        playwright = stack.enter_context(sync_playwright())
        browser = playwright.chromium.launch(executable_path=program, args=list(LAUNCH_FLAGS))
        stack.callback(browser.close)
        yield browser, root
