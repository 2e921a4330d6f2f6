"""Sharing pictures: their size, reproducible bytes, and safe handling of any text."""

import unicodedata
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image, ImageChops

from handbook.faces import make_casebook
from handbook.library import Library
from handbook.pictures.card_fonts import CardFonts, Face, drawable, file_with, missing
from handbook.pictures.cards import ABOVE_FIGURE, HEIGHT, TOP, WIDTH, Card, draw
from handbook.pictures.coverage import COVERAGE
from handbook.pictures.silhouette import Silhouette
from handbook.site import make_site
from handbook.views.sharing import entry_card

FONTS = Path(__file__).parents[2] / "docs" / "assets" / "fonts"
CARD = Card(
    "Case study", "Examplebook: a page in a second", "Examplebook, 2010 to 2012", "3,000 pages a second", "2011: Pages"
)
HOSTILE = ("<script>alert(1)</script>", "x" * 200, "ذاكرة", "🚀", "", "a " * 300, "\n\t")


@pytest.fixture(scope="module")
def fonts() -> CardFonts:
    return CardFonts({name: (FONTS / name).read_bytes() for name in COVERAGE})


def difference(one: bytes, other: bytes) -> tuple[int, int, int, int]:
    """Return the bounding box of the difference between two pictures."""
    box = ImageChops.difference(*(Image.open(BytesIO(data)).convert("L") for data in (one, other))).getbbox()
    assert box is not None
    return box


def ink(data: bytes) -> list[list[int]]:
    """Return the bounding box of the dark pixels, without the accent on the left; empty if there are none."""
    image = Image.open(BytesIO(data)).convert("L").crop((40, 0, WIDTH, HEIGHT))
    box = image.point(lambda value: 255 if value < 200 else 0).getbbox()
    return [list(box)] if box else []


def test_a_card_is_a_small_png_of_the_size_that_others_want(fonts: CardFonts) -> None:
    data = draw(CARD, fonts)
    image = Image.open(BytesIO(data))
    assert (image.format, image.size) == ("PNG", (1200, 630))
    assert len(data) < 40_000


def test_the_same_card_is_the_same_bytes_and_another_is_not(fonts: CardFonts) -> None:
    again = CardFonts(dict(fonts.files))
    assert draw(CARD, fonts) == draw(CARD, again)
    for field in ("kind", "title", "detail", "figure", "figure_of"):
        assert draw(replace(CARD, **{field: "Other"}), fonts) != draw(CARD, fonts), field


def test_a_drawing_stands_beside_the_title_and_leaves_room_for_the_figure(fonts: CardFonts) -> None:
    wide = Silhouette(
        2000, 500, (((0, 0), (80, 40)), ((1900, 440), (2000, 500))), (((80, 20), (1900, 20), (1900, 440)),)
    )
    tall = Silhouette(100, 900, (((0, 0), (100, 40)), ((0, 860), (100, 900))), (((50, 40), (50, 860)),))
    bare = replace(CARD, title="", detail="", figure="", plain="")
    for drawn in (wide, tall):
        left, top, right, bottom = difference(draw(replace(bare, silhouette=drawn), fonts), draw(bare, fonts))
        assert left >= WIDTH // 2
        assert top >= TOP
        assert right <= WIDTH - 20
        assert bottom <= ABOVE_FIGURE


@pytest.mark.parametrize("silhouette", [None, Silhouette(300, 300, (((0, 0), (300, 300)),), ())])
@pytest.mark.parametrize("title", ["One", "word " * 12, "word " * 40])
def test_the_title_ends_above_the_figure(title: str, silhouette: Silhouette | None, fonts: CardFonts) -> None:
    card = replace(CARD, title=title, detail="detail " * 30, silhouette=silhouette)
    _, top, _, bottom = difference(draw(card, fonts), draw(replace(card, figure="Figure"), fonts))
    assert top >= ABOVE_FIGURE
    rest = Image.open(BytesIO(draw(replace(card, figure="", figure_of=""), fonts))).convert("L")
    beside = rest.crop((40, ABOVE_FIGURE + 10, WIDTH // 2, bottom))
    assert beside.point(lambda value: 255 if value < 200 else 0).getbbox() is None


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
        card = entry_card(book, entry)
        assert card.title in (getattr(entry.data, "name", ""), getattr(entry.data, "title", ""))
        if entry.kind == "case-study":
            assert card.figure


NAMES = (
    "Łódź", "Ørsted", "Škoda", "Đorđe", "İstanbul", "Ægir", "Яндекс", "Київ", "Ѓорѓи", "Ελλάδα", "Việt Nam",
    "E\u0301clair", "C++", "“Ærø” – 5 €", "Ș", "ﬁle", "Ｗｉｄｅ",
)  # fmt: skip
FOREIGN = ("日本", "サーバ", "ذاكرة", "שלום", "ประเทศ", "हिन्दी", "🚀", "Redis 日本", "C♯")


@pytest.mark.parametrize("face", ["serif", "sans"])
@pytest.mark.parametrize("name", NAMES)
def test_every_letter_of_a_name_is_drawn(name: str, face: Face, fonts: CardFonts) -> None:
    """Each further letter makes the drawn name wider, so no letter is dropped."""
    assert missing(name, face) == set()
    assert unicodedata.normalize("NFKC", drawable(name, face)) == unicodedata.normalize("NFKC", name)
    font = fonts.font(face, 60, 600)
    letters = unicodedata.normalize("NFKC", name)
    widths = [font.length(letters[:end]) for end in range(1, len(letters) + 1)]
    assert widths == sorted(set(widths))


@pytest.mark.parametrize("name", COVERAGE)
def test_a_file_has_the_characters_that_it_is_said_to_have(name: str, fonts: CardFonts) -> None:
    face: Face = "serif" if "serif" in name else "sans"
    font = fonts.part(name, 40, 600)
    absent = bytes(font.getmask("\U0010fffd"))
    said = [chr(code) for code in range(0x3000) if file_with(chr(code), face) == name]
    assert len(said) > 20
    assert [character for character in said if bytes(font.getmask(character)) == absent] == []


@pytest.mark.parametrize("title", FOREIGN)
def test_a_title_in_letters_that_no_typeface_has_gives_way_to_the_id(title: str, fonts: CardFonts) -> None:
    card = replace(CARD, title=title, plain="the-id")
    assert draw(card, fonts) == draw(replace(CARD, title="the-id"), fonts)
    assert set(card.missing) <= set(title)
    assert card.missing


@pytest.mark.parametrize("text", FOREIGN)
def test_a_line_with_such_letters_is_left_out(text: str, fonts: CardFonts) -> None:
    assert draw(replace(CARD, detail=f"A {text}"), fonts) == draw(replace(CARD, detail=""), fonts)
    assert draw(replace(CARD, kind=text), fonts) == draw(replace(CARD, kind=""), fonts)
    without = draw(replace(CARD, figure="", figure_of=""), fonts)
    assert draw(replace(CARD, figure=f"3 {text}"), fonts) == without
    assert draw(replace(CARD, figure_of=text), fonts) == without


@pytest.mark.parametrize("text", ["a\u00a0b", "a\u200bb", "\u2067ab\u2069", "a\u2011b", "a → b", "≥ 3"])
def test_signs_that_no_file_has_are_written_in_others(text: str) -> None:
    assert missing(text, "sans") == missing(text, "serif") == set()
    assert drawable(text, "sans").isascii()


def test_every_page_of_the_sample_says_what_it_is_in_latin_letters(library: Library) -> None:
    cards = {page.url: page.card for page in make_site(library).pages}
    assert cards["/technologies/mock-store/"].plain == "mock-store"
    assert cards["/compare/example-cache-vs-mock-store/"].plain == "example-cache or mock-store"
    assert cards["/families/caching/"].plain == "caching"
    assert [url for url, card in cards.items() if missing(card.plain, "serif") or not card.plain] == []
