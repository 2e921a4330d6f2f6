"""Make the picture in the README from the built site: run `make build` first; it needs what `make test` installs."""

import subprocess
import sys
import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from playwright.sync_api import sync_playwright

SITE = Path("site")
PICTURE = Path("docs/assets/images/screenshot.png")
PAGE = "case-studies/stack-overflow/"
SIZE = {"width": 1280, "height": 960}


class QuietHandler(SimpleHTTPRequestHandler):
    """Serves files without a word."""

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


def main() -> None:
    """Run the command."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(QuietHandler, directory=SITE))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=_browser("--find")[0], args=_browser("--flags"))
        page = browser.new_page(viewport=SIZE)  # type: ignore[arg-type]
        page.goto(f"http://127.0.0.1:{server.server_port}/{PAGE}", wait_until="networkidle")
        page.screenshot(path=PICTURE)
        browser.close()
    print(PICTURE)


def _browser(option: str) -> list[str]:
    command = [sys.executable, "scripts/install_browser.py", option]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.splitlines()


if __name__ == "__main__":
    main()
