"""A store of what earlier builds made, in one SQLite file of `.cache/`. Everything in it can be made again.

Keys say what a value was made from and by which code, so a value is never stale. A store that is damaged, foreign,
locked or not writable is as good as an empty one.
"""

import os
import sqlite3
import zlib
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path

VERSION = 1
"""The version of the tables."""
TABLE = "CREATE TABLE IF NOT EXISTS kept (key TEXT PRIMARY KEY, value BLOB) WITHOUT ROWID"
AT_ONCE = 500
"""The number of keys in one query."""
FASTEST = 1


def compressed(value: bytes) -> bytes:
    """Return a value as it is stored."""
    return zlib.compress(value, FASTEST)


class Store:
    """Values by key, compressed; those that the last build did not use are removed by `keep_only`."""

    def __init__(self, file: Path) -> None:
        """Open the store, and replace it by an empty one if it cannot be read."""
        self._file = file
        self._base = self._opened() or self._emptied()
        self._owner = os.getpid()

    def get(self, keys: Iterable[str]) -> dict[str, bytes]:
        """Return the values of those keys that the store has."""
        wanted, found = list(keys), dict[str, bytes]()
        for start in range(0, len(wanted), AT_ONCE):
            some = wanted[start : start + AT_ONCE]
            marks = ",".join("?" * len(some))
            found |= self._read(f"SELECT key, value FROM kept WHERE key IN ({marks})", some)
        return found

    def put(self, values: Mapping[str, bytes]) -> None:
        """Store values, each of which `compressed` returned."""
        with suppress(sqlite3.Error), self._base:
            self._base.executemany("INSERT OR REPLACE INTO kept VALUES (?, ?)", values.items())

    def keep_only(self, keys: Iterable[str]) -> None:
        """Remove all other values."""
        with suppress(sqlite3.Error), self._base:
            self._base.execute("CREATE TEMP TABLE used (key TEXT PRIMARY KEY)")
            self._base.executemany("INSERT OR IGNORE INTO used VALUES (?)", ((key,) for key in keys))
            self._base.execute("DELETE FROM kept WHERE key NOT IN (SELECT key FROM used)")
            self._base.execute("DROP TABLE used")

    def close(self) -> None:
        """Close the file."""
        self._base.close()

    def _read(self, query: str, keys: list[str]) -> dict[str, bytes]:
        if self._owner != os.getpid():  # SQLite must not share a connection with the process that was forked
            self._base = self._opened() or sqlite3.connect(":memory:")
            self._owner = os.getpid()
        try:
            return {key: zlib.decompress(value) for key, value in self._base.execute(query, keys)}
        except (sqlite3.Error, zlib.error, TypeError):
            return {}

    def _opened(self) -> sqlite3.Connection | None:
        try:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            base = sqlite3.connect(self._file, timeout=1, check_same_thread=False)
            base.execute("PRAGMA synchronous = OFF")
            (version,) = base.execute("PRAGMA user_version").fetchone()
            if version not in (0, VERSION):
                raise sqlite3.DatabaseError("made by another version")
            if version != VERSION:
                base.execute(TABLE)
                base.execute(f"PRAGMA user_version = {VERSION}")
        except (sqlite3.Error, OSError):
            return None
        return base

    def _emptied(self) -> sqlite3.Connection:
        """Return an empty store in place of one that cannot be read, or one in memory."""
        with suppress(OSError):
            self._file.unlink(missing_ok=True)
        base = self._opened() or sqlite3.connect(":memory:", check_same_thread=False)
        base.execute(TABLE)
        return base
