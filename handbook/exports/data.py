"""Data files of the site: scripts that hand a value over, for a page opened from a folder may not fetch anything."""

import json
from dataclasses import dataclass
from typing import Any

from handbook import addresses


@dataclass(frozen=True)
class SiteFile:
    """A file of the site that is no page."""

    path: str
    text: str


def data_file(name: str, value: Any) -> SiteFile:
    """Return the file by which a script of the site gets `value`: `load(name)` in docs/assets/js/data.js."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return SiteFile(addresses.data(name), f"hsData({json.dumps(name)},{text})\n")
