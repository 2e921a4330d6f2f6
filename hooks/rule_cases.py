"""The problem cases of the tests, which are the examples in the reference of checks."""

from pathlib import Path


def read_cases(folder: Path) -> dict[str, dict[str, str]]:
    """Return the files of each case by path, or an empty mapping if the folder does not exist."""
    return {case.name: _files(case) for case in sorted(folder.glob("*")) if case.is_dir()}


def _files(case: Path) -> dict[str, str]:
    """Return the texts by path; bytes that are not UTF-8 become escapes such as `\\xe9`."""
    paths = [path for path in sorted(case.rglob("*")) if path.is_file()]
    return {path.relative_to(case).as_posix(): path.read_text("utf-8", "backslashreplace") for path in paths}
