"""The fix command: what it shows, what it writes, and its exit status."""

import runpy
from collections.abc import Callable
from pathlib import Path

import pytest

SCRIPT = Path(__file__).parents[1] / "scripts" / "fix.py"
RIGHT, WRONG = "kind: launch", "kind: Launch"
Fix = Callable[..., tuple[int, str, str]]


@pytest.fixture
def fix(content: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Fix:
    """Run the command in this process, and return its status and what it printed."""

    def run(*arguments: str) -> tuple[int, str, str]:
        monkeypatch.setattr("sys.argv", ["fix.py", *arguments])
        with pytest.raises(SystemExit) as ended:
            runpy.run_path(str(SCRIPT), run_name="__main__")
        printed = capsys.readouterr()
        return int(ended.value.code or 0), printed.out, printed.err

    return run


def files_of(content: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in content.rglob("*.yml")}


@pytest.fixture
def case(content: Path) -> Path:
    """A case study with a mistake that can be fixed; another file has blanks at a line end, which are no problem."""
    path = content / "case-studies" / "examplebook.yml"
    path.write_text(path.read_text(encoding="utf-8").replace(RIGHT, WRONG, 1), encoding="utf-8")
    other = content / "organisations" / "example-corp.yml"
    other.write_text(other.read_text(encoding="utf-8") + "  \n", encoding="utf-8")
    return path


def test_without_problems_nothing_is_changed(content: Path, fix: Fix) -> None:
    before = files_of(content)
    assert fix("--yes") == (0, "", "")
    assert files_of(content) == before


def test_without_a_terminal_the_changes_are_only_shown(case: Path, content: Path, fix: Fix) -> None:
    before = files_of(content)
    status, shown, told = fix()
    assert (status, told) == (1, "Nothing is written. `make fix ARGS=--yes` writes these changes.\n")
    changed = [line for line in shown.splitlines() if line.startswith(("-", "+"))]
    assert changed[:2] == [f"--- {case.as_posix()}", f"+++ {case.as_posix()} (fixed)"]
    assert [line.count("Launch") for line in changed[2:]] == [1, 0]
    assert files_of(content) == before


def test_with_yes_only_the_faulty_file_is_written(case: Path, content: Path, sample: Path, fix: Fix) -> None:
    before = files_of(content)
    status, _, told = fix("--yes")
    assert (status, told) == (0, "")
    assert case.read_bytes() == (sample / "case-studies" / "examplebook.yml").read_bytes()
    assert {path for path, content in files_of(content).items() if content != before[path]} == {case}


@pytest.mark.parametrize(("answer", "status"), [("y", 0), ("n", 1), ("", 1)])
def test_on_a_terminal_it_asks(answer: str, status: int, case: Path, fix: Fix, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    monkeypatch.setattr("sys.stdout.isatty", lambda: True, raising=False)
    monkeypatch.setattr("builtins.input", lambda question: answer if "1 file?" in question else "")
    assert fix()[0] == status
    assert (WRONG in case.read_text(encoding="utf-8")) == (status == 1)


def test_what_is_left_is_reported(case: Path, fix: Fix) -> None:
    case.write_text(case.read_text(encoding="utf-8").replace("level: advanced", "level: unheard-of"), encoding="utf-8")
    status, shown, told = fix("--yes")
    assert (status, told) == (1, "Left for you to fix: 1\n")
    assert "`unheard-of` is not one of the levels" in shown.splitlines()[-1]


def test_only_the_named_files_are_fixed(case: Path, fix: Fix) -> None:
    assert fix("--yes", "content/technologies") == (0, "", "")
    assert WRONG in case.read_text(encoding="utf-8")
    assert fix("content/nothing.yml")[0] == 2


def test_a_reference_to_a_file_with_problems_is_left(case: Path, content: Path, fix: Fix) -> None:
    """`second-cache` cannot be read, and `secondcache` is like it: the reference was right."""
    other = content / "technologies" / "second-cache.yml"
    text = other.read_text(encoding="utf-8")
    (content / "technologies" / "secondcache.yml").write_text(text, encoding="utf-8")
    other.write_text("name: [\n", encoding="utf-8")
    case.write_text(case.read_text(encoding="utf-8").replace("[example-cache]", "[second-cache]"), encoding="utf-8")
    fix("--yes")
    assert "[second-cache]" in case.read_text(encoding="utf-8")
