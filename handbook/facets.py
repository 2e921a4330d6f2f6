"""The filters of the finder: facets with their stances, and dimensions of scale."""

from dataclasses import dataclass
from typing import get_args

from handbook.model.case_study import PatternStance, TechnologyStance


@dataclass(frozen=True)
class Facet:
    """A filter for case studies.

    `several` is true if a case study can have more than one option; `claims` if each option of a case study is a
    claim with its own address.
    """

    id: str
    name: str
    stances: tuple[str, ...] = ()
    several: bool = False
    claims: bool = False


FACETS = (
    Facet("technology", "Technology", get_args(TechnologyStance), several=True, claims=True),
    Facet("pattern", "Pattern", get_args(PatternStance), several=True, claims=True),
    Facet("family", "Pattern family", get_args(PatternStance), several=True),
    Facet("domain", "Field"),
    Facet("organisation", "Organisation"),
    Facet("level", "Level"),
)


@dataclass(frozen=True)
class Dimension:
    """A kind of figure by which systems are compared.

    `counted` lists the accepted units; if empty, every unit of the same dimension is accepted. Rates are converted to
    the unit `per`.
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
