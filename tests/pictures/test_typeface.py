"""Text widths match the font files, and text wraps at the given width."""

import sys
from pathlib import Path

import pytest

from handbook.pictures import advances
from handbook.pictures.coverage import COVERAGE
from handbook.pictures.typeface import FOREIGN, SYMBOL, regular, semibold

sys.path.insert(0, str(Path(__file__).parents[2] / "scripts"))
import typeface as script


@pytest.mark.parametrize("name", script.WEIGHTS)
def test_the_tables_are_what_the_font_files_say(name: str) -> None:
    assert getattr(advances, name) == script.advances(script.WEIGHTS[name])


def test_the_characters_of_the_cards_are_those_of_the_font_files() -> None:
    assert script.coverage() == COVERAGE


def test_a_word_is_as_wide_as_its_characters() -> None:
    assert regular(10).width("il") == pytest.approx(regular(10).width("i") + regular(10).width("l"))
    assert semibold(20).width("Cache") == pytest.approx(2 * semibold(10).width("Cache"))
    assert semibold(13).width("Cache") > regular(13).width("Cache")


def test_what_the_typeface_does_not_have_is_given_room() -> None:
    assert regular(10).width("ب") == FOREIGN / 100
    assert regular(10).width("🚀") == SYMBOL / 100
    assert regular(10).width("e\u0301") == regular(10).width("e")


@pytest.mark.parametrize(
    "text", ["Load balancers", "one two three four five", "x" * 80, "a " + "y" * 40 + " b", "🚀" * 30]
)
def test_no_line_is_wider_than_asked_and_nothing_is_lost(text: str) -> None:
    lines = regular(13).wrap(text, 100)
    assert all(regular(13).width(line) <= 100 for line in lines)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")


def test_a_long_word_is_cut_behind_a_sign() -> None:
    assert semibold(13.5).wrap("eventingestion_socket", 132) == ("eventingestion_", "socket")
    assert regular(10).wrap("a/b", 100) == ("a/b",)


def test_nothing_has_no_lines() -> None:
    assert regular(13).wrap("  ", 100) == ()
