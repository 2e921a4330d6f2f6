"""The dates by which a script grades how fresh an entry is, and the same in words for readers without scripts.

The grade depends on today, so no page has it: two builds on different days are the same.
"""

from collections import Counter
from dataclasses import dataclass

from handbook import wording
from handbook.library import Entry
from handbook.model.entry import EntryShape
from handbook.model.technology import Technology


@dataclass(frozen=True, slots=True)
class Freshness:
    """The dates of an entry: of its last review or else its addition, of its sources, and of the release it names.

    `checked` has each date on which sources were opened, with their number: `2024-03:2 2025:1`.
    """

    words: str
    reviewed: str
    added: str
    checked: str
    release: str


def freshness(entry: Entry[EntryShape]) -> Freshness | None:
    """Return the dates of an entry, or None if it has none."""
    data = entry.data
    if not (data.reviewed or data.added):
        return None
    status = data.status if isinstance(data, Technology) else None
    opened = Counter(str(source.checked) for source in entry.sources if source.checked)
    return Freshness(
        words=_words(data),
        reviewed=str(data.reviewed or ""),
        added="" if data.reviewed else str(data.added),
        checked=" ".join(f"{date}:{count}" for date, count in sorted(opened.items())),
        release=str(status.checked) if status and status.checked else "",
    )


def _words(data: EntryShape) -> str:
    if data.reviewed:
        return f"Last read against its sources {wording.when(data.reviewed)}"
    return f"Added {wording.when(data.added)}" if data.added else ""
