"""Reproducible builds, with another order of files."""

import shutil
from pathlib import Path
from tempfile import TemporaryDirectory

from attacks.sites import not_whole
from attacks.trials import Attack, Promise, Trials, build, published


def _shuffled(attack: Attack) -> Trials:
    """Build on a file system in memory, which lists files in the order of their creation."""
    for _ in range(attack.few):
        with TemporaryDirectory(dir="/dev/shm" if Path("/dev/shm").is_dir() else None) as home:
            project = Path(home) / "project"
            _copy_in_any_order(attack.projects[0], project, attack)
            yield published(build(project, project / "site")) or not_whole(project / "site", attack.sites[0])


def _copy_in_any_order(project: Path, copy: Path, attack: Attack) -> None:
    paths = [path for path in project.rglob("*") if path.is_file() and ".cache" not in path.parts]
    for path in attack.chance.sample(paths, len(paths)):
        place = copy / path.relative_to(project)
        place.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, place)


PROMISES = (Promise("two builds are the same bytes, whatever the order in which files are listed", _shuffled),)
