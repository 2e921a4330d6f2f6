"""What the finder works on: facets, dimensions and case studies that refer to them by number."""

import json
from typing import Any

import pytest

from handbook import addresses
from handbook.exports.finder import DIMENSIONS, FACETS, finder, finder_file
from handbook.library import Library
from handbook.site import make_site
from handbook.views.context import make_context

Data = dict[str, Any]


@pytest.fixture(scope="module")
def data(library: Library) -> Data:
    return finder(make_context(library))


@pytest.fixture(scope="module")
def real_data(real_library: Library) -> Data:
    return finder(make_context(real_library))


def named(data: Data, case: str) -> dict[str, list[str]]:
    """Return what a case study has, by facet, in words: `example-cache:uses#cache-of-pages`."""
    row = next(row for row in data["cases"] if row[0] == case)
    return {
        facet["id"]: [_word(facet, code) for code in codes] for facet, codes in zip(data["facets"], row[5], strict=True)
    }


def _word(facet: dict[str, Any], code: int | list[Any]) -> str:
    number, claim = (code[0], f"#{code[1]}") if isinstance(code, list) else (code, "")
    option, stance = divmod(number, max(1, len(facet["stances"])))
    return facet["options"][option][0] + (f":{facet['stances'][stance]}" if facet["stances"] else "") + claim


def scales(data: Data, case: str) -> dict[str, tuple[float, str, str, str]]:
    """Return the scales of a case study by measure: value, words, date, anchor."""
    flat = next(row for row in data["cases"] if row[0] == case)[8]
    return {
        data["dimensions"][flat[at]]["id"]: (flat[at + 1], *(data["words"][word] for word in flat[at + 2 : at + 5]))
        for at in range(0, len(flat), 5)
    }


def test_a_case_study_refers_to_its_options_by_number(data: Data) -> None:
    assert named(data, "examplebook") == {
        "technology": ["example-cache:uses#cache-of-pages", "dummy-log:built"],
        "pattern": ["read-cache:uses#page-cache", "warm-up:uses"],
        "family": ["caching:uses"],
        "domain": ["social"],
        "organisation": ["example-corp"],
        "level": ["advanced"],
    }
    assert named(data, "samplemail")["technology"] == ["sample-queue:uses", "example-cache:left", "mock-store:rejected"]
    assert named(data, "samplemail")["family"] == ["queues:uses", "caching:abandoned", "caching:planned", "queues:avoids"]


def test_a_period_is_told_in_years_and_0_where_it_is_open(data: Data) -> None:
    assert {row[0]: row[3:5] for row in data["cases"]} == {"examplebook": [2010, 2014], "samplemail": [0, 2018]}


def test_the_headline_is_the_first_figure_in_words(data: Data) -> None:
    headlines = {row[0]: [data["words"][word] for word in row[6:8]] for row in data["cases"]}
    assert headlines["examplebook"] == ["about 600 million requests a day", "Requests in a day"]
    assert headlines["samplemail"] == ["on the order of “thousands”", "Letters carried"]


def test_a_scale_is_the_largest_measured_value_at_the_rate_of_its_dimension(data: Data) -> None:
    """What was estimated, what the system could bear, and what was only said in words is no measured value."""
    assert scales(data, "examplebook") == {
        "requests": (6944.44, "about 600 million requests a day", "1 May 2013", "figure-requests-day"),
        "machines": (100.0, "100 servers", "2013", "figure-servers"),
    }
    assert scales(data, "samplemail") == {}


def test_steps_are_the_powers_of_ten_around_the_values(data: Data) -> None:
    requests, machines = data["dimensions"]
    assert (requests["name"], machines["name"]) == ("Requests a second", "Machines")
    assert requests["steps"] == [[1000, "1,000", "1000"], [10000, "10,000", "10000"]]
    assert machines["steps"] == [[100, "100", "100"]]


def test_options_come_with_those_of_most_cases_first(data: Data) -> None:
    options = {facet["id"]: [option[0] for option in facet["options"]] for facet in data["facets"]}
    assert options["technology"][0] == "example-cache"
    assert sorted(options["technology"]) == ["dummy-log", "example-cache", "mock-store", "sample-queue"]
    assert options["level"] == ["introductory", "advanced"]
    families = next(facet["options"] for facet in data["facets"] if facet["id"] == "family")
    assert families[0] == ["caching", "Caching", 28]


def test_every_dimension_is_a_measure_of_the_vocabulary(real_library: Library, real_data: Data) -> None:
    vocabulary = real_library.vocabulary
    units = {unit.id for unit in vocabulary.units}
    assert {dimension.measure for dimension in DIMENSIONS} <= {measure.id for measure in vocabulary.measures}
    assert {unit for dimension in DIMENSIONS for unit in dimension.counted} <= units
    assert {dimension.per for dimension in DIMENSIONS} - {None} <= units
    assert [dimension["id"] for dimension in real_data["dimensions"]] == [each.measure for each in DIMENSIONS]


def test_values_lie_between_the_steps_and_steps_are_told_apart(real_data: Data) -> None:
    for dimension in real_data["dimensions"]:
        values = [
            found[dimension["id"]][0]
            for row in real_data["cases"]
            if dimension["id"] in (found := scales(real_data, row[0]))
        ]
        lowest, highest = dimension["steps"][0][0], dimension["steps"][-1][0]
        assert lowest <= min(values) <= max(values) <= highest, dimension["id"]
        assert len({step[2] for step in dimension["steps"]}) == len(dimension["steps"])


def test_each_text_is_kept_once(real_data: Data) -> None:
    assert len(set(real_data["words"])) == len(real_data["words"])


def test_every_case_has_one_option_of_a_facet_without_several(real_data: Data) -> None:
    single = [number for number, facet in enumerate(FACETS) if not facet.several]
    assert len(single) == 3
    assert {len(row[5][number]) for row in real_data["cases"] for number in single} == {1}


def test_the_site_has_the_file(library: Library, data: Data) -> None:
    file = finder_file(make_context(library))
    assert file in make_site(library).files
    assert file.path == addresses.data("finder")
    opening, closing = 'hsData("finder",', ")\n"
    assert file.text.startswith(opening)
    assert json.loads(file.text[len(opening) : -len(closing)]) == json.loads(json.dumps(data))
