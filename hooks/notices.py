"""Messages about the output folder after a build."""

from collections.abc import Iterator
from pathlib import Path

from handbook.problem import printable
from handbook.publishing.plan import Plan

SHOWN = 3
"""The maximum number of files named in a message."""


def notices(plan: Plan, folder: Path) -> Iterator[str]:
    """Yield the path of the site, and the other files in the folder."""
    yield f"Published in {folder}"
    if plan.strangers:
        yield f"In the output folder before the first publication, and left there: {_listed(plan.strangers)}."
    if plan.changed:
        yield f"No longer part of the site, but left there because somebody has changed it: {_listed(plan.changed)}."


def _listed(paths: tuple[str, ...]) -> str:
    shown = printable(", ".join(paths[:SHOWN]))
    return f"{shown} and {len(paths) - SHOWN} more" if len(paths) > SHOWN else shown
