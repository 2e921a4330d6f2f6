"""Reading a content folder into a library, including damaged files."""

import random
from datetime import date
from pathlib import Path

import pytest

from handbook import survey
from handbook.checks.catalogue import find_problems
from handbook.library import Library
from handbook.model.kinds import KINDS
from handbook.reading import read_library


def test_every_kind_is_read(library: Library, sample: Path) -> None:
    for kind in KINDS:
        assert set(library.of(kind.name)) == {path.stem for path in (sample / kind.folder).glob("*.yml")} != set()


def test_an_entry_knows_its_id_file_and_address(library: Library) -> None:
    entry = library.patterns["read-cache"]
    assert (entry.kind, entry.id, entry.file) == ("pattern", "read-cache", "patterns/read-cache.yml")
    assert entry.address == "pattern:read-cache"
    assert entry.data.name == "Read cache"


def test_entries_come_kind_by_kind_in_the_order_of_ids(library: Library) -> None:
    order = [kind.name for kind in KINDS]
    entries = list(library.entries())
    assert {entry.kind for entry in entries} == set(order)
    assert entries == sorted(entries, key=lambda entry: (order.index(entry.kind), entry.id))


def test_a_finding_stands_at_the_value(library: Library) -> None:
    entry = library.organisations["example-corp"]
    found = entry.finding(("status", "since"), "m")
    assert found.path.endswith("content/organisations/example-corp.yml")
    assert (found.line, found.column, found.message) == (10, 10, "m")


def test_the_ids_have_files_that_do_not_fit_too(content: Path) -> None:
    (content / "patterns" / "batching.yml").write_text("name: &x", encoding="utf-8")
    reading = read_library(content)
    assert reading.library
    assert "batching" not in reading.library.patterns
    assert "batching" in reading.library.ids["pattern"]


def test_no_library_without_vocabulary(content: Path, today: date) -> None:
    (content / "vocabulary.yml").write_text("families: 1", encoding="utf-8")
    reading = read_library(content)
    assert reading.library is None
    assert {problem.path for problem in find_problems(reading, today)} == {"content/vocabulary.yml"}


@pytest.mark.parametrize("folder", ["nowhere", "content/vocabulary.yml", "empty"])
def test_a_folder_without_content_has_no_vocabulary(folder: str, content: Path) -> None:
    Path("empty").mkdir()
    reading = read_library(Path(folder))
    assert reading.library is None
    assert [problem.rule for problem in reading.problems] == ["no-vocabulary"]


def test_an_empty_kind_is_no_mistake(content: Path) -> None:
    (content / "paths" / "first-steps.yml").unlink()
    (content / "paths").rmdir()
    reading = read_library(content)
    assert reading.problems == ()
    assert reading.library
    assert reading.library.paths == {}


LEFT_BEHIND = (
    "excache.yml~", "#excache.yml#", ".#excache.yml", ".excache.yml.swp", "excache.yml.swp", "excache.yml.swo",
    "excache.yml.bak", "excache.yml.orig", "excache.yml.rej", "excache.bak", "4913", "excache.yml___jb_tmp___",
    "excache.yml___jb_old___", ".DS_Store", "Thumbs.db",
)  # fmt: skip


@pytest.mark.parametrize("folder", ["technologies", "."])
@pytest.mark.parametrize("name", LEFT_BEHIND)
def test_what_editors_leave_behind_is_passed_over(name: str, folder: str, content: Path) -> None:
    before = read_library(content).library
    (content / folder / name).write_text("name: an older state", encoding="utf-8")
    reading = read_library(content)
    assert reading.problems == ()
    assert reading.library
    assert reading.library == before


def test_the_lock_of_an_editor_is_passed_over(content: Path) -> None:
    """Lock files of Emacs are broken links."""
    (content / "technologies" / ".#excache.yml").symlink_to("someone@machine.4242:1700000000")
    assert read_library(content).problems == ()


@pytest.mark.parametrize("name", ["excache.txt", "excache.yaml", "excache-backup", "4914"])
def test_other_files_are_not_passed_over(name: str, content: Path) -> None:
    (content / "technologies" / name).write_text("", encoding="utf-8")
    assert [problem.rule for problem in read_library(content).problems] == ["misplaced-file"]


@pytest.mark.parametrize("name", ["technologies~", "technologies.bak"])
def test_a_folder_of_entries_is_not_passed_over(name: str, content: Path) -> None:
    (content / "technologies").rename(content / name)
    assert [problem.path for problem in read_library(content).problems] == [f"content/{name}"]


def test_git_ignores_what_is_passed_over() -> None:
    ignored = (Path(__file__).parents[1] / ".gitignore").read_text(encoding="utf-8").splitlines()
    assert {form.replace("#*#", "\\#*#") for form in survey.LEFT_BEHIND} <= set(ignored)


@pytest.mark.parametrize("name", ["redis\n.yml", "re\ndis.yml", b"\xff.yml".decode("utf-8", "surrogateescape")])
def test_odd_file_names_are_refused_in_one_line(name: str, content: Path) -> None:
    (content / "technologies" / name).write_text("", encoding="utf-8")
    (problem,) = read_library(content).problems
    assert problem.rule == "misplaced-file"
    assert "\n" not in str(problem)


PIECES = (
    b"", b"\xff", b"\x00", b"\t", b"- ", b": ", b"[", b"]", b"{", b"}", b'"', b"'", b"&a ", b"*a", b"!x ", b"---\n",
    b"? ", b"|\n", b"\\", b"%", b"\xef\xbb\xbf", b"\r", b"\n\n", b"0", b"-1e308", b"null", b"true", b"[[x]]", b"](y:z)",
    b"1e-320",
)  # fmt: skip


def damage(content: bytes, chance: random.Random) -> bytes:
    """Return `content` with bytes inserted or removed, a value replaced, or lines swapped or duplicated."""
    lines = content.splitlines(keepends=True)
    first, second = chance.randrange(len(lines)), chance.randrange(len(lines))
    start, length = chance.randrange(len(content)), chance.choice((0, 0, 1, 2, 8, 60))
    match chance.randrange(4):
        case 0:
            lines[first], lines[second] = lines[second], lines[first]
        case 1:
            lines.insert(first, lines[second])
        case 2:
            key, colon, _ = lines[first].partition(b":")
            lines[first] = key + colon + b" " + chance.choice(PIECES) + b"\n"
        case _:
            return content[:start] + chance.choice(PIECES) + content[start + length :]
    return b"".join(lines)


@pytest.mark.parametrize("seed", range(10))
def test_no_damage_stops_the_reading_and_every_problem_has_a_place(seed: int, content: Path, today: date) -> None:
    """Damage five files in each of six rounds; the vocabulary only once, because nothing is checked without it."""
    chance = random.Random(seed)
    whole = {path: path.read_bytes() for path in sorted(content.rglob("*.yml"))}
    entries = [path for path in whole if path.name != "vocabulary.yml"]
    for turn in range(6):
        for path in [*chance.sample(entries, 4), content / "vocabulary.yml" if turn == 0 else chance.choice(entries)]:
            path.write_bytes(damage(whole[path], chance))
        problems = find_problems(read_library(content), today)
        assert problems
        assert all(problem.line >= 1 and problem.column >= 1 and problem.message for problem in problems)
        assert all(Path(problem.path).exists() for problem in problems)
        for path, text in whole.items():
            path.write_bytes(text)
