"""The check command: its output and exit status."""

import json
import re
import runpy
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

SCRIPT = Path(__file__).parents[1] / "scripts" / "check.py"
PROBLEMS = Path(__file__).parent / "problems"
LINE = re.compile(r"^content/[^:]+:\d+:\d+: .+ \[[a-z0-9-]+\]$")

Run = subprocess.CompletedProcess[str]


def check(folder: Path, *arguments: str) -> Run:
    command = [sys.executable, str(SCRIPT), *arguments]
    return subprocess.run(command, cwd=folder, capture_output=True, encoding="utf-8", check=False)


@pytest.fixture
def lay(content: Path, tmp_path: Path) -> Callable[[str], Path]:
    """Copy a problem case over the sample, and return the folder to run the command in."""

    def lay_case(case: str) -> Path:
        shutil.copytree(PROBLEMS / case / "content", content, dirs_exist_ok=True)
        return tmp_path

    return lay_case


def test_all_is_well(content: Path, tmp_path: Path) -> None:
    run = check(tmp_path)
    assert (run.returncode, run.stdout, run.stderr) == (0, "", "")


def test_the_report_is_of_the_files_that_are_named(content: Path, tmp_path: Path) -> None:
    begins = [line.partition(":")[0] for line in check(tmp_path, "--report").stdout.splitlines()]
    assert [begin.split()[0] for begin in begins[::2]] == ["examplebook", "samplemail"]
    (first, second) = check(tmp_path, "--report", "content/case-studies/samplemail.yml").stdout.splitlines()
    assert first.startswith("samplemail (thin record): ")
    assert "missing: " in second


def messages(output: str) -> list[str]:
    """Return the lines of an output without the lines of files and the marks below them."""
    return [line for line in output.splitlines() if not line.startswith(" ")]


def test_problems_are_printed_as_expected(lay: Callable[[str], Path]) -> None:
    run = check(lay("unknown-reference"))
    assert run.returncode == 1
    assert run.stdout.splitlines()[1:3] == [
        "  5 | parent: exampel-corp",
        "    |         ^ /contribute/checks/#unknown-reference",
    ]
    assert "".join(f"{line}\n" for line in messages(run.stdout)) == (
        PROBLEMS / "unknown-reference" / "expected.txt"
    ).read_text(encoding="utf-8")
    assert run.stderr == "5 problems in 3 files\n"


def test_problems_of_form_say_that_more_may_follow(lay: Callable[[str], Path]) -> None:
    run = check(lay("not-a-choice"))
    assert run.stderr.endswith("are checked when its form is right.\n")


@pytest.mark.parametrize(
    ("paths", "lines", "summary"),
    [
        (["content/paths"], 3, "3 problems in 1 file\n"),
        (["content/paths/mini.yml", "content/technologies"], 4, "4 problems in 2 files\n"),
        (["content/technologies/mini.yml"], 1, "1 problem in 1 file\n"),
    ],
)
def test_only_the_problems_of_the_paths_are_printed(
    paths: list[str], lines: int, summary: str, lay: Callable[[str], Path]
) -> None:
    run = check(lay("unknown-reference"), *paths)
    printed = messages(run.stdout)
    assert (run.returncode, len(printed), run.stderr) == (1, lines, summary)
    assert all(line.startswith(tuple(paths)) for line in printed)


def test_paths_without_problems_are_well(lay: Callable[[str], Path]) -> None:
    run = check(lay("unknown-reference"), "content/patterns")
    assert (run.returncode, run.stdout, run.stderr) == (0, "", "")


@pytest.mark.parametrize("arguments", [["--content", "nowhere"], ["content/nothing.yml"]])
def test_wrong_use_has_a_status_of_its_own(arguments: list[str], content: Path, tmp_path: Path) -> None:
    run = check(tmp_path, *arguments)
    assert (run.returncode, run.stdout) == (2, "")
    assert run.stderr.startswith("usage: check.py")
    assert "Traceback" not in run.stderr


def test_annotations_are_escaped(content: Path, tmp_path: Path) -> None:
    (content / "organisations" / "a,b:c%.yml").write_text("", encoding="utf-8")
    website = "100%\n::error::x"
    text = f'# comment\nname: A\nwhat: B\nwebsite: "{website.encode("unicode_escape").decode()}"\n'
    (content / "organisations" / "mini.yml").write_text(text, encoding="utf-8")
    run = check(tmp_path, "--format", "github", "content/organisations")
    odd_name, odd_value = run.stdout.splitlines()
    assert odd_name.startswith(
        "::error file=content/organisations/a%2Cb%3Ac%25.yml,line=1,col=1,title=misplaced-file::"
    )
    assert odd_value.startswith("::error file=content/organisations/mini.yml,line=4,col=10,title=wrong-form::")
    assert "`100%25 ::error::x`" in odd_value


@pytest.mark.parametrize("form", ["text", "github"])
def test_nothing_that_moves_a_terminal_is_printed(form: str, content: Path, tmp_path: Path) -> None:
    (content / "organisations" / "\x1b[31m\u202e\r\x9b.yml").write_text("", encoding="utf-8")
    (content / "organisations" / "mini.yml").write_text('name: A\nwebsite: "\U000e0001"\n', encoding="utf-8")
    (content / "organisations" / "\u200b").mkdir()
    run = check(tmp_path, "--format", form)
    assert run.returncode == 1
    assert "\\x1b[31m\\u202e\\r\\x9b.yml" in run.stdout
    assert [sign for sign in run.stdout + run.stderr if not sign.isprintable() and sign != "\n"] == []


def test_a_path_that_does_not_exist_is_told_in_one_line(content: Path, tmp_path: Path) -> None:
    run = check(tmp_path, "\x1b[2J\n")
    assert (run.returncode, run.stdout) == (2, "")
    assert run.stderr.endswith("error: there is no \\x1b[2J\\n\n")


def test_a_link_to_itself_is_no_reason_to_stop(content: Path, tmp_path: Path) -> None:
    (content / "loop").symlink_to("loop")
    run = check(tmp_path, "content/loop", "content/patterns")
    assert (run.returncode, "Traceback" in run.stderr) == (2, False)
    run = check(tmp_path, "content/technologies")
    assert (run.returncode, run.stdout, run.stderr) == (0, "", "")


def test_what_the_terminal_cannot_show_stops_nothing(
    content: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYTHONIOENCODING", "ascii:strict")
    (content / "organisations" / b"\xff.yml".decode("utf-8", "surrogateescape")).write_text("", encoding="utf-8")
    (content / "organisations" / "mini.yml").write_text("name: A\nwebsite: é\n", encoding="utf-8")
    run = check(tmp_path)
    assert run.returncode == 1
    assert "content/organisations/\\udcff.yml:1:1: " in run.stdout
    assert "`website` is `\\xe9`" in run.stdout
    assert "Traceback" not in run.stderr


@pytest.mark.parametrize("case", sorted(path.parent.name for path in PROBLEMS.glob("*/content")))
def test_no_case_ends_in_a_traceback(
    case: str, lay: Callable[[str], Path], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Run the script in this process, because a process for each case would take ten times as long."""
    lay(case)
    monkeypatch.setattr("sys.argv", ["check.py"])
    monkeypatch.syspath_prepend(SCRIPT.parent)
    with pytest.raises(SystemExit) as ended:
        runpy.run_path(str(SCRIPT), run_name="__main__")
    assert ended.value.code == 1
    printed = messages(capsys.readouterr().out)
    assert printed
    assert [line for line in printed if not LINE.match(line)] == []


def test_a_draft_is_checked_and_told_as_one(content: Path, tmp_path: Path) -> None:
    head = "# yaml-language-server: $schema=../.schema/organisation.json"
    text = f'{head}\nname: Mini\nwhat: "TODO: what it does"\ndraft: true\n'
    (content / "organisations" / "mini.yml").write_text(f"{text}website: x\n", encoding="utf-8")
    run = check(tmp_path)
    assert [line.split(" ")[0] for line in messages(run.stdout)] == ["content/organisations/mini.yml:5:10:"]
    (content / "organisations" / "mini.yml").write_text(f"{text}website: https://mini.example/\n", encoding="utf-8")
    run = check(tmp_path)
    told = "content/organisations/mini.yml is a draft: it is checked, but not published\n"
    assert (run.returncode, run.stdout, run.stderr) == (0, "", told)


@pytest.fixture
def repository(content: Path, tmp_path: Path) -> Path:
    """A git repository whose branch `main` has the sample, and whose branch `mine` is checked out."""
    for command in ("init -q -b main", "add .", "commit -q -m Start", "checkout -q -b mine"):
        git(tmp_path, *command.split())
    return tmp_path


def git(folder: Path, *arguments: str) -> None:
    identity = ("-c", "user.name=Someone", "-c", "user.email=someone@example.org", "-c", "commit.gpgsign=false")
    subprocess.run(["git", *identity, *arguments], cwd=folder, check=True, capture_output=True)


def test_only_what_a_change_causes_is_printed(repository: Path) -> None:
    old, gone = (repository / "content" / path for path in ("patterns/batching.yml", "technologies/mock-store.yml"))
    git(repository, "checkout", "-q", "main")
    old.write_text(old.read_text(encoding="utf-8") + "typo: x\n", encoding="utf-8")
    git(repository, "commit", "-q", "-a", "-m", "A problem of others")
    git(repository, "checkout", "-q", "-B", "mine")
    assert check(repository, "--changed", "main").returncode == 0
    assert check(repository).returncode == 1
    gone.unlink()
    (repository / "content" / "organisations" / "mini.yml").write_text("name: Mini\n", encoding="utf-8")
    files = {line.partition(":")[0] for line in messages(check(repository, "--changed", "main").stdout)}
    assert files == {
        "content/organisations/mini.yml", "content/technologies/example-cache.yml",
        "content/case-studies/samplemail.yml",
    }  # fmt: skip


def test_an_unknown_base_is_told_in_one_line(repository: Path) -> None:
    run = check(repository, "--changed=--output=x")
    assert (run.returncode, run.stdout) == (2, "")
    assert run.stderr.splitlines()[-1].startswith("check.py: error: no base --output=x or origin/--output=x in git: ")


def test_sarif_has_the_problems(lay: Callable[[str], Path]) -> None:
    run = check(lay("unknown-reference"), "--format", "sarif")
    (found,) = json.loads(run.stdout)["runs"]
    assert [result["ruleId"] for result in found["results"]] == ["unknown-reference"] * 5
