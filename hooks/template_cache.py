"""The cache of compiled templates: compiling them takes a twelfth of a build."""

import shutil
from contextlib import suppress
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from pickle import UnpicklingError
from typing import Any

from jinja2 import BytecodeCache, FileSystemBytecodeCache

import fragment_cache

COMPILERS = ("jinja2", "markupsafe", "mkdocs")
"""The packages whose code takes part in compiling; Jinja itself compares the template and the version of Python."""


def template_cache(folder: Path) -> BytecodeCache:
    """Return the cache in `folder`, without what other versions of the compilers left there."""
    tag = Path(fragment_cache.__file__).read_bytes()
    compilers = sha256(b"".join((tag, *(f"{name} {version(name)}\n".encode() for name in COMPILERS)))).hexdigest()[:16]
    with suppress(OSError):
        for left in folder.iterdir():
            if left.name != compilers:
                shutil.rmtree(left, ignore_errors=True)
    with suppress(OSError):
        (folder / compilers).mkdir(parents=True, exist_ok=True)
    return _TemplateCache(str(folder / compilers), "%s.bin")


class _TemplateCache(FileSystemBytecodeCache):
    """A cache that may be read-only, full or damaged: then templates are compiled again."""

    def load_bytecode(self, bucket: Any) -> None:
        try:
            super().load_bytecode(bucket)
        except (OSError, EOFError, UnpicklingError, ValueError):
            bucket.reset()

    def dump_bytecode(self, bucket: Any) -> None:
        with suppress(OSError):
            super().dump_bytecode(bucket)
