"""The deck of all questions for Anki, in the text format that it imports, with a line for each note.

Anki 2.1.54 and later read the settings from the first lines: https://docs.ankiweb.net/importing/text-files.html
"""

from collections.abc import Iterator

from markupsafe import escape

from handbook import addresses
from handbook.exports.data import SiteFile
from handbook.faces import Casebook
from handbook.library import Entry
from handbook.model.brief import Question
from handbook.model.case_study import CaseStudy
from handbook.questions import patterns_of

DECK = "How It Scaled"
HEADERS = {
    "separator": "tab",
    "html": "true",
    "notetype": "Basic",
    "guid column": "1",
    "deck column": "2",
    "tags column": "5",
}
"""The settings of the import. A deck that is named in a column is made if there is none."""


def anki_file(book: Casebook) -> SiteFile:
    """Return the deck. A note keeps its GUID, so that importing a later deck updates it and keeps its schedule."""
    lines = (f"#{name}:{value}\n" for name, value in HEADERS.items())
    return SiteFile(addresses.path(addresses.ANKI_DECK), "".join((*lines, *_notes(book))))


def _notes(book: Casebook) -> Iterator[str]:
    for name in book.case_order:
        case = book.library.case_studies[name]
        for question in case.data.questions:
            yield "\t".join(_note(book, case, question)) + "\n"


def _note(book: Casebook, case: Entry[CaseStudy], question: Question) -> tuple[str, ...]:
    """Return the GUID, the deck, the front, the back and the tags of a note."""
    return (
        addresses.practised(f"how-it-scaled--{case.id}", question.id),
        DECK,
        _field(f"{case.data.name}: {book.plain(question.question)}"),
        _field(book.plain(question.answer)),
        " ".join((case.id, *patterns_of(case.data, question))),
    )


def _field(text: str) -> str:
    """Return a text as one line of HTML; quotes are escaped too, because Anki reads them as those of a field."""
    return " ".join(str(escape(text)).split())
