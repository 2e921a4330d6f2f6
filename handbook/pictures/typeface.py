"""How wide words are in our sans-serif typeface, and how they break into lines.

Pictures are laid out before a browser sees them, so widths come from the font's own tables (`advances.py`). Kerning is
left out, which makes words a little too wide rather than too narrow. A character that the typeface does not have is
drawn in one that the reader's machine chooses; a generous width is assumed for it.
"""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from handbook.pictures.advances import REGULAR, SEMIBOLD

FOREIGN = 1000
"""Thousandths of an em for a letter that is not in the typeface."""
SYMBOL = 1500
"""The same for emoji and other signs."""
SIGNS = frozenset("_-./:+&")
"""Behind which a word that is too long is cut."""


@dataclass(frozen=True, slots=True)
class Typeface:
    """A weight of the typeface at a size in px."""

    size: float
    advances: dict[str, int]

    def width(self, text: str) -> float:
        """Return the width of `text` in px."""
        return sum(self._advance(character) for character in text) * self.size / 1000

    def _advance(self, character: str) -> int:
        known = self.advances.get(character)
        return _assumed(character) if known is None else known

    def wrap(self, text: str, width: float) -> tuple[str, ...]:
        """Return `text` as lines of at most `width` px; a word that is wider is cut."""
        lines = [""]
        for word in self._words(text, width):
            longer = f"{lines[-1]} {word}".strip()
            if self.width(longer) <= width:
                lines[-1] = longer
            else:
                lines.append(word)
        return tuple(line for line in lines if line)

    def _words(self, text: str, width: float) -> Iterator[str]:
        for word in text.split():
            yield from [word] if self.width(word) <= width else self._pieces(word, width)

    def _pieces(self, word: str, width: float) -> Iterator[str]:
        """Yield a word in pieces, cut behind a sign such as `_` or `/` if there is one, else anywhere."""
        while self.width(word) > width:
            fitting = max(1, sum(self.width(word[:end]) <= width for end in range(1, len(word))))
            signs = [end for end in range(1, fitting + 1) if word[end - 1] in SIGNS]
            end = signs[-1] if signs else fitting
            yield word[:end]
            word = word[end:]
        yield word


def _assumed(character: str) -> int:
    if unicodedata.combining(character) or unicodedata.category(character) == "Cf":
        return 0
    return FOREIGN if character.isalnum() else SYMBOL


def regular(size: float) -> Typeface:
    """Return the regular weight at `size` px."""
    return Typeface(size, _REGULAR)


def semibold(size: float) -> Typeface:
    """Return the weight of names and headings at `size` px."""
    return Typeface(size, _SEMIBOLD)


def _by_character(table: dict[int, str]) -> dict[str, int]:
    return {character: width for width, characters in table.items() for character in characters}


_REGULAR = _by_character(REGULAR)
_SEMIBOLD = _by_character(SEMIBOLD)
