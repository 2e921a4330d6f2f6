"""A built site on a local server and a browser, for scripts that measure or attack."""

import threading
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, sync_playwright

from install_browser import LAUNCH_FLAGS, find_browser


class _Server(ThreadingHTTPServer):
    def handle_error(self, request: Any, client_address: Any) -> None:
        """Ignore clients that disconnect before the response is complete."""


class _QuietHandler(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        """Log nothing."""


@contextmanager
def site_in_browser(site: Path) -> Iterator[tuple[Browser, str]]:
    """Serve a site; yield a browser, and the address of the home page."""
    program = find_browser()
    server = _Server(("127.0.0.1", 0), partial(_QuietHandler, directory=site))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    with ExitStack() as stack:
        stack.callback(server.server_close)
        stack.callback(server.shutdown)
        playwright = stack.enter_context(sync_playwright())
        browser = playwright.chromium.launch(executable_path=program, args=list(LAUNCH_FLAGS))
        stack.callback(browser.close)
        yield browser, f"http://127.0.0.1:{server.server_port}/"
