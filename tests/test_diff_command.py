"""The diff command: it reads the old content from git, and leaves the working tree alone."""

import runpy
import subprocess
from pathlib import Path

import pytest

SCRIPT = Path(__file__).parents[1] / "scripts" / "diff.py"
WHO = ("-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false")


def git(*arguments: str) -> str:
    done = subprocess.run(["git", *WHO, *arguments], check=True, capture_output=True, text=True)
    return done.stdout


@pytest.fixture
def case(content: Path) -> Path:
    """A case study with a change since `main`; main has a later change of another file."""
    path, other = content / "case-studies" / "examplebook.yml", content / "organisations" / "example-corp.yml"
    git("init", "-q", "-b", "main")
    git("add", ".")
    git("commit", "-q", "-m", "first")
    git("branch", "change")
    other.write_text(other.read_text(encoding="utf-8").replace("name: ", "name: New ", 1), encoding="utf-8")
    git("commit", "-q", "-a", "-m", "second")
    git("checkout", "-q", "change")
    path.write_text(path.read_text(encoding="utf-8").replace("low: 9000", "low: 9500"), encoding="utf-8")
    return path


def diff(monkeypatch: pytest.MonkeyPatch, *arguments: str) -> int:
    monkeypatch.setattr("sys.argv", ["diff.py", *arguments])
    monkeypatch.syspath_prepend(SCRIPT.parent)
    with pytest.raises(SystemExit) as ended:
        runpy.run_path(str(SCRIPT), run_name="__main__")
    return int(ended.value.code or 0)


def test_only_the_change_of_the_branch_is_told(
    case: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    before = git("status", "--porcelain")
    assert diff(monkeypatch, "main") == 0
    first, second, _, third, *_ = capsys.readouterr().out.splitlines()
    assert first == "case-study examplebook: changed"
    assert second == "  figure Requests in the busiest second: at least 9,000 → 9,500 to 11,000 requests a second"
    assert third.startswith("Pages that change: ")
    assert git("status", "--porcelain") == before == f" M {case.as_posix()}\n"
    assert diff(monkeypatch, "main", "--format", "markdown", "--no-pages") == 0
    assert capsys.readouterr().out.startswith(
        "\n### case-study `examplebook`: changed\n\n- figure `Requests in the busiest second`: "
    )


@pytest.mark.parametrize("base", ["nowhere", "--output=x", "-x"])
def test_an_unknown_base_is_told_in_words(
    base: str, case: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert diff(monkeypatch, "--", base) == 2
    assert "; name another\n" in capsys.readouterr().err
    assert not Path("x").exists()
