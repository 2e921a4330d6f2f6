"""Find a Chromium for the browser tests, and install one if there is none.

    python scripts/install_browser.py           find or install, print the path
    python scripts/install_browser.py --find    find only: exit 1 if there is none
    python scripts/install_browser.py --flags   print the flags to start it with, one per line

The environment variable CHROMIUM takes precedence.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")

# The sandbox does not start as root or in most containers. It can be off, because
# the tests open only pages of this site. The other flags disable Chromium's own
# network requests.
LAUNCH_FLAGS = (
    "--no-sandbox",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--disable-quic",
)

HELP = """\
No Chromium that starts was found, and none could be installed. Do one of these:
  Debian                   apt install chromium
  macOS                    brew install --cask chromium
  any, without root        .venv/bin/playwright install chromium
  yours, somewhere else    set CHROMIUM to the path of its program"""


def starts(browser: Path) -> bool:
    """Return whether this browser runs; some packages install only a stub."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        arguments = [*LAUNCH_FLAGS, f"--user-data-dir={profile}", "--headless", "--dump-dom", "about:blank"]
        try:
            done = subprocess.run([str(browser), *arguments], capture_output=True, timeout=60, check=False)
        except (OSError, subprocess.TimeoutExpired):
            return False
    return done.returncode == 0 and b"<html" in done.stdout


def playwright_browser() -> Path | None:
    """Return the path of Playwright's Chromium, which need not exist."""
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        return None
    with sync_playwright() as playwright:
        return Path(playwright.chromium.executable_path)


def candidates() -> list[Path]:
    """Return the possible paths of a Chromium, the best first."""
    named = os.environ.get("CHROMIUM")
    if named:
        return [Path(named)]
    found = [Path(path) for name in NAMES if (path := shutil.which(name))]
    own = playwright_browser()
    return [*found, own] if own else found


def find_browser() -> Path | None:
    """Return the first Chromium that starts, or None."""
    return next((path for path in candidates() if path.is_file() and starts(path)), None)


def run(*command: str) -> bool:
    """Run an installer with its output on stderr; return whether it succeeded."""
    print("$", *command, file=sys.stderr, flush=True)
    environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    return subprocess.run(command, stdout=sys.stderr, env=environment, check=False).returncode == 0


def install_with_apt() -> bool:
    """Install Debian's package, if this user has permission."""
    may = hasattr(os, "geteuid") and os.geteuid() == 0 and shutil.which("apt-get") is not None
    return (
        may
        and run("apt-get", "-qq", "update")
        and run("apt-get", "-qq", "install", "-y", "--no-install-recommends", "chromium")
    )


def install_with_playwright() -> bool:
    """Install Playwright's own build, if Playwright is installed."""
    return run(sys.executable, "-m", "playwright", "install", "chromium")


def find_or_install() -> Path | None:
    """Return a Chromium that starts; install one if necessary."""
    found = find_browser()
    if found or os.environ.get("CHROMIUM"):
        return found
    for install in (install_with_apt, install_with_playwright):
        if install() and (found := find_browser()):
            return found
    return None


def main() -> int:
    """Run the command; return 1 if no browser is available."""
    parser = argparse.ArgumentParser(description="Find or install the Chromium that the browser tests use.")
    mode = parser.add_mutually_exclusive_group()
    mode.add_argument("--find", action="store_true", help="install nothing; exit 1 if there is none")
    mode.add_argument("--flags", action="store_true", help="print the flags to start it with, one a line")
    options = parser.parse_args()
    if options.flags:
        print("\n".join(LAUNCH_FLAGS))
        return 0
    browser = find_browser() if options.find else find_or_install()
    if browser is None:
        print(HELP, file=sys.stderr)
        return 1
    print(browser)
    return 0


if __name__ == "__main__":
    sys.exit(main())
