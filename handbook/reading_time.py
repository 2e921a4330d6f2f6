"""The reading time of an entry, from the number of words of its texts."""

from math import ceil

from handbook import wording
from handbook.library import Entry, kept_with_entry
from handbook.model.entry import EntryShape
from handbook.model.fields import InlineMarkdown
from handbook.model.structure import leaves

WORDS_A_MINUTE = 220
"""The reading speed of an experienced reader of technical prose."""
NOT_READ = {"sources", "questions", "not_published"}
"""Parts of an entry that serve as reference and do not count."""
HOUR, STEP = 60, 5


@kept_with_entry
def minutes(entry: Entry[EntryShape]) -> int:
    """Return the reading time of `entry` in minutes. Markup adds no words, and a link counts as one."""
    texts = leaves(entry.data, InlineMarkdown)
    words = sum(len(text.split()) for steps, _, text in texts if steps[0] not in NOT_READ)
    return max(1, ceil(words / WORDS_A_MINUTE))


def in_words(count: int) -> str:
    """Return minutes in words: `7 minutes`, or `2 hours 10 minutes`, rounded up to five minutes above an hour."""
    if count <= HOUR:
        return wording.counted(count, "minute")
    hours, rest = divmod(STEP * ceil(count / STEP), HOUR)
    return wording.counted(hours, "hour") + (f" {rest} minutes" if rest else "")
