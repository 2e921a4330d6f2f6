"""JSON-LD: it uses terms of schema.org as they are defined, and cannot end the element around it."""

import json
from dataclasses import replace
from typing import Any

import pytest

from handbook.exports.linked_data import linked_citations, linked_data
from handbook.faces import Casebook, make_casebook
from handbook.library import Library

HOME = "https://handbook.example/"
THING = {"name", "url", "description"}
WORK = THING | {
    "headline", "inLanguage", "datePublished", "dateModified", "license", "author", "isPartOf", "about",
    "citation",
}  # fmt: skip
TERMS = {
    "TechArticle": WORK, "CreativeWork": WORK, "WebSite": WORK, "Organization": THING,
}  # fmt: skip
"""The types and their properties that we use, from https://schema.org."""
RANGES = {
    "author": {"Organization", "Person"}, "isPartOf": {"CreativeWork", "WebSite"},
    "citation": {"CreativeWork"}, "about": {"Organization"},
}  # fmt: skip
"""The types that the values of properties may have."""


@pytest.fixture(scope="module")
def book(library: Library) -> Casebook:
    return replace(make_casebook(library), home=HOME)


@pytest.fixture(scope="module")
def article(book: Casebook) -> Any:
    return json.loads(linked_data(book, book.library.case_studies["examplebook"]))


@pytest.fixture(scope="module")
def citations(book: Casebook) -> Any:
    return json.loads(linked_citations(book, book.library.case_studies["examplebook"]))


def nodes(node: Any, name: str = "") -> list[tuple[str, Any]]:
    """Return all nodes below `node`, each with the property that leads to it."""
    if isinstance(node, list):
        return [found for part in node for found in nodes(part, name)]
    if not isinstance(node, dict):
        return []
    return [(name, node), *(found for key, part in node.items() for found in nodes(part, key))]


def test_types_have_their_properties_and_properties_their_types(article: Any, citations: Any) -> None:
    assert article["@context"] == citations["@context"] == "https://schema.org"
    found = [*nodes(article), *nodes(citations)]
    assert len(found) > 6
    for name, node in found:
        assert {key for key in node if not key.startswith("@")} <= TERMS[node["@type"]], node
        assert node["@type"] in RANGES.get(name, {"TechArticle"}), node


def test_an_article_says_what_it_is(article: Any) -> None:
    page = f"{HOME}case-studies/examplebook/"
    assert article["@id"] == page
    assert article["headline"] == "Examplebook: 600 million invented requests a day"
    assert (article["datePublished"], article["dateModified"]) == ("2016-03-05", "2016-12-01")


def test_the_evidence_page_has_the_sources_of_the_same_article(article: Any, citations: Any) -> None:
    assert citations["@id"] == article["@id"]
    assert "citation" not in article
    assert citations["citation"] == [
        {"@type": "CreativeWork", "name": "How we invented it", "url": "https://blog.example.com/how"},
        {"@type": "CreativeWork", "name": "Ein Gespräch", "url": "https://magazine.example/interview"},
    ]


def test_a_case_study_without_a_review_was_changed_when_it_was_added(book: Casebook) -> None:
    found = json.loads(linked_data(book, book.library.case_studies["samplemail"]))
    assert (found["datePublished"], found["dateModified"]) == ("2016-11", "2016-11")


@pytest.mark.parametrize("title", ["</script><script>alert(1)</script>", "<!-- <script>", "a & b ]]> \u2028 \\\" '"])
def test_a_text_cannot_end_the_element(title: str, book: Casebook) -> None:
    case = book.library.case_studies["examplebook"]
    changed = replace(
        case, data=case.data.model_copy(update={"sources": (case.sources[0].model_copy(update={"title": title}),)})
    )
    text = linked_citations(book, changed)
    assert not set("<>&\u2028") & set(text)
    assert json.loads(text)["citation"][0]["name"] == title
