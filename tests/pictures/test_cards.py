"""Cards for sharing: the right size, the same bytes each time, whatever is written on them."""

from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from handbook.faces import make_casebook
from handbook.library import Library
from handbook.pictures.cards import HEIGHT, WIDTH, Card, CardFonts, draw
from handbook.views.sharing import entry_card

FONTS = Path(__file__).parents[2] / "docs" / "assets" / "fonts"
CARD = Card(
    "Case study", "Examplebook: a page in a second", "Examplebook, 2010 to 2012", "3,000 pages a second", "2011: Pages"
)
HOSTILE = ("<script>alert(1)</script>", "x" * 200, "ذاكرة", "🚀", "", "a " * 300, "\n\t")


@pytest.fixture(scope="module")
def fonts() -> CardFonts:
    serif, sans = ("source-serif-4-latin-wght-normal.woff2", "ibm-plex-sans-latin-wght-normal.woff2")
    return CardFonts((FONTS / serif).read_bytes(), (FONTS / sans).read_bytes())


def ink(data: bytes) -> list[list[int]]:
    """Return the rows of the picture in which something is written, beside the accent at the left."""
    image = Image.open(BytesIO(data)).convert("L").crop((40, 0, WIDTH, HEIGHT))
    box = image.point(lambda value: 255 if value < 200 else 0).getbbox()
    return [list(box)] if box else []


def test_a_card_is_a_small_png_of_the_size_that_others_want(fonts: CardFonts) -> None:
    data = draw(CARD, fonts)
    image = Image.open(BytesIO(data))
    assert (image.format, image.size) == ("PNG", (1200, 630))
    assert len(data) < 40_000


def test_the_same_card_is_the_same_bytes_and_another_is_not(fonts: CardFonts) -> None:
    again = CardFonts(fonts.serif, fonts.sans)
    assert draw(CARD, fonts) == draw(CARD, again)
    for field in ("kind", "title", "detail", "figure", "figure_of"):
        assert draw(replace(CARD, **{field: "Other"}), fonts) != draw(CARD, fonts), field


@pytest.mark.parametrize("text", HOSTILE)
def test_whatever_is_written_stays_on_the_card(text: str, fonts: CardFonts) -> None:
    for left, top, right, bottom in ink(draw(Card(text, text, text, text, text), fonts)):
        assert left >= 20
        assert top >= 20
        assert right <= WIDTH - 40 - 20
        assert bottom <= HEIGHT - 20


def test_every_entry_of_the_content_has_a_card_with_its_name(real_library: Library) -> None:
    book = make_casebook(real_library)
    for entry in real_library.entries():
        card = entry_card(book.face(entry.kind, entry.id))
        assert card.title in (getattr(entry.data, "name", ""), getattr(entry.data, "title", ""))
        if entry.kind == "case-study":
            assert card.figure
