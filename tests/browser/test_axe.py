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


LOOKS = (("light", "default", 390), ("dark", "slate", 1440))
"""The colour scheme of the system, that of the page, and the width."""


def findings_in_each_look(page: Page) -> Iterator[tuple[str, int, str]]:
    """Yield the findings in each look."""
    for scheme, of_page, width in LOOKS:
        page.emulate_media(color_scheme=scheme)
        page.set_viewport_size({"width": width, "height": 900})
        expect(page.locator(f"body[data-md-color-scheme={of_page}]")).to_be_attached()
        yield from ((scheme, width, finding) for finding in findings(page))


def findings(page: Page) -> list[str]:
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found: list[str] = page.evaluate(RUN)
    return found


def test_axe_finds_nothing(kind_of_page: str, same_tab: NewPage) -> None:
    assert list(findings_in_each_look(same_tab(kind_of_page))) == []


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
