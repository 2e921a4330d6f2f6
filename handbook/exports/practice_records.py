"""The records of the pages to practise on, and of reading paths: see records.py."""

from typing import NamedTuple


class PracticeFamily(NamedTuple):
    """A family of patterns to practise on."""

    id: str
    """The id, which is used in addresses."""
    name: str
    """The display name."""


class PracticePattern(NamedTuple):
    """A pattern that questions are about."""

    id: str
    """The id, which is used in addresses."""
    name: str
    """The display name."""
    family: int
    """The index of its family in the list of families."""
    parts: tuple[int, ...]
    """The numbers of the parts that have questions about it."""


class PracticeCase(NamedTuple):
    """A case study to practise on."""

    id: str
    """The id of the case study."""
    name: str
    """The name of the system."""
    questions: int
    """The number of its questions."""


class PracticeData(NamedTuple):
    """`data/practice.js`: what can be practised; the questions and decisions themselves are in parts."""

    families: tuple[PracticeFamily, ...]
    """The families that have a pattern with questions."""
    patterns: tuple[PracticePattern, ...]
    """The patterns that have questions."""
    cases: tuple[PracticeCase, ...]
    """The case studies in the order of their names."""
    size: int
    """The number of case studies of a part: the first part has the first of them, and so on."""
    page: str
    """The address of a case study, with a placeholder `{id}`."""
    claim: str
    """The address of a claim, with placeholders `{id}` for the case study, `{kind}` and `{claim}`."""


class PracticeQuestion(NamedTuple):
    """A question to practise."""

    case: int
    """The index of the case study among all case studies."""
    id: str
    """The id, unique within the case study."""
    question: str
    """The question."""
    answer: str
    """The answer."""
    patterns: tuple[int, ...]
    """The indexes of the patterns that it is about."""
    about: tuple[str, ...]
    """The addresses of the claims that answer it, relative to the page of the case study."""


class PracticeDecision(NamedTuple):
    """A decision of a case study."""

    case: int
    """The index of the case study among all case studies."""
    id: str
    """The id, unique within the case study."""
    chose: str
    """What was chosen."""


class PracticePart(NamedTuple):
    """`data/practised-0.js` and so on: the questions and decisions of some case studies."""

    questions: tuple[PracticeQuestion, ...]
    """The questions, in the order of the case studies."""
    decisions: tuple[PracticeDecision, ...]
    """The decisions, in the order of the case studies."""


class PathStop(NamedTuple):
    """A stop of a reading path."""

    path: int
    """The index of the reading path."""
    name: str
    """The name of the entry."""
    address: str
    """The address of the entry."""


class ReadingPathLine(NamedTuple):
    """A reading path."""

    id: str
    """The id, which is used in addresses."""
    title: str
    """The title."""
    address: str
    """The address of the reading path."""


class PathsData(NamedTuple):
    """`data/paths.js`: the reading paths, for the links to the previous and the next stop."""

    paths: tuple[ReadingPathLine, ...]
    """The reading paths."""
    stops: tuple[PathStop, ...]
    """The stops of all reading paths, in order."""
