"""The offline copy, opened from a folder: links, search and finder work; text search says that it needs a server."""

import re
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

sys.path.insert(0, str(Path(__file__).parents[2] / "scripts"))
from handbook import addresses, policy
from offline import make_offline, offline_page


@pytest.fixture(scope="module")
def copy(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("offline") / "site"
    shutil.copytree(site, folder)
    make_offline(folder)
    return folder


@pytest.fixture
def page(browser: Browser, copy: Path) -> Iterator[Page]:
    """A page opened from the folder. Console errors and exceptions fail the test."""
    page = browser.new_page()
    faults: list[str] = []
    page.on("console", lambda message: faults.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.goto((copy / "index.html").as_uri())
    yield page
    page.close()
    assert faults == []


def test_links_lead_to_files(page: Page, copy: Path) -> None:
    page.get_by_role("link", name="Technologies", exact=True).click()
    expect(page).to_have_url((copy / "technologies" / "index.html").as_uri())
    page.locator("article a[href*='redis/index.html']").first.click()
    expect(page.locator("h1")).to_have_text("Redis")
    page.get_by_role("link", name="How It Scaled, home").click()
    expect(page).to_have_url((copy / "index.html").as_uri())


def test_entries_and_texts_are_found(page: Page, copy: Path) -> None:
    page.keyboard.press("/")
    page.keyboard.type("redis")
    first = page.get_by_role("option").first
    expect(first).to_contain_text("Redis")
    expect(page.locator(".hs-search__option mark").first).to_be_visible()
    page.keyboard.press("Enter")
    expect(page).to_have_url((copy / "technologies" / "redis" / "index.html").as_uri())


def test_the_finder_works(page: Page, copy: Path) -> None:
    page.goto((copy / "explore" / "index.html").as_uri() + "?technology=redis")
    expect(page.locator("article")).to_contain_text(" systems")
    found = page.locator(".hs-card__link")
    expect(page.locator(".hs-card__link[href*='case-studies/twitter-timeline/index.html']")).to_be_visible()
    count = found.count()
    page.locator("input[value='memcached']").first.check()
    expect(page).to_have_url(re.compile(r"\?technology=redis&technology=memcached$"))
    page.go_back()
    expect(found).to_have_count(count)


@pytest.mark.parametrize("name", ["my docs ü #1 100%/x", "a?b&c=d", "日本 'quoted'"])
def test_it_works_in_a_folder_of_any_name(name: str, browser: Browser, copy: Path, tmp_path: Path) -> None:
    folder = tmp_path / name / "site"
    shutil.copytree(copy, folder)
    page = browser.new_page()
    page.goto((folder / "index.html").as_uri())
    page.get_by_role("link", name="Technologies", exact=True).click()
    expect(page.locator("h1")).to_have_text("Technologies")
    page.wait_for_load_state()
    page.keyboard.press("/")
    page.keyboard.type("redis")
    expect(page.get_by_role("option").first).to_contain_text("Redis")
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text("Redis")
    page.close()


def test_flows_are_followed(page: Page, copy: Path) -> None:
    page.goto((copy / "case-studies" / "youtube" / "index.html").as_uri())
    page.locator("[data-player] button:visible").nth(1).click()
    expect(page.locator("[data-player-words]")).to_contain_text("Step 1 of")


def test_one_can_practise(page: Page, copy: Path) -> None:
    page.goto((copy / "practice" / "recall" / "index.html").as_uri())
    page.keyboard.press("Space")
    expect(page.locator(".hs-session__answer")).to_be_visible()
    target = page.locator(".hs-session__answer a").last.get_attribute("href") or ""
    assert target.startswith(copy.as_uri())
    assert target.endswith("/index.html")
    page.keyboard.press("4")
    expect(page.locator(".hs-session__counts")).to_contain_text("1 learned")
    page.goto((copy / "practice" / "yours" / "index.html").as_uri() + "?requests=3k")
    expect(page.locator(".hs-decided a[href*='index.html#decision-']").first).to_be_visible()


def test_the_policy_lets_in_the_files_of_the_folder(copy: Path) -> None:
    pages = [path.read_text(encoding="utf-8") for path in copy.rglob("*.html")]
    assert len(pages) > 400
    assert all(policy.policy_in_a_folder() in page for page in pages)
    assert not (copy / addresses.headers_file()).exists()


@pytest.mark.parametrize("scripts", [True, False])
def test_an_old_address_leads_to_the_new_one(scripts: bool, browser: Browser, copy: Path) -> None:
    page = browser.new_page(java_script_enabled=scripts)
    page.goto((copy / "compare" / "redis-vs-memcached" / "index.html").as_uri() + "#sources")
    target = (copy / "compare" / "memcached-vs-redis" / "index.html").as_uri()
    expect(page).to_have_url(f"{target}#sources" if scripts else target)
    expect(page.locator("h1")).to_contain_text("Memcached or Redis")
    page.close()


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('<a href="../redis/">', '<a href="../redis/index.html">'),
        ('<a href="../redis/#x">', '<a href="../redis/index.html#x">'),
        ('<a class="y" href="../..">', '<a class="y" href="../../index.html">'),
        ('<a href="#x">', '<a href="#x">'),
        ('<a href="https://example.org/">', '<a href="https://example.org/">'),
        ('<a href="card.svg">', '<a href="card.svg">'),
        (
            '<meta http-equiv="refresh" content="0; url=../x/">',
            '<meta http-equiv="refresh" content="0; url=../x/index.html">',
        ),
    ],
)
def test_only_addresses_of_pages_are_changed(before: str, after: str) -> None:
    assert offline_page(before) == after
