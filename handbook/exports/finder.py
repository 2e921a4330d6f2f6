"""What the finder works on: every case study in short, with the names, words and numbers that it refers to."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from math import ceil, floor, log10
from typing import Any, NamedTuple, get_args

from handbook import addresses, wording
from handbook.arithmetic import base_value
from handbook.exports.data import SiteFile, data_file
from handbook.library import Entry
from handbook.model.case_study import CaseStudy, PatternStance, TechnologyStance
from handbook.model.figure import Figure
from handbook.views.context import Context, entry_name

DIGITS = 6
"""To how many digits a number is kept: enough to sort by."""


@dataclass(frozen=True)
class Facet:
    """Something to choose by. `several` is true where a case study can have more than one of its options."""

    id: str
    name: str
    stances: tuple[str, ...] = ()
    several: bool = False


FACETS = (
    Facet("technology", "Technology", get_args(TechnologyStance), several=True),
    Facet("pattern", "Pattern", get_args(PatternStance), several=True),
    Facet("family", "Pattern family", get_args(PatternStance), several=True),
    Facet("domain", "Field"),
    Facet("organisation", "Organisation"),
    Facet("level", "Level"),
)


@dataclass(frozen=True)
class Dimension:
    """A kind of figure by which systems are compared.

    `counted` are the units that count (none named: every unit of the same dimension); where the figures are rates,
    they are said for each `per`.
    """

    measure: str
    counted: tuple[str, ...] = ()
    per: str | None = None
    data: bool = False


DIMENSIONS = (
    Dimension("requests", per="second"),
    Dimension("page-views", per="month"),
    Dimension("views", per="day"),
    Dimension("writes", per="second"),
    Dimension("operations", per="second"),
    Dimension("throughput", per="second", data=True),
    Dimension("people", ("user",)),
    Dimension("items"),
    Dimension("storage", data=True),
    Dimension("machines", ("server", "virtual-machine")),
    Dimension("team", ("person",)),
)
DIMENSION_OF = {dimension.measure: dimension for dimension in DIMENSIONS}


class Option(NamedTuple):
    """What a case study has of a facet, and the claim that says so."""

    id: str
    stance: str = ""
    claim: str = ""


class Choice(NamedTuple):
    """An option as it is offered: its number, its name, and the colour of a pattern or a family."""

    number: int
    name: str
    hue: tuple[int, ...] = ()


class Scale(NamedTuple):
    """The largest value of a case study in a dimension."""

    value: float
    figure: Figure


class Words:
    """Texts that are kept once and referred to by number."""

    def __init__(self) -> None:
        """Begin with none."""
        self._numbers: dict[str, int] = {}

    def number(self, text: str) -> int:
        """Return the number of `text`."""
        return self._numbers.setdefault(text, len(self._numbers))

    def all(self) -> list[str]:
        """Return the texts in the order of their numbers."""
        return list(self._numbers)


def finder_file(context: Context) -> SiteFile:
    """Return the data file of the finder."""
    return data_file("finder", finder(context))


def finder(context: Context) -> dict[str, Any]:
    """Return facets with their options, dimensions with their steps, words, and cases that refer to them by number."""
    cases = sorted(context.library.case_studies.values(), key=lambda case: (case.data.name.casefold(), case.id))
    choices = [_choices(context, facet, cases) for facet in FACETS]
    scales = {case.id: _scales(context, case.data) for case in cases}
    dimensions = [each for each in DIMENSIONS if any(each in found for found in scales.values())]
    words = Words()
    return {
        "facets": [_facet(facet, options) for facet, options in zip(FACETS, choices, strict=True)],
        "dimensions": [
            _dimension(context, each, [found[each].value for found in scales.values() if each in found])
            for each in dimensions
        ],
        "cases": [
            [*_case(context, case, choices, words), _row(context, dimensions, scales[case.id], words)] for case in cases
        ],
        "words": words.all(),
    }


def _facet(facet: Facet, options: dict[str, Choice]) -> dict[str, Any]:
    rows = [[name, choice.name, *choice.hue] for name, choice in options.items()]
    return {"id": facet.id, "name": facet.name, "several": facet.several, "stances": facet.stances, "options": rows}


def _choices(context: Context, facet: Facet, cases: Iterable[Entry[CaseStudy]]) -> dict[str, Choice]:
    """Return all options of a facet, those of most cases first; levels keep their order."""
    counts = Counter(name for case in cases for name in {option.id for option in _options(context, facet, case.data)})
    names = _names(context, facet)
    order = list(names)
    if facet.id != "level":
        order.sort(key=lambda name: (-counts[name], names[name].casefold(), name))
    return {name: Choice(number, names[name], _hue(context, facet, name)) for number, name in enumerate(order)}


def _names(context: Context, facet: Facet) -> dict[str, str]:
    if facet.id in ("technology", "pattern", "organisation"):
        return {name: entry_name(entry) for name, entry in context.library.of(facet.id).items()}
    section = {"family": "families", "domain": "domains", "level": "levels"}[facet.id]
    return {term.id: term.name for term in context.terms[section].values()}


def _hue(context: Context, facet: Facet, name: str) -> tuple[int, ...]:
    """Return the colour of a pattern or a family, or nothing."""
    if facet.id not in ("pattern", "family"):
        return ()
    family = context.library.patterns[name].data.family if facet.id == "pattern" else name
    return (context.families[family].hue,)


def _options(context: Context, facet: Facet, case: CaseStudy) -> Iterator[Option]:
    if facet.id == "technology":
        yield from (Option(use.technology, use.stance, use.claim_id) for use in case.technologies)
    elif facet.id == "pattern":
        yield from (Option(use.pattern, use.stance, use.claim_id) for use in case.patterns)
    elif facet.id == "family":
        for use in case.patterns:
            yield Option(context.library.patterns[use.pattern].data.family, use.stance)
    else:
        yield Option(getattr(case, facet.id))


def _case(context: Context, entry: Entry[CaseStudy], choices: list[dict[str, Choice]], words: Words) -> list[Any]:
    """Return id, name, title, years, codes by facet, and the headline figure in words."""
    case = entry.data
    years = [date.year if date else 0 for date in (case.period.start, case.period.until)]
    first = case.figures[0] if case.figures else None
    headline = (wording.figure_value(first, context.units), first.what) if first else ("", "")
    codes = [_codes(context, facet, options, case) for facet, options in zip(FACETS, choices, strict=True)]
    return [entry.id, case.name, case.title, *years, codes, *(words.number(text) for text in headline)]


def _codes(context: Context, facet: Facet, choices: dict[str, Choice], case: CaseStudy) -> list[Any]:
    """Return option × stances + stance, each once; with the id of the claim where that is not the option's own."""
    codes: dict[int, Any] = {}
    for option in _options(context, facet, case):
        stance = facet.stances.index(option.stance) if option.stance else 0
        code = choices[option.id].number * max(1, len(facet.stances)) + stance
        codes.setdefault(code, code if option.claim in ("", option.id) else [code, option.claim])
    return list(codes.values())


def _scales(context: Context, case: CaseStudy) -> dict[Dimension, Scale]:
    """Return the largest measured value in each dimension."""
    found: dict[Dimension, Scale] = {}
    for figure in case.figures:
        dimension = DIMENSION_OF.get(figure.measure)
        if dimension and _belongs(context, figure, dimension):
            scale = Scale(_value(context, figure, dimension), figure)
            found[dimension] = max(found.get(dimension, scale), scale, key=lambda one: one.value)
    return found


def _belongs(context: Context, figure: Figure, dimension: Dimension) -> bool:
    unit, per = (context.units.get(name or "") for name in (figure.unit, figure.per))
    if figure.status != "measured" or _amount(figure) is None or not unit:
        return False
    counted = unit.id in dimension.counted or not dimension.counted
    rated = (per is not None and per.dimension == "time") if dimension.per else figure.per is None
    return counted and rated and unit.dimension == ("data" if dimension.data else "count")


def _amount(figure: Figure) -> float | None:
    """Return the number that a figure gives, or the upper end of its range; a change says too little of now."""
    return figure.range.high if figure.range else figure.value


def _value(context: Context, figure: Figure, dimension: Dimension) -> float:
    """Return the value for each `per` of the dimension, in single things or bytes."""
    single = figure if figure.value is not None else figure.model_copy(update={"value": _amount(figure)})
    value = base_value(single, context.units) * _seconds(context, dimension)
    return float(f"{value:.{DIGITS}g}")


def _seconds(context: Context, dimension: Dimension) -> float:
    unit = context.units.get(dimension.per or "")
    return unit.factor if unit else 1.0


def _dimension(context: Context, dimension: Dimension, values: list[float]) -> dict[str, Any]:
    """Return a dimension with the powers of ten around its values: number, words and what stands in an address."""
    rate = f" a {dimension.per}" if dimension.per else ""
    positive = [value for value in values if value > 0] or [1.0]
    powers = range(floor(log10(min(positive))), ceil(log10(max(positive))) + 1)
    steps = [(10**power, _step(context, dimension, 10**power)) for power in powers]
    return {
        "id": dimension.measure,
        "name": f"{context.term('measures', dimension.measure).name}{rate}",
        "steps": [[value, words, words.lower().replace(",", "").replace(" ", "-")] for value, words in steps],
    }


def _step(context: Context, dimension: Dimension, value: float) -> str:
    """Return a step in words: `1 million`, or `10 GB` in the largest unit that fits."""
    if not dimension.data:
        return wording.number(value)
    sizes = [unit for unit in context.units.values() if unit.dimension == "data" and log10(unit.factor) % 3 == 0]
    fitting = [unit for unit in sizes if unit.factor <= value]
    unit = max(fitting or sizes, key=lambda unit: unit.factor)
    return wording.quantity(value / unit.factor, unit.id, None, context.units)


def _row(context: Context, dimensions: list[Dimension], scales: dict[Dimension, Scale], words: Words) -> list[Any]:
    """Return dimension, value, words, date and anchor of each scale, one after the other."""
    row: list[Any] = []
    for number, dimension in enumerate(dimensions):
        if dimension in scales:
            value, figure = scales[dimension]
            said = wording.figure_value(figure, context.units), wording.date(figure.as_of)
            row += [number, value, *(words.number(text) for text in (*said, addresses.anchor("figure", figure.id)))]
    return row
