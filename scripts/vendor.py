"""Fetch the JavaScript library that the site ships, in the version below, to `docs/assets/js/vendor/`; needs npm."""

import shutil
import subprocess
import tarfile
import tempfile
from pathlib import Path

LIBRARY, VERSION = "minisearch", "7.2.0"
MODULE = "package/dist/es/index.js"
FOLDER = Path("docs/assets/js/vendor")


def main() -> None:
    """Run the command."""
    with tempfile.TemporaryDirectory() as folder:
        command = ["npm", "pack", "--silent", f"{LIBRARY}@{VERSION}"]
        subprocess.run(command, cwd=folder, check=True, stdout=subprocess.DEVNULL)
        with tarfile.open(Path(folder) / f"{LIBRARY}-{VERSION}.tgz") as package:
            package.extractall(folder, filter="data")
        code = (Path(folder) / MODULE).read_text(encoding="utf-8")
        FOLDER.mkdir(parents=True, exist_ok=True)
        (FOLDER / f"{LIBRARY}.js").write_text(f"{_head()}{_without_map(code)}", encoding="utf-8")
        shutil.copy(Path(folder) / "package" / "LICENSE.txt", FOLDER / f"{LIBRARY}-LICENSE.txt")
    print(FOLDER / f"{LIBRARY}.js")


def _head() -> str:
    return f"// {LIBRARY} {VERSION}, MIT, from npm; written by scripts/vendor.py.\n"


def _without_map(code: str) -> str:
    """Return the code without comments of whole lines and without the name of a source map that is not shipped."""
    lines, inside = [], False
    for line in code.splitlines():
        text = line.strip()
        inside = inside or text.startswith("/*")
        if not inside and not text.startswith("//"):
            lines.append(line)
        inside = inside and not text.endswith("*/")
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    main()
