"""Evidence on pages: one mark for each claim, with its sources in the order of the file."""

from handbook.faces import make_casebook
from handbook.library import Library
from handbook.model.evidence import Citation
from handbook.views.case_claims import case_claims
from handbook.views.evidence import Bibliography


def test_sources_stand_in_the_order_of_the_file(real_library: Library) -> None:
    book = make_casebook(real_library)
    shown, numbers = [], []
    for entry in real_library.case_studies.values():
        figures = case_claims(book, entry).figures
        for figure in entry.data.figures:
            cited = figures[figure.id].evidence.marks[0].cited
            shown.append([one.href.removeprefix("#source-") for one in cited])
            numbers.append([one.number for one in cited])
            assert shown[-1] == list(dict.fromkeys(source.id for source in figure.sources))
    assert len(shown) > 300
    assert any(order != sorted(order) for order in numbers)


def test_a_claim_has_one_mark_that_says_what_stands_behind_it(real_library: Library) -> None:
    entry = real_library.case_studies["tumblr"]
    words = {figure.id: figure for figure in entry.data.figures}
    figures = case_claims(make_casebook(real_library), entry).figures
    assert all(len(figure.evidence.marks) == 1 for figure in figures.values())
    disputed = [name for name in words if words[name].disputed]
    inferred = [name for name in words if words[name].inferred_from]
    assert disputed and inferred
    assert all("disputed" in figures[name].evidence.marks[0].words for name in disputed)
    assert all("inferred" in figures[name].evidence.marks[0].words for name in inferred)


def test_places_in_one_source_are_joined(library: Library) -> None:
    entry = next(iter(library.case_studies.values()))
    source = entry.data.sources[0].id
    cite = Bibliography(make_casebook(library), entry.data.sources)
    citations = [Citation(id=source, at=at) for at in ("slide 4", None, "slide 9")]
    (mark,) = cite.marks("here", "a claim", citations)
    assert (mark.words, mark.href) == ("1 source", "#evidence-here")
    assert mark.cited[0].at == "slide 4; slide 9"
    assert cite.marks("here", "a claim", []) == ()
