"""GitHub workflows: zizmor finds nothing unsafe, and Dependabot covers every package ecosystem."""

import subprocess
import sys
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parents[1]
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
    for path in (ROOT / ".github").rglob("*.yml"):
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
