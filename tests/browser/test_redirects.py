"""Old addresses redirect to the new page, keep the fragment, and leave no entry in the history."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, Route, expect

NewPage = Callable[..., Page]
OLD, NEW = "compare/redis-vs-memcached/", "compare/memcached-vs-redis/"


@pytest.mark.parametrize(
    "asked", ["", "#who-used-which", "#no-such-place", "?from=mail#who-used-which", "#%22%3E%3Cb%3E"]
)
def test_an_old_address_keeps_its_fragment(asked: str, new_page: NewPage, address: str) -> None:
    page = new_page(f"{OLD}{asked}")
    expect(page).to_have_url(f"{address}{NEW}{asked}")
    expect(page.locator("h1")).to_contain_text("Memcached or Redis")


def test_the_place_is_in_view(new_page: NewPage) -> None:
    page = new_page(NEW)
    section = page.locator("h2[id]").last.get_attribute("id")
    page.goto(f"{OLD}#{section}")
    expect(page.locator(f"#{section}")).to_be_in_viewport()


def test_the_way_back_does_not_pass_the_old_address(new_page: NewPage, address: str) -> None:
    page = new_page("technologies/")
    page.evaluate("(old) => { location.href = old }", f"{address}{OLD}#x")
    expect(page).to_have_url(f"{address}{NEW}#x")
    page.go_back()
    expect(page).to_have_url(f"{address}technologies/")


def test_without_scripts_an_old_address_leads_to_the_new_page(new_page: NewPage, address: str) -> None:
    page = new_page(OLD, java_script_enabled=False)
    expect(page).to_have_url(f"{address}{NEW}")


def test_a_strict_policy_lets_it_work(new_page: NewPage, address: str) -> None:
    """Redirects work under a Content-Security-Policy that allows only the site's own script files."""
    page = new_page(None)
    policy = "default-src 'none'; script-src 'self'; style-src 'self'; base-uri 'none'"

    def with_policy(route: Route) -> None:
        answer = route.fetch()
        route.fulfill(response=answer, headers={**answer.headers, "content-security-policy": policy})

    page.route(f"**/{OLD}", with_policy)
    page.goto(f"{OLD}#x")
    expect(page).to_have_url(f"{address}{NEW}#x")
