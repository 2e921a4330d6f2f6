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
    """A kind of entry: its name, the folder of its files (and of its pages), and the shape of a file.

    `label` is what readers call it; `rank` is its place where two entries suit a search equally well, the lowest first;
    `solves` is how likely an entry of the kind answers a problem that is told in plain words, 1 being a technology.
    """

    name: str
    folder: str
    shape: type[EntryShape]
    label: str
    rank: int
    solves: float


KINDS = (
    Kind("case-study", "case-studies", CaseStudy, "Case study", rank=3, solves=1),
    Kind("technology", "technologies", Technology, "Technology", rank=1, solves=1),
    Kind("pattern", "patterns", Pattern, "Pattern", rank=2, solves=1.5),
    Kind("organisation", "organisations", Organisation, "Organisation", rank=5, solves=0.5),
    Kind("path", "paths", ReadingPath, "Reading path", rank=6, solves=0.5),
)
KIND_BY_NAME = {kind.name: kind for kind in KINDS}


def schema_comment(kind: str) -> str:
    """Return the first line of a file of `kind`, which editors read."""
    folder = "../" if kind in KIND_BY_NAME else ""
    return f"# yaml-language-server: $schema={folder}.schema/{kind}.json"
