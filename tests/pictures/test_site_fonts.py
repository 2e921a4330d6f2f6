"""The font files of the site: the stylesheet lists their characters, and they do not bear a reserved name."""

import re
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

DOCS = Path(__file__).parents[2] / "docs" / "assets"
FACES = re.findall(r"@font-face \{(.*?)\n\}", (DOCS / "css" / "fonts.css").read_text(encoding="utf-8"), re.DOTALL)
FILES = sorted(path.stem for path in (DOCS / "fonts").glob("*.woff2"))
FIRST = 25_500 + 27_500 + 22_500 + 9_700
"""At most so many bytes are loaded for a page with text, italics, labels and code, and no rare letters."""


def face_of(file: str) -> str:
    return next(face for face in FACES if f"fonts/{file}.woff2" in face)


def listed(file: str) -> set[int]:
    ends = re.findall(r"U\+([0-9A-F]+)(?:-([0-9A-F]+))?", face_of(file))
    return {code for first, last in ends for code in range(int(first, 16), int(last or first, 16) + 1)}


@pytest.mark.parametrize("file", FILES)
def test_a_file_has_the_characters_that_browsers_load_it_for(file: str) -> None:
    """Faces of a family share their list, so a file may lack a few of its characters; then other fonts have them."""
    characters = set(TTFont(DOCS / "fonts" / f"{file}.woff2").getBestCmap())
    assert characters <= listed(file)
    assert len(characters) > 30
    assert file.endswith(("-more", "-ext", "-rare")) or listed(file) == characters


@pytest.mark.parametrize("file", FILES)
def test_a_changed_file_has_a_name_of_its_own_and_keeps_the_copyright(file: str) -> None:
    names = TTFont(DOCS / "fonts" / f"{file}.woff2")["name"]
    assert {str(names.getDebugName(number)).split()[0].partition("-")[0] for number in (1, 3, 4)} == {"Scaled"}
    assert "Source" not in str(names.getDebugName(6))
    assert re.match(r"(©|Copyright) 20", str(names.getDebugName(0)))
    assert names.getDebugName(14) == "http://scripts.sil.org/OFL"


def test_no_character_is_in_two_files_of_a_face() -> None:
    for file in ("serif", "serif-italic", "sans", "mono-400", "mono-600"):
        parts = [listed(f"{file}{part}") for part in ("", "-more", "-ext", "-rare")]
        assert sum(map(len, parts)) == len(set().union(*parts))


def test_what_is_loaded_first_is_small() -> None:
    first = ("serif", "serif-italic", "sans", "mono-400")
    assert sum((DOCS / "fonts" / f"{file}.woff2").stat().st_size for file in first) < FIRST
