"""The registry of entry kinds: the folder, model, template and view of each."""

from dataclasses import dataclass

from handbook.model.case_study import CaseStudy
from handbook.model.entry import EntryShape
from handbook.model.organisation import Organisation
from handbook.model.pattern import Pattern
from handbook.model.reading_path import ReadingPath
from handbook.model.technology import Technology


@dataclass(frozen=True)
class Kind:
    """A kind of entry.

    `folder` holds its files and is the path of its pages, `shape` is the model of a file, and `label` is the name
    that readers see. `template` renders a page, `view` returns the data of the page, and `face` the data of an entry
    on all other pages; both are named as `module:function`, because those modules import this one. `rank` breaks
    ties in a search, the lowest first. `solves` is the weight of the kind when somebody searches for a problem in
    plain words, relative to a technology.
    """

    name: str
    folder: str
    shape: type[EntryShape]
    label: str
    template: str
    view: str
    face: str
    rank: int
    solves: float


KINDS = (
    Kind(
        "case-study", "case-studies", CaseStudy, "Case study", "case_study.html",
        view="handbook.views.case_study:case_study_view", face="handbook.faces:case_study_face", rank=3, solves=1,
    ),
    Kind(
        "technology", "technologies", Technology, "Technology", "technology.html",
        view="handbook.views.technology:technology_view", face="handbook.faces:technology_face", rank=1, solves=1,
    ),
    Kind(
        "pattern", "patterns", Pattern, "Pattern", "pattern.html",
        view="handbook.views.pattern:pattern_view", face="handbook.faces:pattern_face", rank=2, solves=1.5,
    ),
    Kind(
        "organisation", "organisations", Organisation, "Organisation", "organisation.html",
        view="handbook.views.organisation:organisation_view", face="handbook.faces:organisation_face",
        rank=5, solves=0.5,
    ),
    Kind(
        "path", "paths", ReadingPath, "Reading path", "path.html",
        view="handbook.views.reading_path:path_view", face="handbook.faces:path_face", rank=6, solves=0.5,
    ),
)  # fmt: skip
EDITOR_SCHEMAS = ".cache/schema"
"""The folder of the schemas that are made from the content, beside the folder of the content. Git ignores it."""
KIND_BY_NAME = {kind.name: kind for kind in KINDS}
KIND_BY_SHAPE = {kind.shape: kind for kind in KINDS}


def editor_comment(kind: str) -> str:
    """Return the first line of a draft: its schema lists the ids and terms of this copy of the content."""
    return f"# yaml-language-server: $schema=../../{EDITOR_SCHEMAS}/{kind}.json"


def schema_comment(kind: str) -> str:
    """Return the first line of a file of `kind`, which tells editors its schema."""
    folder = "../" if kind in KIND_BY_NAME else ""
    return f"# yaml-language-server: $schema={folder}.schema/{kind}.json"
