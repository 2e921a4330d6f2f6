"""Comparisons of two technologies: pairs, addresses, the contents of a page, and the index."""

from collections.abc import Callable
from pathlib import Path

import pytest

from handbook import addresses
from handbook.faces import make_casebook
from handbook.library import Library
from handbook.links import pairs
from handbook.reading import read_library
from handbook.renderer import Renderer
from handbook.site import Site, make_site
from handbook.views.both import MOST
from handbook.views.compare import MOST_USES, ComparisonView, Said, comparison_view
from handbook.views.comparison_index import comparison_index

Change = Callable[..., Library]
BACK = """alternatives:
  - {technology: example-cache, choose_this: Nothing may be lost., choose_that: It may., sources: [{id: home}]}
depth: brief"""


@pytest.fixture
def change(content: Path) -> Change:
    """Replace texts in a file of the sample, and return the library."""

    def change_file(name: str, *replacements: tuple[str, str]) -> Library:
        file = content / name
        text = file.read_text(encoding="utf-8")
        for old, new in replacements:
            assert old in text
            text = text.replace(old, new)
        file.write_text(text, encoding="utf-8")
        reading = read_library(content)
        assert reading.library, reading.problems
        return reading.library

    return change_file


def page(library: Library, one: str, other: str) -> ComparisonView:
    return comparison_view(make_casebook(library), one, other)


def texts(said: tuple[Said, ...]) -> list[tuple[str, ...]]:
    return [(str(one.text), *(link.url for link in one.sources)) for one in said]


def redirects(site: Site) -> dict[str, str]:
    return {redirect.url: redirect.target for redirect in site.redirects if redirect.url.startswith(addresses.COMPARE)}


def test_a_pair_is_found_once_whoever_names_the_other(library: Library, change: Change) -> None:
    expected = (
        ("example-cache", "mock-store"),
        ("example-cache", "sample-queue"),
        ("second-cache", "third-cache"),
    )
    assert pairs(library) == expected
    assert pairs(change("technologies/mock-store.yml", ("depth: brief", BACK))) == expected


def test_the_address_is_the_same_in_both_orders() -> None:
    assert addresses.comparison("redis", "memcached") == "/compare/memcached-vs-redis/"
    assert addresses.comparison("memcached", "redis") == "/compare/memcached-vs-redis/"
    assert addresses.comparison_as_named("redis", "memcached") == "/compare/redis-vs-memcached/"


def test_no_two_pairs_share_an_address_whatever_their_ids() -> None:
    words = ("a", "vs", "a-vs", "vs-a", "a-vs-a", "vs-vs", "a-a", "a-vs-vs", "avs")
    named = [(one, other) for one in words for other in words]
    assert len({addresses.comparison_as_named(*names) for names in named}) == len(named)
    assert addresses.comparison("a-vs", "b") == "/compare/a-vs--vs--b/"


def test_every_pair_has_one_page_and_the_other_order_leads_there(library: Library) -> None:
    site = make_site(library)
    urls = [page.url for page in site.pages if page.url.startswith(addresses.COMPARE)]
    pairs_of_example = ["/compare/example-cache-vs-mock-store/", "/compare/example-cache-vs-sample-queue/"]
    assert urls == ["/compare/", *pairs_of_example, "/compare/second-cache-vs-third-cache/", "/compare/caches/"]
    assert redirects(site)["/compare/mock-store-vs-example-cache/"] == "/compare/example-cache-vs-mock-store/"
    assert not redirects(site).keys() & set(urls)


def test_an_earlier_id_leads_to_the_pair_in_both_orders(library: Library) -> None:
    leads = redirects(make_site(library))
    for earlier in ("/compare/excache-vs-sample-queue/", "/compare/sample-queue-vs-excache/"):
        assert leads[earlier] == "/compare/example-cache-vs-sample-queue/"
    assert len(leads) == 2 * 3 + 1


def test_advice_from_one_entry_stands_in_both_columns(library: Library) -> None:
    advice = page(library, "example-cache", "sample-queue").advice
    place = "/technologies/example-cache/#alternative-sample-queue"
    assert texts(advice.choose[0]) == [("Somebody reads the same thing twice.", place)]
    assert texts(advice.choose[1]) == [("Everything is read once, in order.", place)]
    assert [(each.entries, each.text) for each in advice.inferences] == [
        ("Example Cache", "The review describes both, and does not compare them.")
    ]


def test_advice_from_both_entries_is_told_apart_by_where_its_sources_stand(change: Change) -> None:
    library = change("technologies/mock-store.yml", ("depth: brief", BACK))
    advice = page(library, "example-cache", "mock-store").advice
    cache = "/technologies/example-cache/#alternative-mock-store"
    store = "/technologies/mock-store/#alternative-example-cache"
    assert texts(advice.choose[0]) == [("The copies may be lost.", cache), ("It may.", store)]
    assert texts(advice.choose[1]) == [("They may not.", cache), ("Nothing may be lost.", store)]
    sources = [link.name for said in advice.choose[1] for link in said.sources]
    assert sources == ["Example Cache: 1 source", "Mock Store: 1 source"]


def test_the_same_advice_in_both_entries_stands_once_with_both_sources(change: Change) -> None:
    same = BACK.replace("Nothing may be lost", "They may not").replace("It may.", "Yes.")
    advice = page(change("technologies/mock-store.yml", ("depth: brief", same)), "example-cache", "mock-store").advice
    assert len(advice.choose[0]) == 2
    (said,) = advice.choose[1]
    assert [link.url for link in said.sources] == [
        "/technologies/example-cache/#alternative-mock-store",
        "/technologies/mock-store/#alternative-example-cache",
    ]


def test_every_statement_leads_to_its_place_on_the_page_of_its_entry(library: Library) -> None:
    site, renderer = make_site(library), Renderer()
    html = {page.url: renderer.page(page).html for page in site.pages if "/technologies/" in page.url}
    for side in page(library, "example-cache", "sample-queue").sides:
        said = (side.solves, *side.excels, *side.fails, *([side.status] if side.status else []))
        assert len(said) == 4
        for one in said:
            (link,) = one.sources
            url, _, anchor = link.url.partition("#")
            assert url == side.face.url
            assert f'id="{anchor}">{addresses.make_relative(str(one.text), url)}' in html[url]
            assert link.label == f"{link.name} on the page of {side.face.name}"


def test_who_ran_which_comes_with_stance_time_and_place(library: Library) -> None:
    cache, queue = page(library, "example-cache", "sample-queue").sides
    told = [(group.stance, use.case.name, use.when, use.claim) for group in cache.stances for use in group.uses]
    assert told == [
        ("uses", "Examplebook", "2010 to 2014", "/case-studies/examplebook/#technology-cache-of-pages"),
        ("left", "Samplemail", "until 2018", "/case-studies/samplemail/#technology-example-cache"),
    ]
    assert (cache.face.stances, queue.face.stances) == ("used by 1, left by 1", "used by 1")
    assert (cache.more, queue.more) == (0, 0)


def test_case_studies_with_both_stand_together(library: Library) -> None:
    (left,) = page(library, "example-cache", "mock-store").common
    (kept,) = page(library, "example-cache", "sample-queue").common
    assert (left.heading, kept.heading) == ("Left or rejected both", "Ran one, left or rejected the other")
    (case,) = kept.cases
    assert case.case.url == "/case-studies/samplemail/"
    assert [(name, [group.stance for group in groups]) for name, groups in case.stances] == [
        ("Example Cache", ["left"]),
        ("Sample Queue", ["uses"]),
    ]


def test_who_kept_both_is_told_apart(change: Change) -> None:
    library = change("case-studies/samplemail.yml", ("Store of letters, stance: rejected", "Store, stance: uses"))
    (common,) = page(library, "mock-store", "sample-queue").common
    assert common.heading == "Ran both"


def test_a_decision_that_concerns_both_is_shown(library: Library, change: Change) -> None:
    assert page(library, "example-cache", "mock-store").decisions.lines == ()
    changed = change(
        "case-studies/examplebook.yml",
        ("technologies: [example-cache]\n    outcome", "technologies: [example-cache, mock-store]\n    outcome"),
    )
    (line,) = page(changed, "example-cache", "mock-store").decisions.lines
    assert line.claim == "/case-studies/examplebook/#decision-cache-first"
    assert page(changed, "example-cache", "sample-queue").decisions.lines == ()


def test_a_long_list_is_cut_to_the_latest_and_counted(change: Change, content: Path) -> None:
    mail = (content / "case-studies" / "samplemail.yml").read_text(encoding="utf-8")
    for number in range(MOST + 5):
        text = mail.replace("period: {until: 2018}", f"period: {{until: {1990 + number}}}")
        (content / "case-studies" / f"mail-{number:02}.yml").write_text(text, encoding="utf-8")
    view = page(change("case-studies/samplemail.yml"), "example-cache", "sample-queue")
    (common,) = view.common
    assert (len(common.cases), common.more) == (MOST, 6)
    assert [case.when for case in common.cases[:3]] == ["until 2018", "until 2014", "until 2013"]
    (queue,) = view.sides[1].stances
    assert (len(queue.uses), queue.cases) == (MOST_USES, MOST + 6)
    assert view.sides[1].more == MOST + 6 - MOST_USES
    assert view.lead.endswith(f"{MOST + 6} case studies name both.")


def test_what_a_page_says_first(library: Library, change: Change) -> None:
    both = page(library, "example-cache", "sample-queue")
    assert both.lead == (
        "Example Cache: used by 1, left by 1. Sample Queue: used by 1. One case study names both."
    )  # fmt: skip
    assert both.name == "Example Cache or Sample Queue"
    assert [link.name for link in both.breadcrumbs] == ["Home", "Technologies", "Compare"]
    unused = change(
        "case-studies/samplemail.yml",
        ("technology: mock-store", "technology: dummy-log"),
        ("technology: sample-queue", "technology: dummy-log"),
    )
    assert page(unused, "mock-store", "sample-queue").lead.startswith("No case study here names either of them")
    assert page(unused, "example-cache", "mock-store").lead == (
        "Example Cache: used by 1, left by 1. Mock Store: in no case study yet. No case study names both."
    )


def test_the_index_has_a_pair_under_each_of_its_categories(library: Library) -> None:
    index = comparison_index(make_casebook(library))
    assert index.count == 3
    assert {category.anchor: [pair.name for pair in category.pairs] for category in index.categories} == {
        "category-cache": [
            "Example Cache or Mock Store",
            "Example Cache or Sample Queue",
            "Second Cache or Third Cache",
        ],
        "category-message-queue": ["Example Cache or Sample Queue"],
    }
    line = index.categories[0].pairs[0]
    assert line.url == "/compare/example-cache-vs-mock-store/"
    assert line.used == ("Example Cache used by 1, left by 1", "Mock Store rejected by 1")
    assert line.common == 1


def test_facts_that_are_the_same_are_told_once_and_what_nobody_records_is_left_out(library: Library) -> None:
    caches = page(library, "second-cache", "third-cache").facts
    assert [row.name for row in caches.same] == ["In these case studies", "Category"]
    assert "First release" not in [row.name for row in (*caches.same, *caches.different)]
    other = page(library, "example-cache", "sample-queue").facts
    (release,) = [row for row in other.different if row.name == "First release"]
    assert [cell.text for cell in release.cells] == ["22 May 2003", "not recorded"]


def test_points_about_the_same_thing_stand_beside_each_other(library: Library) -> None:
    caches = page(library, "second-cache", "third-cache")
    speed, peace = caches.excels.shared
    assert [str(cell.text) for cell in speed.cells if cell] == ["It answers in 3 ms.", "It answers in 4 ms."]
    assert peace.same
    assert [link.url for link in peace.same.sources] == [
        "/technologies/second-cache/#excels-peace",
        "/technologies/third-cache/#excels-peace",
    ]
    assert caches.excels.rest == ((), ())
    html = next(made for made in make_site(library).pages if made.url.endswith("/second-cache-vs-third-cache/"))
    assert Renderer().page(html).html.count("It never writes to a disk.") == 1


def test_the_pairs_that_most_case_studies_name_come_first(real_library: Library) -> None:
    for category in comparison_index(make_casebook(real_library)).categories:
        evidence = [(pair.common, pair.named) for pair in category.pairs]
        assert evidence == sorted(evidence, reverse=True), category.name


def test_the_page_of_a_technology_leads_to_its_pairs(library: Library) -> None:
    site, renderer = make_site(library), Renderer()
    html = {page.url: renderer.page(page).html for page in site.pages if "/technologies/" in page.url}
    link = 'href="../../compare/example-cache-vs-mock-store/" aria-label='
    assert f'{link}"Example Cache and Mock Store side by side">side by side</a>' in html["/technologies/example-cache/"]
    assert f'{link}"Mock Store and Example Cache side by side">side by side</a>' in html["/technologies/mock-store/"]
    assert 'href="../compare/"' in html["/technologies/"]


def test_names_are_escaped(change: Change) -> None:
    library = change("technologies/mock-store.yml", ("name: Mock Store", 'name: "<b>Mock</b> & \\"Store\\""'))
    site, renderer = make_site(library), Renderer()
    html = [renderer.page(page).html for page in site.pages if page.url.startswith(addresses.COMPARE)]
    assert len(html) == 5
    assert not [text for text in html if "<b>Mock" in text or '"Store"' in text]
    assert sum("&lt;b&gt;Mock&lt;/b&gt; &amp; &#34;Store&#34;" in text for text in html) == 3


def test_its_card_and_description_say_which_pair(library: Library) -> None:
    made = next(page for page in make_site(library).pages if page.url == "/compare/example-cache-vs-sample-queue/")
    assert made.title == "Example Cache or Sample Queue?"
    assert made.description.startswith("Example Cache or Sample Queue? What each solves")
    assert (made.card.kind, made.card.detail) == ("Side by side", "Caches; Queues and logs")
    assert (made.card.figure, made.card.figure_of) == ("2 systems", "of this casebook took, left or rejected them")
