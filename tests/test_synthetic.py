"""Synthetic content is valid, or benchmarks would measure a library without case studies."""

import sys
from datetime import date
from pathlib import Path

from handbook.checks.catalogue import find_problems
from handbook.reading import read_library

sys.path.insert(0, str(Path(__file__).parents[1] / "scripts"))
from synthetic import write_content

TODAY = date(2026, 11, 22)
ROOT = Path(__file__).parents[1]


def test_synthetic_content_has_no_problems(tmp_path: Path) -> None:
    write_content(tmp_path, 2, ROOT / "content" / "vocabulary.yml")
    reading = read_library(tmp_path)
    assert find_problems(reading, TODAY) == ()
    assert set(reading.library.case_studies) == {"case-0", "case-1"}
