"""The data of the finder: all case studies with their options and scales, and the facets to filter by."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from typing import NamedTuple

from handbook import addresses, wording
from handbook.collation import name_order
from handbook.exports.data import data_file
from handbook.exports.finder_records import (
    FinderCase,
    FinderData,
    FinderDimension,
    FinderFacet,
    FinderOption,
    FinderScale,
    FinderUse,
)
from handbook.exports.late import LateFile
from handbook.exports.steps import with_steps
from handbook.faces import Casebook
from handbook.facets import DIMENSIONS, FACETS, Dimension, Facet
from handbook.library import Entry
from handbook.model.case_study import CaseStudy
from handbook.scales import Scale, scales_of

Cases = Sequence[Entry[CaseStudy]]
Scales = Sequence[Mapping[Dimension, Scale]]


class Taken(NamedTuple):
    """An option that a case study has, with its stance and the claim behind it."""

    option: str
    stance: str = ""
    claim: str = ""


def finder_file(book: Casebook) -> LateFile:
    """Return the data file of the finder."""
    return data_file(FinderData, partial(finder, book))


def finder(book: Casebook) -> FinderData:
    """Return the data of the finder, in which case studies, options and dimensions are referenced by index."""
    cases = [book.library.case_studies[name] for name in book.case_order]
    scales = [scales_of(book, case.data) for case in cases]
    dimensions = [each for each in DIMENSIONS if any(each in found for found in scales)]
    return FinderData(
        facets=tuple(_facet(book, facet, cases) for facet in FACETS),
        dimensions=tuple(_dimension(book, each, scales) for each in dimensions),
        cases=tuple(_case(book, case) for case in cases),
        scales=tuple(_scales(book, dimensions, scales)),
        page=addresses.page("case-study", "{id}"),
        claim=addresses.claim("{id}", "{kind}", "{claim}"),
        organisation=addresses.page("organisation", "{id}"),
    )


def _facet(book: Casebook, facet: Facet, cases: Cases) -> FinderFacet:
    options = _options(book, facet, cases)
    places = {option.id: place for place, option in enumerate(options)}
    uses = tuple(use for place, case in enumerate(cases) for use in _uses(book, facet, places, place, case.data))
    return FinderFacet(facet.id, facet.name, facet.several, facet.claims, facet.stances, options, uses)


def _options(book: Casebook, facet: Facet, cases: Cases) -> tuple[FinderOption, ...]:
    """Return the options of a facet in descending order of case studies; levels keep their order."""
    counts = Counter(name for case in cases for name in {taken.option for taken in _taken(book, facet, case.data)})
    names = _names(book, facet)
    order = list(names)
    if facet.id != "level":
        order.sort(key=lambda name: (-counts[name], name_order(names[name]), name))
    return tuple(FinderOption(name, names[name], _hue(book, facet, name)) for name in order)


def _names(book: Casebook, facet: Facet) -> dict[str, str]:
    if facet.id in ("technology", "pattern", "organisation"):
        return {name: book.face(facet.id, name).name for name in book.library.of(facet.id)}
    section = {"family": "families", "domain": "domains", "level": "levels"}[facet.id]
    return {term.id: term.name for term in book.terms[section].values()}


def _hue(book: Casebook, facet: Facet, name: str) -> int | None:
    """Return the colour of a pattern or family, or None for other facets."""
    if facet.id not in ("pattern", "family"):
        return None
    family = book.library.patterns[name].data.family if facet.id == "pattern" else name
    return book.families[family].hue


def _taken(book: Casebook, facet: Facet, case: CaseStudy) -> Iterator[Taken]:
    if facet.id == "technology":
        yield from (Taken(use.technology, use.stance, use.claim_id) for use in case.technologies)
    elif facet.id == "pattern":
        yield from (Taken(use.pattern, use.stance, use.claim_id) for use in case.patterns)
    elif facet.id == "family":
        for use in case.patterns:
            yield Taken(book.library.patterns[use.pattern].data.family, use.stance)
    else:
        yield Taken(getattr(case, facet.id))


def _uses(book: Casebook, facet: Facet, places: Mapping[str, int], place: int, case: CaseStudy) -> Iterator[FinderUse]:
    """Yield the options that a case study has in a facet, each combination of option and stance once."""
    seen = set()
    for taken in _taken(book, facet, case):
        stance = facet.stances.index(taken.stance) if taken.stance else 0
        if (taken.option, stance) not in seen:
            seen.add((taken.option, stance))
            claim = "" if taken.claim == taken.option else taken.claim
            yield FinderUse(place, places[taken.option], stance, claim)


def _case(book: Casebook, entry: Entry[CaseStudy]) -> FinderCase:
    """Return a case study with its years and its main number."""
    period, face = entry.data.period, book.face("case-study", entry.id)
    start, until = (date.year if date else 0 for date in (period.start, period.until))
    value, what = (face.number.value, face.number.what) if face.number else ("", "")
    return FinderCase(face.id, face.name, face.title, face.period, start, until, value, what)


def _dimension(book: Casebook, dimension: Dimension, scales: Scales) -> FinderDimension:
    return with_steps(book, dimension, [found[dimension].value for found in scales if dimension in found])


def _scales(book: Casebook, dimensions: Sequence[Dimension], scales: Scales) -> Iterator[FinderScale]:
    for place, found in enumerate(scales):
        for number, dimension in enumerate(dimensions):
            if dimension in found:
                value, figure = found[dimension]
                words, date = wording.figure_value(figure, book.units), wording.noted_date(figure)
                yield FinderScale(place, number, value, words, date, figure.id)
