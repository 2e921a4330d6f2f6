"""The page of agreements, on the sample: each answer was worked out by hand."""

from dataclasses import replace

import pytest

from handbook.context import Link
from handbook.faces import Casebook, make_casebook
from handbook.library import Library
from handbook.links import InCase
from handbook.pictures.cards import Card
from handbook.renderer import Renderer, SitePage
from handbook.scales import scales_of
from handbook.views.index_page import parts
from handbook.views.insights import weighing as weighing_module
from handbook.views.insights.agreements import (
    AgreementGroup,
    AgreementRow,
    AgreementsView,
    agreement_pages,
    in_one_line,
)
from handbook.views.insights.conditions import Condition, conditions_of, separator
from handbook.views.insights.weighing import Weighing, weighings

Sides = list[dict[str, Condition]]


@pytest.fixture(scope="module")
def book(library: Library) -> Casebook:
    return make_casebook(library)


def page_of(book: Casebook) -> AgreementsView:
    (page,) = agreement_pages(book)
    view = page.view()
    assert isinstance(view, AgreementsView)
    return view


def row_of(book: Casebook, pattern: str) -> AgreementRow:
    return next(row for group in page_of(book).groups for row in group.rows if row.anchor == f"pattern-{pattern}")


def systems(*machines: float | None, kind: str = "machines") -> Sides:
    return [{kind: Condition(number, "", "", f"/{number}/")} if number else {} for number in machines]


def weighed(book: Casebook, **stances: int) -> Weighing:
    """Return a pattern with as many systems of each stance; a system is known by its number."""
    (use,) = book.links.uses_of_pattern["batching"]
    cases = book.library.case_studies
    uses = {stance: tuple(list(cases.values())[:count]) for stance, count in stances.items()}
    return Weighing("batching", "Batching", {s: tuple(InCase(case, use.part) for case in u) for s, u in uses.items()})


def test_patterns_of_several_systems_are_told_with_those_in_dispute_first(book: Casebook) -> None:
    assert [(one.pattern, one.line, one.disagree) for one in weighings(book)] == [
        ("read-cache", "1 uses it and 1 gave it up", True),
        ("warm-up", "1 uses it and 1 planned it", False),
    ]
    assert {group.anchor: [row.pattern.name for row in group.rows] for group in page_of(book).groups} == {
        "disagree": ["Read cache"],
        "agree": ["Warm-up"],
    }


def test_the_answer_counts_them(book: Casebook) -> None:
    assert in_one_line(weighings(book)) == "Systems disagree on 1 of 2 patterns"


def test_a_system_can_be_on_both_sides(book: Casebook) -> None:
    assert weighed(book, uses=2, abandoned=1).line == "2 use it and 1 gave it up; 1 is on both sides"
    assert weighed(book, avoids=2).line == "2 avoid it"


def test_who_planned_it_disagrees_with_who_avoids_it(book: Casebook) -> None:
    assert weighed(book, avoids=2, planned=1).disagree
    assert not weighed(book, uses=2, planned=1).disagree
    assert not weighed(book, avoids=2, abandoned=1).disagree


def test_the_larger_the_smaller_side_the_earlier(book: Casebook) -> None:
    two, one, none = weighed(book, uses=2, avoids=2), weighed(book, uses=2, avoids=1), weighed(book, uses=2)
    assert sorted([none, two, one], key=lambda each: each.order) == [two, one, none]


def test_each_system_leads_to_its_claim_and_the_bar_has_a_segment_for_each_stance(book: Casebook) -> None:
    row = row_of(book, "read-cache")
    assert [(side.heading, side.systems, side.more) for side in row.sides] == [
        ("Uses it", (Link("Examplebook", "/case-studies/examplebook/#pattern-page-cache"),), 0),
        ("Used and gave it up", (Link("Samplemail", "/case-studies/samplemail/#pattern-read-cache"),), 0),
    ]
    assert [(segment.start, segment.length, segment.kind) for segment in row.bar.segments] == [
        (0, 50, ""),
        (50, 50, "against"),
    ]
    assert row.facets == {"family": "caching", "verdict": "disagree", "system": "examplebook samplemail"}


def test_systems_that_are_not_named_are_counted(book: Casebook, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("handbook.views.insights.agreements.MOST_NAMED", 0)
    monkeypatch.setattr(weighing_module, "MOST_NAMED", 0)
    row = row_of(book, "read-cache")
    assert [(side.systems, side.more) for side in row.sides] == [((), 1), ((), 1)]
    assert (row.columns, row.conditions, row.facets["system"]) == ((), (), "")


def test_conditions_are_side_by_side(book: Casebook) -> None:
    row = row_of(book, "read-cache")
    assert row.columns == ("With it", "Without it")
    told = {
        each.heading: [[(name, known.words) for name, known in cell] for cell in each.cells] for each in row.conditions
    }
    assert told == {
        "Machines": [[("Examplebook", "100 servers")], [("Samplemail", "about 3 servers")]],
        "Requests": [[("Examplebook", "about 600 million requests a day")], []],
        "Period": [[("Examplebook", "2010 to June 2014")], []],
    }


def test_what_is_planned_has_no_conditions(book: Casebook) -> None:
    assert row_of(book, "warm-up").columns == ("With it",)


def test_the_values_of_conditions_can_be_compared(book: Casebook) -> None:
    found = conditions_of(book, book.library.case_studies["examplebook"])
    assert {kind: round(condition.value) for kind, condition in found.items()} == {
        "machines": 100,
        "requests": 6944,  # 600 million / 86,400
        "period": 2010,
    }
    assert found["machines"].url == "/case-studies/examplebook/#figure-servers"
    samplemail = scales_of(book, book.library.case_studies["samplemail"].data)
    assert {dimension.measure: scale.value for dimension, scale in samplemail.items()} == {"machines": 3}


def test_a_condition_separates_sides_that_do_not_overlap() -> None:
    found = separator(("with it", systems(40, 1234567, None)), ("without it", systems(3, 39)))
    assert found is not None
    assert found.subject == "largest published number of machines"
    assert (found.upper, found.least) == ("with it", Link("at least 40", "/40/"))
    assert (found.lower, found.most, found.known) == ("without it", Link("at most 39", "/39/"), (2, 2))


def test_the_side_with_the_larger_values_comes_first() -> None:
    found = separator(("with it", systems(1, 2)), ("without it", systems(3, 1234567)))
    assert found is not None
    assert (found.upper, found.least.name, found.lower) == ("without it", "at least 3", "with it")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (systems(40, 50), systems(3, 40)),  # they touch
        (systems(40, 50), systems(3, 45)),  # they overlap
        (systems(40), systems(1, 2, 3)),  # one value may be chance
        (systems(40, None), systems(1, 2)),
        (systems(), systems()),
    ],
)
def test_nothing_separates_sides_that_overlap_or_are_hardly_known(one: Sides, other: Sides) -> None:
    assert separator(("with it", one), ("without it", other)) is None


def test_of_several_conditions_the_one_known_of_most_systems_is_told() -> None:
    with_it = [*systems(10, 20), *systems(2010, 2012, 2014, kind="period")]
    found = separator(("with it", with_it), ("without it", [*systems(1, 2), *systems(2005, 2009, kind="period")]))
    assert found is not None
    assert (found.subject, found.least.name, found.most.name) == (
        "first year described",
        "2010 or later",
        "2009 or earlier",
    )


def test_pages_are_filled_by_weight() -> None:
    weights = {"Ada": 3, "Bert": 2, "Cora": 2, "Dora": 9}
    pages = parts("/agreements/", tuple(weights), 5, str, weights.__getitem__)
    assert [page.rows for page in pages] == [("Ada", "Bert"), ("Cora",), ("Dora",)]


def test_a_pattern_weighs_as_much_as_the_systems_named(book: Casebook) -> None:
    assert [one.weight for one in weighings(book)] == [3, 3]


def test_a_system_counts_once_with_its_first_claim(book: Casebook) -> None:
    (use,) = book.links.uses_of_pattern["batching"]
    again = InCase(use.case, use.part.model_copy(update={"id": "again"}))
    other = InCase(book.library.case_studies["examplebook"], use.part)
    links = replace(book.links, uses_of_pattern={"batching": (use, again, other)})
    (found,) = weighings(replace(book, links=links))
    assert [(each.case.id, each.part.claim_id) for each in found.by_stance["avoids"]] == [
        ("examplebook", "batching"),
        ("samplemail", "batching"),
    ]


def test_the_line_ends_with_what_separates_the_sides(book: Casebook) -> None:
    page = page_of(book)
    gap = separator(("with it", systems(40, 50)), ("without it", systems(3, 39)))
    row = replace(row_of(book, "read-cache"), separator=gap)
    view = replace(page, groups=(AgreementGroup("disagree", (row,)),))
    html = (
        Renderer()
        .page(SitePage("/agreements/", "", "", "agreements.html", lambda: view, lambda: Card("", "", "", "", "")))
        .html
    )
    assert (
        '<p>1 uses it and 1 gave it up: the largest published number of machines is <a href="../40/">at least 40</a>'
        ' with it, and <a href="../39/">at most 39</a> without it (known of 2 and 2)</p>'
    ) in html
