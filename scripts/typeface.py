"""Make the font files of the site, and write the character widths and the coverage to `handbook/pictures/`.

Run it after a change of the font files; it requires what `make test` installs.
"""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

FOLDER = Path("docs/assets/fonts")
PACKAGES = FOLDER / "packages"
FONTS = sorted(PACKAGES.glob("ibm-plex-sans-latin*-wght-normal.woff2"))
CARD_FORMS = ("*-latin-wght-normal*", "*-latin-ext-wght-normal*", "*-[cgv][yri]*-wght-normal*")
CARD_FONTS = [path for form in CARD_FORMS for path in sorted(PACKAGES.glob(form))]
"""The font files of the cards; a character is drawn from the first that has it."""
TARGET = Path("handbook/pictures/advances.py")
IN_A_ROW = 2
COVERAGE = Path("handbook/pictures/coverage.py")
WEIGHTS = {"REGULAR": 400, "SEMIBOLD": 600}
SITE_FONTS = {
    "serif": ("source-serif-4-{}-wght-normal", "Scaled Serif"),
    "serif-italic": ("source-serif-4-{}-wght-italic", "Scaled Serif"),
    "sans": ("ibm-plex-sans-{}-wght-normal", "Scaled Sans"),
    "mono-400": ("ibm-plex-mono-{}-400-normal", "Scaled Mono"),
    "mono-600": ("ibm-plex-mono-{}-600-normal", "Scaled Mono"),
}
"""The fonts of the site: the files of the package, and a name, because the licence reserves that of the original."""
FIRST = "".join(map(chr, range(0x20, 0x7F))) + "\u00a0§°±²³µ·¹×÷ÄÅÉÖØÜßàáâãäåçèéêëíîñóôöøúü–—‘’“”•…‹›€↑↓−"
"""The characters of the file that is loaded first; `-more` has the others of the package's `latin`."""
EUROPEAN = {*map(chr, range(0x100, 0x180))}
"""The characters of `-ext`; `-rare` has the others of the package's `latin-ext`."""
WEIGHT_RANGE = (400, 700)
FEATURES = ["ccmp", "kern", "liga", "locl", "lnum", "mark", "mkmk", "tnum"]
NAMES = {1: "{name}", 2: None, 3: "{name} {style}", 4: "{name} {style}", 6: "{name}-{style}", 16: None, 17: None}
"""The records of the name table that change; the others, with copyright and licence, stay."""
HEAD = '''"""Made by `scripts/typeface.py`: characters of IBM Plex Sans by their width, in thousandths of an em."""
'''
COVERAGE_HEAD = '''"""Made by `scripts/typeface.py`: the printable characters of each font file of the cards."""
'''


def site_fonts() -> Iterator[Path]:
    """Write the font files of the site, each in four parts."""
    for file, (package, name) in SITE_FONTS.items():
        latin, extended = (PACKAGES / f"{package.format(part)}.woff2" for part in ("latin", "latin-ext"))
        others = _characters(latin) - {*FIRST}
        european = (_characters(extended) & EUROPEAN) - others
        rare = _characters(extended) - {*FIRST} - others - european
        for part, source, characters in (
            ("", latin, {*FIRST}), ("-more", latin, others), ("-ext", extended, european), ("-rare", extended, rare),
        ):  # fmt: skip
            font = _part(source, characters)
            _rename(font, name, file.title())
            font.save(path := FOLDER / f"{file}{part}.woff2")
            yield path


def _characters(source: Path) -> set[str]:
    return {chr(code) for code in TTFont(source).getBestCmap() if chr(code).isprintable()}


def _part(source: Path, characters: set[str]) -> TTFont:
    """Return a font with only the characters, weights and features that the site uses."""
    font = TTFont(source, recalcTimestamp=False)
    options = Options()
    options.layout_features, options.name_IDs, options.notdef_outline = FEATURES, ["*"], True
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=map(ord, characters))
    subsetter.subset(font)
    if "fvar" in font:
        font = instantiateVariableFont(font, {"wght": WEIGHT_RANGE})
    font.flavor = "woff2"
    return font


def _rename(font: TTFont, name: str, style: str) -> None:
    for record in font["name"].names:
        if form := NAMES.get(record.nameID):
            record.string = form.format(name=name, style=style)


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
    for path in site_fonts():
        print(path, path.stat().st_size)
    TARGET.write_text(module(), encoding="utf-8")
    COVERAGE.write_text(coverage_module(), encoding="utf-8")
    print(TARGET, COVERAGE)


if __name__ == "__main__":
    main()
