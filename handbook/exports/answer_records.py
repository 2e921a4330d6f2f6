"""Records with which the search answers questions: figures, decisions and stances."""

from typing import NamedTuple


class FigureUnit(NamedTuple):
    """A unit of measurement."""

    names: tuple[str, ...]
    """Its names and symbols, in lower case."""
    dimension: str
    """What it measures: `data`, `time`, `count`."""
    factor: float
    """The size of the unit in the base unit of its dimension."""


class SearchFigure(NamedTuple):
    """A figure of a case study in the search index."""

    case: str
    """The id of its case study."""
    id: str
    """The id of the figure."""
    said: str
    """The value in words: `about 3,000 images a second`."""
    what: str
    """What was counted or measured."""
    date: str
    """The date in words."""
    more: str
    """Keywords of its measure, scope and statistic."""
    values: tuple[float, ...]
    """The value in the base unit, or both ends of a range or change; none if the source gives only words."""
    dimension: str
    """What its unit measures."""
    per: float
    """The seconds in its unit of time if it is a rate over time, or else 0."""


class FiguresData(NamedTuple):
    """`data/figures.js`: the figures, which the search loads for a query with an amount."""

    address: str
    """The address of a figure, with placeholders `{case}` and `{id}`."""
    label: str
    """The label of a figure."""
    units: tuple[FigureUnit, ...]
    """The units of measurement."""
    figures: tuple[SearchFigure, ...]
    """The figures, the most important of each case study first."""


class ClaimKind(NamedTuple):
    """Decisions, or the uses of technologies or patterns with one stance."""

    kind: str
    """The name of the kind, as in addresses: `decision`, `technology`, `pattern`."""
    stance: str
    """The stance; empty for decisions."""
    label: str
    """The label that readers see: `Used and left it`."""


class SearchClaim(NamedTuple):
    """A decision of a case study, or its stance on a technology or pattern, in the search index."""

    case: str
    """The id of its case study."""
    kind: int
    """The index of its kind."""
    id: str
    """The id of the claim."""
    about: tuple[str, ...]
    """The technologies and patterns that it concerns: `technology:redis`."""
    text: str
    """What was decided, or the role of the technology or pattern."""
    more: str
    """Further keywords: the reason, the situation, the alternatives."""


class ClaimsData(NamedTuple):
    """`data/claims.js`: decisions and stances, which the search loads for a question."""

    address: str
    """The address of a claim, with placeholders `{case}`, `{kind}` and `{id}`."""
    kinds: tuple[ClaimKind, ...]
    """The kinds."""
    claims: tuple[SearchClaim, ...]
    """The decisions and stances."""
