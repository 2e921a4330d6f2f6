"""Data files of the site. They are scripts, because a page opened from a folder cannot fetch files."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple, get_args, get_type_hints

from handbook import addresses
from handbook.exports.late import LateFile
from handbook.exports.records import FILES
from handbook.exports.text_records import VersionsData

VERSION_OF_SCRIPTS = "versions/js.js"
"""The file that tells the scripts where the data is, before their folder has its hash."""


@dataclass(frozen=True)
class SiteFile:
    """A file of the site other than a page."""

    path: str
    text: str


def data_file(record: type[NamedTuple], make: Callable[[], NamedTuple], part: int | None = None) -> LateFile:
    """Return the file of a record that `make` returns, or of a part, which docs/assets/js/data.js loads by name."""
    name = FILES[record] + ("" if part is None else f"-{part}")
    return LateFile(addresses.data(name), lambda: call(name, make()))


def versions_file() -> SiteFile:
    """Return the file that tells the scripts where the data is; its name is that of their folder."""
    return SiteFile(VERSION_OF_SCRIPTS, call("versions", VersionsData("data")))


def call(name: str, record: NamedTuple) -> str:
    """Return the script that hands `record` over as the file `name`."""
    text = json.dumps(packed(record), ensure_ascii=False, separators=(",", ":"))
    return f"hsData({json.dumps(name)},{text})\n"


def packed(record: NamedTuple) -> dict[str, object]:
    """Return a record as a mapping, in which each list of records becomes a mapping of columns."""
    return {name: _packed(getattr(record, name), hint) for name, hint in fields(type(record)).items()}


def _packed(value: object, hint: object) -> object:
    if row := record_in(hint):
        assert isinstance(value, tuple)
        return {name: [_packed(getattr(one, name), inner) for one in value] for name, inner in fields(row).items()}
    return packed(value) if is_record(type(value)) else value  # type: ignore[arg-type]


@cache
def fields(record: type) -> Mapping[str, object]:
    """Return the fields of a record with their types."""
    return get_type_hints(record)


@cache
def record_in(hint: object) -> type | None:
    """Return the record type if `hint` is a list of records, or else None."""
    first = (*get_args(hint), None)[0]
    return first if isinstance(first, type) and is_record(first) else None


def is_record(kind: type) -> bool:
    """Return whether a type is a record."""
    return issubclass(kind, tuple) and hasattr(kind, "_fields")
