"""GitHub workflows: zizmor finds nothing unsafe, pull requests get no rights, and their text is shown as code."""

import os
import re
import stat
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parents[1]
WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
UNSAFE = """name: Unsafe
on: issues
permissions: {}
jobs:
  greet:
    runs-on: ubuntu-24.04
    steps:
      - run: echo "${{ github.event.issue.title }}"
"""


def audit(folder: Path) -> "subprocess.CompletedProcess[str]":
    """Run zizmor without network access."""
    command = [Path(sys.executable).with_name("zizmor"), "--offline", "--no-progress", "--strict-collection"]
    return subprocess.run([*command, "--persona=auditor", folder], capture_output=True, text=True, check=False)


def test_the_workflows_are_safe() -> None:
    done = audit(ROOT / ".github")
    assert done.returncode == 0, done.stdout
    for path in (*WORKFLOWS, ROOT / ".github" / "dependabot.yml"):
        assert f"completed {path}" in done.stderr


def test_an_unsafe_workflow_would_be_seen(tmp_path: Path) -> None:
    (tmp_path / ".github" / "workflows").mkdir(parents=True)
    (tmp_path / ".github" / "workflows" / "unsafe.yml").write_text(UNSAFE, encoding="utf-8")
    assert "template-injection" in audit(tmp_path / ".github").stdout


@pytest.mark.parametrize(
    ("file", "ecosystem"),
    [("requirements.txt", "pip"), ("package.json", "npm"), (".github/workflows/publish.yml", "github-actions")],
)
def test_dependabot_looks_after_every_kind_of_package_once_a_week(file: str, ecosystem: str) -> None:
    assert (ROOT / file).exists()
    updates = yaml.safe_load((ROOT / ".github" / "dependabot.yml").read_text(encoding="utf-8"))["updates"]
    (update,) = (update for update in updates if update["package-ecosystem"] == ecosystem)
    assert update["schedule"]["interval"] == "weekly"
    assert len(update["groups"]) == 1


def workflow(name: str) -> dict[str, Any]:
    """Return a workflow; YAML 1.1 reads its key `on` as true."""
    content: dict[str, Any] = yaml.load(
        (ROOT / ".github" / "workflows" / name).read_text(encoding="utf-8"), yaml.BaseLoader
    )
    return content


def steps_in(content: dict[str, Any]) -> Iterator[dict[str, Any]]:
    for job in content["jobs"].values():
        yield from job["steps"]


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)
def test_a_workflow_gives_no_rights_that_a_job_does_not_name(path: Path) -> None:
    content = workflow(path.name)
    assert content["permissions"] == {}
    assert "pull_request_target" not in content["on"]
    assert "secrets." not in path.read_text(encoding="utf-8")
    writes = {
        right for job in content["jobs"].values() for right, value in job["permissions"].items() if value != "read"
    }
    allowed = {"publish.yml": {"pages", "id-token"}, "review.yml": {"pull-requests"}}
    assert writes == allowed.get(path.name, set())


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)
def test_a_workflow_runs_pinned_actions_and_no_text_of_others(path: Path) -> None:
    for step in steps_in(workflow(path.name)):
        assert "${{" not in step.get("run", "")
        assert re.fullmatch(r"[\w-]+(/[\w-]+)+@[0-9a-f]{40}", step.get("uses", f"a/b@{'0' * 40}"))
        if step.get("uses", "").startswith("actions/checkout@"):
            assert step["with"] == {"persist-credentials": "false", "fetch-depth": "0"}


def test_the_workflow_that_comments_uses_no_code_of_the_pull_request() -> None:
    content = workflow("review.yml")
    assert list(content["on"]) == ["workflow_run"]
    assert content["on"]["workflow_run"]["workflows"] == [workflow("pull-request.yml")["name"]]
    assert [step for step in steps_in(content) if "uses" in step] == []


GH = """#!/bin/sh
printf '%s\\n' "$*" >> asked
case "$*" in
  *"/pulls "*) printf '%s\\n' "$PULLS" ;;
  *"/artifacts "*) printf '%s\\n' "$ARTEFACTS" ;;
  *"--paginate"*) printf '%s\\n' "$COMMENTS" ;;
esac
"""
COMMIT = "0123456789abcdef0123456789abcdef01234567"


def comment(folder: Path, text: bytes, pulls: str = "7", artefacts: str = "42", comments: str = "") -> tuple[str, str]:
    """Run the script of the workflow with stand-ins for `gh` and `unzip`; return its last request and the comment."""
    (folder / "text").write_bytes(text)
    for name, program in {"gh": GH, "unzip": "#!/bin/sh\ncat text\n"}.items():
        (folder / name).write_text(program, encoding="utf-8")
        (folder / name).chmod(stat.S_IRWXU)
    (step,) = steps_in(workflow("review.yml"))
    own = {"PATH": f"{folder}:{os.environ['PATH']}", "RUNNER_TEMP": str(folder)}
    given = {"REPOSITORY": "o/n", "RUN": "9", "RUN_URL": "https://run", "CONCLUSION": "success", "COMMIT": COMMIT}
    asked = {"PULLS": pulls, "ARTEFACTS": artefacts, "COMMENTS": comments, "HEAD": "me:$(touch ran)"}
    command, env = ["bash", "-c", step["run"]], own | given | asked
    done = subprocess.run(command, env=env, cwd=folder, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert not (folder / "ran").exists()
    body = folder / "comment.md"
    last = (folder / "asked").read_text(encoding="utf-8").splitlines()[-1]
    return last, body.read_bytes().decode() if body.exists() else ""


def test_a_pull_request_has_one_comment(tmp_path: Path) -> None:
    first, body = comment(tmp_path, b"Files\n  a.yml\n")
    assert first == f"api --silent --method POST repos/o/n/issues/7/comments -F body=@{tmp_path}/comment.md"
    assert body == (
        "<!-- review -->\n**Review of 012345678**: the checks ended with success. "
        "The [run](https://run) has the annotations, and the built site as an artefact.\n\n    Files\n      a.yml\n"
    )
    second, _ = comment(tmp_path, b"Files\n", comments="88\n99")
    assert second == f"api --silent --method PATCH repos/o/n/issues/comments/88 -F body=@{tmp_path}/comment.md"


HOSTILE = (
    b"</pre>@me ![x](https://evil.example) [x](y)\n\n\n# Big\n```\n~~~\n<script>1</script>\n\t- x\n<!-- review -->",
    b"a\rb\x0cc\x0bd\r\n@me\x1b[2J\x00\x07\xff\xfe@me $(touch ran) `touch ran` %s %n \\n \xe2\x80",
    b"\n" * 9999, b"@me " * 99_999, b"@\n" * 50_000,
)  # fmt: skip


def test_whatever_a_pull_request_writes_is_shown_as_code(tmp_path: Path) -> None:
    for text in HOSTILE:
        _, body = comment(tmp_path, text)
        assert len(body.encode()) < 40_000
        head, _, rest = body.partition("\n\n")
        assert "@me" not in head
        assert all(line.startswith("    ") for line in rest.splitlines())
        assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f]", body)


@pytest.mark.parametrize("number", ["", "7; touch ran", "null", "7\n8"])
def test_a_commit_that_is_no_head_of_a_pull_request_gets_no_comment(number: str, tmp_path: Path) -> None:
    asked, body = comment(tmp_path, b"x", pulls=number)
    assert "-f head=me:$(touch ran) --jq" in asked
    assert body == ""


def test_a_run_without_a_text_says_so(tmp_path: Path) -> None:
    assert comment(tmp_path, b"x", artefacts="")[1].endswith("\n\n    There is no text: see the checks.\n")
