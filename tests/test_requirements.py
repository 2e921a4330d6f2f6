"""Lock files: they match the requirements, and have a hash for every file."""

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[1]
LOCKS = {
    "requirements.lock": ("requirements.txt",),
    "requirements-dev.lock": ("requirements.txt", "requirements-dev.txt"),
    "requirements-book.lock": ("requirements.txt", "requirements-dev.txt", "requirements-book.txt"),
}
COMPILED = ("markupsafe", "pillow", "pydantic-core", "pyyaml", "watchdog")
"""Packages with a wheel for each platform and Python version."""
OUTDATED = "run `make lock`"

Blocks = dict[str, set[str]]


def versions(*names: str) -> Blocks:
    """Return the versions of each package in files; there are several if they depend on the Python version."""
    found: Blocks = {}
    for name in names:
        for line in re.findall(r"^\w[^#\n\\]*", (ROOT / name).read_text(encoding="utf-8"), re.MULTILINE):
            requirement = Requirement(line)
            found.setdefault(canonicalize_name(requirement.name), set()).add(str(requirement.specifier))
    return found


def blocks(name: str) -> list[str]:
    """Return the blocks of a lock file: a pinned package with its hashes."""
    return re.findall(r"^\w.*(?:\n    .*)*", (ROOT / name).read_text(encoding="utf-8"), re.MULTILINE)


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_holds_what_is_required_in_the_same_versions(lock: str) -> None:
    locked, required, allowed = versions(lock), versions(*LOCKS[lock]), versions(*LOCKS[lock], "constraints.txt")
    assert len(required) >= 10
    assert {name: locked.get(name) for name in required} == required, OUTDATED
    named = {name: allowed.get(name) for name in locked}
    assert named == locked, "write into constraints.txt what requirements*.txt bring along"


def test_every_constraint_is_of_use() -> None:
    assert set(versions("constraints.txt")) <= set(versions("requirements-book.lock"))


@pytest.mark.parametrize("lock", LOCKS)
def test_every_file_is_known_by_its_hash_and_by_no_address(lock: str) -> None:
    for block in blocks(lock):
        first, *hashes = block.replace("\\", "").splitlines()
        assert hashes, first
        assert all(re.fullmatch(r" {4}--hash=sha256:[0-9a-f]{64} ?", line) for line in hashes), first
    assert "://" not in (ROOT / lock).read_text(encoding="utf-8")


def test_the_lock_is_good_for_every_platform() -> None:
    for name in COMPILED:
        (block,) = (block for block in blocks("requirements.lock") if block.startswith(f"{name}=="))
        assert block.count("--hash") > 20, block


def test_all_locks_have_the_same_files() -> None:
    site, tests, book = (set(blocks(lock)) for lock in LOCKS)
    assert site <= tests <= book, OUTDATED


def test_the_package_is_built_by_what_is_installed() -> None:
    """`make` builds the package with the pinned setuptools, without a download."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    (required,) = map(Requirement, project["build-system"]["requires"])
    assert versions("requirements.txt")["setuptools"] == {str(required.specifier)}
