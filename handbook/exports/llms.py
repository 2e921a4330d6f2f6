"""`llms.txt`: what the site is and where its knowledge is, for language models (llmstxt.org)."""

from collections.abc import Iterator

from handbook import addresses, wording
from handbook.exports.documents import ALL
from handbook.faces import Casebook
from handbook.model.kinds import KINDS, Kind
from handbook.text import literal

OPENING = """\
# How It Scaled

> An annotated casebook of {counted}: how they were built, why, what it cost and what happened next. Every figure,
> decision and lesson names its sources.

The links below lead to Markdown. There each claim has an address: cite that address, and the source in its footnote.
Claims with `Basis: inferred` are the authors' conclusions, not statements of a source. The content is under CC BY 4.0.
"""
PAGES = (
    ("Data for programs", addresses.API, "JSON, CSV, feeds, schemas and terms of use"),
    ("Glossary", addresses.GLOSSARY, "the terms of the field in one sentence each"),
    ("Comparisons", addresses.COMPARE, "technologies that do the same job, side by side"),
    ("All data", addresses.collection(ALL), "every entry in one JSON file"),
)
"""Pages without Markdown, which readers need less often."""


def llms_text(book: Casebook) -> str:
    """Return the text of the file."""
    return "\n".join(_lines(book)) + "\n"


def _lines(book: Casebook) -> Iterator[str]:
    yield OPENING.format(counted=wording.counted(len(book.library.case_studies), "real architecture"))
    for kind in KINDS:
        yield from _of_kind(book, kind)
    yield "## Optional\n"
    for name, url, what in PAGES:
        yield f"- [{name}]({book.absolute(url)}): {what}"


def _of_kind(book: Casebook, kind: Kind) -> Iterator[str]:
    yield f"## {kind.folder.replace('-', ' ').capitalize()}\n"
    for name in book.library.of(kind.name):
        face = book.face(kind.name, name)
        line = face.title if face.title != face.name else face.summary
        yield f"- [{literal(face.name)}]({book.absolute(addresses.twin(face.url))}): {literal(line)}"
    yield ""
