"""The data of the finder: facets, dimensions, and case studies that refer to them by number."""

import json

import pytest

from handbook import addresses
from handbook.exports.data import packed
from handbook.exports.finder import finder, finder_file
from handbook.exports.finder_records import FinderData, FinderFacet, FinderUse
from handbook.faces import make_casebook
from handbook.facets import DIMENSIONS, FACETS
from handbook.library import Library
from handbook.site import make_site


@pytest.fixture(scope="module")
def data(library: Library) -> FinderData:
    return finder(make_casebook(library))


@pytest.fixture(scope="module")
def real_data(real_library: Library) -> FinderData:
    return finder(make_casebook(real_library))


def place_of(data: FinderData, case: str) -> int:
    return [row.id for row in data.cases].index(case)


def named(data: FinderData, case: str) -> dict[str, list[str]]:
    """Return the options of a case study by facet, such as `example-cache:uses#cache-of-pages`."""
    place = place_of(data, case)
    return {facet.id: [_word(facet, use) for use in facet.uses if use.case == place] for facet in data.facets}


def _word(facet: FinderFacet, use: FinderUse) -> str:
    stance = f":{facet.stances[use.stance]}" if facet.stances else ""
    return facet.options[use.option].id + stance + (f"#{use.claim}" if use.claim else "")


def scales(data: FinderData, case: str) -> dict[str, tuple[float, str, str, str]]:
    """Return the scales of a case study by measure: value, words, date, figure."""
    place = place_of(data, case)
    return {data.dimensions[row.dimension].id: row[2:] for row in data.scales if row.case == place}


def test_a_case_study_refers_to_its_options_by_number(data: FinderData) -> None:
    assert named(data, "examplebook") == {
        "technology": ["example-cache:uses#cache-of-pages", "dummy-log:built"],
        "pattern": ["read-cache:uses#page-cache", "warm-up:uses"],
        "family": ["caching:uses"],
        "domain": ["social"],
        "organisation": ["example-corp"],
        "level": ["advanced"],
    }
    assert named(data, "samplemail")["technology"] == ["sample-queue:uses", "example-cache:left", "mock-store:rejected"]
    assert named(data, "samplemail")["family"] == [
        "queues:uses",
        "caching:abandoned",
        "caching:planned",
        "queues:avoids",
    ]


def test_a_period_is_told_in_words_and_in_years_0_where_it_is_open(data: FinderData) -> None:
    assert {row.id: (row.period, row.start, row.until) for row in data.cases} == {
        "examplebook": ("2010 to June 2014", 2010, 2014),
        "samplemail": ("until 2018", 0, 2018),
    }


def test_the_headline_is_the_number_of_the_brief_in_words(data: FinderData) -> None:
    headlines = {row.id: (row.value, row.what) for row in data.cases}
    assert headlines["examplebook"] == ("100 servers", "Servers")
    assert headlines["samplemail"] == ("", "")


def test_a_scale_is_the_largest_measured_value_at_the_rate_of_its_dimension(data: FinderData) -> None:
    """Estimates, capacities and figures given only in words do not count as measured values."""
    assert scales(data, "examplebook") == {
        "requests": (6944.44, "about 600 million requests a day", "1 May 2013", "requests-day"),
        "machines": (100.0, "100 servers", "2013", "servers"),
    }
    assert scales(data, "samplemail") == {"machines": (3.0, "about 3 servers", "2017", "machines")}


def test_a_figure_of_another_time_than_the_period_tells_no_scale(real_library: Library, real_data: FinderData) -> None:
    assert {figure.as_of.year for figure in real_library.case_studies["youtube"].data.figures} > {2025}
    for case in real_library.case_studies.values():
        last = case.data.period.until
        later = {figure.id for figure in case.data.figures if last and figure.as_of.earliest > last.latest}
        place = place_of(real_data, case.id)
        assert not later & {row.figure for row in real_data.scales if row.case == place}, case.id


def test_steps_are_the_powers_of_ten_around_the_values(data: FinderData) -> None:
    requests, machines = data.dimensions
    assert (requests.name, machines.name) == ("Requests a second", "Machines")
    assert requests.steps == ((1000, "1,000", "1000"), (10000, "10,000", "10000"))
    assert machines.steps == ((1, "1", "1"), (10, "10", "10"), (100, "100", "100"))


def test_options_come_with_those_of_most_cases_first(data: FinderData, library: Library) -> None:
    options = {facet.id: [option.id for option in facet.options] for facet in data.facets}
    assert options["technology"][0] == "example-cache"
    assert sorted(options["technology"]) == sorted(library.technologies)
    assert options["level"] == ["introductory", "advanced"]
    families = next(facet.options for facet in data.facets if facet.id == "family")
    assert families[0] == ("caching", "Caching", 28)


def test_every_dimension_is_a_measure_of_the_vocabulary(real_library: Library, real_data: FinderData) -> None:
    vocabulary = real_library.vocabulary
    units = {unit.id for unit in vocabulary.units}
    assert {dimension.measure for dimension in DIMENSIONS} <= {measure.id for measure in vocabulary.measures}
    assert {unit for dimension in DIMENSIONS for unit in dimension.counted} <= units
    assert {dimension.per for dimension in DIMENSIONS} - {None} <= units
    assert [dimension.id for dimension in real_data.dimensions] == [each.measure for each in DIMENSIONS]


def test_values_lie_between_the_steps_and_steps_are_told_apart(real_data: FinderData) -> None:
    for place, dimension in enumerate(real_data.dimensions):
        values = [row.value for row in real_data.scales if row.dimension == place]
        assert dimension.steps[0].value <= min(values) <= max(values) <= dimension.steps[-1].value, dimension.id
        assert len({step.id for step in dimension.steps}) == len(dimension.steps)


def test_uses_and_scales_come_in_the_order_of_the_case_studies(real_data: FinderData) -> None:
    for rows in (real_data.scales, *(facet.uses for facet in real_data.facets)):
        places = [row.case for row in rows]
        assert places == sorted(places)


def test_addresses_have_places_to_fill(data: FinderData) -> None:
    assert data.page.format(id="x") == addresses.page("case-study", "x")
    assert data.claim.format(id="x", kind="figure", claim="y") == addresses.claim("x", "figure", "y")
    assert data.organisation.format(id="x") == addresses.page("organisation", "x")


def test_every_case_has_one_option_of_a_facet_without_several(real_data: FinderData) -> None:
    single = [facet.uses for facet in real_data.facets if not facet.several]
    assert len(single) == len([facet for facet in FACETS if not facet.several]) == 3
    for uses in single:
        assert [use.case for use in uses] == list(range(len(real_data.cases)))


def test_the_site_has_the_file(library: Library, data: FinderData) -> None:
    file = finder_file(make_casebook(library))
    assert file.path in {one.path for one in make_site(library).exports}
    assert file.path == addresses.data("finder")
    opening, closing = 'hsData("finder",', ")\n"
    text = file.make()
    assert text.startswith(opening)
    assert json.loads(text[len(opening) : -len(closing)]) == json.loads(json.dumps(packed(data)))
