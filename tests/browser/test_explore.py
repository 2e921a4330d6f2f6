"""The finder: its results, address and counts, by keyboard, and without JavaScript."""

import re
from collections.abc import Callable
from urllib.parse import quote

import pytest
from playwright.sync_api import Locator, Page, Route, expect

from handbook.library import Library
from handbook.model.case_study import CaseStudy

NewPage = Callable[..., Page]
Holds = Callable[[CaseStudy], bool]

SYNTHETIC = """(count) => {
    let seed = 1
    const chance = (below) => (seed = (seed * 48271) % 2147483647) % below
    const skewed = (below) => Math.min(chance(below), chance(below), chance(below))
    const columns = (list) => Object.fromEntries(
        Object.keys(list[0]).map((name) => [name, list.map((one) => one[name])]))
    const numbered = (size, make) => Array.from({ length: size }, (_, at) => make(at))
    const facet = (id, name, size, stances = []) => ({ id, name, stances, several: stances.length > 0, claims: false,
        options: numbered(size, (at) => ({ id: `${id}-${at}`, name: `${name} ${at}`, hue: null })) })
    const [taken, used] = [["uses", "built", "rejected", "left"], ["uses", "avoids", "abandoned"]]
    const facets = [
        facet("technology", "Technology", 2000, taken), facet("pattern", "Pattern", 300, used),
        facet("family", "Family", 20, used), facet("domain", "Field", 30), facet("organisation", "Organisation", 5000),
        facet("level", "Level", 3),
    ]
    const most = [25, 12, 8, 1, 1, 1]
    const code = ({ options, stances }) => skewed(options.length) * 10 + (stances.length && skewed(stances.length))
    const codes = (facet, at) => [...new Set(numbered(most[at], () => code(facet)))]
    const uses = (facet, at) => numbered(count, (place) => codes(facet, at).map((code) =>
        ({ case: place, option: Math.trunc(code / 10), stance: code % 10, claim: "" }))).flat()
    const steps = columns(numbered(10, (at) => ({ value: 10 ** at, words: `${10 ** at}`, id: `${10 ** at}` })))
    const dimensions = numbered(11, (at) => ({ id: `d${at}`, name: `Dimension ${at}`, steps }))
    const scale = (place, dimension) => ({ case: place, dimension, value: 10 ** (chance(90) / 10), words: "many",
        date: "2010", figure: "many" })
    const scales = numbered(count, (place) =>
        dimensions.flatMap((_, at) => (chance(2) ? [scale(place, at)] : []))).flat()
    const row = (at, start) => ({ id: `case-${at}`, name: `Case ${at}`, title: `Case ${at}: a system`,
        period: `since ${start}`, start, until: chance(3) && start + chance(8), value: "", what: "" })
    return {
        facets: columns(facets.map((one, at) =>
            ({ ...one, options: columns(one.options), uses: columns(uses(one, at)) }))),
        dimensions: columns(dimensions), cases: columns(numbered(count, (at) => row(at, 1995 + chance(25)))),
        scales: columns(scales), page: "/case-studies/{id}/", claim: "/case-studies/{id}/#{kind}-{claim}",
        organisation: "/organisations/{id}/",
    }
}"""
LOGIC = """const scripts = document.querySelector("script[type=module]").src
    const { makeFinder } = await import(new URL("explore-finder.js", scripts).href)
    const { find } = await import(new URL("explore-match.js", scripts).href)
    const { readState } = await import(new URL("explore-state.js", scripts).href)
    const finder = makeFinder(data)
    const stateOf = (query) => readState(query, finder).state"""
DATA = """const { load } = await import(new URL("data.js", document.querySelector("script[type=module]").src).href)
    const data = await load("finder")"""
WRONG_COUNTS = f"""async (queries) => {{
    {DATA}
    {LOGIC}
    const wrong = []
    const compare = (query, what, count, state) => {{
        const left = find(finder, state).order.length
        if (left !== count) wrong.push(`${{query}} ${{what}}: ${{count}}, but ${{left}}`)
    }}
    for (const query of queries) {{
        const state = stateOf(query)
        const found = find(finder, state)
        finder.facets.forEach((facet, at) => {{
            const chosen = state.chosen[facet.id]
            const with_ = (choices) => ({{ ...state, chosen: {{ ...state.chosen, [facet.id]: choices }} }})
            for (const {{ id, number, name }} of facet.options) {{
                const others = chosen.filter((choice) => choice.id !== id)
                const beside = state.all[facet.id] ? others : []
                const own = chosen.find((choice) => choice.id === id) ?? {{ id, stance: "" }}
                const count = state.all[facet.id] ? with_([...beside, own]) : with_([{{ id, stance: "" }}])
                compare(query, name, found.options[at].totals[number], count)
                if (!chosen.includes(own)) continue
                facet.stances.forEach((stance, which) => compare(query, `${{name}} ${{stance}}`,
                    found.options[at].codes[number * facet.width + which], with_([...beside, {{ id, stance }}])))
            }}
        }})
        found.from.forEach((count, at) => compare(query, "from", count, {{ ...state, from: finder.years[0] + at }}))
        found.to.forEach((count, at) => compare(query, "to", count, {{ ...state, to: finder.years[0] + at }}))
        finder.dimensions.forEach(({{ id, steps }}, at) => {{
            compare(query, id, found.dimensions[at], {{ ...state, scale: {{ dimension: id, from: "", to: "" }} }})
            if (id !== state.scale.dimension) return
            steps.forEach(({{ id: step }}, which) => {{
                const ranged = (ends) => ({{ ...state, scale: {{ ...state.scale, ...ends }} }})
                compare(query, `from ${{step}}`, found.low[which], ranged({{ from: step }}))
                compare(query, `to ${{step}}`, found.high[which], ranged({{ to: step }}))
            }})
        }})
    }}
    return wrong
}}"""


def shown(page: Page) -> list[str]:
    """Return the ids of the case studies shown, in order."""
    return [str(case.get_attribute("data-case")) for case in page.locator("[data-case]").all()]


def matching(library: Library, holds: Holds) -> list[str]:
    return sorted(name for name, entry in library.case_studies.items() if holds(entry.data))


def has(technology: str, *stances: str) -> Holds:
    return lambda case: any(
        use.technology == technology and (not stances or use.stance in stances) for use in case.technologies
    )


def box(page: Page, facet: str, option: str) -> Locator:
    """Return the checkbox of an option, after opening its facet and filtering the list for it."""
    place = page.locator(f"[data-facet='{facet}']")
    if place.get_attribute("open") is None:
        place.locator("summary").click()
    if place.locator("[data-options-filter]").is_visible():
        place.locator("[data-options-filter]").fill(option)
    return place.locator(f"input[value='{option}']")


def count_of(page: Page) -> Locator:
    return page.locator("[data-explore-count]")


def open_synthetic(new_page: NewPage, count: int) -> Page:
    """Open the finder with `count` synthetic case studies."""
    page = new_page(None)

    def answer(route: Route) -> None:
        route.fulfill(content_type="text/javascript", body=f'hsData("finder",({SYNTHETIC})({count}))')

    page.route("**/data-*/finder.js", answer)
    page.goto("explore/")
    expect(count_of(page)).to_contain_text("systems")
    return page


def test_it_begins_with_all_and_a_choice_narrows_them_down(new_page: NewPage, real_library: Library) -> None:
    page = new_page("explore/")
    expect(count_of(page)).to_have_text(f"All {len(real_library.case_studies)} systems")
    assert sorted(shown(page)) == sorted(real_library.case_studies)
    box(page, "technology", "redis").check()
    expect(page).to_have_url(re.compile(r"/explore/\?technology=redis$"))
    expected = matching(real_library, has("redis"))
    assert sorted(shown(page)) == expected
    expect(count_of(page)).to_have_text(f"{len(expected)} of {len(real_library.case_studies)} systems")


def test_a_card_says_why_it_matches_and_leads_to_the_claim(new_page: NewPage, real_library: Library) -> None:
    page = new_page("explore/?technology=redis&from=2010&scale=requests")
    cards = page.locator("[data-case]")
    assert cards.count() > 0
    for card in cards.all():
        case = real_library.case_studies[str(card.get_attribute("data-case"))].data
        claims = [f"#technology-{use.claim_id}" for use in case.technologies if use.technology == "redis"]
        why = card.locator(".hs-why-match")
        href = str(why.locator(".hs-chip").first.get_attribute("href"))
        assert any(href.endswith(claim) for claim in claims)
        assert "#figure-" in str(why.locator("a:not(.hs-chip)").get_attribute("href"))
        expect(why).to_contain_text(re.compile(r"\d{4}"))
    page.locator(".hs-why-match .hs-chip").first.click()
    expect(page.locator(":target")).to_contain_text("Redis")


@pytest.mark.parametrize("stance", ["uses", "left", "rejected"])
def test_a_stance_narrows_a_technology_down(stance: str, new_page: NewPage, real_library: Library) -> None:
    expected = matching(real_library, has("redis", stance))
    page = new_page("explore/?technology=redis")
    choice = page.locator("[data-stance='redis']")
    expect(choice.locator(f"option[value='{stance}']")).to_have_text(f"{stance} ({len(expected) or 'none'})")
    choice.select_option(stance)
    expect(page).to_have_url(re.compile(rf"\?technology=redis:{stance}$"))
    assert sorted(shown(page)) == expected


def test_any_of_and_all_of(new_page: NewPage, real_library: Library) -> None:
    page = new_page("explore/?technology=redis&technology=memcached")
    one, other = has("redis"), has("memcached")
    assert sorted(shown(page)) == matching(real_library, lambda case: one(case) or other(case))
    page.get_by_role("radio", name="all of them").first.check()
    expect(page).to_have_url(re.compile("&technology-mode=all$"))
    assert sorted(shown(page)) == matching(real_library, lambda case: one(case) and other(case))


def test_facets_go_together(new_page: NewPage, real_library: Library) -> None:
    def holds(case: CaseStudy) -> bool:
        shards = any(use.pattern == "sharding" and use.stance == "uses" for use in case.patterns)
        early = case.period.start is None or case.period.start.year <= 2012
        return shards and early and case.domain in ("social-network", "media-sharing")

    page = new_page("explore/?pattern=sharding:uses&domain=social-network&domain=media-sharing&to=2012")
    assert sorted(shown(page)) == matching(real_library, holds) != []


def test_a_range_of_a_scale(new_page: NewPage) -> None:
    page = new_page("explore/?scale=requests")
    published = shown(page)
    page.locator("[data-least]").select_option("10000")
    expect(page).to_have_url(re.compile(r"\?scale=requests&scale-from=10000$"))
    large = shown(page)
    page.locator("[data-least]").select_option("")
    page.locator("[data-most]").select_option("10000")
    small = shown(page)
    assert large
    assert small
    assert set(large) | set(small) == set(published)


@pytest.mark.parametrize("query", ["?sort=date", "?sort=scale&scale=requests", "?sort=name"])
def test_results_are_sorted(query: str, new_page: NewPage, real_library: Library) -> None:
    page = new_page(f"explore/{query}")
    cases = [real_library.case_studies[name].data for name in shown(page)]
    if "date" in query:
        ends = [case.period.until.year if case.period.until else 9999 for case in cases]
        assert ends == sorted(ends, reverse=True)
    elif "name" in query:
        assert [case.name for case in cases] == sorted((case.name for case in cases), key=str.casefold)
    else:
        largest = ["shopify", "google", "sentry"]  # 489 million a minute, 1.2 million and 200,000 a second
        assert [case for case in shown(page) if case in largest] == largest


def test_those_that_match_more_come_first(new_page: NewPage) -> None:
    page = new_page("explore/?technology=redis&technology=memcached&technology=mysql")
    names = [
        set(card.locator(".hs-why-match .hs-chip").all_inner_texts()) for card in page.locator("[data-case]").all()
    ]
    matched = [len({name.split(" ")[0] for name in those}) for those in names]
    assert matched == sorted(matched, reverse=True)
    assert matched[0] > matched[-1]


def test_back_and_forward_go_through_the_states(new_page: NewPage) -> None:
    page = new_page("explore/")
    states = [(page.url, shown(page))]
    box(page, "technology", "redis").check()
    states.append((page.url, shown(page)))
    page.locator("[data-stance='redis']").select_option("uses")
    states.append((page.url, shown(page)))
    page.get_by_role("button", name="Table").click()
    states.append((page.url, shown(page)))
    assert len({url for url, _ in states}) == 4
    for url, cases in states[-2::-1]:
        page.go_back()
        assert (page.url, shown(page)) == (url, cases)
    expect(box(page, "technology", "redis")).not_to_be_checked()
    for url, cases in states[1:]:
        page.go_forward()
        assert (page.url, shown(page)) == (url, cases)
    expect(box(page, "technology", "redis")).to_be_checked()
    expect(page.locator("[data-stance='redis']")).to_have_value("uses")


def test_back_from_a_case_study_restores_the_state(new_page: NewPage) -> None:
    page = new_page("explore/")
    box(page, "technology", "redis").check()
    before = shown(page)
    page.locator(".hs-card__link").first.click()
    expect(page.locator("h1")).to_have_count(1)
    page.go_back()
    expect(count_of(page)).to_contain_text(f"{len(before)} of")
    assert shown(page) == before


def test_a_shared_address_opens_the_same_search(new_page: NewPage) -> None:
    page = new_page("explore/")
    box(page, "technology", "memcached").check()
    box(page, "pattern", "sharding").check()
    page.locator("[data-facet='pattern'] [data-stance='sharding']").select_option("uses")
    page.locator("[data-explore-sort]").select_option("date")
    page.get_by_role("button", name="Table").click()
    page.locator("[data-explore-columns]").get_by_label("Machines").check()
    other = new_page(None)
    other.goto(page.url)
    expect(count_of(other)).to_have_text(count_of(page).inner_text())
    assert shown(other) == shown(page) != []
    assert other.locator("thead").inner_text() == page.locator("thead").inner_text()
    assert "Machines" in other.locator("thead").inner_text()
    expect(other.locator("input[value='memcached']")).to_be_visible()
    expect(other.locator("input[value='memcached']")).to_be_checked()
    expect(other.locator("[data-facet='pattern'] [data-stance='sharding']")).to_have_value("uses")
    expect(other.locator("[data-explore-sort]")).to_have_value("date")
    assert other.url == page.url


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("technology", "kafkaa"), ("technology", "redis:loves"), ("colour", "red"), ("level", "9"), ("from", "1066"),
        ("from", "x"), ("scale", "love"), ("scale-from", "17"), ("sort", "taste"), ("view", "map"), ("column", "love"),
        ("technology-mode", "some"), ("domain-mode", "all"), ("pattern", '"><img src=x onerror=alert(1)>'),
        ("constructor", "toString"),
    ],
)  # fmt: skip
def test_what_is_unknown_is_left_out_and_named(name: str, value: str, new_page: NewPage) -> None:
    page = new_page(f"explore/?{name}={quote(value)}&technology=redis")
    notice = page.locator("[data-explore-notice]")
    expect(notice).to_be_visible()
    expect(notice).to_contain_text(f"{name} “{value}”")
    assert shown(page) == shown(new_page("explore/?technology=redis"))
    page.get_by_role("button", name="Take back Redis").click()
    expect(notice).not_to_be_visible()


def test_a_known_address_brings_no_notice(new_page: NewPage) -> None:
    page = new_page("explore/?technology=redis:uses&from=2014&to=2010&scale=requests&scale-to=10000&domain=")
    expect(page.locator("[data-explore-notice]")).not_to_be_visible()
    expect(page.locator("[data-from]")).to_have_value("2010")
    expect(page.locator("[data-to]")).to_have_value("2014")


def test_counts_are_what_a_choice_would_leave(new_page: NewPage) -> None:
    queries = [
        "", "?technology=redis", "?technology=redis:uses&technology=memcached&technology-mode=all",
        "?technology=redis:left&technology=memcached&pattern=sharding&family=caching:uses&from=2008",
        "?technology=mysql&technology=redis&technology=memcached:uses&technology-mode=all&domain=social-network",
        "?pattern=sharding:avoids&level=advanced&scale=requests&scale-from=1000",
        "?scale=machines&scale-to=100&to=2014",
    ]  # fmt: skip
    assert new_page("explore/").evaluate(WRONG_COUNTS, queries) == []


def test_an_option_that_gives_nothing_is_shown_as_such_and_can_be_reached(new_page: NewPage) -> None:
    page = new_page("explore/?organisation=kraken-io")
    before = shown(page)
    empty = box(page, "technology", "hbase")
    expect(empty).to_have_attribute("aria-disabled", "true")
    expect(empty.locator("xpath=..").locator(".hs-count")).to_contain_text("none")
    expect(empty).to_have_accessible_description("No system has this together with the other choices.")
    empty.focus()
    expect(empty).to_be_focused()
    page.keyboard.press("Space")
    expect(empty).not_to_be_checked()
    assert shown(page) == before
    assert page.url.endswith("?organisation=kraken-io")


def test_where_nothing_is_left_it_says_what_to_take_back(new_page: NewPage) -> None:
    page = new_page("explore/?technology=hbase&organisation=kraken-io")
    expect(count_of(page)).to_contain_text("0 of ")
    nothing = page.locator("[data-explore-nothing]")
    way = nothing.get_by_role("button", name=re.compile("Without .*HBase: 1$"))
    way.press("Enter")
    assert shown(page) == ["kraken-io"]
    expect(nothing).not_to_be_visible()
    assert page.evaluate("document.activeElement.closest('[data-explore-choices]') !== null")


def test_the_list_of_a_facet_is_searched_and_opened(new_page: NewPage, real_library: Library) -> None:
    page = new_page("explore/")
    place = page.locator("[data-facet='technology']")
    options = place.locator("li:visible")
    expect(options).to_have_count(8)
    count, most = len(real_library.technologies), 200
    place.get_by_role("button", name=f"Show all {count}" if count <= most else f"Show {most} of {count}").click()
    expect(options).to_have_count(min(most, count))
    place.locator("[data-options-filter]").fill("CASSANDRA")
    expect(options.first).to_contain_text("Cassandra")
    place.locator("[data-options-filter]").fill("nothing is called so")
    expect(options).to_have_count(0)
    expect(place.locator("[data-options-none]")).to_be_visible()


def test_the_table_compares_what_was_chosen(new_page: NewPage, real_library: Library) -> None:
    page = new_page("explore/?technology=redis&pattern=sharding&view=table&column=machines&column=team")
    heads = page.locator("thead th").all_inner_texts()
    assert heads == ["System", "Period", "Machines", "Team", "Redis", "Sharding", "Field"]
    for row in page.locator("tbody tr").all():
        case = real_library.case_studies[str(row.get_attribute("data-case"))].data
        stances = {use.stance for use in case.technologies if use.technology == "redis"}
        assert set(row.locator("td").nth(3).inner_text().split(", ")) == stances
        expect(row.locator("th a")).to_have_text(case.name)
    page.locator("[data-explore-columns]").get_by_label("Machines").uncheck()
    expect(page).to_have_url(re.compile("column=team$"))
    assert page.locator("thead th").all_inner_texts()[2:4] == ["Team", "Redis"]


def test_it_is_used_by_keyboard_alone(new_page: NewPage) -> None:
    page = new_page("explore/")
    page.locator("[data-facet='technology'] [data-options-filter]").focus()
    page.keyboard.type("redis")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    first = page.locator("[data-facet='technology'] li:visible input").first
    expect(first).to_be_focused()
    page.keyboard.press("Space")
    expect(first).to_be_checked()
    expect(first).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("ArrowDown")
    expect(page).to_have_url(re.compile(r"\?technology=redis:uses$"))
    expect(page.locator("[data-stance='redis']")).to_be_focused()
    page.get_by_role("button", name="Take back Redis (uses)").press("Enter")
    expect(count_of(page)).to_be_focused()
    expect(count_of(page)).to_contain_text("All")


def test_the_count_is_announced_and_parts_have_names(new_page: NewPage) -> None:
    page = new_page("explore/?technology=redis")
    expect(page.get_by_role("status").filter(has_text="systems")).to_have_attribute("aria-live", "polite")
    expect(page.get_by_role("button", name="Cards")).to_have_attribute("aria-pressed", "true")
    expect(page.get_by_role("list", name="Chosen")).to_be_visible()
    expect(page.get_by_role("group", name="Technology", exact=True).first).to_be_visible()
    for control in page.locator("article :is(input, select, button):visible").all():
        expect(control).to_have_accessible_name(re.compile(r"\w"))


@pytest.mark.parametrize("width", [390, 820, 1440])
@pytest.mark.parametrize("query", ["?technology=redis&pattern=sharding&view=table", "?technology=redis&scale=requests"])
def test_it_fits(width: int, query: str, new_page: NewPage) -> None:
    page = new_page(f"explore/{query}", width)
    expect(count_of(page)).to_contain_text("systems")
    page.evaluate("for (const part of document.querySelectorAll('details')) part.open = true")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_what_to_choose_by_is_folded_on_small_screens_alone(new_page: NewPage) -> None:
    page = new_page("explore/", 390)
    place = page.locator("[data-facet='technology']")
    expect(place).not_to_be_visible()
    page.get_by_text("Choose by technology").click()
    expect(place).to_be_visible()
    page.get_by_text("Choose by technology").click()
    page.set_viewport_size({"width": 1440, "height": 900})
    expect(place).to_be_visible()
    expect(page.get_by_text("Choose by technology")).not_to_be_visible()


def test_without_javascript_the_technology_index_serves(new_page: NewPage) -> None:
    page = new_page("explore/?technology=redis", java_script_enabled=False)
    expect(page.locator("[data-explore]")).not_to_be_visible()
    expect(page.locator("[data-explore-fallback]")).to_contain_text("needs JavaScript")
    page.locator("[data-explore-fallback]").get_by_role("link", name="the technology index").click()
    expect(page.locator("h1")).to_have_text("Technologies")


def test_without_its_data_the_technology_index_serves(new_page: NewPage) -> None:
    page = new_page(None)
    page.route("**/data-*/finder.js", lambda route: route.abort())
    page.goto("explore/")
    expect(page.get_by_role("alert").filter(has_text="the technology index")).to_be_visible()
    expect(page.locator("[data-explore]")).not_to_be_visible()


@pytest.mark.parametrize("path", ["", "case-studies/", "technologies/redis/"])
def test_nothing_of_it_is_loaded_elsewhere(path: str, new_page: NewPage) -> None:
    page = new_page(None)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(path)
    page.wait_for_load_state("networkidle")
    assert asked
    assert [url for url in asked if re.search(r"explore[-a-z]*\.js|data/finder", url)] == []


@pytest.mark.parametrize(
    ("path", "query"),
    [("technologies/redis/", "?technology=redis"), ("patterns/sharding/", "?pattern=sharding"), ("case-studies/", "")],
)
def test_other_pages_lead_here(path: str, query: str, new_page: NewPage) -> None:
    page = new_page(path)
    page.locator("article").get_by_role("link", name=re.compile("^Explore")).click()
    expect(page).to_have_url(re.compile(rf"/explore/{re.escape(query)}$"))
    expect(count_of(page)).to_contain_text("systems")


def test_many_results_come_by_and_by(new_page: NewPage) -> None:
    page = open_synthetic(new_page, count=150)
    assert len(shown(page)) == 60
    more = page.locator("[data-explore-more]")
    expect(more).to_have_text("Show 60 more of 90")
    more.press("Enter")
    assert len(shown(page)) == 120
    expect(page.locator("[data-case]").nth(60).locator("h3 a")).to_be_focused()
    more.press("Enter")
    assert len(set(shown(page))) == 150
    expect(more).not_to_be_visible()
