"""What the tests share: the sample handbook, a copy to lay files over, and the flag that rewrites what is expected."""

import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from handbook.library import Library, read_library

TESTS = Path(__file__).parent
TODAY = date(2026, 1, 1)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--rewrite", action="store_true", help="write what comes out into the expected files")


@pytest.fixture(scope="session")
def today() -> date:
    """The day on which the tests take place, whenever they are run."""
    return TODAY


@pytest.fixture(scope="session")
def sample() -> Path:
    """The content folder of the sample handbook, to be read only."""
    return TESTS / "sample" / "content"


@pytest.fixture(scope="session")
def library(sample: Path) -> Library:
    reading = read_library(sample)
    assert reading.library, reading.problems
    return reading.library


@pytest.fixture
def content(sample: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the sample at `content`, in a working folder of its own."""
    shutil.copytree(sample, tmp_path / "content")
    monkeypatch.chdir(tmp_path)
    return Path("content")


@pytest.fixture
def compare(request: pytest.FixtureRequest) -> Callable[[str, Path], None]:
    """Compare a text with the file that holds what is expected; with `--rewrite`, write it there."""

    def compare_with(text: str, expected: Path) -> None:
        if request.config.getoption("--rewrite"):
            expected.write_text(text, encoding="utf-8")
        assert text == (expected.read_text(encoding="utf-8") if expected.exists() else "")

    return compare_with
