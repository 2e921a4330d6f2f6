"""The search box: usable by keyboard and screen reader, with entries first, then lessons and text."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect

NewPage = Callable[..., Page]
CASE = "case-studies/twitter-images/"
CASES = re.compile(r"/data-\w+/cases\.js$")
NOTHING = "zzqxwv"


def box(page: Page) -> Locator:
    return page.get_by_role("dialog", name="Search").get_by_role("combobox")


def ask(page: Page, query: str) -> Locator:
    """Open the search box once its script runs, type `query`, and return the results."""
    expect(page.get_by_role("banner").locator("[data-opens-search]")).to_be_visible()
    page.keyboard.press("/")
    expect(box(page)).to_be_focused()
    page.keyboard.type(query)
    return page.get_by_role("option")


@pytest.mark.parametrize(("path", "width", "button"), [(CASE, 390, 0), (CASE, 1440, 0), ("", 1440, 0), ("", 390, 1)])
def test_it_opens_with_its_button_finds_and_gives_the_focus_back(
    path: str, width: int, button: int, new_page: NewPage
) -> None:
    page = new_page(path, width)
    opener = page.locator("[data-opens-search]").nth(button)
    opener.press("Enter")
    expect(box(page)).to_be_focused()
    page.keyboard.type("redis")
    expect(page.get_by_role("option").first).to_contain_text("Redis")
    page.keyboard.press("Escape")
    expect(box(page)).to_have_count(0)
    expect(opener).to_be_focused()


def test_each_example_on_the_home_page_opens_the_search_with_it_and_finds_something(new_page: NewPage) -> None:
    page = new_page()
    examples = page.locator(".hs-hero__try [data-opens-search]")
    words = examples.all_inner_texts()
    assert len(words) >= 3
    for number, query in enumerate(words):
        examples.nth(number).click()
        expect(box(page)).to_have_value(query)
        expect(page.get_by_role("option").first).to_have_attribute(
            "href", re.compile(r"/[a-z-]+/[a-z0-9-]+/(#[a-z0-9-]+)?$")
        )
        expect(page.locator("[data-search-nothing]")).to_be_hidden()
        page.keyboard.press("Escape")
        expect(examples.nth(number)).to_be_focused()


@pytest.mark.parametrize("key", ["/", "Control+k", "Meta+k"])
def test_keys_open_it(key: str, new_page: NewPage) -> None:
    page = new_page("contribute/")
    expect(page.locator("[data-opens-search]")).to_be_visible()
    page.keyboard.press(key)
    expect(box(page)).to_be_focused()
    expect(box(page)).to_have_value("")


def test_a_slash_in_the_box_is_a_slash(new_page: NewPage) -> None:
    page = new_page("contribute/")
    ask(page, "tcp/ip")
    expect(box(page)).to_have_value("tcp/ip")


def test_nothing_is_loaded_before_it_is_opened(new_page: NewPage) -> None:
    page = new_page(None)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto("contribute/")
    page.wait_for_load_state("networkidle")
    assert [url for url in asked if re.search(r"/data-|texts|minisearch|search-match", url)] == []
    expect(ask(page, "redis").first).to_be_visible()
    assert [url for url in asked if re.search(r"/data-\w+/entries\.js$", url)]


def test_arrows_choose_and_enter_opens(new_page: NewPage) -> None:
    page = new_page("contribute/")
    options = ask(page, "redis")
    expect(options.first).to_be_visible()
    expect(box(page)).to_have_attribute("aria-expanded", "true")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    chosen = page.locator("[role=option][aria-selected=true]")
    expect(chosen).to_have_count(1)
    expect(box(page)).to_have_attribute("aria-activedescendant", str(chosen.get_attribute("id")))
    address = str(chosen.get_attribute("href"))
    page.keyboard.press("ArrowUp")
    expect(page.locator("[role=option]").first).to_have_attribute("aria-selected", "true")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page).to_have_url(address)


def test_a_choice_stays_when_more_results_come(new_page: NewPage) -> None:
    page = new_page("contribute/")
    page.route(CASES, lambda route: None)  # held back until unroute
    expect(ask(page, "redis").first).to_be_visible()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    chosen = page.locator("[role=option][aria-selected=true]")
    address = str(chosen.get_attribute("href"))
    page.unroute(CASES)
    expect(page.locator(".hs-search__option mark").first).to_be_visible()
    expect(chosen).to_have_attribute("href", address)


def test_enter_alone_opens_the_first(new_page: NewPage) -> None:
    page = new_page("contribute/")
    expect(ask(page, "redis sentinel").first).to_contain_text("Redis Sentinel")
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text("Redis Sentinel")


def test_what_is_found_is_announced(new_page: NewPage) -> None:
    page = new_page("contribute/")
    ask(page, "redis")
    expect(page.get_by_role("status").first).to_have_text(re.compile(r"\d+ results\. First: Redis, Technology"))


def test_an_entry_has_its_kind_and_a_line(new_page: NewPage) -> None:
    first = ask(new_page("contribute/"), "redis").first
    expect(first).to_contain_text("Technology")
    expect(first).to_contain_text(re.compile(r"used by \d"))


@pytest.mark.parametrize("query", ["kafka vs rabbitmq", "rabbitmq or kafka", "rabbitmq kafka", "Kafka, RabbitMQ"])
def test_two_technologies_give_their_comparison_first(query: str, new_page: NewPage) -> None:
    first = ask(new_page("contribute/"), query).first
    expect(first).to_contain_text("Comparison")
    expect(first).to_have_attribute("href", re.compile(r"/compare/kafka-vs-rabbitmq/$"))


def test_an_amount_leads_to_its_figure_and_loads_the_figures_only_then(new_page: NewPage) -> None:
    page = new_page("contribute/")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    expect(ask(page, "redis").first).to_contain_text("Redis")
    assert [url for url in asked if re.search(r"/(figures|claims)\.js$", url)] == []
    box(page).fill("209,420,973 requests")
    first = page.get_by_role("option").first
    expect(first).to_contain_text("209,420,973 requests a day")
    first.click()
    expect(page).to_have_url(re.compile(r"/case-studies/stack-overflow/#figure-requests-day-2016$"))
    expect(page.locator("#figure-requests-day-2016")).to_be_visible()


def test_a_figure_beyond_the_first_leads_to_the_evidence_page(new_page: NewPage) -> None:
    page = new_page("contribute/")
    ask(page, "1.06 tb sql data").first.click()
    expect(page).to_have_url(re.compile(r"/case-studies/stack-overflow/evidence/#figure-sql-data-first-2013$"))


def test_a_question_leads_to_the_claim_and_the_page_between_the_cases(new_page: NewPage) -> None:
    page = new_page("contribute/")
    options = ask(page, "who left postgres")
    expect(options.first).to_have_attribute("href", re.compile(r"/case-studies/[a-z-]+/#technology-postgresql"))
    expect(options.first).to_contain_text("Used and left it")
    expect(page.get_by_role("option", name="Who left what, and why")).to_have_attribute("href", re.compile(r"/left/$"))


def test_things_together_lead_to_the_finder_with_both_chosen(new_page: NewPage) -> None:
    page = new_page("contribute/")
    first = ask(page, "systems using kafka and hbase").first
    expect(first).to_contain_text("Finder")
    first.click()
    expect(page.get_by_role("checkbox", name="Apache Kafka")).to_be_checked()
    expect(page.get_by_role("checkbox", name="Apache HBase")).to_be_checked()


def test_hits_in_the_text_show_the_words_and_lead_to_their_place(new_page: NewPage) -> None:
    page = new_page("contribute/")
    ask(page, "thundering herd")
    group = page.get_by_role("group", name="In the text")
    expect(group.locator("mark").first).to_be_visible()
    group.get_by_role("option").first.click()
    expect(page.locator("article")).to_contain_text("thundering herd")


def test_lessons_lead_to_their_place(new_page: NewPage) -> None:
    page = new_page("case-studies/stack-overflow/")
    lesson = page.locator(".hs-lesson").first
    words, place = lesson.locator(".hs-lesson__head b").inner_text(), lesson.get_attribute("id")
    ask(page, words)
    found = page.get_by_role("group", name="Lessons").get_by_role("option").first
    expect(found).to_contain_text(words)
    found.click()
    expect(page).to_have_url(re.compile(rf"/case-studies/stack-overflow/#{place}$"))


def test_nothing_found_says_so_and_leads_on(new_page: NewPage) -> None:
    page = new_page("contribute/")
    ask(page, NOTHING)
    note = page.locator("[data-search-nothing]")
    expect(note).to_contain_text(f"“{NOTHING}”")
    expect(note.get_by_role("link", name="Propose the entry")).to_have_attribute("href", re.compile(r"/contribute/$"))
    expect(page.get_by_role("status").first).to_contain_text(f"No entry found for {NOTHING}")


ODD = (
    "constructor", "__proto__", "toString", "hasOwnProperty", "valueOf", "C++", "c#", ".net", "%", "%E0%A4%A", "\\",
    "'\"", "🚀", "<img src=x onerror=alert(1)>", "{{ 7*7 }}", "(a+)+$", "*:*", "-", "ذاكرة", "a" * 2000,
)  # fmt: skip

ANSWER = re.compile(r"\d+ results?\. First: |No entry found for ")


def test_no_word_breaks_the_search(new_page: NewPage) -> None:
    """Queries with special meaning in JavaScript, the index, regular expressions or HTML are plain text."""
    page = new_page("contribute/")
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("dialog", lambda dialog: faults.append(dialog.message))
    ask(page, "")
    for query in ODD:
        box(page).fill(query)
        expect(page.get_by_role("status").first).to_contain_text(
            re.compile(r"\d+ results?\.|No entry found|Nothing found")
        )
        expect(box(page)).to_have_value(query)
    box(page).fill("redis")
    expect(page.get_by_role("option").first).to_contain_text("Redis")
    assert page.locator("[role=dialog] img, dialog img").count() == 0
    assert faults == []


@pytest.mark.parametrize(("query", "found"), [("C++", "C++"), ("c#", "C#"), (".net", ".NET")])
def test_signs_that_belong_to_a_name_are_searched(query: str, found: str, new_page: NewPage) -> None:
    expect(ask(new_page("contribute/"), query).first).to_contain_text(found)


def test_without_javascript_there_is_no_box_and_a_way_to_the_index(new_page: NewPage) -> None:
    page = new_page("", java_script_enabled=False)
    assert page.locator("[data-opens-search]:visible").count() == 0
    expect(page.locator("[data-without-scripts]")).to_be_visible()
    expect(page.locator(".hs-hero__try")).to_be_hidden()


def test_it_works_where_storage_is_blocked(new_page: NewPage) -> None:
    page = new_page(None)
    page.add_init_script(
        "for (const name of ['localStorage', 'sessionStorage'])"
        "Object.defineProperty(window, name, { get() { throw new Error('blocked') } })"
    )
    page.goto("contribute/")
    expect(ask(page, "redis").first).to_contain_text("Redis")
