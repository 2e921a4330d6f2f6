"""What axe finds on each kind of page, in both colour schemes, on a phone and on a wide screen: nothing."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

NewPage = Callable[..., Page]
AXE = Path(__file__).parents[2] / "node_modules" / "axe-core" / "axe.min.js"
RUN = """async () => {
    const { violations } = await axe.run({ resultTypes: ["violations"] })
    return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target}: ${node.failureSummary}`))
}"""


def findings(page: Page) -> list[str]:
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found: list[str] = page.evaluate(RUN)
    return found


@pytest.mark.parametrize(("scheme", "width"), [("light", 390), ("dark", 1440)])
def test_axe_finds_nothing(kind_of_page: str, scheme: str, width: int, new_page: NewPage) -> None:
    assert findings(new_page(kind_of_page, width, color_scheme=scheme)) == []


@pytest.mark.parametrize(("scheme", "width"), [("light", 390), ("dark", 390), ("light", 1440), ("dark", 1440)])
def test_axe_finds_nothing_where_all_is_open(scheme: str, width: int, new_page: NewPage) -> None:
    page = new_page("case-studies/tumblr/", width, color_scheme=scheme)
    page.evaluate("document.querySelectorAll('details').forEach((part) => { part.open = true })")
    page.locator("#decision-inbox-cells > h3 .hs-cite").click()
    expect(page.locator(".hs-panel:popover-open")).to_be_visible()
    assert findings(page) == []


def test_a_mistake_would_be_found(new_page: NewPage) -> None:
    page = new_page("case-studies/tumblr/")
    page.evaluate("document.querySelector('article').append(document.createElement('button'))")
    assert any(finding.startswith("button-name") for finding in findings(page))
