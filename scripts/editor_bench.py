"""Open the editor of a built site in Chromium and in Firefox, and print how long the first check takes.

    python scripts/editor_bench.py site

Then it opens the problem cases of `tests/problems/` in the editor, and prints how many have the problems that the
command line prints. Firefox is driven by Marionette, its own protocol, because Playwright needs a Firefox of its own.
"""

import argparse
import json
import shutil
import socket
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from playwright.sync_api import sync_playwright

from editor_cases import OPEN, cases, with_sample
from handbook import addresses, policy
from install_browser import LAUNCH_FLAGS, find_browser
from local_host import QuietHandler, served

ROOT = Path(__file__).parents[1]
PORT = 2828
"""The port on which Firefox listens."""
PATIENCE = 120
"""The number of seconds after which the page counts as hung."""
CHECKED = "() => document.querySelector('[data-write]').dataset.checked ?? ''"
LIBRARY = """() => {
  const loaded = performance.getEntriesByType("resource").map(({ name }) => name)
  return loaded.find((name) => name.endsWith("codemirror.js"))
}"""
Run = Callable[[str, Any], Any]
"""Runs a function of JavaScript in the page with an argument, and returns what it returns."""


class Host(QuietHandler):
    """Serves files with the policy's headers."""

    def end_headers(self) -> None:
        """Add the headers."""
        for name, value in policy.headers().items():
            self.send_header(name, value)
        super().end_headers()


def main() -> None:
    """Run the command."""
    parser = argparse.ArgumentParser(description="Measure the editor of a built site in the browsers that are here.")
    parser.add_argument("site", type=Path, help="the folder of the built site")
    site = parser.parse_args().site
    for name, opened in {"Chromium": chromium, "Firefox": firefox}.items():
        for host, entry in ((Host, "case-study:tumblr"), (with_sample(Host, ROOT), "case-study:examplebook")):
            with served(site, host) as address, opened(f"{address}{addresses.WRITE[1:]}?entry={entry}") as run:
                if run is None:
                    print(f"{name}: there is none here")
                    break
                seconds = _first_check(run)
                print(f"{name}: {entry} is checked {seconds:.1f} s after the page is opened")
                if host is not Host:
                    print(f"{name}: {_alike(run)}")


def _first_check(run: Run) -> float:
    """Return the number of seconds from the opening of the page to the end of its first check."""
    for _ in range(PATIENCE * 5):
        if checked := run(CHECKED, None):
            return float(checked) / 1000
        time.sleep(0.2)
    raise SystemExit("The check does not end.")


def _alike(run: Run) -> str:
    library = run(LIBRARY, None)
    found = {case.name: run(OPEN, [library, case.query, case.text]) == list(case.expected) for case in cases(ROOT)}
    others = ", ".join(name for name, alike in found.items() if not alike) or "none"
    return f"{sum(found.values())} of {len(found)} broken files have the problems of the command line; others: {others}"


@contextmanager
def chromium(address: str) -> Iterator[Run | None]:
    """Open an address in Chromium."""
    program = find_browser()
    if program is None:
        yield None
        return
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=list(LAUNCH_FLAGS))
        page = browser.new_page()
        page.goto(address)
        yield page.evaluate
        browser.close()


@contextmanager
def firefox(address: str) -> Iterator[Run | None]:
    """Open an address in Firefox."""
    program = shutil.which("firefox")
    if program is None:
        yield None
        return
    with TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        command = [program, "--headless", "--marionette", "--no-remote", "--profile", profile]
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            marionette = Marionette(_connected())
            marionette.ask("WebDriver:NewSession", {})
            marionette.ask("WebDriver:SetTimeouts", {"script": PATIENCE * 1000})
            marionette.ask("WebDriver:Navigate", {"url": address})
            yield marionette.run
        finally:
            process.terminate()
            process.wait()


def _connected() -> socket.socket:
    for _ in range(PATIENCE * 5):
        try:
            return socket.create_connection(("127.0.0.1", PORT))
        except OSError:
            time.sleep(0.2)
    raise SystemExit("Firefox does not start.")


class Marionette:
    """Firefox's own protocol: https://firefox-source-docs.mozilla.org/testing/marionette/Protocol.html."""

    def __init__(self, connection: socket.socket) -> None:
        """Read the greeting."""
        self._stream = connection.makefile("rwb")
        self._receive()

    def ask(self, command: str, parameters: dict[str, Any]) -> Any:
        """Send a command, and return its result."""
        message = json.dumps([0, 1, command, parameters]).encode()
        self._stream.write(b"%d:%s" % (len(message), message))
        self._stream.flush()
        _, _, fault, result = self._receive()
        if fault:
            raise SystemExit(f"Firefox: {fault['message']}")
        return result

    def run(self, function: str, argument: Any) -> Any:
        """Run a function in the page."""
        script = f"const [given, done] = arguments; Promise.resolve(({function})(given)).then(done)"
        parameters = {"script": script, "args": [argument], "sandbox": None}
        return self.ask("WebDriver:ExecuteAsyncScript", parameters)["value"]

    def _receive(self) -> Any:
        length = b""
        while not length.endswith(b":"):
            length += self._stream.read(1)
        return json.loads(self._stream.read(int(length[:-1])))


if __name__ == "__main__":
    main()
