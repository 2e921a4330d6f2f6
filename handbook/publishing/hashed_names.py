"""Content hashes in the names of asset folders, so that a page never loads assets of another version.

`assets/css/` becomes `assets/css-1f0c9a7b24/`, and `data/` becomes `assets/data-7d91b2e0aa/`. File names within
these folders do not change.

No page or script refers to `data/`, because then each change of the content would change every page. A script asks the
file of its own version, `versions/js-5e2d6c0f1a.js`, where the data is. A page that is still open asks that of an
earlier version, which is kept, and so finds the data that its scripts can read.
"""

import hashlib
import re
from collections.abc import Callable
from functools import partial
from pathlib import Path
from posixpath import basename, dirname, join, normpath, relpath
from urllib.parse import urlsplit

from handbook.exports.data import VERSION_OF_SCRIPTS

FOLDERS = ("assets/python", "assets/images", "assets/fonts", "assets/css", "assets/js")
"""The folders to rename. Each may refer to earlier ones, by a path that starts with `../` or, in a script, as here."""
DATA, SCRIPTS = "data", "assets/js"
HOME = "assets"
"""The parent of all renamed folders, so that a host needs one rule for immutable files."""
TEXTS = (".css", ".js")
LENGTH = 10
PATH = re.compile(r"(?:(?:\.\./)+|(?<=[\"'`]))(?:assets/)?\w+(?=/)")


def hash_names(site: Path, address: str) -> Callable[[str], str]:
    """Rename the asset folders of a built site and update references; `address` is the site's address or empty.

    Returns the function that updates the references of a page that is written later.
    """
    names: dict[str, str] = {}
    for folder in FOLDERS:
        if (site / folder).is_dir():
            names[folder] = _rename(site, folder, names)
    _rename_data(site, names)
    rename = partial(_links(names, address).sub, lambda match: f"{match[1]}{names[match[2]]}/")
    for page in site.rglob("*.html"):
        _change(page, rename)
    return rename


def _rename_data(site: Path, names: dict[str, str]) -> None:
    """Rename the folder of the data, and write for the scripts of this version where it is."""
    pointer = site / VERSION_OF_SCRIPTS
    if pointer.is_file():
        data = _rename(site, DATA, {})
        version = pointer.with_name(f"{basename(names[SCRIPTS])}.js")
        version.write_text(pointer.read_text(encoding="utf-8").replace(f'"{DATA}"', f'"{data}"'), encoding="utf-8")
        pointer.unlink()


def hashed_folder(site: Path, folder: str) -> Path:
    """Return the renamed `folder` in a site that was published once."""
    (found,) = (site / HOME).glob(f"{basename(folder)}-*")
    return found


def _rename(site: Path, folder: str, names: dict[str, str]) -> str:
    for file in (site / folder).rglob("*"):
        if file.suffix in TEXTS:
            place = file.relative_to(site).as_posix()
            _change(file, partial(PATH.sub, _renaming(place, names)))
    name = f"{HOME}/{basename(folder)}-{_digest(site / folder)}"
    (site / folder).rename(site / name)
    return name


def _renaming(place: str, names: dict[str, str]) -> Callable[[re.Match[str]], str]:
    """Return the replacement function for paths to renamed folders in the file at `place`."""

    def rename(match: re.Match[str]) -> str:
        is_relative = match[0].startswith(".")
        folder = normpath(join(dirname(place), match[0])) if is_relative else match[0]
        if folder not in names:
            return match[0]
        return relpath(names[folder], dirname(place)) if is_relative else names[folder]

    return rename


def _links(names: dict[str, str], address: str) -> re.Pattern[str]:
    """Return the pattern of links to the folders: relative ones, and absolute ones of this site."""
    starts = [r"(?:\.{1,2}/)*", *(re.escape(start) for start in (address, urlsplit(address).path or "/") if start)]
    folders = "|".join(re.escape(folder) for folder in names)
    return re.compile(rf'(="(?:{"|".join(starts)}))({folders})/')


def _digest(folder: Path) -> str:
    contents = hashlib.sha256()
    for file in sorted(path for path in folder.rglob("*") if path.is_file()):
        contents.update(f"{file.relative_to(folder).as_posix()}\0".encode())
        contents.update(hashlib.sha256(file.read_bytes()).digest())
    return contents.hexdigest()[:LENGTH]


def _change(file: Path, change: Callable[[str], str]) -> None:
    old = file.read_bytes().decode(errors="surrogateescape")  # a hand-written page may have any encoding
    new = change(old)
    if new != old:
        file.write_bytes(new.encode(errors="surrogateescape"))
