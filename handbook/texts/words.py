"""Words and their stems, exactly as `docs/assets/js/search-words.js` cuts them; `tests/texts/` compares the two."""

import re
import unicodedata
from functools import cache

WORD = re.compile(r"(?:[^\W_]|[+#])+")
BEYOND_LATIN = re.compile(r"[^\x00-\u02ff]")
DATACENTRE = re.compile(r"\bdata[ -]cent(?:er|re)", re.ASCII)
ENDINGS = tuple(
    (re.compile(ending), instead)
    for ending, instead in (
        (r"(?<=..)iz(?=e[sdr]?$|ing$|ation$)", "is"),
        (r"(?<=...)ies$", "y"),
        (r"(?<!s)s$", ""),
        (r"(?<=...)(?:ing|ed)$", ""),
        (r"(?<=..)([bdgmnprt])\1$", r"\1"),
        (r"(?<=....)(?<!ill)ion$", ""),
        (r"(?<=...)e$", ""),
    )
)


def words(text: str) -> list[str]:
    """Return the lower-case words of a text without accents; `+` and `#` stay, for C++ and C#."""
    plain = text if text.isascii() else BEYOND_LATIN.sub(_unless_mark, unicodedata.normalize("NFKD", text))
    return WORD.findall(DATACENTRE.sub("datacentre", plain.lower()))


def _unless_mark(found: re.Match[str]) -> str:
    return "" if unicodedata.category(found[0]).startswith("M") else found[0]


@cache
def stem(word: str) -> str:
    """Return a word without its ending, so that `shard`, `shards` and `sharding` find each other."""
    if len(word) < 4:
        return word
    for ending, instead in ENDINGS:
        word = ending.sub(instead, word, count=1)
    return word
