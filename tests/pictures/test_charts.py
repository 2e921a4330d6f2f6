"""Charts: bar lengths are proportional to the numbers, and a chart only has figures that can be compared."""

from collections.abc import Callable

import pytest

from handbook.faces import Casebook, make_casebook
from handbook.library import Library
from handbook.model.case_study import CaseStudy
from handbook.model.fields import PartialDate
from handbook.model.figure import Figure
from handbook.pictures.charts import ChartRow, Span, bar_chart, span_chart
from handbook.views.charts import before_and_after, change, field_at_a_glance, over_time, users_by_year

MakeFigure = Callable[..., Figure]


def row(*amounts: float) -> ChartRow:
    return ChartRow("label", "", "#x", "value", tuple((amount, "") for amount in amounts))


@pytest.fixture
def figure(library: Library) -> MakeFigure:
    """Make a figure; by default a measured total of requests a day."""
    fields = {"measure": "requests", "unit": "request", "per": "day", "statistic": "total", "load": None}
    blank = (
        library.case_studies["samplemail"]
        .data.figures[0]
        .model_copy(
            update={"status": "measured", "before": None, "after": None, "range": None, "ratio": None, **fields}
        )
    )

    def make(name: str, what: str, value: float | None, year: int, **more: object) -> Figure:
        return blank.model_copy(update={"id": name, "what": what, "value": value, "as_of": PartialDate(year), **more})

    return make


@pytest.fixture
def book(library: Library) -> Casebook:
    return make_casebook(library)


def lengths(*rows: ChartRow) -> list[float]:
    return [bar.segments[0].length for bar in bar_chart("", rows).bars]


def test_the_longest_bar_fills_the_width_and_the_others_are_in_proportion() -> None:
    assert lengths(row(50), row(200), row(100)) == [25, 100, 50]


def test_something_is_seen_of_the_smallest_value_and_nothing_of_nothing() -> None:
    assert lengths(row(1), row(1_000_000), row(0)) == [0.6, 100, 0]


def test_amounts_of_a_row_lie_end_to_end() -> None:
    bar = bar_chart("", [row(3, 1), row(1, 0)]).bars[0]
    assert [(segment.start, segment.length) for segment in bar.segments] == [(0, 75), (75, 25)]


def test_stretches_of_time_begin_and_end_where_they_should() -> None:
    spans = [Span("b", "#", "", 2014, None), Span("a", "#", "", 2010, 2012)]
    chart = span_chart("", spans)
    assert chart.axis == ("2010", "2014")
    assert [(bar.label, bar.segments[0].start, bar.segments[0].length) for bar in chart.bars] == [
        ("a", 0, 40),
        ("b", 80, 20),
    ]
    assert chart.bars[1].segments[0].kind == "open"


def with_figures(library: Library, *figures: Figure) -> CaseStudy:
    return library.case_studies["examplebook"].data.model_copy(update={"figures": figures})


def test_figures_of_a_kind_are_charted_by_date(book: Casebook, library: Library, figure: MakeFigure) -> None:
    figures = [figure(f"f{year}", "Requests a day", year - 2009.0, year) for year in (2012, 2010, 2011)]
    (chart,) = over_time(book, with_figures(library, *figures))
    assert [bar.label for bar in chart.bars] == ["2010", "2011", "2012"]
    assert [bar.segments[0].length for bar in chart.bars] == [33.3, 66.7, 100]


OTHERS = ({"per": "second"}, {"load": "peak"}, {"status": "goal"}, {"what": "Answers"})


@pytest.mark.parametrize("other", OTHERS)
def test_figures_of_another_kind_are_not(
    other: dict[str, str], book: Casebook, library: Library, figure: MakeFigure
) -> None:
    figures = [figure(f"f{year}", "Requests", 1.0, year) for year in (2010, 2011)]
    assert over_time(book, with_figures(library, *figures, figure("f", "Requests", 1.0, 2012)))
    odd = figure(**({"name": "f", "what": "Requests", "value": 1.0, "year": 2012} | other))
    assert over_time(book, with_figures(library, *figures, odd)) == ()


def test_a_change_is_charted(book: Casebook, figure: MakeFigure) -> None:
    chart = change(book, figure("f", "Requests", None, 2012, before=10, after=40))
    assert chart
    assert [(bar.label, bar.segments[0].length) for bar in chart.bars] == [("Before", 25), ("After", 100)]
    assert change(book, figure("f", "Requests", 1.0, 2012)) is None


def test_a_decision_is_charted_where_the_same_was_measured_on_both_sides(
    book: Casebook, library: Library, figure: MakeFigure
) -> None:
    before, after = figure("b", "x", 8.0, 2011), figure("a", "x", 4.0, 2012)
    case = with_figures(library, before, after, figure("o", "x", 1.0, 2012, per="second"))
    decision = case.decisions[0].model_copy(update={"before": ("b",), "after": ("a", "o")})
    (chart,) = before_and_after(book, case, decision)
    assert [(bar.label, bar.segments[0].length) for bar in chart.bars] == [("Before, 2011", 100), ("After, 2012", 50)]


def test_the_users_of_a_technology_are_charted_from_two_on(real_library: Library) -> None:
    book = make_casebook(real_library)
    charts = {name: users_by_year(book, uses) for name, uses in book.links.uses_of_technology.items()}
    assert {chart is None for chart in charts.values()} == {True, False}
    for name, chart in charts.items():
        users = {
            use.case.id
            for use in book.links.uses_of_technology[name]
            if use.part.stance != "rejected" and (use.part.period or use.case.data.period).start
        }
        assert (chart is not None) == (len(users) > 1), name


def test_the_field_counts_each_system_once(real_library: Library) -> None:
    chart = field_at_a_glance(make_casebook(real_library))
    assert chart
    assert len(chart.bars) > 10
    for bar in chart.bars:
        assert 0 <= int(bar.value.split()[0]) <= len(real_library.case_studies)
