"""Characters that no file may contain, because they are invisible or change how the text around them is read."""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache

JOINED = (
    "(?<=[^\0-\x7f\u200c\u200d])[\u200c\u200d](?=[^\0-\x7f\u200c\u200d])"
    "|(?<=[^\0-\x7f\u200c\u200d\ufe0e\ufe0f])[\ufe0e\ufe0f]"
)
"""Permitted: joiners between letters of non-Latin scripts, and variation selectors of emoji."""
PLANES = "".join(f"{chr(plane << 16 | 0xFFFE)}{chr(plane << 16 | 0xFFFF)}" for plane in range(17))
REFUSED = (
    "\0-\x09\x0b-\x1f\x7f-\xa0\xad\u034f\u061c\u115f\u1160\u1680\u17b4\u17b5\u180b-\u180f\u2000-\u200f\u2028-\u202f"
    "\u205f-\u206f\u2800\u3000\u3164\ud800-\uf8ff\ufdd0-\ufdef\ufe00-\ufe0f\ufeff\uffa0\ufff0-\uffff"
    f"\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff\U000f0000-\U0010ffff{PLANES}"
)
HIDDEN = re.compile(f"(?:{JOINED})|([{REFUSED}])")
SUSPECT = re.compile(f"[\u200c\u200d\ufe0e\ufe0f{REFUSED}]")
SPACES = "\xa0\u1680\u2000-\u200a\u202f\u205f\u3000"
LINE_BREAKS = "\x0b\x0c\r\x1c-\x1e\x85\u2028\u2029"
ORDER = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
REMEDIES = (
    ("\t", "indent with spaces, and write a space between words"),
    (f"[{SPACES}]", "it looks like a space, but is another character; write an ordinary space"),
    (f"[{LINE_BREAKS}]", "it breaks the line only in some programs; write an ordinary line break"),
    (f"[{ORDER}]", "it changes the order in which the text around it is shown; delete it"),
    ("\ufffd", "it replaced a character that was lost on the way; write the one that was meant"),
    (".", "it shows nothing, or not the same everywhere; delete it"),
)
"""The fault of a character and its remedy; the first matching pattern applies."""


def hidden_characters(text: str) -> Iterator[tuple[int, str]]:
    """Yield the offset in `text` of each forbidden character, and the message that explains it."""
    if not SUSPECT.search(text):  # ten times as fast as the search with its look-behinds
        return
    for found in HIDDEN.finditer(text):
        if found[1]:
            yield found.start(), explain_character(found[1])


@cache
def explain_character(character: str) -> str:
    """Return the message for a forbidden character: its name, its fault and the remedy."""
    remedy = next(words for pattern, words in REMEDIES if re.match(pattern, character, re.DOTALL))
    name = NAMES.get(character) or unicodedata.name(character, "").lower()
    return f"no text may contain U+{ord(character):04X}{f' ({name})' if name else ''}: {remedy}"


NAMES = {"\0": "null", "\t": "tab", "\r": "carriage return", "\x0b": "vertical tab", "\x0c": "form feed",
         "\x1b": "escape", "\x85": "next line", "\ufeff": "byte order mark"}  # fmt: skip
"""Common names of characters to which Unicode gives no name, or an unusual one."""
