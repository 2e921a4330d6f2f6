"""Print the size of each case study page: visible words, height, the position of the lessons, and bytes.

    python scripts/page_budget.py SITE      a built site; it needs the browser of `make test`

The evidence has its own page because of these budgets: with all evidence in folds on the same page, Stack Overflow had
363 KB of HTML and Tumblr 274 KB; without it, the pages have 114 and 112 KB, including diagrams and flows. Only the
evidence page has all figures, patterns and technologies: with the later ones in folds, the two largest pages had 139
and 134 KB. It is loaded on demand, once, when the reader opens the first mark.
"""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from playwright.sync_api import Page

from site_in_browser import site_in_browser

WORDS, HEIGHT, LESSONS, HTML = 3_500, 9_000, 4_500, 120_000
"""Budgets: visible words, height in px at a width of 1440, px above the lessons (five screens), bytes of HTML."""
SCREEN = {"width": 1440, "height": 900}
MEASURE = """() => ({
    words: document.querySelector("article").innerText.split(/\\s+/).filter(Boolean).length,
    height: document.documentElement.scrollHeight,
    lessons: Math.round(document.querySelector("#lessons")?.getBoundingClientRect().top ?? 0),
})"""


class Measured(NamedTuple):
    """The measurements of a case study; `evidence` is the size of its evidence page."""

    name: str
    words: int
    height: int
    lessons: int
    html: int
    evidence: int

    def over(self) -> list[str]:
        """Return the measurements that exceed their budgets."""
        limits = {"words": WORDS, "height": HEIGHT, "lessons": LESSONS, "html": HTML}
        return [name for name, limit in limits.items() if getattr(self, name) > limit]


def main() -> int:
    """Run the command; return 1 if a page exceeds a budget."""
    measured = sorted(measure(Path(sys.argv[1] if len(sys.argv) > 1 else "site")), key=lambda one: -one.html)
    print(f"{'':20}{'words':>8}{'height':>8}{'lessons':>8}{'HTML':>9}{'evidence':>10}")
    print(f"{'at most':20}{WORDS:>8}{HEIGHT:>8}{LESSONS:>8}{HTML:>9}")
    for one in measured:
        print(
            f"{one.name:20}{one.words:>8}{one.height:>8}{one.lessons:>8}{one.html:>9}{one.evidence:>10}  "
            f"{'over: ' + ', '.join(one.over()) if one.over() else ''}".rstrip()
        )
    return int(any(one.over() for one in measured))


def measure(site: Path) -> Iterator[Measured]:
    """Yield the measurements of each case study of a built site."""
    with site_in_browser(site) as (browser, address):
        page = browser.new_page(viewport=SCREEN)  # type: ignore[arg-type]
        for folder in sorted(path.parent.parent for path in site.glob("case-studies/*/evidence/index.html")):
            yield _measure(page, address, folder)


def _measure(page: Page, address: str, folder: Path) -> Measured:
    page.goto(f"{address}case-studies/{folder.name}/", wait_until="networkidle")
    seen = page.evaluate(MEASURE)
    sizes = [(folder / file).stat().st_size for file in ("index.html", "evidence/index.html")]
    return Measured(folder.name, seen["words"], seen["height"], seen["lessons"], *sizes)


if __name__ == "__main__":
    sys.exit(main())
