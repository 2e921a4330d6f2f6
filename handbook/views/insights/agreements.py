"""Where systems agree and disagree on each pattern, and the conditions of both sides."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial

from handbook import addresses, depth, wording
from handbook.context import Link
from handbook.faces import Casebook, Chip
from handbook.pictures.charts import Bar, ChartRow, bar_chart
from handbook.stances import STANCES
from handbook.views.filters import Filter, choices, filter_by
from handbook.views.index_page import IndexPage, TablePart, parts
from handbook.views.insights.conditions import CONDITIONS, Condition, Separator, conditions_of, separator
from handbook.views.insights.weighing import AGAINST, MOST_NAMED, Uses, Weighing, weighings
from handbook.views.sections import Sections, sections

TITLE = "Where systems agree and disagree"
DESCRIPTION = "Each pattern with the systems that use it and those that avoid it or gave it up, and their conditions."
MOST_ON_PAGE = 400
"""The number of named systems and patterns on one page, which keeps it below 300 KB."""
KINDS_OF_BAR = {"uses": "", "avoids": "against", "abandoned": "against", "planned": "open"}
"""The kind of segment in the bar, by stance."""
VERDICTS = {"disagree": "They disagree", "agree": "All agree"}

Known = Mapping[str, Mapping[str, Condition]]
"""The known conditions by system."""


@dataclass(frozen=True, slots=True)
class StanceSide:
    """A stance with the systems that take it, each with a link to its claim; `more` are not named."""

    stance: str
    heading: str
    systems: tuple[Link, ...]
    more: int


@dataclass(frozen=True, slots=True)
class ConditionRow:
    """A condition, and what is known of the systems of each column, each with the name of its system."""

    heading: str
    cells: tuple[tuple[tuple[str, Condition], ...], ...]


@dataclass(frozen=True, slots=True)
class AgreementRow:
    """A pattern, what systems say of it in one line, and what separates the sides, if anything does."""

    anchor: str
    pattern: Chip
    family: Link
    line: str
    separator: Separator | None
    bar: Bar
    sides: tuple[StanceSide, ...]
    columns: tuple[str, ...]
    conditions: tuple[ConditionRow, ...]
    facets: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class AgreementGroup:
    """The patterns on which systems disagree, or agree."""

    anchor: str
    rows: tuple[AgreementRow, ...]


@dataclass(frozen=True, slots=True)
class AgreementsView:
    """The data of the page."""

    breadcrumbs: tuple[Link, ...]
    sections: Sections
    answer: str
    filters: tuple[Filter, ...]
    groups: tuple[AgreementGroup, ...]
    part: TablePart[Weighing]


def agreement_pages(book: Casebook) -> Iterator[IndexPage]:
    """Yield the page, and further ones if there is too much for one."""
    weighed = weighings(book)
    known = {name: conditions_of(book, entry) for name, entry in book.library.case_studies.items()}
    answer = in_one_line(weighed)
    for part in parts(addresses.AGREEMENTS, weighed, MOST_ON_PAGE, lambda one: one.name, lambda one: one.weight):
        view = partial(_view, book, known, answer, part)
        yield IndexPage(part.url, TITLE, DESCRIPTION, "agreements.html", view)


def in_one_line(weighed: Iterable[Weighing]) -> str:
    """Return the counts in one line."""
    every = tuple(weighed)
    against = sum(one.disagree for one in every)
    return f"Systems disagree on {wording.number(against)} of {wording.counted(len(every), 'pattern')}"


def _view(book: Casebook, known: Known, answer: str, part: TablePart[Weighing]) -> AgreementsView:
    bars = bar_chart("", [_amounts(one) for one in part.rows]).bars if part.rows else ()
    rows = tuple(_row(book, known, one, bar) for one, bar in zip(part.rows, bars, strict=True))
    groups = tuple(
        AgreementGroup(verdict, found)
        for verdict in VERDICTS
        if (found := tuple(row for row in rows if row.facets["verdict"] == verdict))
    )
    return AgreementsView(
        breadcrumbs=(Link("Home", addresses.HOME), Link("Insights", addresses.INSIGHTS)),
        sections=sections(*((group.anchor, VERDICTS[group.anchor], True) for group in groups)),
        answer=f"{answer}.",
        filters=_filters(book, rows),
        groups=groups,
        part=part,
    )


def _amounts(one: Weighing) -> ChartRow:
    amounts = ((len(uses), KINDS_OF_BAR[stance]) for stance, uses in one.by_stance.items())
    return ChartRow(one.name, "", "", "", tuple(amounts))


def _row(book: Casebook, known: Known, one: Weighing, bar: Bar) -> AgreementRow:
    family = book.families[book.library.patterns[one.pattern].data.family]
    systems = dict.fromkeys(use.case.id for uses in one.by_stance.values() for use in uses[:MOST_NAMED])
    columns = _columns(one)
    return AgreementRow(
        anchor=addresses.anchor("pattern", one.pattern),
        pattern=book.chip("pattern", one.pattern),
        family=Link(family.name, addresses.family(family.id)),
        line=one.line,
        separator=_separator(known, one),
        bar=bar,
        sides=tuple(_side(book, stance, uses) for stance, uses in one.by_stance.items()),
        columns=tuple(columns),
        conditions=tuple(_conditions(book, known, columns)),
        facets={
            "family": family.id,
            "verdict": "disagree" if one.disagree else "agree",
            "system": " ".join(systems),
        },
    )


def _side(book: Casebook, stance: str, uses: Uses) -> StanceSide:
    named = tuple(
        Link(book.link("case-study", use.case.id).name, depth.claim(use.case, "pattern", use.part.claim_id))
        for use in uses[:MOST_NAMED]
    )
    return StanceSide(stance, STANCES[stance].heading, named, len(uses) - len(named))


def _separator(known: Known, one: Weighing) -> Separator | None:
    """Return what separates the sides; systems on both sides belong to neither."""
    having, without = one.having - one.without, one.without - one.having
    return separator(
        ("with it", [known[name] for name in sorted(having)]),
        ("without it", [known[name] for name in sorted(without)]),
    )


def _columns(one: Weighing) -> dict[str, tuple[str, ...]]:
    """Return the systems whose conditions are shown, by side, without sides that nobody takes."""
    sides = {"With it": ("uses",), "Without it": AGAINST}
    columns = {
        heading: tuple(use.case.id for stance in stances for use in one.by_stance.get(stance, ())[:MOST_NAMED])
        for heading, stances in sides.items()
    }
    return {heading: systems for heading, systems in columns.items() if systems}


def _conditions(book: Casebook, known: Known, columns: Mapping[str, tuple[str, ...]]) -> Iterator[ConditionRow]:
    """Yield the conditions that are known of any system, each with the lowest value first."""
    for kind in CONDITIONS:
        cells = tuple(
            tuple(
                (book.link("case-study", name).name, known[name][kind.id])
                for name in sorted(
                    systems, key=lambda name: known[name][kind.id].value if kind.id in known[name] else 0
                )
                if kind.id in known[name]
            )
            for systems in columns.values()
        )
        if any(cells):
            yield ConditionRow(kind.heading, cells)


def _filters(book: Casebook, rows: tuple[AgreementRow, ...]) -> tuple[Filter, ...]:
    families = {name: family.name for name, family in book.families.items()}
    taken = [name for row in rows for name in row.facets["system"].split()]
    systems = {name: book.link("case-study", name).name for name in set(taken)}
    every = (
        Filter("verdict", "Verdict", choices(VERDICTS, (row.facets["verdict"] for row in rows))),
        filter_by("family", "Family", families, (row.facets["family"] for row in rows)),
        filter_by("system", "System", systems, taken),
    )
    return tuple(each for each in every if len(each.choices) > 1)
