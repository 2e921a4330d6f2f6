"""The brief and the self-test questions of a case study, with links to claims of the same page."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from markupsafe import Markup

from handbook import addresses, depth, wording
from handbook.context import Link
from handbook.faces import Casebook
from handbook.model.brief import Brief, BriefSentence, Question
from handbook.model.case_study import CaseStudy
from handbook.views.claims import LessonView
from handbook.views.figures import FigureView


@dataclass(frozen=True, slots=True)
class BriefLine:
    """A sentence of the brief, with the claims that support it."""

    label: str
    text: Markup
    claims: tuple[Link, ...]
    anchor: str
    evidence: str

    @property
    def words(self) -> str:
        """The text of the evidence mark: `4 claims`."""
        return wording.counted(len(self.claims), "claim")


@dataclass(frozen=True, slots=True)
class BriefView:
    """The brief of a case study."""

    number: FigureView
    lines: tuple[BriefLine, ...]
    takeaways: tuple[LessonView, ...]


@dataclass(frozen=True, slots=True)
class QuestionView:
    """A question, its answer, and the claims that answer it."""

    anchor: str
    question: Markup
    answer: Markup
    about: tuple[Link, ...]


def brief_view(
    book: Casebook, case: CaseStudy, brief: Brief, figures: Mapping[str, FigureView], lessons: Mapping[str, LessonView]
) -> BriefView:
    """Return a brief; `figures` and `lessons` are the views of the page, by id."""
    return BriefView(
        number=figures[brief.number],
        lines=(
            _line(book, case, "Problem", brief.problem),
            _line(book, case, "Idea", brief.idea),
            _line(book, case, "Cost", brief.cost),
            _line(book, case, "Outcome", brief.outcome),
        ),
        takeaways=tuple(lessons[name] for name in brief.takeaways),
    )


def _line(book: Casebook, case: CaseStudy, label: str, sentence: BriefSentence) -> BriefLine:
    anchor = addresses.anchor("brief", label.lower())
    return BriefLine(
        label, book.html(sentence.text), _claims(case, sentence.claims), anchor, addresses.evidence_beside(anchor)
    )


def question_view(book: Casebook, case: CaseStudy, question: Question) -> QuestionView:
    """Return the view of a question."""
    anchor = addresses.anchor("question", question.id)
    return QuestionView(anchor, book.html(question.question), book.html(question.answer), _claims(case, question.about))


def _claims(case: CaseStudy, claims: Iterable[str]) -> tuple[Link, ...]:
    """Return a link to each claim, with its kind as the text."""
    parted = (claim.split(":") for claim in claims)
    return tuple(Link(kind, depth.beside(case, kind, name)) for kind, name in parted)
