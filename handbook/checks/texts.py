"""Checks of texts: links are valid, safe and visible, and the amount of markup is limited."""

import re
from collections.abc import Callable, Iterator

from handbook.library import MOST_MARKUP, MOST_MARKUP_OF_ENTRY, Entry, Library
from handbook.model.case_study import NOT_STATED
from handbook.model.entry import EntryShape
from handbook.model.fields import InlineMarkdown
from handbook.model.structure import leaves
from handbook.nearest import suggestion
from handbook.problem import Finding, Steps, of_one_entry
from handbook.text import candidates, empty_words, entry_links, unclosed_links, unsafe_links


def unknown_link(library: Library) -> Iterator[Finding]:
    """A `[[link]]` in a text matches no entry."""
    for entry, steps, target in _links(library):
        if not candidates(target, library.ids):
            yield entry.finding(steps, _no_target(library, target))


def _no_target(library: Library, target: str) -> Callable[[], str]:
    def message() -> str:
        near = suggestion(f"[[{address}]]" for address in library.known.addresses(target))
        return f"`[[{target}]]` matches no entry{near or '; write an id, or remove the brackets'}"

    return message


def ambiguous_link(library: Library) -> Iterator[Finding]:
    """A `[[link]]` matches entries of several kinds and does not name the kind, as in `[[organisation:google]]`."""
    for entry, steps, target in _links(library):
        found = candidates(target, library.ids)
        if len(found) > 1:
            choices = " or ".join(f"`[[{address}]]`" for address in found)
            message = f"`[[{target}]]` can mean {len(found)} entries; write {choices}"
            yield entry.finding(steps, message)


def _links(library: Library) -> Iterator[tuple[Entry[EntryShape], Steps, str]]:
    for entry in library.entries():
        for steps, value in _texts(entry):
            for link in entry_links(value):
                yield entry, steps, link.target


def _texts(entry: Entry[EntryShape]) -> Iterator[tuple[Steps, str]]:
    """Yield the texts whose markup is within the limits."""
    return ((text.steps, text.text) for text in entry.markup if not text.too_much)


@of_one_entry
def unsafe_link(library: Library) -> Iterator[Finding]:
    """A link in a text is not an http, https or mailto address, or contains a user name."""
    for entry in library.entries():
        for steps, value in _texts(entry):
            for url in unsafe_links(value):
                wanted = "a link begins with http://, https:// or mailto:, and has no user name before the host"
                message = f"the link `{url[:60]}` is not safe: {wanted}; link an entry with `[[id]]`"
                yield entry.finding(steps, message)


@of_one_entry
def empty_link(library: Library) -> Iterator[Finding]:
    """The text of a link or a piece of code is not visible."""
    for entry in library.entries():
        for steps, value in _texts(entry):
            for markup in empty_words(value):
                yield entry.finding(steps, f"{markup} has no visible text; write words in it, or remove it")


@of_one_entry
def unclosed_link(library: Library) -> Iterator[Finding]:
    """A `[[link]]` to an entry lacks one of its brackets."""
    for entry in library.entries():
        for steps, value in _texts(entry):
            for begin in unclosed_links(value):
                message = f"the link `{begin}` lacks brackets; write `[[id]]`, with two on each side"
                yield entry.finding(steps, message)


@of_one_entry
def nothing_said(library: Library) -> Iterator[Finding]:
    """A text only says that something is unknown, or `not-stated` is in another field than `cost`."""
    for entry in library.entries():
        for steps, _, text in leaves(entry.data, InlineMarkdown):
            if len(text) <= LONGEST_FILLER and (text != NOT_STATED or steps[-1] != "cost") and FILLER.fullmatch(text):
                remedy = f"write `cost: {NOT_STATED}`" if steps[-1] == "cost" else "say it, or delete the line"
                yield entry.finding(steps, f"`{text}` tells the reader nothing; {remedy}")
        for steps, citation in entry.citations:
            if citation.at and len(citation.at) <= LONGEST_FILLER and FILLER.fullmatch(citation.at):
                message = (
                    f"`{citation.at}` is not a place in the source; give a section, page or minute, or delete `at`"
                )
                yield entry.finding((*steps, "at"), message)


LONGEST_FILLER = 24
"""The maximum length of a text that says nothing; longer ones are not examined, to save time."""
FILLER = re.compile(
    r"\W*(?:n/?a|none|unknown|unclear|tbd|todo|fixme|x{3,}"
    r"|not?[\s-]*(?:known|stated|given|said|specified|available|applicable|published|yet|info|data|information))?\W*",
    re.IGNORECASE,
)


@of_one_entry
def too_much_markup(library: Library) -> Iterator[Finding]:
    """A text, or all texts of an entry together, have too many markup characters."""
    limits = f"the limit is {MOST_MARKUP} of them in a text and {MOST_MARKUP_OF_ENTRY:,} in an entry"
    for entry in library.entries():
        for text in entry.markup:
            if text.too_much:
                message = f"this text has too much markup (brackets, asterisks, underscores, backquotes); {limits}"
                yield entry.finding(text.steps, message)
