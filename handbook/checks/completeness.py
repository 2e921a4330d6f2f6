"""What an entry of its kind or depth has to have."""

from collections.abc import Iterator
from datetime import date

from handbook.library import Library
from handbook.model.kinds import schema_comment
from handbook.problem import Problem
from handbook.source import TOP

FULL = ("status", "how_it_works", "excels", "fails")


def full_entry_incomplete(library: Library, today: date) -> Iterator[Problem]:
    """A technology of `depth: full` lacks a part. Write it, or say `depth: brief`."""
    for entry in library.technologies.values():
        if entry.data.depth == "full":
            for key in FULL:
                if not getattr(entry.data, key):
                    message = f"`depth: full` asks for `{key}`; write it, or say `depth: brief`"
                    yield entry.problem(("depth",), message, "full-entry-incomplete")
            if len(entry.data.alternatives) < 2 and not entry.data.no_alternatives:
                message = "`depth: full` asks for two `alternatives`, or `no_alternatives` with the reason"
                yield entry.problem(("depth",), message, "full-entry-incomplete")


def thin_without_reason(library: Library, today: date) -> Iterator[Problem]:
    """The record is called thin, and nothing says what it lacks."""
    for entry in library.case_studies.values():
        if entry.data.record.state == "thin" and not entry.data.record.why:
            message = "the record is `thin`; say in `why` what it lacks, for the page tells the reader"
            yield entry.problem(("record",), message, "thin-without-reason")


def missing_schema_comment(library: Library, today: date) -> Iterator[Problem]:
    """The first line does not tell the editor which schema the file has, so the editor cannot help."""
    for entry in library.files():
        wanted = schema_comment(entry.kind)
        if entry.source.first_line != wanted:
            message = f"the first line has to be `{wanted}`, for editors read it"
            yield Problem(entry.source.path, *TOP, message, "missing-schema-comment")
