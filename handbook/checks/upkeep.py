"""Advice on what an entry records about its own upkeep."""

from collections.abc import Iterator

from handbook.library import Library
from handbook.links import link
from handbook.problem import Finding
from handbook.tasks import tasks_of

REMEDY = ", so no page shows this attempt; delete it, or name the task that it was for"


def attempt_without_task(library: Library) -> Iterator[Finding]:
    """An attempt is at a task that its entry does not have any more, so no page shows it."""
    tried = [entry for entry in library.entries() if entry.data.attempts]
    if not tried:
        return
    links = link(library)
    for entry in tried:
        tasks = {task.need.id for task in tasks_of(entry, links)}
        for number, attempt in enumerate(entry.data.attempts):
            if attempt.task not in tasks:
                yield entry.finding(("attempts", number), f"the entry has no open task `{attempt.task}`{REMEDY}")
