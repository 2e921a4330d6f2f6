"""The problem cases of the tests, from which the page of the checks takes its examples."""

from pathlib import Path


def read_cases(folder: Path) -> dict[str, dict[str, str]]:
    """Return the files of each case by their path in it; nothing where there is no such folder."""
    return {case.name: _files(case) for case in sorted(folder.glob("*")) if case.is_dir()}


def _files(case: Path) -> dict[str, str]:
    """Return the texts; a byte that is not UTF-8 is shown as `\\xe9`."""
    paths = [path for path in sorted(case.rglob("*")) if path.is_file()]
    return {path.relative_to(case).as_posix(): path.read_text("utf-8", "backslashreplace") for path in paths}
