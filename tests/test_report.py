"""The report on the depth of case studies, for the sample handbook and with parts removed."""

from dataclasses import replace
from pathlib import Path

from handbook.library import Entry, Library
from handbook.model.case_study import CaseStudy
from handbook.reading import read_library
from handbook.report import DEPTH, reports

SAMPLE = Path(__file__).parent / "sample" / "content"


def _sample() -> Library:
    library = read_library(SAMPLE).library
    assert library
    return library


def _with(library: Library, name: str, case: Entry[CaseStudy]) -> Library:
    """Return the library with `case` as its only case study."""
    return replace(library, by_kind={**library.by_kind, "case-study": {name: case}})


def test_every_case_study_is_counted() -> None:
    library = _sample()
    assert [report.id for report in reports(library)] == list(library.case_studies)
    for report in reports(library):
        assert set(report.counts) == set(DEPTH)
        assert report.counts["figures"] == len(library.case_studies[report.id].data.figures)


def test_what_is_missing_is_the_difference_to_the_expected_depth() -> None:
    library = _sample()
    name, entry = next(iter(library.case_studies.items()))
    bare = replace(entry, data=entry.data.model_copy(update={"figures": (), "questions": ()}))
    (report,) = reports(_with(library, name, bare))
    assert {"8 more figures", "8 more questions", "1 more derived figure"} <= set(report.missing)


def test_the_share_counts_claims_with_a_primary_source() -> None:
    library = _sample()
    name, entry = next(iter(library.case_studies.items()))
    secondary = tuple(source.model_copy(update={"primary": False}) for source in entry.data.sources)
    none = replace(entry, data=entry.data.model_copy(update={"sources": secondary}))
    every = tuple(source.model_copy(update={"primary": True}) for source in entry.data.sources)
    full = replace(entry, data=entry.data.model_copy(update={"sources": every}))
    assert [report.primary_share for report in reports(_with(library, name, none))] == [0.0]
    assert [report.primary_share for report in reports(_with(library, name, full))] == [1.0]
