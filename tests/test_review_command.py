"""The command that says what a reviewer should know about a change."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]


def git(folder: Path, *arguments: str) -> None:
    person = ("-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "init.defaultBranch=main")
    subprocess.run(["git", *person, *arguments], cwd=folder, check=True, capture_output=True)


def review(folder: Path, base: str) -> "subprocess.CompletedProcess[str]":
    command = [sys.executable, str(ROOT / "scripts" / "review.py"), base]
    return subprocess.run(command, cwd=folder, capture_output=True, encoding="utf-8", check=False)


def test_a_change_is_shown_with_its_depth_problems_and_pages(content: Path, tmp_path: Path) -> None:
    git(tmp_path, "init")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-m", "before")
    assert review(tmp_path, "main").stdout == "No entry changed.\n"
    git(tmp_path, "switch", "-c", "change")
    file = content / "case-studies" / "examplebook.yml"
    file.write_text(file.read_text(encoding="utf-8").replace("value: 100\n", "value: 300\n"), encoding="utf-8")
    git(tmp_path, "commit", "-a", "-m", "after")
    (content / "technologies" / "third-cache.yml").unlink()
    (content / "organisations" / "new.yml").write_text("name: New\n", encoding="utf-8")
    run = review(tmp_path, "main")
    assert (run.returncode, run.stderr) == (0, "")
    parts = dict(part.split("\n", 1) for part in run.stdout.split("\n\n") if part)
    assert parts["Files"].split() == [
        "content/case-studies/examplebook.yml", "content/organisations/new.yml", "content/technologies/third-cache.yml",
    ]  # fmt: skip
    assert parts["Depth"].startswith("  examplebook: 6 figures, ")
    assert "missing: 2 more figures" in parts["Depth"]
    assert parts["Problems"].startswith("  3 in these files, ")
    assert (
        parts["Pages of the artefact"]
        == "  site/case-studies/examplebook/index.html\n  site/organisations/new/index.html"
    )
    assert "    figure Servers: 100 → 300 servers\n" in parts["What changed"]


def test_a_commit_that_is_not_there_is_refused_in_words(content: Path, tmp_path: Path) -> None:
    git(tmp_path, "init")
    for base in ("nowhere", "--output=ran"):
        run = review(tmp_path, f"./{base}" if base.startswith("-") else base)
        assert (run.returncode, run.stdout) == (2, "")
        assert "review.py: error: no base " in run.stderr
    assert not (tmp_path / "ran...HEAD").exists()
