"""Social cards: PNG images of 1200 × 630 px with a title, details and one figure, for shared links."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from io import BytesIO

from PIL import Image, ImageDraw

from handbook.pictures.card_fonts import CardFont, CardFonts, drawable, missing
from handbook.pictures.silhouette import Silhouette, paint

WIDTH, HEIGHT = 1200, 630
LEFT, TOP, BOTTOM = 84, 60, 64
WIDE, NARROW = WIDTH - 2 * LEFT, 560
"""The maximum width of the text, without and with a drawing beside it, in px."""
DRAWING = (LEFT + NARROW + 60, TOP + 40, WIDTH - LEFT + 34, 430)
"""The area of the drawing: left, top, right, bottom."""
TITLE_SIZES, NARROW_SIZES = (72, 60, 52, 44), (58, 52, 46, 40, 36)
TITLE_LINES, NARROW_LINES = 3, 4
FIGURE_SIZES = (52, 44, 38)
ABOVE_FIGURE = 470
"""The lower limit of the text above the figure, in px."""
SOFT = 88
"""The grey of secondary text, between 0 (ink) and 255 (paper)."""
SHADES = 8
"""The number of shades from ink to paper; the next palette entry is the accent."""
INK, PAPER, ACCENT = (0x1D, 0x24, 0x24), (0xFD, 0xFC, 0xF9), (0x0B, 0x5F, 0x59)
SITE = "How It Scaled"
RUNS = 3
"""Compression by runs of the same byte: for these pictures a third faster, and 5% larger."""


@dataclass(frozen=True, slots=True)
class Card:
    """The texts of a card; `figure` is a number in words, `figure_of` says what it counts.

    `plain` replaces a title with characters that our typefaces do not have.
    """

    kind: str
    title: str
    detail: str
    figure: str
    figure_of: str
    plain: str = SITE
    silhouette: Silhouette | None = None

    @property
    def missing(self) -> str:
        """The characters that cannot be drawn."""
        serif, sans = self.title + self.figure, self.kind + self.detail + self.figure_of
        return "".join(sorted(missing(serif, "serif") | missing(sans, "sans")))


def draw(card: Card, fonts: CardFonts) -> bytes:
    """Return the card as a PNG; the output is deterministic.

    A line with a character that the typefaces do not have is omitted, because dropping a letter could change its
    meaning.
    """
    image = Image.new("L", (WIDTH, HEIGHT), 255)
    pen = ImageDraw.Draw(image)
    kind, detail = fonts.font("sans", 30, 600), fonts.font("sans", 32, 400)
    for line in _wrap(card.kind, kind, 1):
        kind.write(pen, LEFT, TOP, line, SOFT)
    y = _title(pen, card, fonts)
    room = (ABOVE_FIGURE - y) // 44
    for line in _wrap(card.detail, detail, min(max(room, 1), 3 if card.silhouette else 2), _width(card)):
        detail.write(pen, LEFT, y, line, SOFT)
        y += 44
    if card.silhouette:
        paint(pen, card.silhouette, DRAWING)
    _figure(pen, card, fonts)
    mark = fonts.font("sans", 28, 600)
    mark.write(pen, WIDTH - LEFT - mark.length(SITE), HEIGHT - BOTTOM, SITE, SOFT, "ls")
    return _png(image)


def _width(card: Card) -> int:
    return NARROW if card.silhouette else WIDE


def _title(pen: ImageDraw.ImageDraw, card: Card, fonts: CardFonts) -> int:
    """Write the title in the largest size that fits, and return the y coordinate of the next line."""
    title = drawable(card.title, "serif").strip() or card.plain
    sizes, most = (NARROW_SIZES, NARROW_LINES) if card.silhouette else (TITLE_SIZES, TITLE_LINES)
    for size in sizes:
        font = fonts.font("serif", size, 600)
        lines = _wrap(title, font, most, _width(card))
        if not lines or not lines[-1].endswith("…"):
            break
    y = TOP + 52
    for line in lines:
        font.write(pen, LEFT, y, line, 0)
        y += round(size * 1.16)
    return y + 20


def _figure(pen: ImageDraw.ImageDraw, card: Card, fonts: CardFonts) -> None:
    of = fonts.font("sans", 28, 400)
    width = WIDTH - 2 * LEFT - 260
    if missing(card.figure, "serif") or missing(card.figure_of, "sans"):
        return
    for line in _wrap(card.figure_of, of, 1, width):
        of.write(pen, LEFT, HEIGHT - BOTTOM, line, SOFT, "ls")
    values = [fonts.font("serif", size, 600) for size in FIGURE_SIZES]
    value = next((font for font in values if font.length(card.figure) <= WIDE), values[-1])
    for line in _wrap(card.figure, value, 1):
        value.write(pen, LEFT, HEIGHT - BOTTOM - 44, line, 0, "ls")


def _wrap(text: str, font: CardFont, most: int, width: int = WIDE) -> Sequence[str]:
    """Return at most `most` lines; text that does not fit is cut with an ellipsis."""
    lines: list[str] = []
    blank, used = font.length(" "), 0.0
    for word in _pieces(drawable(text, font.face).split(), font, width):
        wide = font.length(word)
        if lines and used + blank + wide <= width:
            lines[-1], used = f"{lines[-1]} {word}", used + blank + wide
        else:
            lines.append(word)
            used = wide
    if len(lines) <= most:
        return lines
    last = lines[most - 1]
    while font.length(f"{last}…") > width:
        last = last[:-1]
    return [*lines[: most - 1], f"{last.rstrip(' ,;:.')}…"]


def _pieces(words: Iterable[str], font: CardFont, width: int) -> Iterable[str]:
    """Yield the words; split those that are wider than a line."""
    for word in words:
        while font.length(word) > width:
            end = next(end for end in range(len(word), 0, -1) if end == 1 or font.length(word[:end]) <= width)
            yield word[:end]
            word = word[end:]
        if word:
            yield word


def _png(image: Image.Image) -> bytes:
    """Return a grey image as a PNG in the colours of the site, with an accent bar at the left edge."""
    image = image.point([round(value / 255 * (SHADES - 1)) for value in range(256)])
    image.paste(SHADES, (0, 0, 24, HEIGHT))
    shades = [_between(step / (SHADES - 1)) for step in range(SHADES)]
    image.putpalette([part for colour in (*shades, ACCENT) for part in colour])
    file = BytesIO()
    image.save(file, "PNG", bits=4, compress_level=1, compress_type=RUNS)
    return file.getvalue()


def _between(share: float) -> tuple[int, ...]:
    return tuple(round(ink + (paper - ink) * share) for ink, paper in zip(INK, PAPER, strict=True))
