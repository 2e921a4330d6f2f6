"""A case study as linked data (JSON-LD, schema.org), which search engines read in its page."""

import json

from handbook import addresses
from handbook.exports.documents import LICENCE
from handbook.exports.feeds import AUTHOR, SITE
from handbook.faces import Casebook
from handbook.library import Entry
from handbook.model.case_study import CaseStudy

Node = dict[str, object]
ESCAPES = {ord(sign): f"\\u{ord(sign):04x}" for sign in "<>&\u2028\u2029"}
"""Signs that could end the element around the data, or a line of it; JSON has another form for each."""


def linked_data(book: Casebook, entry: Entry[CaseStudy]) -> str:
    """Return the JSON-LD of the page of a case study, safe in a `script` element: a data block, which no browser runs.

    The citations are on the evidence page, as properties of the same article, because the page has a budget.
    """
    return _safe(article(book, entry))


def linked_citations(book: Casebook, entry: Entry[CaseStudy]) -> str:
    """Return the JSON-LD of the evidence page: the article with the sources that it cites."""
    return _safe(_about(book, entry) | {"citation": citations(entry)})


def article(book: Casebook, entry: Entry[CaseStudy]) -> Node:
    """Return a case study as an article; links in the head of the page lead to its other forms."""
    case, url = entry.data, book.absolute
    dates = {"datePublished": case.added, "dateModified": case.reviewed or case.added}
    return {
        **_about(book, entry),
        "inLanguage": "en",
        **{name: str(date) for name, date in dates.items() if date},
        "license": LICENCE,
        "author": _named("Organization", AUTHOR),
        "isPartOf": _named("WebSite", SITE, url(addresses.HOME)),
        "about": _named("Organization", book.link("organisation", case.organisation).name),
    }


def citations(entry: Entry[CaseStudy]) -> list[Node]:
    """Return the sources that were read."""
    return [_named("CreativeWork", one.title, one.url) for one in entry.data.sources if one.read != "none"]


def _about(book: Casebook, entry: Entry[CaseStudy]) -> Node:
    """Return what identifies the article on both of its pages."""
    face = book.face("case-study", entry.id)
    url = book.absolute(face.url)
    return {"@context": "https://schema.org", "@type": "TechArticle", "@id": url, "headline": face.title}


def _safe(node: Node) -> str:
    return json.dumps(node, ensure_ascii=False, separators=(",", ":")).translate(ESCAPES)


def _named(kind: str, name: str, url: str = "") -> Node:
    node: Node = {"@type": kind, "name": name}
    return node | ({"url": url} if url else {})
