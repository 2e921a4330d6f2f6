"""What becomes of a filled form: the file that it changes or begins, before and after."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from handbook.doors.corrections import Correction, comparison, dead_link, wrong_fact
from handbook.doors.drafts import EntryDraft, new_system, new_technology
from handbook.doors.edits import edited
from handbook.doors.filled import FilledForm
from handbook.doors.questions import BY_MACHINE
from handbook.doors.refusal import RefusedFormError
from handbook.library import Library

CORRECTIONS: Mapping[str, Callable[[Library, FilledForm], Correction]] = {
    "wrong-fact": wrong_fact, "dead-link": dead_link, "new-comparison": comparison,
}  # fmt: skip
DRAFTS: Mapping[str, Callable[[Library, FilledForm], EntryDraft]] = {
    "new-system": new_system, "new-technology": new_technology,
}  # fmt: skip
DISCLOSED = "a program wrote this, or part of it: open every citation before you merge"


@dataclass(frozen=True)
class MadeFile:
    """A file below the content folder, before and after; `before` is None if it is new. Notes are for the reviewer."""

    file: str
    before: str | None
    after: str
    notes: tuple[str, ...]


def made_of(library: Library, form: FilledForm, read: Callable[[str], str]) -> MadeFile:
    """Return what becomes of a form; `read` returns the text of a file below the content folder."""
    notes = (DISCLOSED,) if form.answer("written") == BY_MACHINE else ()
    name = form.form.name
    if name in DRAFTS:
        draft = DRAFTS[name](library, form)
        return MadeFile(draft.file, None, draft.text, (*draft.notes, *notes))
    correction = CORRECTIONS[name](library, form)
    before = read(correction.entry.file)
    after = edited(before, correction.changes)
    if after == before:
        raise RefusedFormError(f"content/{correction.entry.file} says this already")
    return MadeFile(correction.entry.file, before, after, (*correction.notes, *notes))
