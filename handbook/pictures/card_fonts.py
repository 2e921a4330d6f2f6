"""The typefaces of the cards: the characters that they cover, and text drawn from several font files."""

import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from io import BytesIO
from itertools import groupby
from typing import Literal

from PIL import ImageDraw, ImageFont

from handbook.pictures.coverage import COVERAGE

Face = Literal["serif", "sans"]
FILES: Mapping[Face, tuple[str, ...]] = {
    "serif": tuple(name for name in COVERAGE if "serif" in name),
    "sans": tuple(name for name in COVERAGE if "sans" in name),
}
"""The files of each typeface, below the font folder; a character is drawn from the first that has it."""
INSTEAD = {"→": "->", "←": "<-", "↔": "<->", "≈": "~", "≤": "<=", "≥": ">=", "≠": "!=", "‐": "-", "‑": "-", "―": "—"}
"""Replacements for symbols that no file has."""


@cache
def file_with(character: str, face: Face) -> str | None:
    """Return the name of the first file that has a character, or None."""
    return next((name for name in FILES[face] if ord(character) in _covered(name)), None)


@cache
def _covered(name: str) -> frozenset[int]:
    ranges = (part.partition("-") for part in COVERAGE[name].split())
    return frozenset(code for first, _, last in ranges for code in range(int(first, 16), int(last or first, 16) + 1))


def drawable(text: str, face: Face) -> str:
    """Return `text` in characters that a typeface has, or an empty string if any part cannot be drawn."""
    drawn = [_drawn(character, face) for character in unicodedata.normalize("NFC", text)]
    return "" if None in drawn else "".join(part or "" for part in drawn)


def missing(text: str, face: Face) -> set[str]:
    """Return the characters of `text` that a typeface can neither draw nor replace."""
    return {character for character in unicodedata.normalize("NFC", text) if _drawn(character, face) is None}


@cache
def _drawn(character: str, face: Face) -> str | None:
    if unicodedata.category(character) == "Cf":
        return ""  # a format character has no glyph
    if character.isspace() or unicodedata.category(character) == "Cc":
        return " "
    tries = (character, INSTEAD.get(character), unicodedata.normalize("NFKC", character))
    return next((text for text in tries if text and all(file_with(one, face) is not None for one in text)), None)


@dataclass(frozen=True)
class CardFonts:
    """The bytes of the font files, by their names in `COVERAGE`."""

    files: Mapping[str, bytes]

    @cached_property
    def _made(self) -> dict[tuple[str, int, int], ImageFont.FreeTypeFont]:
        return {}

    def font(self, face: Face, size: int, weight: int) -> "CardFont":
        """Return a typeface at a size in px and a weight."""
        return CardFont(self, face, size, weight)

    def part(self, name: str, size: int, weight: int) -> ImageFont.FreeTypeFont:
        """Return the font of one file."""
        key = (name, size, weight)
        if key not in self._made:
            file = BytesIO(self.files[name])
            font = ImageFont.truetype(file, size, layout_engine=ImageFont.Layout.BASIC)
            axes = font.get_variation_axes()
            weights = [float(weight if axis["name"] == b"Weight" else axis["default"] or 0) for axis in axes]
            font.set_variation_by_axes(weights)
            self._made[key] = font
        return self._made[key]


@dataclass(frozen=True)
class CardFont:
    """A typeface at a size and weight, combined from several files."""

    fonts: CardFonts
    face: Face
    size: int
    weight: int

    def length(self, text: str) -> float:
        """Return the width of a line in px."""
        return sum(font.getlength(run) for font, run in self._runs(text))

    def write(self, pen: ImageDraw.ImageDraw, x: float, y: float, text: str, shade: int, anchor: str = "la") -> None:
        """Write a line that starts at `x`, with `y` at its top (`la`) or its baseline (`ls`)."""
        for font, run in self._runs(text):
            pen.text((x, y), run, shade, font, anchor=anchor)
            x += font.getlength(run)

    def _runs(self, text: str) -> Iterator[tuple[ImageFont.FreeTypeFont, str]]:
        for name, run in groupby(text, lambda character: file_with(character, self.face)):
            yield self.fonts.part(name or FILES[self.face][0], self.size, self.weight), "".join(run)
