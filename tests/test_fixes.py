"""Fixes: pairs of files before and after, and what holds for every file."""

import random
from collections.abc import Callable
from pathlib import Path

import pytest

from handbook.fixes.meant import known_ids, meant
from handbook.fixes.nodes import meaning, parse
from handbook.fixes.order import in_order
from handbook.fixes.repair import repair
from handbook.known import Known
from handbook.library import Library
from handbook.model.kinds import KINDS
from handbook.nearest import Spellings
from handbook.survey import survey

FOLDER = Path(__file__).parent / "fixes"
REAL = Path(__file__).parents[1] / "content"
CASES = sorted(path.name.removesuffix(".before.yml") for path in FOLDER.glob("*.before.yml"))


@pytest.fixture(scope="module")
def known(library: Library) -> Known:
    return known_ids(library)


@pytest.mark.parametrize("case", CASES)
def test_a_file_is_fixed(case: str, known: Known, compare: Callable[[str, Path], None]) -> None:
    kind = case.split(".")[1]
    fixed = repair((FOLDER / f"{case}.before.yml").read_bytes(), kind, known)
    compare(fixed.decode(), FOLDER / f"{case}.after.yml")
    assert repair(fixed, kind, known) == fixed


MISTAKES = (
    ("organisation: example-corp", "organisation: Example Corporation"),
    ("organisation: example-corp", "organization: example-corp"),
    ("reviewed: 2016-12-01", "reviewed: 1st of December, 2016"),
    ("window: 24 hours of 2013-05-01", "window: “24 hours of 2013-05-01”"),
    ("value: 600000000", "value: 600,000,000"),
    ("load: typical", "load: typcial"),
    ("unit: request\n    per: day", "unit: Requests\n    per: days"),
    ("at: opening", "at: “opening”"),
    ('version: "1.10"', "version: 1.10"),
    ("technology: dummy-log", "technology: Dummy Log"),
    ("practise: true", "practise: Yes"),
    ("as_of: 2012", "as-of: 2012 # from the preface"),
    ("level: advanced", "level:\tAdvanced"),
    ("because: The store was asked for one page of ten.", 'because: "The store was asked for one page of ten.'),
    ("about: [lesson:cache-everything", "about: [lesson:Cache_Everything"),
    ("sources: [{id: interview, at: preface}]", "sources: [{id: Interview, at: preface}]"),
    ('"Web asks for a copy."', "Web asks for a copy."),
)
"""Parts of a case study as they should be, each with a mistake that has the same meaning."""


@pytest.mark.parametrize(("right", "wrong"), MISTAKES)
def test_no_other_value_changes_its_meaning(right: str, wrong: str, sample: Path, known: Known) -> None:
    text = (sample / "case-studies" / "examplebook.yml").read_text(encoding="utf-8")
    broken = text.replace(right, wrong)
    assert broken != text
    fixed = repair(broken.encode(), "case-study", known).decode()
    assert meaning(parse(fixed)) == meaning(parse(text))


@pytest.mark.parametrize("ends", ["\r\n", "\r"])
def test_lines_end_in_line_feeds(ends: str, sample: Path, known: Known) -> None:
    text = (sample / "patterns" / "batching.yml").read_bytes()
    dos = b"\xef\xbb\xbf" + text.replace(b"\n", ends.encode()).rstrip()
    assert repair(dos, "pattern", known) == text


def test_well_written_files_stay_as_they_are(real_library: Library) -> None:
    """Only the order of keys may differ, which is changed in files with problems only."""
    known = known_ids(real_library)
    for kind, path in survey(REAL)[0]:
        if path.stem[0] in "adgklmrsty":  # two thirds of the files, to save time
            content = path.read_bytes()
            assert repair(content, kind.name, known).decode() == in_order(content.decode(), kind.shape), path


def test_keys_in_another_order_keep_their_comments_and_meaning(sample: Path) -> None:
    text = (sample / "case-studies" / "examplebook.yml").read_text(encoding="utf-8")
    first, *parts = text.split("\nfigures:\n")
    head, rest = parts[0].split("\nsources:\n")
    mixed = f"{first}\n# The sources.\n\nsources:\n{rest}\nfigures:\n{head}\n"
    shape = next(kind.shape for kind in KINDS if kind.name == "case-study")
    ordered = in_order(mixed, shape)
    assert meaning(parse(ordered)) == meaning(parse(text)) == meaning(parse(mixed))
    assert sorted(ordered.split("\n")) == sorted(mixed.split("\n"))
    assert ordered.index("\nfigures:") < ordered.index("# The sources.\n\nsources:")


BITS = (
    " #", ": ", '"', "'", "“", "[[", "]", "{", "}", "\t", "\n", "  ", "@", "*", "- ", ">", "\r", "\u200b", "\xa0",
    ",", "\\", "<<<<<<<\n", "yes", "2011/5/3", "é",
)  # fmt: skip


@pytest.mark.parametrize("name", ["case-studies/samplemail", "technologies/example-cache", "patterns/read-cache"])
def test_whatever_was_typed_is_repaired_at_once_or_left(name: str, sample: Path, known: Known) -> None:
    text = (sample / f"{name}.yml").read_text(encoding="utf-8")
    kind = next(kind.name for kind in KINDS if kind.folder == name.split("/")[0])
    repaired = 0
    for seed in range(40):
        chance, broken = random.Random(seed), text
        for _ in range(chance.randint(1, 3)):
            at = chance.randrange(len(broken))
            broken = broken[:at] + chance.choice(BITS) + broken[at + chance.choice((0, 0, 1)) :]
        fixed = repair(broken.encode(), kind, known)
        assert repair(fixed, kind, known) == fixed, seed
        assert parse(fixed.decode()) or not parse(broken), seed
        repaired += parse(broken) is None and parse(fixed.decode()) is not None
    assert repaired > 2


@pytest.mark.parametrize(
    "content", [b"", b"\n", b"\xff\xfe", b"x" * 300_000, b"[" * 5000 + b"\n", b"- a\n- b\n", b"%YAML\n---\n"]
)
def test_what_is_no_entry_is_left(content: bytes, known: Known) -> None:
    fixed = repair(content, "pattern", known)
    assert fixed.endswith(content)


UNITS = {
    "gb": ("gigabyte", "gigabytes", "GB"),
    "mb": ("megabyte", "megabytes", "MB"),
    "megabit": ("megabit", "Mbit"),
    "millisecond": ("millisecond", "ms"),
    "percent": ("per cent", "%"),
}


@pytest.mark.parametrize(
    ("word", "unit"),
    [
        ("Gigabytes", "gb"), ("GB", "gb"), ("Mbit", "megabit"), ("%", "percent"), ("MS", "millisecond"),
        ("milisecond", "millisecond"), ("Mb", None), ("Gb", None), ("megabite", None), ("", None),
    ],
)  # fmt: skip
def test_a_unit_is_meant_or_not(word: str, unit: str | None) -> None:
    assert meant(word, Spellings(UNITS), closed=True) == unit


@pytest.mark.parametrize(
    ("word", "name"),
    [
        ("Rabbit_MQ", "rabbitmq"), ("casandra", "cassandra"), ("cassnadra", "cassandra"), ("C*", None),
        ("gunicorn", None), ("mssql", None), ("kafka-2", None), ("Kafka 3", "kafka-3"),
    ],
)  # fmt: skip
def test_another_name_is_not_a_slip(word: str, name: str | None) -> None:
    ids = ("rabbitmq", "cassandra", "unicorn", "mysql", "kafka-3")
    assert meant(word, Spellings(dict.fromkeys(ids, ()))) == name
