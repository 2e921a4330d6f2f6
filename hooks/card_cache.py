"""The cache of social cards. File names are hashes of the card's content and of the code and fonts that draw it."""

import logging
import secrets
from collections.abc import Sequence
from dataclasses import astuple
from hashlib import sha256
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from PIL import Image

from handbook import addresses
from handbook.parallel import spread
from handbook.pictures import card_fonts, cards, silhouette
from handbook.pictures.card_fonts import CardFonts
from handbook.pictures.cards import Card, draw
from handbook.pictures.coverage import COVERAGE
from handbook.site import Site
from workspace import Workspace

log = logging.getLogger("mkdocs.handbook")
LETTERS_SHOWN = 5
"""The maximum number of letters in a notice."""


def add_cards(files: Files, config: MkDocsConfig, site: Site, work: Workspace, workers: int) -> None:
    """Add the social cards of all pages; the pages of a table share one, and the evidence has that of its case."""
    fonts = Path(config.docs_dir) / "assets" / "fonts"
    pages = [page for page in site.pages if page.has_own_card]
    cards = [page.card for page in pages]
    drawn = card_files(cards, work.cards, work.spare_cards, fonts, workers)
    for page, card, file in zip(pages, cards, drawn, strict=True):
        if card.missing:
            log.info(_lacking(page.url, card))
        files.append(File.generated(config, addresses.card(page.url), abs_src_path=str(file)))


def _lacking(url: str, card: Card) -> str:
    """Return a notice for missing letters, which is not a warning and so does not fail a strict build."""
    letters = " ".join(f"U+{ord(letter):04X}" for letter in card.missing[:LETTERS_SHOWN])
    return f"The card of {url} has the id for a title, and no line, with {letters}: our fonts lack these letters."


def card_files(wanted: Sequence[Card], folder: Path, spare: Path, font_folder: Path, workers: int) -> list[Path]:
    """Return the file of each card, in order; cards that are missing or damaged in `folder` are drawn.

    The drawing uses `workers` processes. Files that cannot be written to `folder` are written to `spare`.
    """
    fonts = CardFonts({name: (font_folder / name).read_bytes() for name in COVERAGE})
    code = (Path(str(module.__file__)).read_bytes() for module in (cards, card_fonts, silhouette))
    style = sha256(b"".join((*code, *fonts.files.values()))).digest()
    names = [f"{sha256(style + repr(astuple(card)).encode()).hexdigest()}.png" for card in wanted]
    files = {name: folder / name for name in names}
    missing = [
        (name, card) for name, card in dict(zip(names, wanted, strict=True)).items() if not _is_whole(files[name])
    ]
    drawn = spread(lambda number: _draw(*missing[number], folder, spare, fonts), len(missing), workers)
    files |= {name: file for (name, _), file in zip(missing, drawn, strict=True)}
    return [files[name] for name in names]


def _is_whole(file: Path) -> bool:
    """Return whether a card is complete; a full disk or a crash may have truncated it."""
    try:
        with Image.open(file) as image:
            image.verify()
    except (OSError, SyntaxError, ValueError):
        return False
    return True


def _draw(name: str, card: Card, folder: Path, spare: Path, fonts: CardFonts) -> Path:
    """Draw a card and return its file."""
    picture = draw(card, fonts)
    try:
        return _write(folder / name, picture)
    except OSError:
        return _write(spare / name, picture)


def _write(file: Path, picture: bytes) -> Path:
    """Write a card atomically, because a build may be stopped and several builds may draw the same card."""
    unfinished = file.with_suffix(f".{secrets.token_hex(4)}.part")
    unfinished.write_bytes(picture)
    unfinished.replace(file)
    return file
