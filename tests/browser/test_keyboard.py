"""Pages work by keyboard, without JavaScript and in print."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

NewPage = Callable[..., Page]
CASE = "case-studies/twitter-images/"

RECORD_FOCUS = """() => {
    window.reached = new Set()
    window.unmarked = []
    addEventListener("focusin", ({ target }) => {
        reached.add(target)
        const marked = target.matches(".md-option") ? target.nextElementSibling : target
        const { outlineStyle, outlineWidth } = getComputedStyle(marked)
        const seen = marked.checkVisibility({ opacityProperty: !target.matches(".md-skip"), visibilityProperty: true })
        if (!seen || outlineStyle === "none" || parseFloat(outlineWidth) < 1) unmarked.push(target.outerHTML)
    })
}"""
TO_REACH = """(end) => [...document.querySelectorAll("a, button, input, select, textarea, summary, [tabindex]")].filter(
    (element) => element.tabIndex >= 0 && !element.disabled && element.checkVisibility({ visibilityProperty: true })
        && !(element.type === "radio" && !element.checked)
        && element.compareDocumentPosition(document.querySelector(end)) & Node.DOCUMENT_POSITION_FOLLOWING)"""
MISSED = f"(end) => ({TO_REACH})(end).filter((element) => !reached.has(element)).map((element) => element.outerHTML)"
ERAS = """() => [...document.querySelectorAll("[data-eras]:not(figure, button)")].map(
    (part) => [part.dataset.eras, part.checkVisibility()])"""
FOLDED_ON_PAPER = """() => {
    const controls = ".hs-on-this-page, .hs-facets, .hs-player, .hs-explore__filters, .hs-upkeep, [hidden]"
    const folds = [...document.querySelectorAll("article details")].filter((fold) => !fold.closest(controls))
    return folds.filter((fold) => [...fold.children].some((part) => !part.checkVisibility() || !part.offsetHeight))
        .map((fold) => fold.outerHTML.slice(0, 100))
}"""
"""Finds `details` elements whose contents are not printed, except controls and tasks for the screen."""
SHORTEN = """() => document.querySelectorAll("article, tbody, ul, ol, dl").forEach((list) => {
    const items = list.querySelectorAll(":scope > :is(tr, li, dt, dd, section, article)")
    for (const item of [...items].slice(12)) item.remove()
})"""
"""Leaves 12 items of each list, because those of one list are alike, and a key press takes milliseconds."""
IN_VIEW = """(id) => {
    const box = document.getElementById(id).getBoundingClientRect()
    return box.height > 0 && box.top >= 0 && box.top < innerHeight
}"""


def test_tab_reaches_everything_on_a_phone(kind_of_page: str, same_tab: NewPage) -> None:
    assert_tab_reaches_everything(same_tab(kind_of_page, 390), "footer p")


@pytest.mark.parametrize(
    ("path", "width", "end"),
    [
        (CASE, 1440, "#figures"),
        ("explore/?technology=redis", 1440, "footer p"),
        ("explore/?technology=redis&view=table", 390, "footer p"),
    ],
)
def test_tab_reaches_everything_elsewhere(path: str, width: int, end: str, new_page: NewPage) -> None:
    assert_tab_reaches_everything(new_page(path, width), end)


def assert_tab_reaches_everything(page: Page, end: str) -> None:
    """Assert that Tab reaches every focusable element before `end`, each with a visible focus indicator.

    There may be more stops than counted: scripts add controls after loading, and browsers focus scrollable elements.
    """
    page.wait_for_load_state("networkidle")
    page.evaluate(SHORTEN)
    page.evaluate(RECORD_FOCUS)
    count = page.evaluate(f"({TO_REACH})({end!r}).length")
    assert count > 5
    for _ in range(count + 1):
        page.keyboard.press("Tab")
    for _ in range(count):
        if not page.evaluate(MISSED, end):
            break
        page.keyboard.press("Tab")
    assert page.evaluate(MISSED, end) == []
    assert page.evaluate("unmarked") == []


def test_an_element_without_a_mark_would_be_seen(new_page: NewPage) -> None:
    page = new_page("contribute/", bypass_csp=True)
    page.evaluate(RECORD_FOCUS)
    page.evaluate("""() => {
        const sheet = new CSSStyleSheet()
        sheet.replaceSync(".hs-brand:focus-visible { outline: none }")
        document.adoptedStyleSheets.push(sheet)
    }""")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    assert len(page.evaluate("unmarked")) == 1
    assert len(page.evaluate(MISSED, "footer p")) > 5


def test_the_skip_link_leads_past_the_header(new_page: NewPage) -> None:
    page = new_page(CASE)
    page.keyboard.press("Tab")
    skip = page.locator(".md-skip")
    expect(skip).to_be_focused()
    expect(skip).to_have_css("opacity", "1")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"#.+"))
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('article') !== null")


def test_the_eras_are_chosen_by_arrow_keys(new_page: NewPage) -> None:
    page = new_page("case-studies/twitter-timeline/")
    for lists in ("#components", "#flows"):
        page.locator(f"{lists} > summary").press("Enter")
    chosen = page.locator("[name=era]:checked")
    expect(chosen).to_have_class("hs-era-2")
    chosen.focus()
    for key, era in (("ArrowRight", "3"), ("ArrowLeft", "2"), ("ArrowLeft", "1")):
        page.keyboard.press(key)
        expect(page.locator(f".hs-era-{era}")).to_be_checked()
        parts = page.evaluate(ERAS)
        assert {visible for _, visible in parts} == {True, False}
        assert all(visible == (not eras or era in eras.split()) for eras, visible in parts)
    page.keyboard.press("ArrowLeft")
    expect(page.locator(".hs-era-0")).to_be_checked()
    assert all(visible for _, visible in page.evaluate(ERAS))


def test_the_diagram_of_the_era_is_shown_or_all_of_them(new_page: NewPage) -> None:
    page = new_page("case-studies/twitter-timeline/")
    diagrams = page.locator("[data-diagram]")
    assert diagrams.count() == 3
    for era in ("0", "1", "2", "3"):
        page.locator(f".hs-era-{era}").check()
        shown = [number for number in range(3) if diagrams.nth(number).is_visible()]
        assert shown == ([int(era) - 1] if era != "0" else [0, 1, 2])


@pytest.mark.parametrize("java_script_enabled", [True, False])
def test_a_mark_leads_to_the_evidence_and_back(java_script_enabled: bool, new_page: NewPage) -> None:
    page = new_page(CASE, java_script_enabled=java_script_enabled)
    mark = page.locator(".hs-decision .hs-cite").nth(1)
    claim = str(mark.get_attribute("href")).partition("#")[2]
    page.goto(f"{CASE}{mark.get_attribute('href')}")
    source = page.locator(f"[id='{claim}'] .hs-cited a").first
    page.wait_for_function(IN_VIEW, arg=claim)
    source.press("Enter")
    expect(page).to_have_url(re.compile("#source-"))
    page.goto(f"{CASE}evidence/#{claim}")
    page.locator(f"[id='{claim}'] .hs-back").press("Enter")
    expect(page).to_have_url(re.compile(f"{CASE}#{claim}$"))
    page.wait_for_function(IN_VIEW, arg=claim)


@pytest.mark.parametrize(
    ("fragment", "shown"),
    [
        ("flow-read-question", "#flow-read-question p"),
        ("component-redis", "#component-redis"),
        ("question-requests-in-work", "#question-requests-in-work p"),
        ("not-published", "#not-published li"),
    ],
)
def test_a_fragment_opens_what_is_folded(fragment: str, shown: str, new_page: NewPage) -> None:
    page = new_page("case-studies/stack-overflow/")
    expect(page.locator(shown).first).not_to_be_visible()
    page.goto(f"case-studies/stack-overflow/#{fragment}")
    expect(page.locator(shown).first).to_be_visible()
    page.wait_for_function(IN_VIEW, arg=fragment)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("source-craver-2016", "evidence/#source-craver-2016"),
        ("cite-figure-cpu-sql-craver-2016", "evidence/#figure-cpu-sql"),
        ("figure-cpu-sql", "evidence/#figure-cpu-sql"),
        ("technology-kubernetes", "evidence/#technology-kubernetes"),
        ("sources", "#sources"),
    ],
)
def test_old_fragments_lead_to_what_took_their_place(old: str, new: str, new_page: NewPage) -> None:
    page = new_page(f"case-studies/stack-overflow/#{old}")
    expect(page).to_have_url(re.compile(f"case-studies/stack-overflow/{new}$"))
    page.wait_for_function(IN_VIEW, arg=new.partition("#")[2])


@pytest.mark.parametrize("path", ["case-studies/stack-overflow/", "technologies/redis/"])
def test_a_deep_link_into_a_fold_opens_it(path: str, new_page: NewPage) -> None:
    page = new_page(path)
    places = page.locator("article details:not([open]) [id]")
    for name in (places.first.get_attribute("id"), places.last.get_attribute("id")):
        page.goto("about:blank")
        page.goto(f"{path}#{name}")
        expect(page.locator(f"[id='{name}']")).to_be_in_viewport()


def test_facets_filter_cards_and_live_in_the_address(new_page: NewPage) -> None:
    page = new_page("case-studies/")
    cards, count = page.locator(".hs-card:visible"), page.locator("[data-facets-count]")
    total = cards.count()
    box = page.locator("[data-facet='domain'] input").first
    chosen = box.get_attribute("value")
    expect(count).to_have_text(f"All {total} case studies")
    box.press("Space")
    expect(page).to_have_url(re.compile(rf"/case-studies/\?domain={chosen}$"))
    matching = page.locator(f".hs-card[data-domain='{chosen}']").count()
    assert 0 < matching < total
    expect(cards).to_have_count(matching)
    expect(count).to_have_text(f"{matching} of {total} case studies")
    page.reload()
    expect(cards).to_have_count(matching)
    expect(box).to_be_checked()


def test_back_and_forward_restore_the_facets(new_page: NewPage) -> None:
    page = new_page("case-studies/")
    cards = page.locator(".hs-card:visible")
    total = cards.count()
    first, second = (page.locator("[data-facet='domain'] input").nth(number) for number in (0, 1))
    first.press("Space")
    second.press("Space")
    assert page.url.count("domain=") == 2
    page.go_back()
    expect(second).not_to_be_checked()
    expect(first).to_be_checked()
    page.go_back()
    expect(cards).to_have_count(total)
    expect(first).not_to_be_checked()
    page.go_forward()
    expect(first).to_be_checked()


@pytest.mark.parametrize("query", ["?domain=nowhere", "?level=&x=y", "?domain=%22%3E%3Cimg%20src=x%3E"])
def test_an_address_with_unknown_facets_shows_all(query: str, new_page: NewPage) -> None:
    page = new_page(f"case-studies/{query}")
    expect(page.locator("[data-facets-count]")).to_have_text(re.compile("^All "))
    assert page.locator(".hs-card:visible").count() == page.locator(".hs-card").count()


def test_questions_and_folds_open_with_enter(new_page: NewPage) -> None:
    page = new_page("case-studies/stack-overflow/")
    for folded in (page.locator(".hs-question").first, page.locator(".hs-fold").first):
        inside = folded.locator("> :not(summary)").first
        expect(inside).not_to_be_visible()
        folded.locator("summary").first.press("Enter")
        expect(inside).to_be_visible()


@pytest.mark.parametrize("path", [CASE, "case-studies/"])
def test_all_text_is_there_without_javascript(path: str, new_page: NewPage) -> None:
    with_it, without = new_page(path), new_page(path, java_script_enabled=False)
    controls = ".hs-facets, .hs-player, .hs-diagram__tools, .hs-follow, .hs-print, .hs-read, .hs-tag[data-grade]"
    with_it.evaluate("controls => document.querySelectorAll(controls).forEach(part => part.remove())", controls)
    text = without.locator("article").inner_text()
    assert len(text) > 500
    assert text == with_it.locator("article").inner_text().replace(" .", ".")  # a grade has a space before it


def test_facets_are_not_shown_without_javascript(new_page: NewPage) -> None:
    expect(new_page("case-studies/").locator(".hs-facets")).to_be_visible()
    expect(new_page("case-studies/", java_script_enabled=False).locator(".hs-facets")).not_to_be_visible()


def test_paper_has_what_is_folded_on_the_screen(kind_of_page: str, same_tab: NewPage) -> None:
    page = same_tab(kind_of_page)
    page.emulate_media(media="print")
    is_brief_on_paper = page.locator("[data-print]").count() == 1
    assert is_brief_on_paper or page.evaluate(FOLDED_ON_PAPER) == []


@pytest.mark.parametrize("java_script_enabled", [True, False])
def test_paper_has_what_is_open_and_no_frame(java_script_enabled: bool, new_page: NewPage) -> None:
    page = new_page("case-studies/stack-overflow/", java_script_enabled=java_script_enabled)
    page.locator(".hs-decision .hs-fold > summary").first.click()
    page.emulate_media(media="print")
    for frame in ("header.md-header", ".hs-footer ul", ".md-sidebar", ".hs-neighbours", ".hs-edit", ".hs-eras"):
        assert page.locator(frame).count() == 1, frame
        expect(page.locator(frame)).not_to_be_visible()
    for text in ("h1", ".hs-brief dd", ".hs-decision .hs-fold p", ".hs-footer p", ".hs-question summary"):
        expect(page.locator(text).first).to_be_visible()
    for folded in (".hs-question p", "#figures ~ .hs-fold .hs-figures li"):
        expect(page.locator(folded).first).not_to_be_visible()


def test_all_of_a_page_is_printed_when_asked_for(new_page: NewPage) -> None:
    page = new_page("case-studies/stack-overflow/")
    page.evaluate(
        "window.print = () => { window.printed = document.querySelectorAll('article details:not([open])').length }"
    )
    page.get_by_role("button", name="all of this page").click()
    assert page.evaluate("window.printed") == 0
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.locator("article details[open]").count() == 0
