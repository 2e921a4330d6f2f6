"""Synthetic content is valid, or benchmarks would measure a library without case studies."""

import sys
from pathlib import Path

from handbook.reading import read_library

sys.path.insert(0, str(Path(__file__).parents[1] / "scripts"))
from synthetic import write_content

ROOT = Path(__file__).parents[1]


def test_synthetic_content_has_no_problems(tmp_path: Path) -> None:
    write_content(tmp_path, 2, ROOT / "content" / "vocabulary.yml")
    reading = read_library(tmp_path)
    assert reading.problems == ()
    assert set(reading.library.case_studies) == {"case-0", "case-1"}
