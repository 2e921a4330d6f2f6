"""The practice pages: a week as a candidate, blocked storage, no JavaScript, and export and import of the progress."""

import json
import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

NewPage = Callable[..., Page]
MONDAY = datetime(2026, 1, 5, 9, tzinfo=UTC)
BLOCKED = """Object.defineProperty(window, "localStorage", { get() { throw new DOMException("", "SecurityError") } })"""
QUESTIONS, DECISIONS = 20, 10


@pytest.fixture
def candidate(new_page: NewPage) -> Page:
    """A page with nothing stored, on a Monday morning."""
    page = new_page("practice/")
    page.evaluate("localStorage.clear()")
    page.clock.install(time=MONDAY)
    return page


def counts(page: Page) -> list[int]:
    """Return how many questions are due, new and learned."""
    line = page.locator(".hs-session__counts")
    expect(line).to_have_text(re.compile(r"^\d+ due · \d+ new · \d+ learned$"))
    return [int(number) for number in re.findall(r"\d+", line.inner_text())]


def answer(page: Page, grade: str) -> str:
    """Answer the question that is shown by keyboard; return it."""
    asked = page.locator(".hs-session__question").inner_text()
    page.keyboard.press("Space")
    expect(page.locator(".hs-session__answer")).to_be_visible()
    page.keyboard.press(grade)
    expect(page.locator("[data-grade]")).to_have_count(0)
    return asked


def test_a_week_as_a_candidate(candidate: Page) -> None:
    page = candidate
    page.goto("practice/recall/")
    due, new, learned = counts(page)
    assert (due, learned) == (0, 0)
    asked = {answer(page, "4") for _ in range(QUESTIONS)}
    assert len(asked) == QUESTIONS
    assert counts(page) == [0, new - QUESTIONS, QUESTIONS]

    page.goto("practice/decide/")
    for number in range(1, DECISIONS + 1):
        decide(page)
        expect(page.locator("[data-drills-count]")).to_contain_text(f" of {number}.")
        page.get_by_role("button", name="Next decision").click()
    assert "decision=" in page.url

    page.clock.set_fixed_time(MONDAY + timedelta(days=6))
    page.goto("practice/")
    expect(page.locator("[data-tells='recall']")).to_have_text(f"0 due today, {QUESTIONS} seen")
    expect(page.locator("[data-tells='decide']")).to_contain_text(f" of {DECISIONS}.")
    page.clock.set_fixed_time(MONDAY + timedelta(days=9))
    page.goto("practice/recall/")
    assert counts(page)[0] == QUESTIONS
    assert answer(page, "1") in asked
    assert answer(page, "3") in asked
    assert counts(page) == [QUESTIONS - 2, new - QUESTIONS, QUESTIONS - 1]


def decide(page: Page) -> None:
    current = page.locator(".hs-drill.is-current")
    current.get_by_role("radio").first.check()
    current.get_by_role("button", name="Decide").click()
    expect(current.locator(".is-theirs")).to_have_count(1)
    expect(current.get_by_text("Because", exact=True)).to_be_visible()


def test_a_range_is_compared_with_the_figure_and_moves_by_keyboard(candidate: Page) -> None:
    page = candidate
    page.goto("practice/estimate/?measure=machines")
    current = page.locator(".hs-drill.is-current")
    assert current.count() == 1
    low, high = current.get_by_label("Lowest value", exact=True), current.get_by_label("Highest value", exact=True)
    current.get_by_label("Lowest value, slider").press("Home")
    current.get_by_label("Highest value, slider").press("End")
    assert low.input_value() != high.input_value() != ""
    low.fill("0.01")
    high.fill("900 billion")
    current.get_by_role("button", name="Compare").click()
    expect(current.get_by_role("status")).to_contain_text("The true value is inside your range. Score")
    expect(current.get_by_role("img")).to_be_visible()
    expect(page.locator("[data-drills-count]")).to_contain_text("1 of your 1 ranges had the true value")


def test_a_system_is_placed_and_the_address_keeps_it(candidate: Page) -> None:
    page = candidate
    page.goto("practice/yours/")
    own = page.get_by_role("textbox", name="Requests a second")
    own.fill("3k")
    expect(page).to_have_url(re.compile(r"\?requests=3k$"))
    expect(page.get_by_role("heading", name="Requests a second: 3,000")).to_be_visible()
    for level in ("a tenth of", "", "ten times"):
        expect(page.get_by_role("heading", name=f"At {level} your scale".replace("  ", " "))).to_be_visible()
    expect(page.locator(".hs-decided a[href*='#decision-']").first).to_be_visible()
    page.reload()
    expect(own).to_have_value("3k")
    page.get_by_label("Data stored").fill("many")
    expect(page.get_by_label("Data stored")).to_have_attribute("aria-invalid", "")


def test_operands_change_the_result_and_come_back(candidate: Page) -> None:
    page = candidate
    page.goto("practice/arithmetic/")
    page.locator("[data-derived] summary").first.click()
    figure = page.locator("[data-derived][open]")
    published = figure.locator("output").inner_text()
    figure.get_by_role("textbox").first.fill("7")
    expect(figure.locator("output")).not_to_have_text(published)
    changed = figure.locator("output").inner_text()
    page.reload()
    expect(page.locator("[data-derived][open] output")).to_have_text(changed)
    page.get_by_role("button", name="As published").click()
    expect(page.locator("[data-derived][open] output")).to_have_text(published)


def test_a_reading_path_keeps_what_was_read(candidate: Page) -> None:
    page = candidate
    page.goto("paths/from-short-to-deep/")
    first, second = (page.locator(".hs-stop__entry > a").nth(place).inner_text() for place in range(2))
    page.locator(".hs-stop__entry").get_by_label("read").first.check()
    page.locator(".hs-stop__entry > a").first.click()
    path = page.get_by_role("navigation", name="Reading path").first
    expect(path).to_contain_text("1 of 7")
    expect(path.get_by_label("read")).to_be_checked()
    path.get_by_role("link", name=second).click()
    expect(page.get_by_role("navigation", name="Reading path").first.get_by_role("link", name=first)).to_be_visible()
    page.goto("")
    expect(page.locator("[data-reviewed]")).to_have_text(re.compile(r"^1 of \d+ reviewed$"))
    page.goto("case-studies/")
    expect(page.locator("[data-reviewed]")).to_have_text(re.compile(r"^1 of \d+ reviewed$"))


def test_a_question_on_a_case_study_comes_back_in_the_session(candidate: Page) -> None:
    page = candidate
    page.goto("case-studies/tumblr/")
    page.locator(".hs-question summary").first.click()
    page.get_by_role("button", name="I did not").click()
    expect(page.get_by_text("Due again in 1 minute.")).to_be_visible()
    page.clock.set_fixed_time(MONDAY + timedelta(minutes=2))
    page.goto("practice/recall/?case=tumblr")
    assert counts(page)[0] == 1


def test_the_progress_is_exported_merged_and_refused(candidate: Page, tmp_path: Path) -> None:
    page = candidate
    page.goto("practice/recall/")
    counts(page)
    answer(page, "3")
    page.goto("practice/")
    with page.expect_download() as download:
        page.get_by_role("button", name="Export").click()
    file = tmp_path / "progress.json"
    download.value.save_as(file)
    page.on("dialog", lambda dialog: dialog.accept())
    page.get_by_role("button", name="Delete all").click()
    expect(page.locator("[data-progress-what]")).to_have_text("So far: nothing.")
    page.get_by_label("Import").set_input_files(file)
    expect(page.locator("[data-progress-what]")).to_have_text("So far: 1 question.")
    file.write_text(json.dumps({"format": "something else"}))
    page.get_by_label("Import").set_input_files(file)
    expect(page.locator("[data-progress-said]")).to_have_text("This is not a file that this page exported.")
    expect(page.locator("[data-progress-what]")).to_have_text("So far: 1 question.")


def test_with_blocked_storage_it_works_for_the_session_and_says_so(new_page: NewPage) -> None:
    page = new_page(None)
    page.add_init_script(BLOCKED)
    page.goto("practice/recall/")
    expect(page.locator("[data-not-kept]")).to_be_visible()
    new = counts(page)[1]
    answer(page, "4")
    assert counts(page) == [0, new - 1, 1]
    page.goto("practice/decide/")
    decide(page)
    expect(page.locator("[data-drills-count]")).to_contain_text(" of 1.")
    page.goto("paths/from-short-to-deep/")
    assert page.locator(".hs-tick").count() == 0


def test_without_javascript_everything_is_there_to_read(new_page: NewPage) -> None:
    for path, folds in (("recall/cases/", ".hs-question"), ("decide/", ".hs-fold"), ("estimate/", ".hs-fold")):
        page = new_page(f"practice/{path}", java_script_enabled=False)
        assert page.locator(folds).count() > 50
        page.locator(f"{folds} summary").nth(40).click()
        assert page.locator(f"{folds} p").nth(0).count() == 1
        assert page.locator(f"{folds}[open] p").first.is_visible()
        assert page.locator("form:visible").count() == 0
