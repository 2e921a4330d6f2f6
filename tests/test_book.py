"""The book: what becomes of a page on paper, and where its links lead."""

import sys
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[1] / "scripts"))
from bookbinding.chapters import SITE, Chapter, Chapters, Part, count_of
from bookbinding.links import ids_of, resolve
from bookbinding.markup import chapter_of, find, text_of, to_text
from handbook.faces import make_casebook
from handbook.library import Library
from handbook.site import make_site

PUBLISHED = "https://site.example/"


@pytest.fixture
def parts(library: Library) -> tuple[Part, ...]:
    return tuple(Chapters(make_casebook(library), make_site(library), lambda: None).parts())


def plain(html: str) -> str:
    """Return the text of a chapter made from `html`, in one line."""
    return text_of(chapter_of(html, str, ""))


def test_what_only_a_screen_can_use_goes_and_the_text_after_it_stays() -> None:
    assert (
        plain('<p>one <button>press</button>two</p><nav>way</nav> three <p hidden="">no</p>four')
        == "one two three four"
    )


def test_a_fold_is_open_on_paper() -> None:
    section = chapter_of("<details><summary>Why</summary><p>Because.</p></details>", str, "")
    assert text_of(section) == "WhyBecause."
    assert [element.get("class") for element in find(section, "p")] == ["summary", None]
    assert not list(find(section, "details"))


def test_ids_are_kept_apart_also_where_a_picture_names_them() -> None:
    html = (
        '<h2 id="a">A</h2><svg viewBox="0 0 1 1" aria-labelledby="t"><title id="t">T</title>'
        '<g marker-end="url(#m)"></g></svg>'
    )
    text = to_text(chapter_of(html, str, "redis-"))
    assert 'id="redis-a"' in text
    assert 'aria-labelledby="redis-t"' in text
    assert 'marker-end="url(#redis-m)"' in text
    assert 'viewBox="0 0 1 1"' in text


def test_headings_are_lowered_and_the_markup_is_xml() -> None:
    text = to_text(chapter_of("<h1>A &amp; B</h1><p>x<br>y</p>", str, ""))
    assert "<h2>A &amp; B</h2>" in text
    assert ET.fromstring(text) is not None


def test_links_lead_into_the_book_or_to_the_site() -> None:
    body = chapter_of(
        f'<h1 id="title"></h1><a href="{SITE}/a/b/#here"></a><a href="{SITE}/a/b/#gone"></a>'
        f'<a href="{SITE}/a/b/evidence/#gone"></a>'
        f'<a href="{SITE}/explore/?x=1"></a><a href="https://elsewhere.example/"></a>',
        str,
        "a-b-",
    )
    ET.SubElement(body, "p", {"id": "a-b-here"})
    resolve([Chapter("a-b", "B", body)], lambda chapter, anchor: f"{chapter}.xhtml#{anchor}", PUBLISHED)
    assert [link.get("href") for link in find(body, "a")] == [
        "a-b.xhtml#a-b-here",
        "a-b.xhtml#a-b-title",
        "https://site.example/a/b/evidence/#gone",
        "https://site.example/explore/?x=1",
        "https://elsewhere.example/",
    ]


def test_the_parts_have_all_entries_the_index_and_the_sources(parts: tuple[Part, ...]) -> None:
    assert [(part.title, len(part.chapters)) for part in parts] == [
        ("Case studies", 2), ("Patterns", 4), ("Technologies", 6), ("Reference", 4),
    ]  # fmt: skip
    index = parts[3].chapters[1].body
    assert "Example Cache, Examplebook (uses), Samplemail (left)" in text_of(index)
    assert "sources-post" not in ids_of(parts[3].chapters[2])
    assert "case-studies-examplebook-evidence-source-post" in ids_of(parts[3].chapters[2])


def test_every_link_inside_the_book_has_its_place(parts: tuple[Part, ...]) -> None:
    chapters = [chapter for part in parts for chapter in part.chapters]
    resolve(chapters, lambda _, anchor: f"#{anchor}", PUBLISHED)
    places = {place for chapter in chapters for place in ids_of(chapter)}
    inside = [href for one in chapters for link in one.body.iter() if (href := link.get("href", "")).startswith("#")]
    assert len(inside) > 100
    assert {href[1:] for href in inside} <= places


def test_progress_is_counted_to_the_end(library: Library) -> None:
    ticks: list[int] = []
    tuple(Chapters(make_casebook(library), make_site(library), lambda: ticks.append(1)).parts())
    assert len(ticks) == count_of(make_casebook(library))
