"""Copy JavaScript libraries from node_modules/ for `make vendor`: the site's library, and the layout engine.

package-lock.json pins their versions and hashes.
"""

import json
import shutil
from pathlib import Path

LIBRARY = "minisearch"
PACKAGE = Path("node_modules") / LIBRARY
MODULE = PACKAGE / "dist" / "es" / "index.js"
FOLDER = Path("docs/assets/js/vendor")
ELK, ELK_FOLDER = Path("node_modules/elkjs"), Path("hooks/elk")


def main() -> None:
    """Run the command."""
    (FOLDER / f"{LIBRARY}.js").write_text(vendored(), encoding="utf-8")
    shutil.copy(PACKAGE / "LICENSE.txt", FOLDER / f"{LIBRARY}-LICENSE.txt")
    shutil.copy(ELK / "lib" / "elk.bundled.js", ELK_FOLDER / "elk.bundled.cjs")
    shutil.copy(ELK / "LICENSE.md", ELK_FOLDER / "LICENSE.md")
    print(FOLDER / f"{LIBRARY}.js", ELK_FOLDER / "elk.bundled.cjs", sep="\n")


def vendored() -> str:
    """Return the library in the form that the site ships."""
    version = json.loads((PACKAGE / "package.json").read_text(encoding="utf-8"))["version"]
    head = f"// {LIBRARY} {version}, MIT, from npm; written by scripts/vendor.py.\n"
    return head + _without_map(MODULE.read_text(encoding="utf-8"))


def _without_map(code: str) -> str:
    """Return the code without comment lines and without the reference to a source map, which is not shipped."""
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
