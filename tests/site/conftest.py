"""Shared fixtures: sites built once per session, and projects that a test can change and build."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

import pytest
import yaml

ROOT = Path(__file__).parents[2]
PARTS = ("docs", "handbook", "hooks", "overrides")
LayOut = Callable[..., Path]
Build = Callable[..., "CompletedProcess[str]"]


def run_build(project: Path, site: Path, **environment: str) -> "CompletedProcess[str]":
    """Build `project` into `site` with warnings as errors; return the process, with all output in `stdout`."""
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(site)]
    variables = os.environ | {"NO_MKDOCS_2_WARNING": "1"} | environment
    return subprocess.run(
        command, cwd=project, env=variables, text=True, check=False,
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
    )  # fmt: skip


def lay_out_project(folder: Path, content: Path, **settings: object) -> Path:
    """Make a project in `folder`: copies of the generator and of `content`, and mkdocs.yml overridden by `settings`."""
    for part in PARTS:
        shutil.copytree(ROOT / part, folder / part)
    shutil.copytree(content, folder / "content")
    shutil.copy(ROOT / "mkdocs.yml", folder / "base.yml")
    (folder / "mkdocs.yml").write_text(yaml.safe_dump({"INHERIT": "base.yml", **settings}), encoding="utf-8")
    return folder


@pytest.fixture(scope="session")
def root() -> Path:
    """The root folder of the repository."""
    return ROOT


@pytest.fixture(scope="session")
def build() -> Build:
    return run_build


@pytest.fixture
def lay_out(tmp_path: Path, sample: Path) -> LayOut:
    """Make a project in a temporary folder of the given name, by default with the sample handbook."""

    def lay_out_here(name: str, content: Path = sample, **settings: object) -> Path:
        return lay_out_project(tmp_path / name, content, **settings)

    return lay_out_here


@pytest.fixture(scope="session")
def sample_project(tmp_path_factory: pytest.TempPathFactory, sample: Path) -> Path:
    """The project of the sample handbook. Tests must not change it."""
    return lay_out_project(tmp_path_factory.mktemp("sample") / "project", sample)


@pytest.fixture(scope="session")
def sample_site(sample_project: Path) -> Path:
    """The site of the sample handbook."""
    site = sample_project / "site"
    done = run_build(sample_project, site)
    assert done.returncode == 0, done.stdout
    return site
