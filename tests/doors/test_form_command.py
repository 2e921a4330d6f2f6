"""The command that turns a filled form into a diff."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SAMPLES = Path(__file__).parent / "forms"


def form(folder: Path, *arguments: str) -> "subprocess.CompletedProcess[str]":
    command = [sys.executable, str(ROOT / "scripts" / "form.py"), *arguments]
    return subprocess.run(command, cwd=folder, capture_output=True, encoding="utf-8", check=False)


def test_the_diff_is_one_that_git_applies(content: Path, tmp_path: Path) -> None:
    file = content / "case-studies" / "examplebook.yml"
    before = file.read_text(encoding="utf-8")
    run = form(tmp_path, str(SAMPLES / "outdated-figure.md"))
    assert (run.returncode, file.read_text(encoding="utf-8")) == (1, before)
    assert "to do: remove the citations that do not say the new value" in run.stderr
    assert re.search(r"^content/case-studies/examplebook.yml:\d+:7: the ratio is", run.stderr, re.MULTILINE)
    subprocess.run(["git", "apply", "-"], cwd=tmp_path, input=run.stdout, text=True, check=True)
    assert "    value: 300\n" in file.read_text(encoding="utf-8")
    assert "    value: 300\n" not in before


def test_a_new_entry_is_written_on_request_and_passes(content: Path, tmp_path: Path) -> None:
    run = form(tmp_path, "--write", str(SAMPLES / "new-technology.md"))
    assert (run.returncode, run.stderr) == (0, "")
    assert run.stdout.startswith("--- /dev/null\n+++ b/content/technologies/paper-cache.yml\n@@ -0,0 +1,")
    written = (content / "technologies" / "paper-cache.yml").read_text(encoding="utf-8")
    assert "".join(f"+{line}" for line in written.splitlines(keepends=True)) == run.stdout.split("@@\n")[1]


@pytest.mark.parametrize("name", ["nothing.md", "not-text.md", "no-form.md"])
def test_what_is_no_form_is_refused_in_one_line(name: str, content: Path, tmp_path: Path) -> None:
    (tmp_path / "not-text.md").write_bytes(b"\xff\x00\x1b[2J")
    (tmp_path / "no-form.md").write_text("### Entry\n\x1b[2J", encoding="utf-8")
    run = form(tmp_path, name)
    assert (run.returncode, run.stdout) == (2, "")
    assert "Traceback" not in run.stderr
    assert "\x1b" not in run.stderr
    assert run.stderr.splitlines()[-1].startswith("form.py: error: ")
