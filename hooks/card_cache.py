"""Cards for sharing, drawn once: a card's file is named by what is on it and by the code and fonts that draw it."""

from collections.abc import Sequence
from dataclasses import astuple
from hashlib import sha256
from pathlib import Path

from handbook.parallel import spread
from handbook.pictures import cards
from handbook.pictures.cards import Card, CardFonts, draw

SERIF, SANS = "source-serif-4-latin-wght-normal.woff2", "ibm-plex-sans-latin-wght-normal.woff2"


def card_files(wanted: Sequence[Card], folder: Path, font_folder: Path, workers: int) -> list[Path]:
    """Return the file of each card, in order; those that `folder` does not hold are drawn by so many processes."""
    fonts = CardFonts((font_folder / SERIF).read_bytes(), (font_folder / SANS).read_bytes())
    style = sha256(Path(cards.__file__).read_bytes() + fonts.serif + fonts.sans).digest()
    files = [folder / f"{sha256(style + repr(astuple(card)).encode()).hexdigest()}.png" for card in wanted]
    missing = list({file: card for file, card in zip(files, wanted, strict=True) if not file.exists()}.items())
    folder.mkdir(parents=True, exist_ok=True)
    spread(lambda number: _draw(*missing[number], fonts), len(missing), workers)
    return files


def _draw(file: Path, card: Card, fonts: CardFonts) -> None:
    """Write a card whole or not at all: a build may be stopped at any time."""
    unfinished = file.with_suffix(".part")
    unfinished.write_bytes(draw(card, fonts))
    unfinished.replace(file)
