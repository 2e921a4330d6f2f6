"""What an entry of its kind or depth has to have."""

from collections.abc import Iterator

from handbook.library import Library
from handbook.model.kinds import schema_comment
from handbook.problem import TOP, Finding

FULL = ("status", "how_it_works", "excels", "fails")


def full_entry_incomplete(library: Library) -> Iterator[Finding]:
    """A technology of `depth: full` lacks a part that such an entry has to have."""
    for entry in library.technologies.values():
        if entry.data.depth == "full":
            for key in FULL:
                if not getattr(entry.data, key):
                    message = f"`depth: full` requires `{key}`; write it, or set `depth: brief`"
                    yield entry.finding(("depth",), message)
            if len(entry.data.alternatives) < 2 and not entry.data.no_alternatives:
                message = "`depth: full` requires two `alternatives`, or `no_alternatives` with the reason"
                yield entry.finding(("depth",), message)


def thin_without_reason(library: Library) -> Iterator[Finding]:
    """A case study calls its record thin and does not say what the record lacks."""
    for entry in library.case_studies.values():
        if entry.data.record.state == "thin" and not entry.data.record.why:
            message = "the record is `thin`; say in `why` what it lacks, because the page tells the reader"
            yield entry.finding(("record",), message)


def full_record_without_brief(library: Library) -> Iterator[Finding]:
    """A case study whose record is full has no `brief`, which the reader sees first."""
    for entry in library.case_studies.values():
        if entry.data.record.state == "full" and not entry.data.brief:
            message = "the record is `full`, but there is no `brief`; add one, or set `state: thin` and say `why`"
            yield entry.finding(("record", "state"), message)


def missing_schema_comment(library: Library) -> Iterator[Finding]:
    """The first line does not tell the editor which schema the file has, so the editor cannot help."""
    for entry in library.files():
        wanted = schema_comment(entry.kind)
        if entry.source.first_line != wanted:
            message = f"the first line has to be `{wanted}`, because editors read it"
            yield Finding(entry.source.path, *TOP, message)
