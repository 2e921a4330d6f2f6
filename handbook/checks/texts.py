"""Checks of texts: links are valid, safe and visible, and the amount of markup is limited."""

from collections.abc import Iterator

from handbook.library import MOST_MARKUP, MOST_MARKUP_OF_ENTRY, Entry, Library
from handbook.model.entry import EntryShape
from handbook.nearest import unknown
from handbook.problem import Finding, Steps
from handbook.text import candidates, empty_words, entry_links, unsafe_links


def unknown_link(library: Library) -> Iterator[Finding]:
    """A `[[link]]` in a text matches no entry."""
    everything = sorted({name for known in library.ids.values() for name in known})
    for entry, steps, target in _links(library):
        if not candidates(target, library.ids):
            name, remedy = target.rpartition(":")[2], "; write an id, or remove the brackets"
            yield entry.finding(steps, unknown(f"`[[{target}]]` matches no entry", name, everything, remedy))


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


def unsafe_link(library: Library) -> Iterator[Finding]:
    """A link in a text is not an http, https or mailto address, or contains a user name."""
    for entry in library.entries():
        for steps, value in _texts(entry):
            for url in unsafe_links(value):
                wanted = "a link begins with http://, https:// or mailto:, and has no user name before the host"
                message = f"the link `{url[:60]}` is not safe: {wanted}; link an entry with `[[id]]`"
                yield entry.finding(steps, message)


def empty_link(library: Library) -> Iterator[Finding]:
    """The text of a link or a piece of code is not visible."""
    for entry in library.entries():
        for steps, value in _texts(entry):
            for markup in empty_words(value):
                yield entry.finding(steps, f"{markup} has no visible text; write words in it, or remove it")


def too_much_markup(library: Library) -> Iterator[Finding]:
    """A text, or all texts of an entry together, have too many markup characters."""
    limits = f"the limit is {MOST_MARKUP} of them in a text and {MOST_MARKUP_OF_ENTRY:,} in an entry"
    for entry in library.entries():
        for text in entry.markup:
            if text.too_much:
                message = f"this text has too much markup (brackets, asterisks, underscores, backquotes); {limits}"
                yield entry.finding(text.steps, message)
