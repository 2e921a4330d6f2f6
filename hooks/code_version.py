"""The version of the code that makes a site: what it made is made again when it changes."""

import sys
from functools import cache
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path

ROOT = Path(__file__).parents[1]
FOLDERS = ("handbook", "hooks", "overrides")
KINDS = (".py", ".html", ".xml", ".cjs", ".yml")
PACKAGES = (
    "jinja2", "markdown-it-py", "markupsafe", "mkdocs", "mkdocs-material", "pydantic", "pydantic-core", "pyyaml",
    "selectolax",
)  # fmt: skip
"""The packages whose code takes part."""


@cache
def code_version() -> bytes:
    """Return a hash of the generator as it was when this process began, and of what it runs on."""
    found = sha256(sys.version.encode())
    for name in PACKAGES:
        found.update(f"{name} {version(name)}\n".encode())
    for path in sorted(path for folder in FOLDERS for path in (ROOT / folder).rglob("*") if path.suffix in KINDS):
        found.update(f"{path.relative_to(ROOT).as_posix()}\0".encode() + path.read_bytes())
    return found.digest()
