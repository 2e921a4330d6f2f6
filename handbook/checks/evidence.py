"""Evidence: what a claim rests on has to be there, to have been read, and to be used."""

from collections.abc import Iterator
from datetime import date

from handbook.library import Library
from handbook.model.evidence import Evidence
from handbook.model.structure import parts
from handbook.problem import Problem


def unread_source_cited(library: Library, today: date) -> Iterator[Problem]:
    """A claim rests on a source that was not read. Read it and say how (`read`), or cite the one that was read."""
    for entry in library.entries():
        unread = {source.id for source in entry.sources if source.read == "none"}
        for steps, citation in entry.citations:
            if citation.id in unread:
                message = f"the source `{citation.id}` was not read (`read: none`), so nothing can rest on it"
                yield entry.problem((*steps, "id"), message, "unread-source-cited")


def source_never_cited(library: Library, today: date) -> Iterator[Problem]:
    """A source was read, and nothing in the entry cites it. Cite it where it says something, or take it out."""
    for entry in library.entries():
        cited = {citation.id for _, citation in entry.citations}
        tied = {source.text_of for source in entry.sources}
        for number, source in enumerate(entry.sources):
            if source.id not in cited | tied and source.read != "none":
                message = f"nothing cites the source `{source.id}`; cite it, take it out, or say `read: none`"
                yield entry.problem(("sources", number, "id"), message, "source-never-cited")


def inferred_without_how(library: Library, today: date) -> Iterator[Problem]:
    """A claim is inferred, and nothing says from what; or it says so and calls itself stated."""
    for entry in library.entries():
        for steps, evidence in parts(entry.data, Evidence):
            if evidence.basis == "inferred" and not evidence.inferred_from:
                message = "the basis is `inferred`; say in `inferred_from` how it follows from what the source states"
                yield entry.problem((*steps, "basis"), message, "inferred-without-how")
            if evidence.basis == "stated" and evidence.inferred_from:
                message = "this says how it was inferred; then the `basis` is `inferred`"
                yield entry.problem((*steps, "inferred_from"), message, "inferred-without-how")
