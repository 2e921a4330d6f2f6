"""Checks of drafts: what is published does not depend on them, and has nothing left to write."""

from collections.abc import Iterator

from handbook.library import Entry, Library
from handbook.model.fields import Reference, Shape
from handbook.model.structure import fields_of, leaves, parts
from handbook.problem import Finding, Steps, of_one_entry
from handbook.text import candidates, entry_links

TO_WRITE = "TODO"
"""The word that marks what is still to be written in the file that `make new` makes."""


def draft_named(library: Library) -> Iterator[Finding]:
    """A published entry names a draft, which is not on the published site."""
    drafts = {entry.address for entry in library.drafts()}
    for entry in library.files() if drafts else ():
        if not _is_draft(entry):
            for steps, address in _named(entry, library):
                if address in drafts:
                    kind, _, name = address.partition(":")
                    message = f"the {kind} `{name}` is a draft; name it once it is published, or mark this a draft too"
                    yield entry.finding(steps, message)


def _named(entry: Entry[Shape], library: Library) -> Iterator[tuple[Steps, str]]:
    """Yield the addresses of all entries that an entry names, in fields and in links."""
    for steps, mark, value in leaves(entry.data, Reference):
        yield steps, value if mark.kind == "any" else f"{mark.kind}:{value}"
    for text in entry.markup:
        for link in entry_links(text.text) if not text.too_much else ():
            yield from ((text.steps, address) for address in candidates(link.target, library.ids))


@of_one_entry
def text_to_write(library: Library) -> Iterator[Finding]:
    """A published entry still has a text that begins with `TODO`, or an address that contains it."""
    for entry in library.entries():
        if not _is_draft(entry) and TO_WRITE in entry.data.model_dump_json():
            for steps, value in _texts(entry.data):
                if value.startswith(TO_WRITE) or (value.startswith("http") and TO_WRITE in value):
                    yield entry.finding(steps, "this is still to be written; write it, or set `draft: true`")


def _texts(data: Shape) -> Iterator[tuple[Steps, str]]:
    for steps, part in parts(data, Shape):
        for field in fields_of(type(part)):
            value = getattr(part, field.name)
            if isinstance(value, str):
                yield (*steps, field.key), value
            elif field.many and not field.shape:
                yield from (((*steps, field.key, n), item) for n, item in enumerate(value) if isinstance(item, str))


def _is_draft(entry: Entry[Shape]) -> bool:
    return bool(getattr(entry.data, "draft", False))
