"""The editor in the browser, with the sample handbook on a host that sends the policy's headers; opened once."""

import re
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

sys.path.insert(0, str(Path(__file__).parents[2] / "scripts"))

from editor_cases import OPEN, cases

ROOT = Path(__file__).parents[2]
WRITE = "contribute/write/"
AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"
RUN = """async () => (await axe.run({ resultTypes: ["violations"] })).violations.map(({ id, nodes }) =>
  `${id}: ${nodes.map(({ target }) => target)}`)"""
OWN = re.compile(r"assets/python|archive\.json|write[-.]|codemirror")
"""What only the editor loads."""


class Desk:
    """The page, and what it loaded and said."""

    def __init__(self, page: Page, address: str) -> None:
        self.page, self.address = page, address
        self.faults: list[str] = []
        self.loaded: list[str] = []
        page.on("request", lambda request: self.loaded.append(request.url))
        page.on("console", lambda message: self.faults.append(message.text) if message.type == "error" else None)
        page.on("pageerror", lambda error: self.faults.append(str(error)))


@pytest.fixture(scope="module")
def desk(site: Path, sample_address: str, browser: Browser) -> Iterator[Desk]:
    """The editor, with a case study of the sample open."""
    if not list(site.glob("assets/python-*")):
        pytest.skip("the site was built without the editor's Python: run scripts/browser_python.py")
    context = browser.new_context(accept_downloads=True)
    desk = Desk(context.new_page(), sample_address)
    desk.page.goto(f"{sample_address}{WRITE}?file=case-studies/examplebook.yml&claim=figure-servers")
    yield desk
    context.close()


def test_the_first_check_finds_nothing_and_the_page_appears_with_its_diagram(desk: Desk) -> None:
    expect(desk.page.locator("[data-write-count]")).to_have_text("No problems.")
    preview = desk.page.locator("[data-write-preview]")
    expect(preview.locator("h1")).to_contain_text("Examplebook")
    expect(preview.locator(".hs-diagram__svg:visible").first).to_be_visible()
    assert desk.page.locator("[data-write-editor] .cm-activeLine").inner_text().strip() == "- id: servers"
    assert all(url.startswith((desk.address, "blob:", "data:")) for url in desk.loaded)


def test_broken_files_have_the_problems_that_the_command_prints(desk: Desk) -> None:
    module = next(url for url in desk.loaded if url.endswith("vendor/codemirror.js"))
    half = list(cases(ROOT))[::2]
    found = {case.name: desk.page.evaluate(OPEN, [module, case.query, case.text]) for case in half}
    assert len(found) >= 20
    assert found == {case.name: list(case.expected) for case in half}


def test_a_new_entry_completes_keys_and_ids_from_the_keyboard(desk: Desk) -> None:
    page = desk.page
    page.locator("[data-write-new] select").select_option("technology")
    page.locator("[data-write-new] input").fill("my-store")
    page.locator("[data-write-new] input").press("Enter")
    expect(page.locator("[data-write-file]")).to_have_text("content/technologies/my-store.yml")
    page.locator("[data-write-editor] .cm-content").focus()
    page.keyboard.press("Control+End")
    page.keyboard.type("\nalso")
    expect(page.locator("[data-write-editor] [role=option]").first).to_contain_text("also_known_as")
    page.keyboard.press("Escape")
    page.keyboard.type("x: y\nstatus:\n  state: ")
    page.keyboard.press("Control+Space")
    expect(page.locator("[data-write-editor] [role=option]")).to_have_text(
        ["active", "maintained", "retired", "superseded"]
    )
    page.keyboard.press("Escape")
    problem = page.locator("[data-write-problems] li", has_text="alsox")
    expect(problem).to_contain_text("unknown-key")
    problem.get_by_role("button").press("Enter")
    expect(page.locator("[data-write-editor] .cm-activeLine")).to_have_text("alsox: y")


def test_the_policy_forbids_nothing_that_it_needs(desk: Desk) -> None:
    assert desk.faults == []


def test_axe_finds_nothing_while_somebody_writes(desk: Desk) -> None:
    desk.page.evaluate(AXE.read_text(encoding="utf-8"))
    for scheme, width in (("light", 390), ("light", 1440), ("dark", 390), ("dark", 1440)):
        desk.page.emulate_media(color_scheme=scheme)
        desk.page.set_viewport_size({"width": width, "height": 900})
        assert desk.page.evaluate(RUN) == [], (scheme, width)


def test_the_file_is_sent_in_an_address_copied_or_downloaded(desk: Desk) -> None:
    page = desk.page
    with page.expect_download() as download:
        page.locator("[data-write-download]").click()
    assert download.value.suggested_filename == "my-store.yml"
    assert "alsox: y" in download.value.path().read_text(encoding="utf-8")
    link = page.locator("[data-write-host]")
    expect(link).to_have_attribute("href", re.compile(r"/new/main\?filename=content%2Ftechnologies%2Fmy-store\.yml"))


def test_a_draft_is_there_again_after_a_reload(desk: Desk) -> None:
    desk.page.reload()
    expect(desk.page.locator("[data-write-kept]")).to_have_text("Your draft is back.")
    desk.page.locator("[data-write-editor] .cm-content").focus()
    desk.page.keyboard.press("Control+End")
    expect(desk.page.locator("[data-write-editor]")).to_contain_text("alsox: y")


def test_other_pages_load_none_of_it(desk: Desk) -> None:
    assert any(OWN.search(url) for url in desk.loaded)
    desk.page.goto("about:blank")
    desk.loaded.clear()
    for path in ("", "case-studies/tumblr/", "contribute/"):
        desk.page.goto(f"{desk.address}{path}", wait_until="networkidle")
    assert desk.loaded
    assert [url for url in desk.loaded if OWN.search(url)] == []
