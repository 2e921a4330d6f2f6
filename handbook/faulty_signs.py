"""Characters that are not what they seem, and marks of a conflict: where they are, and what was meant."""

import re
import unicodedata
from typing import NamedTuple

from handbook.characters import SPACES, hidden_characters
from handbook.files import FileRule


class FaultySign(NamedTuple):
    """A character that has to go: its offset, the rule it breaks, and the message."""

    offset: int
    rule: FileRule
    message: str


class Found(NamedTuple):
    """The faulty signs of a text, and the text with what was meant, in the same lines."""

    signs: list[FaultySign]
    text: str


def hidden_signs(text: str) -> Found:
    """Find hidden characters; several of the same in a row are one mistake."""
    signs: list[FaultySign] = []
    faulty = dict(hidden_characters(text))
    for offset, message in faulty.items():
        if text[offset] != text[offset - 1] or offset - 1 not in faulty:
            signs.append(FaultySign(offset, FileRule.HIDDEN_CHARACTER, message))
    if not faulty:
        return Found([], text)
    pieces = list(text)
    for offset in faulty:
        pieces[offset] = _meant(text[offset])
    return Found(signs, "".join(pieces))


def _meant(character: str) -> str:
    return "  " if character == "\t" else " " if SPACE.match(character) else ""


def conflict_marks(text: str) -> Found:
    """Find the marks that git leaves in a conflict; the text keeps the first version."""
    if not CONFLICT.search(text):
        return Found([], text)
    message = "git left this line in a conflict of two versions; keep the lines of one version, and delete this line"
    signs = [FaultySign(found.start(), FileRule.CONFLICT_MARK, message) for found in CONFLICT.finditer(text)]
    kept, is_kept = [], True
    for line in text.split("\n"):
        mark = CONFLICT.match(line)
        is_kept = mark[0][0] in "<>" if mark else is_kept
        kept.append(line if is_kept and not mark else "")
    return Found(signs, "\n".join(kept))


def look_alikes(text: str) -> Found:
    """Find full-width signs and typographic minus signs where YAML or a number needs the plain ones."""
    if text.isascii() or not ANY_WIDE.search(text):
        return Found([], text)
    signs = [
        FaultySign(found.start() + len(found["key"] or ""), FileRule.LOOK_ALIKE, _explain(_sign(found)))
        for found in LOOK_ALIKE.finditer(text)
    ]
    return Found(signs, LOOK_ALIKE.sub(_plain_sign, text))


def _sign(found: re.Match[str]) -> str:
    return found[0][len(found["key"] or "")]


def _plain_sign(found: re.Match[str]) -> str:
    plain = _plain(_sign(found))
    return f"{found['key'] or ''}{plain}{' ' if plain in ':,#' else ''}"


def _plain(sign: str) -> str:
    return "-" if sign == "−" else unicodedata.normalize("NFKC", sign)


def _explain(sign: str) -> str:
    space = " and a space" if _plain(sign) in ":,#" else ""
    name = unicodedata.name(sign).lower()
    return f"`{sign}` ({name}) only looks like `{_plain(sign)}`; write `{_plain(sign)}`{space}"


def wrapped_in_curly_quotes(text: str) -> str | None:
    """Return a message if a text without quotes is all in curly quotes, as from a word processor."""
    closing = CURLY.get(text[:1])
    if closing is None or any(sign in text[1:-1] for sign in closing):
        return None
    return f'`{text[0]}` is a quote of typography, and would be shown; write `"` on both sides, or no quotes'


class LatinKey(NamedTuple):
    """A key in Latin letters, and the message about the letters that only look like them."""

    key: str
    message: str


def latin_key(key: str) -> LatinKey | None:
    """Return a key in Latin letters if it has foreign ones that look the same, else None."""
    latin = unicodedata.normalize("NFKC", key).translate(FOREIGN)
    if not latin.isascii():
        return None
    foreign = next(letter for letter in key if not letter.isascii())
    name = unicodedata.name(foreign, "").lower()
    return LatinKey(latin, f"`{foreign}` ({name}) in this key only looks like another letter; type `{latin}` again")


SPACE = re.compile(f"[{SPACES}]")
CONFLICT = re.compile(r"^(?:<{7}|>{7}|\|{7})(?= |$).*|^={7}$", re.MULTILINE)
WIDE = "：，；［］｛｝＃＂＇－"
ANY_WIDE = re.compile(f"[{WIDE}−０-９]")
LOOK_ALIKE = re.compile(
    rf"(?P<key>^ *(?:- +)*[A-Za-z_]+ ?)： ?|(?<=[!-~])[{WIDE}](?=[!-~])|(?<=: )−(?=[0-9])", re.MULTILINE
)
CURLY: dict[str, str] = {"“": "”“", "”": "”“", "„": "“”", "‘": "’", "«": "»"}
FOREIGN = str.maketrans("аеорсухіјѕԁһоνοαιΑΒΕΗΙΚΜΝΟΡΤΥΧ", "aeopcyxijsdhovoaiABEHIKMNOPTYX")
