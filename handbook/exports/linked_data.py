"""A case study as linked data (JSON-LD, schema.org), which search engines read in its page."""

import json

from handbook import addresses
from handbook.exports.documents import LICENCE
from handbook.exports.feeds import AUTHOR, SITE
from handbook.faces import Casebook
from handbook.library import Entry
from handbook.model.case_study import CaseStudy
from handbook.model.evidence import Source

Node = dict[str, object]
ESCAPES = {ord(sign): f"\\u{ord(sign):04x}" for sign in "<>&\u2028\u2029"}
"""Signs that could end the element around the data, or a line of it; JSON has another form for each."""


def linked_data(book: Casebook, entry: Entry[CaseStudy]) -> str:
    """Return the JSON-LD of a case study, safe in a `script` element: a data block, which no browser runs."""
    return json.dumps(article(book, entry), ensure_ascii=False, separators=(",", ":")).translate(ESCAPES)


def article(book: Casebook, entry: Entry[CaseStudy]) -> Node:
    """Return a case study as an article that cites the primary sources that were read; the data has all sources."""
    face, case, url = book.face("case-study", entry.id), entry.data, book.absolute
    dates = {"datePublished": case.added, "dateModified": case.reviewed or case.added}
    return {
        "@context": "https://schema.org",
        "@type": "TechArticle",
        "@id": url(face.url),
        "url": url(face.url),
        "headline": face.title,
        "description": face.summary,
        "inLanguage": "en",
        **{name: str(date) for name, date in dates.items() if date},
        "license": LICENCE,
        "author": _named("Organization", AUTHOR),
        "isPartOf": _named("WebSite", SITE, url(addresses.HOME)),
        "about": _named("Organization", book.link("organisation", case.organisation).name),
        "encoding": [
            {"@type": "MediaObject", "encodingFormat": form, "contentUrl": url(of(face.url))}
            for form, of in (("application/json", addresses.entry_data), ("text/markdown", addresses.twin))
        ],
        "citation": [_named("CreativeWork", source.title, source.url) for source in case.sources if _is_cited(source)],
    }


def _is_cited(source: Source) -> bool:
    return source.primary and source.read != "none"


def _named(kind: str, name: str, url: str = "") -> Node:
    node: Node = {"@type": kind, "name": name}
    return node | ({"url": url} if url else {})
