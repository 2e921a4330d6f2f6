"""The index of the full text: Pagefind reads the built pages and writes what the search box needs."""

import subprocess
from pathlib import Path

from mkdocs.exceptions import PluginError
from pagefind_bin import get_executable

FOLDER = "pagefind"
UNUSED = ("pagefind-component-ui.*", "pagefind-modular-ui.*", "pagefind-ui.*", "pagefind-highlight.js")
"""Its ready-made boxes: the site has its own."""
NOT_TEXT = (
    "svg", ".hs-cite", ".hs-sources", ".hs-breadcrumbs", ".hs-permalink", ".hs-on-this-page", ".hs-neighbours",
    ".hs-edit", ".hs-player", ".hs-player__step", ".hs-diagram__tools", ".hs-follow", ".hs-eras", ".hs-facets",
    ".headerlink",
)  # fmt: skip
"""Parts of an article that are no text of its own."""


def index_text(site: Path) -> None:
    """Index the articles below `site`."""
    command = [str(get_executable()), "--site", str(site), "--output-subdir", FOLDER, "--silent"]
    command += ["--exclude-selectors", ",".join(NOT_TEXT)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise PluginError(f"The text could not be indexed: {done.stderr or done.stdout}")
    for pattern in UNUSED:
        for file in (site / FOLDER).glob(pattern):
            file.unlink()
