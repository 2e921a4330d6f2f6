"""Hidden characters are reported by name, and characters that scripts need are allowed."""

import unicodedata

import pytest

from handbook.characters import hidden_characters
from handbook.source import read_source


@pytest.mark.parametrize(
    ("character", "said"),
    [
        ("\t", "U+0009 (tab): indent with spaces"),
        ("\x00", "U+0000 (null): it shows nothing"),
        ("\x1b", "U+001B (escape): it shows nothing"),
        ("\r", "U+000D (carriage return): it breaks the line only in some programs"),
        ("\x85", "U+0085 (next line): it breaks the line only in some programs"),
        ("\xa0", "U+00A0 (no-break space): it looks like a space"),
        ("\xad", "U+00AD (soft hyphen): it shows nothing"),
        ("\u115f", "U+115F (hangul choseong filler): it shows nothing"),
        ("\u200b", "U+200B (zero width space): it shows nothing"),
        ("\u2028", "U+2028 (line separator): it breaks the line only in some programs"),
        ("\u202e", "U+202E (right-to-left override): it changes the order"),
        ("\u2066", "U+2066 (left-to-right isolate): it changes the order"),
        ("\u2800", "U+2800 (braille pattern blank): it shows nothing"),
        ("\u3000", "U+3000 (ideographic space): it looks like a space"),
        ("\u3164", "U+3164 (hangul filler): it shows nothing"),
        ("\ue000", "U+E000: it shows nothing, or not the same everywhere"),
        ("\ufdd0", "U+FDD0: it shows nothing"),
        ("\ufeff", "U+FEFF (byte order mark): it shows nothing"),
        ("\ufffd", "U+FFFD (replacement character): it replaced a character that was lost"),
        ("\uffff", "U+FFFF: it shows nothing"),
        ("\U0001fffe", "U+1FFFE: it shows nothing"),
        ("\U000e0041", "U+E0041 (tag latin capital letter a): it shows nothing"),
        ("\U0010ffff", "U+10FFFF: it shows nothing"),
    ],
)
def test_a_hidden_character_is_named_with_its_place_and_remedy(character: str, said: str) -> None:
    ((offset, message),) = hidden_characters(f"Łó{character}dź")
    assert offset == 2
    assert message.startswith(f"no text may contain {said}")


def test_no_character_that_python_knows_as_unprintable_is_let_through_but_joiners_and_rare_signs() -> None:
    """Some signs of Arabic and ancient scripts are in the category of format characters, but are visible."""
    text = "".join(chr(code) for code in range(0x110000) if unicodedata.category(chr(code)) != "Cn")
    refused = {text[offset] for offset, _ in hidden_characters(text)}
    unseen = {sign for sign in text if not sign.isprintable()} - {"\n"}
    scripts = {unicodedata.name(sign).split()[0] for sign in unseen - refused}
    assert scripts <= {"ARABIC", "SYRIAC", "KAITHI", "EGYPTIAN"}


@pytest.mark.parametrize(
    "text", ["Łódź, µs × 2 ≈ ½ “x” – …", "每秒二百万", "👩‍💻 ❤️ 🏳️‍🌈", "می‌خواهم", "ज्‍य", "e\u0301", "한국어", "🚀", "a\nb"]
)
def test_what_writing_needs_is_let_through(text: str) -> None:
    assert list(hidden_characters(text)) == []


@pytest.mark.parametrize("text", ["a\u200db", "x\u200c", "é\u200d", "é\u200d\u200dé", "a\ufe0f", "❤\ufe0f\ufe0f"])
def test_joiners_are_let_through_only_where_they_join(text: str) -> None:
    assert len(list(hidden_characters(text))) >= 1


def test_every_hidden_character_of_a_file_is_told_at_its_place() -> None:
    found = read_source("x.yml", "a: é\xa0\nb: \u202e\n# \u200b\nc: x\r\nd: x\ry".encode()).problems
    assert [(problem.rule, problem.line, problem.column) for problem in found] == [
        ("hidden-character", 1, 5), ("hidden-character", 2, 4), ("hidden-character", 3, 3), ("hidden-character", 5, 5),
    ]  # fmt: skip


@pytest.mark.parametrize("escape", [r"\u202e", r"\_", r"\N", r"\L", r"\t", r"\r", r"\0", r"\uFFFE", r"\U000E0041"])
def test_an_escape_lets_no_hidden_character_in(escape: str) -> None:
    for text in (f'a: "x{escape}y"', f'"x{escape}y": a'):
        (problem,) = read_source("x.yml", text.encode()).problems
        assert (problem.rule, problem.line) == ("hidden-character", 1)
