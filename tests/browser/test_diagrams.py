"""Diagrams in the browser: text fits its box and is large enough; flows, zoom and download work."""

import re
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree

import pytest
from playwright.sync_api import Page, expect

from handbook.pictures.diagram import Connection, Diagram, Draft, Label, Part
from handbook.pictures.layouts import Layouts
from handbook.renderer import Renderer

NewPage = Callable[..., Page]
CASE = "case-studies/twitter-timeline/"
SMALLEST = 11
CONTENT = Path(__file__).parents[2] / "content" / "case-studies"

FAULTS = """(smallest) => {
  for (const part of document.querySelectorAll("[data-diagram]")) part.style.cssText = "display: block !important"
  const holds = (outer, inner) =>
    outer.x <= inner.x && inner.x + inner.width <= outer.x + outer.width &&
    outer.y <= inner.y && inner.y + inner.height <= outer.y + outer.height
  const faults = []
  const pictures = document.querySelectorAll(".hs-diagram__svg")
  for (const svg of pictures) {
    const scale = svg.getBoundingClientRect().width / svg.viewBox.baseVal.width
    for (const text of svg.querySelectorAll("text:not(.b text)")) {
      const size = parseFloat(getComputedStyle(text).fontSize) * scale
      if (size < smallest - 0.01) faults.push(`${text.textContent}: ${size} px`)
      const node = text.parentNode.closest("[data-node]")
      const boxes = node ? [node.querySelector(".n")] : [...svg.querySelectorAll("rect.f")]
      if (!boxes.some((box) => holds(box.getBBox(), text.getBBox()))) faults.push(`${text.textContent}: outside`)
    }
  }
  return [pictures.length, faults]
}"""


@pytest.mark.parametrize("case", sorted(path.stem for path in CONTENT.glob("*.yml")))
def test_every_word_is_in_its_box_and_large_enough_on_a_phone(case: str, new_page: NewPage) -> None:
    page = new_page(f"case-studies/{case}/", 390)
    count, faults = page.evaluate(FAULTS, SMALLEST)
    assert count >= 1
    assert faults == []


def test_so_it_is_in_random_diagrams(new_page: NewPage, random_diagram: Callable[[int], Diagram]) -> None:
    macros = Renderer().module("pictures.html")
    drawn = "".join(str(macros.diagram(random_diagram(seed), f"random-{seed}", "")) for seed in range(200))
    page = new_page("", 390)
    page.evaluate("(html) => { document.querySelector('.hs-page').innerHTML = html }", drawn)
    count, faults = page.evaluate(FAULTS, SMALLEST)
    assert count == 200
    assert faults == []


def test_words_of_any_script_stay_in_their_boxes(new_page: NewPage) -> None:
    """The browser draws other scripts with the reader's fonts, whose widths the build does not know."""
    parts = [
        Part("a", "数据库集群负载均衡服务器缓存", "#a", "把请求分配到各个应用服务器并缓存结果", (), "g"),
        Part("b", "ذاكرة التخزين المؤقت للجدول الزمني", "#b", "تحفظ الإجابات لمدة دقيقة واحدة", (), "g"),
        Part("c", "キャッシュ層とメッセージキュー", "#c", "", (Label("サーバ", "/x/"), Label("🚀🚀🚀", "/y/")), None),
        Part("d", "तालिका और अनुक्रमणिका सेवा", "#d", "한국어로 된 긴 설명 문장입니다", (), None),
    ]
    connections = (Connection("a", "b", "sync"), Connection("b", "c", "async"), Connection("c", "d", "batch"))
    drawn = Layouts().diagram(Draft(tuple(parts), {"g": "🚀 機房 غرفة"}, connections))
    page = new_page("", 390)
    html = str(Renderer().module("pictures.html").diagram(drawn, "scripts", ""))
    page.evaluate("(html) => { document.querySelector('.hs-page').innerHTML = html }", html)
    assert page.evaluate(FAULTS, SMALLEST) == [1, []]


def test_the_mouse_is_told_what_a_component_does_and_what_a_line_carries(new_page: NewPage) -> None:
    page = new_page(CASE)
    page.wait_for_load_state("networkidle")
    line, node = (
        '[data-diagram$="-1"] [data-line="queue fan-out"] title',
        '[data-diagram$="-1"] [data-node="queue"] title',
    )
    expect(page.locator(line)).to_have_text("tweet")
    expect(page.locator(node)).to_have_text(re.compile("^Tweet ingestion: Decouples posting"))


def test_a_flow_is_followed_step_by_step(new_page: NewPage) -> None:
    page = new_page(CASE)
    page.locator("[name=era][value=y2012]").check()
    page.get_by_role("button", name="Write path", exact=True).click()
    steps = page.locator("#flow-write-path [data-step]")
    count = steps.count()
    assert count >= 4
    expect(page.locator("[data-player-words]")).to_contain_text(f"Step 1 of {count}")
    numbers = page.locator(".hs-diagram:visible .b:not(.p)").evaluate_all(
        "badges => badges.map(b => b.textContent).join(', ')"
    )
    assert sorted(map(int, numbers.split(", "))) == list(range(1, count + 1))
    page.keyboard.press("ArrowRight")
    expect(page.locator("[data-player-words]")).to_contain_text(f"Step 2 of {count}")
    expect(page.locator("[data-player-words]")).to_contain_text(
        (steps.nth(1).locator("p").last.text_content() or "").strip()[:40]
    )
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("ArrowLeft")
    expect(page.locator("[data-player-words]")).to_contain_text(f"Step {count} of {count}")
    page.get_by_role("button", name="Whole system").click()
    expect(page.locator("[data-player-step]")).to_be_hidden()
    assert page.locator(".b:not(.p), .is-lit, .is-now").count() == 0


def test_a_flow_of_another_era_shows_its_own_diagram(new_page: NewPage) -> None:
    page = new_page(f"{CASE}?flow=write-path")
    shown = page.locator(".hs-diagram:visible")
    expect(shown).to_have_attribute("data-diagram", "twitter-timeline-1")
    expect(shown.locator(".is-lit").first).to_be_attached()


def test_without_javascript_the_lists_say_the_same(new_page: NewPage) -> None:
    page = new_page(CASE, java_script_enabled=False)
    expect(page.locator(".hs-diagram--main")).to_be_visible()
    expect(page.locator("[data-player]")).to_be_hidden()
    expect(page.locator(".hs-diagram--main [data-diagram-tools]")).to_be_hidden()
    page.locator("#flows > summary").click()
    expect(page.locator("#flow-read-2023 [data-step]").first).to_be_visible()


def test_zooming_enlarges_the_picture_and_fits_it_again(new_page: NewPage) -> None:
    page = new_page(CASE, 390)
    picture = page.locator(".hs-diagram--main .hs-diagram__svg")
    width = picture.bounding_box()["width"]  # type: ignore[index]
    page.locator(".hs-diagram--main [data-zoom=in]").click()
    assert picture.bounding_box()["width"] == pytest.approx(width * 1.25, abs=1)  # type: ignore[index]
    page.locator(".hs-diagram--main [data-zoom=fit]").click()
    assert picture.bounding_box()["width"] == pytest.approx(width, abs=1)  # type: ignore[index]


def test_a_large_picture_is_dragged(new_page: NewPage) -> None:
    page = new_page(CASE)
    for _ in range(4):
        page.locator(".hs-diagram--main [data-zoom=in]").click()
    frame = page.locator(".hs-diagram--main .hs-diagram__frame")
    frame.scroll_into_view_if_needed()
    box = frame.bounding_box()
    assert box
    page.mouse.move(box["x"] + 300, box["y"] + 250)
    page.mouse.down()
    page.mouse.move(box["x"] + 200, box["y"] + 150, steps=5)
    page.mouse.up()
    assert frame.evaluate("frame => frame.scrollLeft") > 50


def test_the_downloaded_picture_needs_nothing_else(new_page: NewPage, tmp_path: Path) -> None:
    page = new_page(CASE, accept_downloads=True)
    with page.expect_download() as download:
        page.locator(".hs-diagram--main [data-download=svg]").click()
    assert re.fullmatch(r"twitter-timeline-\d\.svg", download.value.suggested_filename)
    download.value.save_as(tmp_path / "picture.svg")
    text = (tmp_path / "picture.svg").read_text(encoding="utf-8")
    root = ElementTree.fromstring(text)
    assert root.get("width")
    assert "var(--" not in text
    assert re.findall(r"url\(['\"]?(?!#|data:|&quot;#|'#|\"#)[^)]*", text) == []
    assert "data:font/woff2" in text
    assert len(root.findall(".//{http://www.w3.org/2000/svg}g[@data-node]")) > 10
    words = "".join(root.itertext())
    assert "CC BY 4.0" in words
    assert CASE in words


@pytest.mark.parametrize(("ending", "words"), [("mmd", "flowchart LR"), ("excalidraw", '"type": "excalidraw"')])
def test_other_tools_get_the_picture_with_its_licence(
    ending: str, words: str, new_page: NewPage, tmp_path: Path
) -> None:
    page = new_page(CASE, accept_downloads=True)
    with page.expect_download() as download:
        page.locator(f".hs-diagram--main [data-download={ending}]").click()
    download.value.save_as(tmp_path / "picture")
    text = (tmp_path / "picture").read_text(encoding="utf-8")
    assert words in text
    assert "CC BY 4.0" in text and CASE in text and "Home Mixer (Scala)" in text


def test_the_era_drawn_is_the_era_chosen_and_the_address_says_so(new_page: NewPage) -> None:
    page = new_page(CASE)
    page.locator("[name=era][value=y2012]").check()
    expect(page.locator(".hs-diagram:visible")).to_have_attribute("data-diagram", "twitter-timeline-1")
    page.get_by_role("button", name="Write path", exact=True).click()
    expect(page).to_have_url(re.compile(r"[?]era=y2012&flow=write-path$"))
    page.reload()
    expect(page.locator(".hs-diagram:visible")).to_have_attribute("data-diagram", "twitter-timeline-1")
    expect(page.locator("[data-player-words]")).to_contain_text("Step 1 of ")


def test_a_fragment_shows_the_era_of_the_component(new_page: NewPage) -> None:
    page = new_page(f"{CASE}#component-write-api")
    expect(page.locator("#component-write-api")).to_be_visible()
    expect(page.locator(".hs-diagram:visible")).to_have_attribute("data-diagram", "twitter-timeline-1")


def test_a_component_says_what_it_does_and_what_stops_without_it(new_page: NewPage) -> None:
    page = new_page(CASE)
    panel = page.locator("[data-component]")
    expect(panel).to_be_hidden()
    page.locator(".hs-diagram--main [data-node=tweetypie] > a > text").click()
    expect(panel).to_contain_text("Tweetypie")
    expect(panel).to_contain_text("Flows that stop without it")
    panel.get_by_role("button", name="Write path, 2023").click()
    expect(page.locator("[data-player-words]")).to_contain_text("Step 1 of")
    panel.get_by_role("button", name="Close").click()
    expect(panel).to_be_hidden()


def test_components_are_chosen_with_the_keyboard(new_page: NewPage) -> None:
    page = new_page(CASE)
    links = page.locator(".hs-diagram--main [data-node] > a")
    links.first.focus()
    page.keyboard.press("ArrowRight")
    expect(links.nth(1)).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("[data-component]")).to_be_visible()


def test_a_picture_is_as_wide_as_the_page_and_no_higher_than_the_screen(new_page: NewPage) -> None:
    page = new_page("case-studies/espn/", 1440)
    box = page.locator(".hs-diagram--main .hs-diagram__frame").bounding_box()
    assert box and box["width"] > 1000 and box["height"] < 760
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_a_phone_is_told_to_scroll_where_there_is_more(new_page: NewPage) -> None:
    hint = ".hs-diagram--main .hs-diagram__hint"
    expect(new_page("case-studies/espn/", 390).locator(hint)).to_be_visible()
    expect(new_page("case-studies/espn/", 1440).locator(hint)).to_be_hidden()


def test_a_component_leads_to_its_technology(new_page: NewPage) -> None:
    page = new_page(CASE)
    link = page.locator(".hs-diagram--main [data-node] .s a", has_text="Memcached").first
    link.evaluate("link => link.scrollIntoView({ block: 'center' })")
    box = link.evaluate("link => link.getBoundingClientRect().toJSON()")
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    expect(page).to_have_url(re.compile(r"/technologies/memcached/$"))
