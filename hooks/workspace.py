"""The working folders of a build: in the project's `.cache/`, or in a temporary folder if it is not writable."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from entry_cache import EntryCache
from handbook.publishing.turns import turn, turn_if_free
from store import Store

BUILDS, CARDS, TEMPLATES, STORE = "builds", "cards", "templates", "store.sqlite"


@dataclass(frozen=True)
class Workspace:
    """The folders of a build: its site, the caches of cards and compiled templates, and cards that cannot be cached."""

    site: Path
    cards: Path
    spare_cards: Path
    templates: Path
    store: Store
    entries: EntryCache


@contextmanager
def workspace(project: Path) -> Iterator[Workspace]:
    """Yield new folders, which are removed at the end except for the cache; remove the remains of killed builds."""
    cache = project / ".cache"
    with _folder(cache / BUILDS) as builds, _new(builds) as build:
        spare = build / CARDS
        spare.mkdir()
        cards = cache / CARDS if _is_writable(cache / CARDS) else spare
        store = Store(cache / STORE)
        try:
            yield Workspace(build / "site", cards, spare, cache / TEMPLATES, store, EntryCache(store))
        finally:
            store.close()


@contextmanager
def _folder(wanted: Path) -> Iterator[Path]:
    if _is_writable(wanted):
        yield wanted
        return
    with tempfile.TemporaryDirectory(prefix="how-it-scaled-", ignore_cleanup_errors=True) as folder:
        yield Path(folder)


def _is_writable(folder: Path) -> bool:
    """Return whether `folder` exists or could be created, and is writable."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        return False
    return os.access(folder, os.R_OK | os.W_OK | os.X_OK)


@contextmanager
def _new(builds: Path) -> Iterator[Path]:
    """Yield a new folder below `builds`, locked while it is in use."""
    with ExitStack() as stack:
        with turn(builds, _wait_in_silence):
            _remove_left(builds)
            build = Path(tempfile.mkdtemp(dir=builds))
            stack.callback(shutil.rmtree, build, ignore_errors=True)
            stack.enter_context(turn(build, _wait_in_silence))
        yield build


def _remove_left(builds: Path) -> None:
    """Remove the folders of killed builds, which are not locked."""
    for left in builds.iterdir():
        with suppress(OSError), turn_if_free(left) as free:
            if free:
                shutil.rmtree(left)


def _wait_in_silence() -> None:
    """Log nothing, because these locks are held only briefly."""
