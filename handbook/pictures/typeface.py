"""Text widths and line breaks in our sans-serif typeface.

Diagrams are laid out at build time, so widths come from the font's tables (`advances.py`). Kerning is ignored, which
makes words slightly too wide rather than too narrow. Browsers draw characters that the typeface does not have in a
fallback font, for which a generous width is assumed.
"""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from handbook.pictures.advances import REGULAR, SEMIBOLD

FOREIGN = 1000
"""The assumed width of a letter that is not in the typeface, in thousandths of an em."""
SYMBOL = 1500
"""The assumed width of emoji and other symbols that are not in the typeface, in thousandths of an em."""
SIGNS = frozenset("_-./:+&")
"""Characters after which a long word is split."""


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
        """Return `text` as lines of at most `width` px; wider words are split."""
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
        """Yield a word in pieces, split after a character such as `_` or `/` if possible, else anywhere."""
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
    """Return the semibold weight at `size` px."""
    return Typeface(size, _SEMIBOLD)


def _by_character(table: dict[int, str]) -> dict[str, int]:
    return {character: width for width, characters in table.items() for character in characters}


_REGULAR = _by_character(REGULAR)
_SEMIBOLD = _by_character(SEMIBOLD)
