"""Fixes of single characters: tabs, blanks at line ends, look-alikes of spaces and colons, and line ends."""

import re
from unicodedata import category

from handbook.characters import HIDDEN, SPACES
from handbook.fixes.nodes import meaning, parse

INDENT = re.compile("^[ \t]*\t[ \t]*", re.MULTILINE)
TRAILING = re.compile("[ \t]+$", re.MULTILINE)
SPACE = re.compile(f"[\t{SPACES}]")
WIDE_COLON = re.compile(r"^( *(?:- +)*[a-z_]+)：[ ]*(?=\S)", re.MULTILINE)
TAB = "  "


def plain_signs(text: str) -> str:
    """Replace tabs and look-alikes by ordinary characters, delete invisible ones, and end each line in a line feed."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    text = INDENT.sub(lambda indent: indent[0].replace("\t", TAB), text)
    text = HIDDEN.sub(lambda found: _plain(found[1]) if found[1] else found[0], text)
    text = WIDE_COLON.sub(r"\1: ", text)
    return _without_blanks(text)


def _plain(sign: str) -> str:
    if SPACE.match(sign):
        return " "
    return "" if category(sign) == "Cf" else sign


def _without_blanks(text: str) -> str:
    """Drop blanks at line ends, and blank lines at the end, unless a text in the file keeps them."""
    ended = f"{text}\n" if text and not text.endswith("\n") else text
    shorter = TRAILING.sub("", ended).rstrip("\n") + "\n" if text.strip() else ended
    if shorter == ended or (before := parse(ended)) is None:
        return shorter
    return shorter if meaning(before) == meaning(parse(shorter)) else ended
