"""axe finds no accessibility violations on any kind of page, on a phone in light and on a desktop in dark.

Only its rules on colours depend on the scheme; test_contrast.py measures all text in both, more strictly.
"""

from collections.abc import Callable, Iterator
from pathlib import Path

from playwright.sync_api import Page, expect

NewPage = Callable[..., Page]
AXE = Path(__file__).parents[2] / "node_modules" / "axe-core" / "axe.min.js"
RUN = """async () => {
    const { violations } = await axe.run({ resultTypes: ["violations"] })
    return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target}: ${node.failureSummary}`))
}"""


LOOKS = (("light", 390), ("dark", 1440))


def findings_in_each_look(page: Page) -> Iterator[tuple[str, int, str]]:
    """Yield the findings in each look; assert that the colours do change."""
    shades = set()
    for scheme, width in LOOKS:
        page.emulate_media(color_scheme=scheme)
        page.set_viewport_size({"width": width, "height": 900})
        shades.add(page.evaluate("getComputedStyle(document.body).backgroundColor"))
        yield from ((scheme, width, finding) for finding in findings(page))
    assert len(shades) == 2


def findings(page: Page) -> list[str]:
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found: list[str] = page.evaluate(RUN)
    return found


def test_axe_finds_nothing(kind_of_page: str, new_page: NewPage) -> None:
    assert list(findings_in_each_look(new_page(kind_of_page))) == []


def test_axe_finds_nothing_where_all_is_open(new_page: NewPage) -> None:
    page = new_page("case-studies/tumblr/")
    page.evaluate("document.querySelectorAll('details').forEach((part) => { part.open = true })")
    page.locator("#decision-inbox-cells > h3 .hs-cite").click()
    expect(page.locator(".hs-panel:popover-open")).to_be_visible()
    assert list(findings_in_each_look(page)) == []


def test_a_mistake_would_be_found(new_page: NewPage) -> None:
    page = new_page("case-studies/tumblr/")
    page.evaluate("document.querySelector('article').append(document.createElement('button'))")
    assert any(finding.startswith("button-name") for finding in findings(page))
