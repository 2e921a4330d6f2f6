"""How long the page of an entry takes to read, from the words of its texts."""

from math import ceil

from handbook import wording
from handbook.context import Context
from handbook.library import Entry
from handbook.model.entry import EntryShape
from handbook.model.fields import InlineMarkdown
from handbook.model.structure import leaves

WORDS_A_MINUTE = 220
"""How fast a practised reader takes in technical prose."""
NOT_READ = {"sources", "questions", "not_published"}
"""Parts of an entry in which readers look things up, and which they do not read from beginning to end."""
HOUR, STEP = 60, 5


def minutes(context: Context, entry: Entry[EntryShape]) -> int:
    """Return how many minutes the texts of `entry` take."""
    texts = leaves(entry.data, InlineMarkdown)
    words = sum(len(context.plain(text).split()) for steps, _, text in texts if steps[0] not in NOT_READ)
    return max(1, ceil(words / WORDS_A_MINUTE))


def in_words(count: int) -> str:
    """Return minutes in words: `7 minutes`, and above an hour in steps of five, `2 hours 10 minutes`."""
    if count <= HOUR:
        return wording.counted(count, "minute")
    hours, rest = divmod(STEP * ceil(count / STEP), HOUR)
    return wording.counted(hours, "hour") + (f" {rest} minutes" if rest else "")
