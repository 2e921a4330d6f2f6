"""What the processes of a test run share, because it takes long to make: the first that needs it makes it."""

from collections.abc import Callable
from pathlib import Path

import pytest

from handbook.publishing.turns import turn


def made_once(config: pytest.Config, name: str, make: Callable[[Path], None]) -> Path:
    """Return the path below a folder of this test run that `make` has made, in this process or in another."""
    folder = _folder(config) / f"shared-{name}"
    folder.mkdir(exist_ok=True)
    with turn(folder, lambda: None):
        if not (folder / "is-made").exists():
            make(folder / name)
            (folder / "is-made").touch()
    return folder / name


def _folder(config: pytest.Config) -> Path:
    """Return the folder for temporary files that all processes have; each has its own below it."""
    own: Path = config._tmp_path_factory.getbasetemp()  # type: ignore[attr-defined]
    return own.parent if hasattr(config, "workerinput") else own
