"""Checks of completeness: entries have the parts that their kind and depth require."""

from collections.abc import Iterator

from handbook.library import Library
from handbook.model.kinds import editor_comment, schema_comment
from handbook.problem import TOP, Finding, of_one_entry

FULL = ("status", "how_it_works", "excels", "fails")


@of_one_entry
def full_entry_incomplete(library: Library) -> Iterator[Finding]:
    """A technology of `depth: full` lacks a part that this depth requires."""
    for entry in library.technologies.values():
        if entry.data.depth == "full":
            for key in FULL:
                if not getattr(entry.data, key):
                    message = f"`depth: full` requires `{key}`; write it, or set `depth: brief`"
                    yield entry.finding(("depth",), message)
            if len(entry.data.alternatives) < 2 and not entry.data.no_alternatives:
                message = "`depth: full` requires two `alternatives`, or `no_alternatives` with the reason"
                yield entry.finding(("depth",), message)


@of_one_entry
def thin_without_reason(library: Library) -> Iterator[Finding]:
    """A case study has a thin record, but does not say what the record lacks."""
    for entry in library.case_studies.values():
        if entry.data.record.state == "thin" and not entry.data.record.why:
            message = "the record is `thin`; say in `why` what it lacks, because the page shows the reason"
            yield entry.finding(("record",), message)


@of_one_entry
def full_record_without_brief(library: Library) -> Iterator[Finding]:
    """A case study with a full record has no `brief`, which the page shows first."""
    for entry in library.case_studies.values():
        if entry.data.record.state == "full" and not entry.data.brief:
            message = "the record is `full`, but there is no `brief`; add one, or set `state: thin` and say `why`"
            yield entry.finding(("record", "state"), message)


@of_one_entry
def missing_schema_comment(library: Library) -> Iterator[Finding]:
    """The first line does not name the schema of the file, so editors cannot validate it."""
    for entry in library.files():
        wanted, of_draft = schema_comment(entry.kind), editor_comment(entry.kind)
        is_draft = getattr(entry.data, "draft", False)
        if entry.source.first_line != wanted and not (is_draft and entry.source.first_line == of_draft):
            message = f"the first line has to be `{wanted}`, because editors read it"
            yield Finding(entry.source.path, *TOP, message)
