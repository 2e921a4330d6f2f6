"""The kinds of entries: the one list of what there is, where it is kept and what shape it has."""

from dataclasses import dataclass

from handbook.model.case_study import CaseStudy
from handbook.model.entry import EntryShape
from handbook.model.organisation import Organisation
from handbook.model.pattern import Pattern
from handbook.model.reading_path import ReadingPath
from handbook.model.technology import Technology


@dataclass(frozen=True)
class Kind:
    """A kind of entry: its name, the folder of its files (and of its pages), and the shape of a file."""

    name: str
    folder: str
    shape: type[EntryShape]


KINDS = (
    Kind("case-study", "case-studies", CaseStudy),
    Kind("technology", "technologies", Technology),
    Kind("pattern", "patterns", Pattern),
    Kind("organisation", "organisations", Organisation),
    Kind("path", "paths", ReadingPath),
)
KIND_BY_NAME = {kind.name: kind for kind in KINDS}


def schema_comment(kind: str) -> str:
    """Return the first line of a file of `kind`, which editors read."""
    folder = "../" if kind in KIND_BY_NAME else ""
    return f"# yaml-language-server: $schema={folder}.schema/{kind}.json"
