"""Print what a reader meets on each case study: words before opening anything, height, where the lessons begin, bytes.

    python scripts/page_budget.py SITE      a built site; it needs the browser of `make test`

The evidence has a page of its own because of these budgets: all of it in folds on the same page made 363 KB of HTML for
Stack Overflow and 274 KB for Tumblr; apart, the page has 110 and 94 KB, with everything that diagrams and flows need.
What goes on after the first figures, patterns and technologies stands there, too: with it in folds, the two largest
pages had 139 and 134 KB.
The page with the evidence is read by those who ask for it, and fetched once, when the first mark is opened.
"""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from playwright.sync_api import Page

from site_in_browser import site_in_browser

WORDS, HEIGHT, LESSONS, HTML = 3_500, 9_000, 4_500, 120_000
"""Visible words, px at a width of 1440, px above the lessons (five screens), bytes of a page."""
SCREEN = {"width": 1440, "height": 900}
MEASURE = """() => ({
    words: document.querySelector("article").innerText.split(/\\s+/).filter(Boolean).length,
    height: document.documentElement.scrollHeight,
    lessons: Math.round(document.querySelector("#lessons")?.getBoundingClientRect().top ?? 0),
})"""


class Measured(NamedTuple):
    """What was measured of a case study; `evidence` is the size of its second page."""

    name: str
    words: int
    height: int
    lessons: int
    html: int
    evidence: int

    def over(self) -> list[str]:
        """Return what exceeds its budget."""
        limits = {"words": WORDS, "height": HEIGHT, "lessons": LESSONS, "html": HTML}
        return [name for name, limit in limits.items() if getattr(self, name) > limit]


def main() -> int:
    """Run the command; 1 if a page exceeds a budget."""
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
    """Yield what is measured of each case study of a built site."""
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
