"""Records of the finder: case studies with their options and scales, and the facets to filter by."""

from typing import NamedTuple


class FinderOption(NamedTuple):
    """An option of a facet."""

    id: str
    """The id, which is used in addresses."""
    name: str
    """The display name."""
    hue: int | None
    """The colour of a pattern or a family."""


class FinderUse(NamedTuple):
    """An option that a case study has."""

    case: int
    """The index of the case study in the list of cases."""
    option: int
    """The index of the option in the list of the facet's options."""
    stance: int
    """The index of the stance in the list of the facet's stances; 0 if there are none."""
    claim: str
    """The id of the claim; empty if it equals that of the option, or if there is no claim."""


class FinderFacet(NamedTuple):
    """A filter of the finder."""

    id: str
    """The id, which is used in addresses."""
    name: str
    """The display name."""
    several: bool
    """Whether a case study can have several options."""
    claims: bool
    """Whether each option of a case study is a claim with its own address."""
    stances: tuple[str, ...]
    """The stances that a case study can take."""
    options: tuple[FinderOption, ...]
    """The options, in descending order of case studies; levels keep their order."""
    uses: tuple[FinderUse, ...]
    """The options of each case study, in the order of the case studies, each once."""


class FinderStep(NamedTuple):
    """A value at which a range can start or end."""

    value: float
    """The value."""
    words: str
    """The value in words: `1 million`."""
    id: str
    """The form used in addresses: `1-million`."""


class FinderDimension(NamedTuple):
    """A kind of figure by which systems are compared."""

    id: str
    """The id of the measure, which is used in addresses."""
    name: str
    """The display name, with the unit of time of a rate."""
    steps: tuple[FinderStep, ...]
    """The powers of ten that enclose the values."""


class FinderScale(NamedTuple):
    """The largest value of a case study in a dimension."""

    case: int
    """The index of the case study in the list of cases."""
    dimension: int
    """The index of the dimension in the list of dimensions."""
    value: float
    """The value in the unit of the dimension."""
    words: str
    """The value as it was published."""
    date: str
    """The date in words."""
    figure: str
    """The id of the figure."""


class FinderCase(NamedTuple):
    """A case study in the finder."""

    id: str
    """The id of the case study."""
    name: str
    """The name of the system."""
    title: str
    """The title of the case study."""
    period: str
    """The period in words."""
    start: int
    """The first year, or 0 if it is open."""
    until: int
    """The last year, or 0 if it is open."""
    value: str
    """The main number in words; empty if there is none."""
    what: str
    """What the main number counts."""


class FinderData(NamedTuple):
    """`data/finder.js`: the data of the finder."""

    facets: tuple[FinderFacet, ...]
    """The filters."""
    dimensions: tuple[FinderDimension, ...]
    """The dimensions in which at least one case study has a value."""
    cases: tuple[FinderCase, ...]
    """The case studies in the order of their names."""
    scales: tuple[FinderScale, ...]
    """The values, in the order of the case studies."""
    page: str
    """The address of a case study, with a placeholder `{id}`."""
    claim: str
    """The address of a claim, with placeholders `{id}` for the case study, `{kind}` and `{claim}`."""
    organisation: str
    """The address of an organisation, with a placeholder `{id}`."""
