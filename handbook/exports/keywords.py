"""Keywords of a text, for the search."""

import re

WORD = re.compile(r"[^\W_]{3,}")
STOP_WORDS = (
    "a an as at be by do go he if in is it me my no of on or so to too up us we "
    "about after all also and another any are because been before being between but can cannot could does each even "
    "every for from had has have how into its kept less like made make makes many may more most must near needs not "
    "now off one only other others our out over own same should since some such than that the their them then there "
    "these they this those through time too until use used uses using very was way were what when where which while "
    "who whole will with within without would you your"
)
COMMON = frozenset(STOP_WORDS.split())


def keywords(text: str, known: str) -> str:
    """Return the keywords of `text`, each once, without common words and words in `known`."""
    seen = set(WORD.findall(known.casefold())) | COMMON
    return " ".join(word for word in dict.fromkeys(WORD.findall(text.casefold())) if word not in seen)
