"""The lists of technologies and comparisons: filter, order by category or use, and state in the address."""

import re
from collections.abc import Callable

from playwright.sync_api import Page, expect

NewPage = Callable[..., Page]
SHOWN = "[data-listing-item]:visible"


def names(page: Page) -> list[str]:
    return page.locator(f"{SHOWN} > a").all_inner_texts()


def test_pairs_are_found_as_one_types_and_the_address_keeps_it(new_page: NewPage) -> None:
    page = new_page("compare/")
    everything = page.locator(SHOWN).count()
    page.get_by_label("Find a pair").fill("kafka vs rabbit")
    expect(page).to_have_url(re.compile(r"/compare/\?find=kafka\+vs\+rabbit$"))
    assert set(names(page)) == {"Queues and logs compared", "Apache Kafka or RabbitMQ"}
    expect(page.locator("[data-listing-count]")).to_have_text(re.compile(r"^2 of \d+ comparisons$"))
    page.reload()
    expect(page.get_by_label("Find a pair")).to_have_value("kafka vs rabbit")
    page.get_by_label("Find a pair").fill("")
    assert page.locator(SHOWN).count() == everything


def test_a_group_in_which_nothing_matches_is_hidden(new_page: NewPage) -> None:
    page = new_page("compare/?find=nothing-is-called-so")
    expect(page.locator("[data-listing-count]")).to_have_text(re.compile(r"^0 of"))
    assert page.locator("[data-listing-group]:visible").count() == 0


def test_technologies_by_category_and_by_use(new_page: NewPage) -> None:
    page = new_page("technologies/")
    page.get_by_label("Category").select_option("message-queue")
    by_name = page.locator("[data-listing-written]").first.locator(f"{SHOWN} > a").all_inner_texts()
    page.get_by_label("Sort by").select_option("use")
    assert sorted(names(page)) == sorted(by_name)
    weights = page.locator(SHOWN).evaluate_all("items => items.map(item => Number(item.dataset.weight))")
    assert weights == sorted(weights, reverse=True)
    assert len(weights) > 3
    expect(page).to_have_url(re.compile(r"\?category=message-queue&sort=use$"))
    page.reload()
    assert sorted(names(page)) == sorted(by_name)


def test_without_javascript_everything_is_there_and_no_form(new_page: NewPage) -> None:
    page = new_page("technologies/", java_script_enabled=False)
    assert page.locator("[data-listing]:visible").count() == 0
    assert page.locator(SHOWN).count() > 300
    page = new_page("compare/", java_script_enabled=False)
    assert page.locator("[data-listing]:visible").count() == 0
    assert page.locator(SHOWN).count() > 150
