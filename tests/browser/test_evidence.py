"""Evidence marks of claims: they open by keyboard and touch, and let readers cite a claim or report a mistake."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

NewPage = Callable[..., Page]
CASE = "case-studies/tumblr/"
PANEL = ".hs-panel:popover-open"


def test_a_mark_opens_its_sources_by_keyboard(new_page: NewPage) -> None:
    page = new_page(CASE)
    page.wait_for_load_state("networkidle")
    mark = page.locator("#figure-engineers .hs-cite")
    mark.press("Enter")
    panel = page.locator(PANEL)
    expect(panel).to_be_focused()
    expect(panel.locator(".hs-panel__claim")).to_contain_text("about 20 people")
    sources = panel.locator(".hs-panel__sources > li")
    expect(mark).to_have_text(f"[{sources.count()} sources, disputed]")
    for source in sources.all():
        expect(source.locator("a").first).to_have_attribute("href", re.compile("^https?://"))
        expect(source.locator(".hs-source__facts")).to_have_text(re.compile(r"\d{4}.*read"))
    expect(panel.locator(".hs-dispute")).to_be_visible()
    page.keyboard.press("Escape")
    expect(panel).not_to_be_visible()
    expect(mark).to_be_focused()


@pytest.mark.parametrize("path", [CASE, "technologies/redis/", "patterns/sharding/", f"{CASE}evidence/"])
def test_a_mark_opens_by_touch_and_fits(path: str, new_page: NewPage) -> None:
    page = new_page(path, 390, is_mobile=True, has_touch=True)
    page.wait_for_load_state("networkidle")
    page.locator("article .hs-cite:visible").nth(4).tap()
    expect(page.locator(PANEL)).to_be_in_viewport(ratio=1)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_a_term_opens_what_it_means_and_leads_to_the_glossary(new_page: NewPage) -> None:
    page = new_page(CASE)
    page.wait_for_load_state("networkidle")
    term = page.locator("article .hs-term:visible").first
    term.press("Enter")
    panel = page.locator(PANEL)
    expect(panel).to_be_focused()
    expect(panel.locator("p")).to_have_count(3)
    expect(panel.locator("p").nth(1)).to_have_text(re.compile(r"\. See |\. Source: "))
    expect(panel.get_by_role("link", name="Glossary")).to_have_attribute("href", re.compile("/glossary/#term-"))
    panel.get_by_role("link", name="Glossary").click()
    expect(page).to_have_url(re.compile("/glossary/#term-"))
    expect(page.locator(":target")).to_be_in_viewport()


def test_a_term_is_a_link_without_javascript(new_page: NewPage) -> None:
    page = new_page(CASE, java_script_enabled=False)
    page.locator("article .hs-term:visible").first.click()
    expect(page).to_have_url(re.compile("/glossary/#term-"))


@pytest.mark.parametrize("form", ["Text", "Markdown", "BibTeX"])
def test_a_claim_is_cited_with_date_source_and_place(form: str, new_page: NewPage) -> None:
    page = new_page(CASE, permissions=("clipboard-read", "clipboard-write"))
    page.wait_for_load_state("networkidle")
    page.locator("#figure-requests-peak .hs-cite").click()
    page.locator(PANEL).get_by_role("button", name=form).click()
    shown = page.locator(f"{PANEL} pre")
    for part in ("40,000 requests a second", "February 2012", "High Scalability", "Stats", "#figure-requests-peak"):
        expect(shown).to_contain_text(part)
    expect(page.locator(PANEL).get_by_role("status")).to_have_text("Copied.")
    assert page.evaluate("navigator.clipboard.readText()") == shown.text_content()


@pytest.mark.parametrize(
    ("path", "mark"), [(CASE, "#lesson-average-reach .hs-cite"), ("technologies/redis/", ".hs-cite")]
)
def test_a_mistake_is_reported_with_the_claim(path: str, mark: str, new_page: NewPage) -> None:
    page = new_page(path)
    page.wait_for_load_state("networkidle")
    page.locator(mark).first.click()
    report = page.locator(PANEL).get_by_role("link", name="Something wrong?")
    expect(report).to_have_attribute(
        "href",
        re.compile(r"^https://github\.com/.+/issues/new\?template=wrong-fact\.yml&entry=.+&claim=https.+&says=."),
    )


def test_a_mark_is_a_link_where_the_evidence_cannot_be_had(new_page: NewPage) -> None:
    page = new_page(CASE)
    page.wait_for_load_state("networkidle")
    page.route(
        "**/evidence/", lambda route: route.abort() if route.request.resource_type == "fetch" else route.continue_()
    )
    page.locator("#lesson-average-reach .hs-cite").click()
    expect(page).to_have_url(re.compile(f"{CASE}evidence/#lesson-average-reach$"))


@pytest.mark.parametrize("path", [CASE, "technologies/redis/"])
def test_the_list_of_contents_names_the_section_that_was_chosen(path: str, new_page: NewPage) -> None:
    page = new_page(path)
    page.wait_for_load_state("networkidle")
    links = page.locator(".md-sidebar--secondary .md-nav__link")
    assert links.count() > 5
    for link in links.all()[:5]:
        link.click()
        expect(page.locator(".md-nav__link--active").last).to_have_text(str(link.text_content()).strip())


def test_the_date_of_the_last_reading_stays(new_page: NewPage) -> None:
    page = new_page(f"{CASE}evidence/")
    page.wait_for_load_state("networkidle")
    expect(page.locator("[data-fresh] + [data-grade]")).to_be_visible()
    expect(page.locator("[data-fresh]")).to_have_text(re.compile(r"\d{4}$"))
