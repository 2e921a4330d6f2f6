"""The types of single fields, and the marks that say what a text refers to or may contain."""

import datetime
import re
from calendar import monthrange
from dataclasses import dataclass
from typing import Annotated, Any
from unicodedata import category

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    GetCoreSchemaHandler,
    GetJsonSchemaHandler,
    PlainSerializer,
    StringConstraints,
)
from pydantic_core import PydanticCustomError, core_schema


class Shape(BaseModel):
    """The base of all models: strict types, no unknown keys, immutable."""

    model_config = ConfigDict(strict=True, frozen=True, extra="forbid", use_attribute_docstrings=True)


@dataclass(frozen=True)
class Reference:
    """Marker for a field that holds the id of an entry of `kind`."""

    kind: str


@dataclass(frozen=True)
class Term:
    """Marker for a field that holds the id of a term in one `section` of the vocabulary."""

    section: str


@dataclass(frozen=True)
class Local:
    """Marker for a field that holds the id of something in the same file: a `source`, `figure`, `lesson` or `claim`."""

    what: str


@dataclass(frozen=True)
class InlineMarkdown:
    """Marker for a text that may contain emphasis, code, links and `[[id]]`."""


@dataclass(frozen=True)
class Form:
    """Marker for a text of a certain form; `words` describe the form."""

    words: str


ID_FORM = Form("id: lower-case letters, digits, hyphens")
URL_FORM = Form("address: https://…")

LARGEST, SMALLEST = 1e15, 1e-12
MOST_CITED = 20
"""The maximum number of citations of a claim."""


def shows_something(text: str) -> bool:
    """Return whether a text has a visible character: a letter, digit, punctuation mark or symbol."""
    return any(category(sign)[0] in "LNPS" for sign in text)


def visible(text: str) -> str:
    """Return `text`, or raise an error if it has no visible character."""
    if not shows_something(text):
        raise PydanticCustomError("invisible", "shows nothing")
    return text


def countable(number: float) -> float:
    """Return `number`, or raise an error if it is implausibly near to zero; a negative zero becomes zero."""
    if 0 < abs(number) < SMALLEST:
        raise PydanticCustomError("too_near_to_zero", "is too near to zero", {"bound": SMALLEST})
    return number + 0.0


def as_short(number: float) -> int | float:
    """Return a whole number as an integer, so that data for programs has `25` rather than `25.0`."""
    return int(number) if number.is_integer() else number


SHORT = PlainSerializer(as_short, when_used="json")
Number = Annotated[float, Field(ge=-LARGEST, le=LARGEST), AfterValidator(countable), SHORT]
Positive = Annotated[float, Field(gt=0, le=LARGEST), AfterValidator(countable), SHORT]
Share = Annotated[float, Field(gt=0, le=1), AfterValidator(countable)]

Id = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=64), ID_FORM]
Url = Annotated[
    str, StringConstraints(pattern=r'^https?://[^\s/?#"<>\\@]+([/?#][^\s"<>\\]*)?$', max_length=500), URL_FORM
]
Language = Annotated[
    str,
    StringConstraints(pattern=r"^[a-z]{2,3}(-[A-Za-z]{2,4})?$", max_length=8),
    Form("language: `en`, `pt-BR`"),
]

Name = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=120), AfterValidator(visible)]
Title = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=200), AfterValidator(visible)]
Line = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=400), AfterValidator(visible)]
Sentence = Annotated[Line, InlineMarkdown()]
Paragraph = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=1, max_length=1500),
    AfterValidator(visible),
    InlineMarkdown(),
]

CaseStudyId = Annotated[Id, Reference("case-study")]
TechnologyId = Annotated[Id, Reference("technology")]
PatternId = Annotated[Id, Reference("pattern")]
OrganisationId = Annotated[Id, Reference("organisation")]

EntryAddress = Annotated[
    str,
    StringConstraints(pattern=r"^[a-z]+(-[a-z]+)*:[a-z0-9]+(-[a-z0-9]+)*$", max_length=100),
    Reference("any"),
]

SourceId = Annotated[Id, Local("source")]
FigureId = Annotated[Id, Local("figure")]
LessonId = Annotated[Id, Local("lesson")]
ComponentId = Annotated[Id, Local("component")]
GroupId = Annotated[Id, Local("group")]
ClaimAddress = Annotated[
    str,
    StringConstraints(
        pattern=r"^(figure|decision|lesson|event|pattern|technology|component|flow):[a-z0-9]+(-[a-z0-9]+)*$",
        max_length=80,
    ),
    Form("kind and id of a claim in this file"),
    Local("claim"),
]


@dataclass(frozen=True)
class PartialDate:
    """A date with the precision of a year, a month or a day; `month` and `day` are None if unknown."""

    year: int
    month: int | None = None
    day: int | None = None

    def __str__(self) -> str:
        """Return the known part in ISO format: `2013`, `2013-11` or `2013-11-22`."""
        parts = [f"{self.year:04}", *(f"{part:02}" for part in (self.month, self.day) if part is not None)]
        return "-".join(parts)

    @property
    def earliest(self) -> datetime.date:
        """The first day of the year, month or day."""
        return datetime.date(self.year, self.month or 1, self.day or 1)

    @property
    def latest(self) -> datetime.date:
        """The last day of the year, month or day."""
        month = self.month or 12
        return datetime.date(self.year, month, self.day or monthrange(self.year, month)[1])

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> core_schema.CoreSchema:
        """Validate a year (an integer) or a text; write a text."""
        written = core_schema.to_string_ser_schema()
        return core_schema.no_info_plain_validator_function(read_date, serialization=written)

    @classmethod
    def __get_pydantic_json_schema__(
        cls, schema: core_schema.CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        """Return the JSON Schema of both forms, for editors."""
        year = {"type": "integer", "minimum": 1900, "maximum": 2100}
        text = {"type": "string", "pattern": DATE.pattern}
        return {"anyOf": [year, text], "description": "A year, a month or a day: 2013, 2013-11 or 2013-11-22."}


MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
DATE = re.compile(r"^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$", re.ASCII)


def read_date(value: object) -> PartialDate:
    """Parse `2013`, `"2013"`, `2013-11` or `2013-11-22`."""
    match = DATE.fullmatch(str(value)) if isinstance(value, int | str) and not isinstance(value, bool) else None
    if not match:
        raise PydanticCustomError("date", "is not a date; write a year, a month or a day: 2013, 2013-11 or 2013-11-22")
    date = PartialDate(*(int(part) if part else None for part in match.groups()))  # type: ignore[arg-type]
    if not 1900 <= date.year <= 2100:
        raise PydanticCustomError("date", "is outside the years 1900 to 2100")
    try:
        datetime.date(date.year, *(1 if part is None else part for part in (date.month, date.day)))
    except ValueError:
        raise PydanticCustomError(
            "date", "is not in the calendar; write a day that exists, or only the month"
        ) from None
    return date
