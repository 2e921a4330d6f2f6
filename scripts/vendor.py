"""Copy the JavaScript library that the site ships from node_modules/ to `docs/assets/js/vendor/`, for `make vendor`.

package-lock.json names its version and its hash.
"""

import json
import shutil
from pathlib import Path

LIBRARY = "minisearch"
PACKAGE = Path("node_modules") / LIBRARY
MODULE = PACKAGE / "dist" / "es" / "index.js"
FOLDER = Path("docs/assets/js/vendor")


def main() -> None:
    """Run the command."""
    (FOLDER / f"{LIBRARY}.js").write_text(vendored(), encoding="utf-8")
    shutil.copy(PACKAGE / "LICENSE.txt", FOLDER / f"{LIBRARY}-LICENSE.txt")
    print(FOLDER / f"{LIBRARY}.js")


def vendored() -> str:
    """Return the library as the site ships it."""
    version = json.loads((PACKAGE / "package.json").read_text(encoding="utf-8"))["version"]
    head = f"// {LIBRARY} {version}, MIT, from npm; written by scripts/vendor.py.\n"
    return head + _without_map(MODULE.read_text(encoding="utf-8"))


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
