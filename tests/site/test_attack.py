"""A short run of `make attack`, with a few attempts for each promise."""

import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

import pytest

LINE = re.compile(r"^ *(\d+) tried +(\d+) failed   (.+)$", re.MULTILINE)
NEEDS_MOUNTS = "a full disk is told in one line, and leaves a whole site"
Build = Callable[..., "CompletedProcess[str]"]


@pytest.fixture(scope="module")
def run(root: Path, build: Build) -> str:
    """The output of a run with one round of the random attacks."""
    command = [sys.executable, "scripts/attack.py", "--rounds", "1", "--seed", "7"]
    variables = os.environ | {"PYTHONPATH": str(root)}
    done = subprocess.run(command, cwd=root, env=variables, capture_output=True, text=True, check=False)
    assert done.stderr == ""
    return done.stdout


def test_every_promise_holds(run: str) -> None:
    results = {words: (int(tried), int(failed)) for tried, failed, words in LINE.findall(run)}
    assert len(results) > 10
    assert [words for words, (_, failed) in results.items() if failed] == [], run
    assert {words for words, (tried, _) in results.items() if not tried} <= {NEEDS_MOUNTS}


def test_what_fails_is_counted(root: Path) -> None:
    """The harness itself works: it reports a broken promise and exits with status 1."""
    code = (
        "import sys; sys.path.insert(0, 'scripts'); import attack; from attacks.trials import Promise\n"
        "attack.PROMISES = (Promise('a promise', lambda _: iter([None, 'it broke', 1 / 0 if 0 else None])),)\n"
        "sys.argv = ['attack.py']; sys.exit(attack.main())"
    )
    variables = os.environ | {"PYTHONPATH": str(root), "HANDBOOK_ATTACK_HAS_MOUNTS": ""}
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=root, env=variables, capture_output=True, text=True, check=False
    )
    assert done.returncode == 1
    assert done.stdout == "  FAILED: it broke\n     3 tried      1 failed   a promise\n"
