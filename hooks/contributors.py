"""The contributors of each entry, by name, from the history of the repository if all of it is here."""

import subprocess
from collections.abc import Mapping
from pathlib import Path

GIT = ("git", "-c", "log.showSignature=false", "-c", "core.quotePath=false")
HISTORY = ("log", "--use-mailmap", "--find-renames", "--relative", "--format=%x00%aN", "--name-status")
MOST_NAMES = 5
"""The number of names on a page."""

Names = dict[str, None]
"""Names in their order, each once."""


def contributors(content: Path) -> Mapping[str, str]:
    """Return who changed each file below `content`, in words, the earliest first, under all names that the file had.

    The result is empty if there is no git or no history, or if only the last part of the history is here.
    """
    if _git(content, "rev-parse", "--is-shallow-repository").strip() != "false":
        return {}
    found: dict[str, Names] = {}
    for commit in reversed(_git(content, *HISTORY, "--", ".").split("\0")[1:]):
        name, *changes = commit.split("\n")
        for change in filter(None, changes):
            _add(found, name, change.split("\t"))
    return {file: _in_words(tuple(names)) for file, names in found.items() if names}


def _in_words(names: tuple[str, ...]) -> str:
    """Return names in words: `Ada, Grace and 3 more`."""
    shown, others = names[:MOST_NAMES], len(names) - MOST_NAMES
    return f"{', '.join(shown)} and {others} more" if others > 0 else ", ".join(shown)


def _add(found: dict[str, Names], name: str, change: list[str]) -> None:
    """Add what a commit changed: `M file`, or `R100 old new`, which takes over the names of the old file."""
    _, file, *renamed = change
    names = found.pop(file, {}) if change[0].startswith("R") else found.get(file, {})
    found[renamed[-1] if renamed else file] = names | ({} if not name or name.endswith("[bot]") else {name: None})


def _git(folder: Path, *arguments: str) -> str:
    """Return what git prints, or nothing if it is missing or fails."""
    try:
        done = subprocess.run((*GIT, *arguments), cwd=folder, capture_output=True, check=False)
    except OSError:
        return ""
    return done.stdout.decode("utf-8", "replace") if done.returncode == 0 else ""
