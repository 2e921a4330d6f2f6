"""Print how many files for programs a built site has, and their sizes in KB, plain and gzipped.

python scripts/export_sizes.py SITE
"""

import gzip
import sys
from pathlib import Path
from statistics import median

FILES = {
    "JSON of an entry": "*/*/index.json",
    "Markdown of an entry": "*/*/index.md",
    "pages of these entries": "*/*/index.html",
    "JSON of many entries": "api/v1/*.json",
    "schemas": "api/v1/schema/*.json",
    "tables": "api/v1/tables/*",
    "feeds": "**/feed.xml",
    "llms.txt": "llms.txt",
}
"""Patterns of paths; the pages are there to compare."""


def main() -> None:
    """Run the command."""
    site = Path(sys.argv[1] if len(sys.argv) > 1 else "site")
    print(f"{'':24}{'files':>7}{'total':>10}{'gzipped':>10}{'median':>10}{'largest':>10}{'gzipped':>10}")
    for name, pattern in FILES.items():
        sizes = sorted(map(_sizes, (path for path in site.glob(pattern) if _is_wanted(path))))
        if sizes:
            plain, packed = ([size[number] for size in sizes] for number in (0, 1))
            figures = (sum(plain), sum(packed), median(plain), plain[-1], packed[-1])
            print(f"{name:24}{len(sizes):>7}" + "".join(f"{figure / 1000:>10,.1f}" for figure in figures))


def _is_wanted(path: Path) -> bool:
    return path.is_file() and (path.suffix != ".html" or path.with_suffix(".md").exists())


def _sizes(path: Path) -> tuple[int, int]:
    content = path.read_bytes()
    return len(content), len(gzip.compress(content))


if __name__ == "__main__":
    main()
