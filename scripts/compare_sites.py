"""Compare the words of two built sites, page by page: `scripts/compare_sites.py OLD NEW`.

For each kind of page (the first folder of its address), it prints the number of pages that differ, and the most
frequent differences.
"""

import argparse
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from difflib import unified_diff
from html import unescape
from pathlib import Path

ARTICLE = re.compile(r"<article.*?</article>", re.DOTALL)
BLOCK = re.compile(r"</?(?:p|li|h[1-6]|dt|dd|tr|section|figure|summary|text|title)\b[^>]*>")
HEADS = ("+++", "---", "@@")
TAG = re.compile(r"<[^>]+>")


def words_of(page: Path) -> list[str]:
    """Return the text of a page's article, one block per line."""
    article = "".join(ARTICLE.findall(page.read_text(encoding="utf-8")))
    lines = (" ".join(unescape(TAG.sub(" ", block)).split()) for block in BLOCK.split(article))
    return [line for line in lines if line]


def main() -> int:
    """Run the command."""
    parser = argparse.ArgumentParser(description="Compare the words of two built sites, page by page.")
    parser.add_argument("old", type=Path)
    parser.add_argument("new", type=Path)
    parser.add_argument("--most", type=int, default=12, help="how many differences to show of each kind (12)")
    arguments = parser.parse_args()
    old, new = (set(pages_in(folder)) for folder in (arguments.old, arguments.new))
    kinds: dict[str, list[Path]] = defaultdict(list)
    for page in sorted(old & new):
        kinds[page.parts[0]].append(page)
    for kind, members in kinds.items():
        report(kind, members, arguments)
    print(f"only in {arguments.old}: {len(old - new)}; only in {arguments.new}: {len(new - old)}")
    return 0


def pages_in(folder: Path) -> Iterator[Path]:
    """Yield the paths of the pages below a folder, relative to it."""
    return (path.relative_to(folder) for path in folder.rglob("index.html"))


def report(kind: str, pages: list[Path], arguments: argparse.Namespace) -> None:
    """Print the number of pages of a kind that differ, and the differences."""
    changes: Counter[str] = Counter()
    differing = 0
    for page in pages:
        before, after = (words_of(folder / page) for folder in (arguments.old, arguments.new))
        differing += before != after
        changes.update(line for line in unified_diff(before, after, n=0, lineterm="") if not line.startswith(HEADS))
    print(f"{kind}: {differing} of {len(pages)} pages differ, {changes.total()} lines")
    for line, count in changes.most_common(arguments.most):
        print(f"  {count:4} {line[:150]}")


if __name__ == "__main__":
    sys.exit(main())
