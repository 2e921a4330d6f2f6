"""Write the character widths and the coverage of our typefaces to `handbook/pictures/`.

Run it after a change of the font files; it requires what `make test` installs.
"""

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from itertools import groupby
from pathlib import Path

from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

FOLDER = Path("docs/assets/fonts")
FONTS = sorted(FOLDER.glob("ibm-plex-sans-*-wght-normal.woff2"))
CARD_FONTS = [
    path
    for form in ("*-latin-wght-normal*", "*-latin-ext-wght-normal*", "cards/*.woff2")
    for path in sorted(FOLDER.glob(form))
]
"""The font files of the cards; a character is drawn from the first that has it."""
TARGET = Path("handbook/pictures/advances.py")
IN_A_ROW = 2
COVERAGE = Path("handbook/pictures/coverage.py")
WEIGHTS = {"REGULAR": 400, "SEMIBOLD": 600}
HEAD = '''"""Made by `scripts/typeface.py`: characters of IBM Plex Sans by their width, in thousandths of an em."""
'''
COVERAGE_HEAD = '''"""Made by `scripts/typeface.py`: the printable characters of each font file of the cards."""
'''


def advances(weight: int) -> dict[int, str]:
    """Return the printable characters of all font files by their width."""
    by_width: dict[int, set[str]] = defaultdict(set)
    for path in FONTS:
        font = instantiateVariableFont(TTFont(path), {"wght": weight})
        em = font["head"].unitsPerEm
        for code, glyph in font.getBestCmap().items():
            if chr(code).isprintable():
                by_width[round(font["hmtx"][glyph][0] * 1000 / em)].add(chr(code))
    return {width: "".join(sorted(by_width[width])) for width in sorted(by_width)}


def module() -> str:
    """Return the source of the module."""
    tables = (f"\n{name}: dict[int, str] = {_literal(advances(weight))}\n" for name, weight in WEIGHTS.items())
    return f"{HEAD}{''.join(tables)}"


def coverage() -> dict[str, str]:
    """Return the printable characters of each file of the cards: `20-7e a0 a2-ff`."""
    return {path.relative_to(FOLDER).as_posix(): _ranges(TTFont(path).getBestCmap()) for path in CARD_FONTS}


def _ranges(codes: Iterable[int]) -> str:
    printable = sorted(code for code in codes if chr(code).isprintable())
    stretches = (list(group) for _, group in groupby(enumerate(printable), lambda place: place[1] - place[0]))
    ends = ((stretch[0][1], stretch[-1][1]) for stretch in stretches)
    return " ".join(f"{first:x}" if first == last else f"{first:x}-{last:x}" for first, last in ends)


def coverage_module() -> str:
    """Return the source of the module."""
    return f"{COVERAGE_HEAD}\nCOVERAGE: dict[str, str] = {_literal(coverage())}\n"


def _literal(table: Mapping[int, str] | Mapping[str, str]) -> str:
    items = [f"{json.dumps(key)}: {json.dumps(characters)}," for key, characters in table.items()]
    rows = (" ".join(items[start : start + IN_A_ROW]) for start in range(0, len(items), IN_A_ROW))
    return "{\n" + "".join(f"    {row}\n" for row in rows) + "}  # fmt: skip"


def main() -> None:
    """Run the command."""
    TARGET.write_text(module(), encoding="utf-8")
    COVERAGE.write_text(coverage_module(), encoding="utf-8")
    print(TARGET, COVERAGE)


if __name__ == "__main__":
    main()
