"""Copy JavaScript libraries from node_modules/ for `make vendor`: the site's libraries, and the layout engine.

package-lock.json pins their versions and hashes.
"""

import json
import shutil
from pathlib import Path

PACKAGES, FOLDER = Path("node_modules"), Path("docs/assets/js/vendor")
LIBRARIES = {"minisearch": ("dist/es/index.js", "LICENSE.txt"), "ts-fsrs": ("dist/index.mjs", "LICENSE")}
"""The module and the licence of each library, in its package."""
ELK, ELK_FOLDER = Path("node_modules/elkjs"), Path("hooks/elk")


def main() -> None:
    """Run the command."""
    for name, (_, licence) in LIBRARIES.items():
        (FOLDER / f"{name}.js").write_text(vendored(name), encoding="utf-8")
        shutil.copy(PACKAGES / name / licence, FOLDER / f"{name}-LICENSE.txt")
        print(FOLDER / f"{name}.js")
    shutil.copy(ELK / "lib" / "elk.bundled.js", ELK_FOLDER / "elk.bundled.cjs")
    shutil.copy(ELK / "LICENSE.md", ELK_FOLDER / "LICENSE.md")
    print(ELK_FOLDER / "elk.bundled.cjs")


def vendored(name: str) -> str:
    """Return a library in the form that the site ships."""
    folder, (module, _) = PACKAGES / name, LIBRARIES[name]
    version = json.loads((folder / "package.json").read_text(encoding="utf-8"))["version"]
    head = f"// {name} {version}, MIT, from npm; written by scripts/vendor.py.\n"
    return head + _without_map((folder / module).read_text(encoding="utf-8"))


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
