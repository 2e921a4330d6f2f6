"""The TypeScript types of the data files match the records, and the file in git is current."""

from pathlib import Path

from handbook.exports.declarations import FILE, declarations

ROOT = Path(__file__).parents[1]


def test_the_file_is_current() -> None:
    assert (ROOT / FILE).read_text(encoding="utf-8") == declarations(), "Run `make schema`."


def test_a_record_is_told_in_the_words_of_typescript() -> None:
    text = declarations()
    assert "interface FinderOption {\n" in text
    assert "  /** The colour of a pattern or a family. */\n  hue: number | null\n" in text
    assert "  stances: string[]\n" in text
    assert "  uses: Columns<FinderUse>\n" in text
    assert "  comparison: ComparisonWords\n" in text
    assert "  entries: EntriesData\n" in text
