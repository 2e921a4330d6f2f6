"""Write how wide the characters of our sans-serif typeface are to `handbook/pictures/advances.py`.

Run it after a change of the font files; it needs what `make test` installs.
"""

import json
from collections import defaultdict
from pathlib import Path

from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

FONTS = sorted(Path("docs/assets/fonts").glob("ibm-plex-sans-*-wght-normal.woff2"))
TARGET = Path("handbook/pictures/advances.py")
IN_A_ROW = 2
WEIGHTS = {"REGULAR": 400, "SEMIBOLD": 600}
HEAD = '''"""Made by `scripts/typeface.py`: characters of IBM Plex Sans by their width, in thousandths of an em."""
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
    """Return the text of the module."""
    tables = (f"\n{name}: dict[int, str] = {_literal(advances(weight))}\n" for name, weight in WEIGHTS.items())
    return f"{HEAD}{''.join(tables)}"


def _literal(table: dict[int, str]) -> str:
    items = [f"{width}: {json.dumps(characters)}," for width, characters in table.items()]
    rows = (" ".join(items[start : start + IN_A_ROW]) for start in range(0, len(items), IN_A_ROW))
    return "{\n" + "".join(f"    {row}\n" for row in rows) + "}  # fmt: skip"


def main() -> None:
    """Run the command."""
    TARGET.write_text(module(), encoding="utf-8")
    print(TARGET)


if __name__ == "__main__":
    main()
