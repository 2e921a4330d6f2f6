"""Checks of evidence: cited sources were read, sources are cited, and inferences are explained."""

import re
from collections.abc import Iterator

from handbook.library import Library
from handbook.model.evidence import Evidence, Source
from handbook.model.structure import parts
from handbook.problem import Finding, of_one_entry


@of_one_entry
def unread_source_cited(library: Library) -> Iterator[Finding]:
    """A claim cites a source that was not read (`read: none`)."""
    for entry in library.entries():
        unread = {source.id for source in entry.sources if source.read == "none"}
        for steps, citation in entry.citations:
            if citation.id in unread:
                message = f"the source `{citation.id}` was not read (`read: none`); cite one that was read"
                yield entry.finding((*steps, "id"), message)


@of_one_entry
def source_never_cited(library: Library) -> Iterator[Finding]:
    """Nothing cites a source that was read."""
    for entry in library.entries():
        cited = {citation.id for _, citation in entry.citations}
        tied = {source.text_of for source in entry.sources}
        for number, source in enumerate(entry.sources):
            if source.id not in cited | tied and source.read != "none":
                message = f"nothing cites the source `{source.id}`; cite it, remove it, or set `read: none`"
                yield entry.finding(("sources", number, "id"), message)


@of_one_entry
def address_listed_twice(library: Library) -> Iterator[Finding]:
    """Two sources of an entry have the same address, so one text counts as two."""
    for entry in library.entries():
        first: dict[str, Source] = {}
        for number, source in enumerate(entry.sources):
            other = first.setdefault(_without_form(source.url), source)
            if other is not source and source.id != other.text_of and source.text_of != other.id:
                message = f"`{other.id}` has this address already; cite that source, and say the place in `at`"
                yield entry.finding(("sources", number, "url"), message)


def _without_form(url: str) -> str:
    """Return `url` without the parts that do not identify the page: scheme, `www.`, tracking, final slash."""
    plain = re.sub(r"[?&](?:utm_\w+|fbclid|gclid)=[^&#]*", "", url)
    host, slash, path = re.sub(r"^https?://(?:www\.)?", "", plain, flags=re.IGNORECASE).partition("/")
    return f"{host.lower()}{slash}{path}".rstrip("/")


@of_one_entry
def citation_without_place(library: Library) -> Iterator[Finding]:
    """A citation of a long source, such as a book or a video, does not say the place in it."""
    for entry in library.entries():
        places = {source.id: LONG[source.kind] for source in entry.sources if source.kind in LONG}
        for steps, citation in entry.citations if places else ():
            if not citation.at and citation.id in places:
                message = f"`{citation.id}` is long; say where in it this is: `at: {places[citation.id]}`"
                yield entry.finding(steps, message)


LONG = {"book": "page 12", "video": "minute 12", "podcast": "minute 12", "filing": "page 12"}
"""The kinds of source in which nobody finds a statement without the place, and what a place looks like."""


@of_one_entry
def inferred_without_how(library: Library) -> Iterator[Finding]:
    """An inferred claim does not say how it was inferred, or a claim with `inferred_from` is marked as stated."""
    for entry in library.entries():
        for steps, evidence in parts(entry.data, Evidence):
            if evidence.basis == "inferred" and not evidence.inferred_from:
                message = "the basis is `inferred`; say in `inferred_from` how it follows from what the source states"
                yield entry.finding((*steps, "basis"), message)
            if evidence.basis == "stated" and evidence.inferred_from:
                message = "this says how the claim was inferred; set `basis: inferred`"
                yield entry.finding((*steps, "inferred_from"), message)
