"""Addresses of pages, and conversion of root-relative links to relative ones."""

import pytest
from markupsafe import Markup, escape

from handbook import addresses
from handbook.addresses import make_relative, output_file, page, relative, source_file


def test_every_kind_has_pages_of_its_own() -> None:
    kinds = ("case-study", "technology", "pattern", "organisation", "path")
    assert [page(kind, "x") for kind in kinds] == [
        "/case-studies/x/", "/technologies/x/", "/patterns/x/", "/organisations/x/", "/paths/x/",
    ]  # fmt: skip


def test_a_claim_has_an_address_made_from_its_id() -> None:
    assert addresses.claim("examplebook", "figure", "servers") == "/case-studies/examplebook/#figure-servers"
    assert addresses.category("cache") == "/technologies/#category-cache"
    assert addresses.family("caching") == "/families/caching/"


def test_addresses_on_a_page_never_meet() -> None:
    kinds = ("figure", "decision", "lesson", "event", "pattern", "technology", "component", "flow", "source",
             "cost", "use-when", "avoid-when", "variant", "alternative", "excels", "fails")  # fmt: skip
    ids = [f"{first}{second}" for first in ("a", "b", "1", "when") for second in ("", "-b", "-1", "-when", "-evidence")]
    anchors = [addresses.anchor(kind, name) for kind in kinds for name in ids]
    made = [f"#{anchor}" for anchor in anchors] + [addresses.evidence_below(anchor) for anchor in anchors]
    assert len(set(made)) == len(made)


@pytest.mark.parametrize(
    ("url", "start"),
    [("/", "./"), ("/patterns/", "../"), ("/patterns/sharding/", "../../"), ("/api/v1/x/", "../../../")],
)
def test_links_from_the_root_are_made_relative_at_every_depth(url: str, start: str) -> None:
    html = '<a class="x" href="/technologies/redis/">R</a><img src="/a.png"><a\n  href="/">Home</a>'
    made = f'<a class="x" href="{start}technologies/redis/">R</a><img src="{start}a.png"><a\n  href="{start}">Home</a>'
    assert make_relative(html, url) == made
    assert relative("/technologies/redis/", url) == f"{start}technologies/redis/"


@pytest.mark.parametrize(
    "html",
    [
        '<a href="https://a.example/">x</a>', '<a href="#figure-x">x</a>',
        '<a href="../x/">x</a>', '<a data-href="/x/">x</a>', 'href="/x/"',
    ],
)  # fmt: skip
def test_nothing_else_is_touched(html: str) -> None:
    assert make_relative(html, "/patterns/x/") == html


@pytest.mark.parametrize("text", ['<a href="/evil/">', '" href="/evil/', "' href=\"/evil/", '<img src="/evil/"'])
def test_text_with_quotes_cannot_be_mistaken_for_a_link(text: str) -> None:
    html = Markup('<p title="{0}">{0}</p>').format(text)
    assert escape(text) in html
    assert make_relative(html, "/patterns/x/") == html


@pytest.mark.parametrize(
    ("url", "source", "output"),
    [
        ("/", "index.md", "index.html"),
        ("/patterns/", "patterns/index.md", "patterns/index.html"),
        ("/patterns/x/", "patterns/x/index.md", "patterns/x/index.html"),
    ],
)
def test_mkdocs_knows_a_page_by_a_file(url: str, source: str, output: str) -> None:
    assert (source_file(url), output_file(url)) == (source, output)
