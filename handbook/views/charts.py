"""Charts: figures over time, before and after a decision, users of a technology by year, and pattern families."""

from collections.abc import Hashable, Iterable, Iterator, Sequence
from datetime import date

from handbook import addresses, depth, wording
from handbook.collation import name_order
from handbook.faces import Casebook
from handbook.links import InCase
from handbook.model.case_study import CaseStudy, Decision, TechnologyUse
from handbook.model.figure import Figure
from handbook.pictures.charts import Chart, ChartRow, Span, bar_chart, span_chart

SEVERAL = 3
"""The minimum number of dates for a chart over time."""
MOST_USERS = 24
TAKEN = {"uses", "built", "left"}
"""The stances of systems that had a technology for some time."""
FIELD = "Systems that use patterns of a family, that avoid or gave up some (against), or both; each system counts once"


def over_time(book: Casebook, case: CaseStudy) -> tuple[Chart, ...]:
    """Return a chart for each quantity that was published for several dates."""
    kinds: dict[Hashable, list[Figure]] = {}
    for figure in case.figures:
        if figure.value is not None:
            kinds.setdefault(_kind(figure), []).append(figure)
    return tuple(
        bar_chart(_caption(book, figures), [_row(book, case, figure) for figure in sorted(figures, key=_when)])
        for figures in kinds.values()
        if len({figure.as_of for figure in figures}) >= SEVERAL
    )


def _kind(figure: Figure) -> Hashable:
    """Return a key that comparable figures share: measure, unit, qualifiers, and the first word of `what`."""
    first_word = figure.what.split()[0].casefold().rstrip("s")
    return (figure.measure, figure.unit, figure.per, figure.statistic, figure.load, figure.status, first_word)


def _when(figure: Figure) -> tuple[date, str]:
    return figure.as_of.earliest, figure.id


def _caption(book: Casebook, figures: Sequence[Figure]) -> str:
    return f"{book.term('measures', figures[0].measure).name} over time, as published"


def _row(book: Casebook, case: CaseStudy, figure: Figure) -> ChartRow:
    detail = ", ".join(word for word in (wording.noted(figure), figure.scope) if word)
    url = depth.beside(case, "figure", figure.id)
    value = wording.figure_value(figure, book.units)
    return ChartRow(wording.date(figure.as_of), detail, url, value, ((figure.value or 0, ""),))


def change(book: Casebook, figure: Figure) -> Chart | None:
    """Return the chart of a figure with `before` and `after`, or None for other figures."""
    if figure.before is None or figure.after is None:
        return None
    url = f"#{addresses.anchor('figure', figure.id)}"
    rows = [
        ChartRow(label, "", url, wording.quantity(value, figure.unit, figure.per, book.units), ((value, ""),))
        for label, value in (("Before", figure.before), ("After", figure.after))
    ]
    return bar_chart("Before and after", rows)


def before_and_after(book: Casebook, case: CaseStudy, decision: Decision) -> tuple[Chart, ...]:
    """Return a chart for each quantity with figures from before and after a decision."""
    figures = {figure.id: figure for figure in case.figures}
    before, after = ([figures[name] for name in names] for names in (decision.before, decision.after))
    return tuple(
        bar_chart("Before and after", [_sided(book, case, *side) for side in _sides(first, others)])
        for first in before
        if first.value is not None and (others := [other for other in after if _comparable(first, other)])
    )


def _comparable(one: Figure, other: Figure) -> bool:
    same = (one.measure, one.unit, one.per) == (other.measure, other.unit, other.per)
    return same and other.value is not None


def _sides(before: Figure, after: Iterable[Figure]) -> Iterator[tuple[str, Figure]]:
    yield "Before", before
    yield from (("After", figure) for figure in after)


def _sided(book: Casebook, case: CaseStudy, side: str, figure: Figure) -> ChartRow:
    row = _row(book, case, figure)
    return ChartRow(f"{side}, {row.label}", row.detail, row.url, row.value, row.amounts)


def users_by_year(book: Casebook, uses: Iterable[InCase[TechnologyUse]]) -> Chart | None:
    """Return the periods in which systems had a technology, or None for fewer than two systems."""
    taken = (_span(book, use) for use in uses if use.part.stance in TAKEN)
    by_user = {(span.label, span.value): span for span in taken if span}
    if len({label for label, _ in by_user}) < 2:
        return None
    spans = sorted(by_user.values(), key=lambda span: (span.first, name_order(span.label)))
    more = len(spans) - MOST_USERS
    caption = "Users by year" + (f", the first {MOST_USERS} of {len(spans)}" if more > 0 else "")
    return span_chart(caption, spans[:MOST_USERS])


def _span(book: Casebook, use: InCase[TechnologyUse]) -> Span | None:
    period = use.part.period or use.case.data.period
    if period.start is None:
        return None
    link = book.link("case-study", use.case.id)
    last = None if period.until is None else in_years(period.until.latest) + 1 / 365
    url = depth.claim(use.case, "technology", use.part.claim_id)
    return Span(link.name, url, wording.period(period), in_years(period.start.earliest), last)


def in_years(day: date) -> float:
    """Return a day as a point in time: 1 July 2013 is about 2013.5."""
    return day.year + (day.timetuple().tm_yday - 1) / 366


def field_at_a_glance(book: Casebook) -> Chart | None:
    """Return the number of case studies that use, avoid or abandoned patterns of each family; each counts once."""
    rows = [row for family in book.families.values() if (row := _family_row(book, family.id))]
    return bar_chart(FIELD, rows) if rows else None


def _family_row(book: Casebook, family: str) -> ChartRow | None:
    using, against = _stances_on_family(book, family)
    parts = ((using - against, ""), (using & against, "both"), (against - using, "against"))
    counts = tuple((len(cases), kind) for cases, kind in parts if cases)
    term = book.families[family]
    value = ", ".join(f"{count} {kind or 'use'}" for count, kind in counts)
    return ChartRow(term.name, term.what, addresses.family(family), value, counts, term.hue) if counts else None


def _stances_on_family(book: Casebook, family: str) -> tuple[set[str], set[str]]:
    """Return the case studies that use a pattern of a family, and those that avoid or abandoned one."""
    cases: dict[bool, set[str]] = {True: set(), False: set()}
    for pattern in book.links.patterns_of_family.get(family, ()):
        for use in book.links.uses_of_pattern.get(pattern.id, ()):
            if use.part.stance != "planned":
                cases[use.part.stance == "uses"].add(use.case.id)
    return cases[True], cases[False]
