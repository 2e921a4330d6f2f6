"""The picture that other sites show when a page is shared: title, system and one figure, as PNG of 1200 × 630 px."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from io import BytesIO

from PIL import Image, ImageDraw, ImageFont

WIDTH, HEIGHT = 1200, 630
LEFT, TOP, BOTTOM = 84, 60, 64
TITLE_SIZES = (72, 60, 52, 44)
TITLE_LINES = 3
SOFT = 88
"""The grey of lesser words, between 0 (ink) and 255 (paper)."""
SHADES = 8
"""How many steps there are from ink to paper; the colour after them is the accent."""
INK, PAPER, ACCENT = (0x1D, 0x24, 0x24), (0xFD, 0xFC, 0xF9), (0x0B, 0x5F, 0x59)
PUNCTUATION = frozenset("–—‘’“”…€™−×•")
SITE = "How It Scaled"


@dataclass(frozen=True, slots=True)
class Card:
    """What is written on a card; `figure` is a number in words, `figure_of` says what of."""

    kind: str
    title: str
    detail: str
    figure: str
    figure_of: str


@dataclass(frozen=True)
class CardFonts:
    """The files of the two typefaces, as bytes."""

    serif: bytes
    sans: bytes

    @cached_property
    def _made(self) -> dict[tuple[str, int, int], ImageFont.FreeTypeFont]:
        return {}

    def font(self, face: str, size: int, weight: int) -> ImageFont.FreeTypeFont:
        """Return `serif` or `sans` at a size in px and a weight."""
        key = (face, size, weight)
        if key not in self._made:
            font = ImageFont.truetype(BytesIO(getattr(self, face)), size, layout_engine=ImageFont.Layout.BASIC)
            axes = [
                float(weight if axis["name"] == b"Weight" else axis["default"] or 0)
                for axis in font.get_variation_axes()
            ]
            font.set_variation_by_axes(axes)
            self._made[key] = font
        return self._made[key]


def draw(card: Card, fonts: CardFonts) -> bytes:
    """Return the card as PNG; the same card gives the same bytes."""
    image = Image.new("L", (WIDTH, HEIGHT), 255)
    pen = ImageDraw.Draw(image)
    kind, detail = fonts.font("sans", 30, 600), fonts.font("sans", 32, 400)
    for line in _wrap(card.kind, kind, 1):
        pen.text((LEFT, TOP), line, SOFT, kind)
    y = _title(pen, card.title, fonts)
    for line in _wrap(card.detail, detail, 2):
        pen.text((LEFT, y), line, SOFT, detail)
        y += 44
    _figure(pen, card, fonts)
    mark = fonts.font("sans", 28, 600)
    pen.text((WIDTH - LEFT, HEIGHT - BOTTOM), SITE, SOFT, mark, anchor="rs")
    return _png(image)


def _title(pen: ImageDraw.ImageDraw, title: str, fonts: CardFonts) -> int:
    """Write the title in the largest size in which it fits, and return where the next line begins."""
    for size in TITLE_SIZES:
        font = fonts.font("serif", size, 600)
        lines = _wrap(title, font, TITLE_LINES)
        if not lines or not lines[-1].endswith("…"):
            break
    y = TOP + 52
    for line in lines:
        pen.text((LEFT, y), line, 0, font)
        y += round(size * 1.16)
    return y + 20


def _figure(pen: ImageDraw.ImageDraw, card: Card, fonts: CardFonts) -> None:
    of, value = fonts.font("sans", 28, 400), fonts.font("serif", 52, 600)
    width = WIDTH - 2 * LEFT - 260
    for line in _wrap(card.figure_of, of, 1, width):
        pen.text((LEFT, HEIGHT - BOTTOM), line, SOFT, of, anchor="ls")
    for line in _wrap(card.figure, value, 1, WIDTH - 2 * LEFT):
        pen.text((LEFT, HEIGHT - BOTTOM - 44), line, 0, value, anchor="ls")


def _wrap(text: str, font: ImageFont.FreeTypeFont, most: int, width: int = WIDTH - 2 * LEFT) -> Sequence[str]:
    """Return at most so many lines; what does not fit ends in an ellipsis."""
    lines: list[str] = []
    for word in _pieces(_drawable(text).split(), font, width):
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and font.getlength(longer) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    if len(lines) <= most:
        return lines
    last = lines[most - 1]
    while font.getlength(f"{last}…") > width:
        last = last[:-1]
    return [*lines[: most - 1], f"{last.rstrip(' ,;:.')}…"]


def _pieces(words: Iterable[str], font: ImageFont.FreeTypeFont, width: int) -> Iterable[str]:
    """Yield the words, those that are wider than a line in pieces."""
    for word in words:
        while font.getlength(word) > width:
            end = next(end for end in range(len(word), 0, -1) if end == 1 or font.getlength(word[:end]) <= width)
            yield word[:end]
            word = word[end:]
        if word:
            yield word


def _drawable(text: str) -> str:
    """Return `text` without the characters that the typefaces do not have."""
    return "".join(letter for letter in text if " " <= letter <= "~" or "¡" <= letter <= "ÿ" or letter in PUNCTUATION)


def _png(image: Image.Image) -> bytes:
    """Return a grey picture in the colours of the site, with the accent at its left edge."""
    image = image.point([round(value / 255 * (SHADES - 1)) for value in range(256)])
    image.paste(SHADES, (0, 0, 24, HEIGHT))
    shades = [_between(step / (SHADES - 1)) for step in range(SHADES)]
    image.putpalette([part for colour in (*shades, ACCENT) for part in colour])
    file = BytesIO()
    image.save(file, "PNG", bits=4, compress_level=4)
    return file.getvalue()


def _between(share: float) -> tuple[int, ...]:
    return tuple(round(ink + (paper - ink) * share) for ink, paper in zip(INK, PAPER, strict=True))
