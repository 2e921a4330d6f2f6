"""A filled issue form: the text that GitHub makes of it, taken apart again. Nothing in it is ever executed."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from handbook.characters import HIDDEN
from handbook.doors.forms import IssueForm
from handbook.doors.refusal import RefusedFormError
from handbook.nearest import one_of

MOST_SIGNS = 70_000
"""The maximum length of a form. GitHub accepts 65,536 characters."""
HEADING = re.compile(r"^### (.+?) *$", re.MULTILINE)
UNANSWERED = ("", "_No response_", "None")


@dataclass(frozen=True)
class FilledForm:
    """A form and its answers by the ids of the questions; a question without an answer is missing."""

    form: IssueForm
    answers: Mapping[str, str]

    def answer(self, name: str) -> str:
        """Return the answer in one line, or an empty text."""
        return " ".join(self.answers.get(name, "").split())

    def lines(self, name: str) -> tuple[str, ...]:
        """Return the lines of an answer, without empty ones."""
        lines = (" ".join(line.split()) for line in self.answers.get(name, "").splitlines())
        return tuple(line for line in lines if line)


def read_form(text: str, forms: tuple[IssueForm, ...]) -> FilledForm:
    """Return the form that was filled, and its answers. Raise a RefusedFormError for any other text."""
    if len(text) > MOST_SIGNS:
        raise RefusedFormError(f"the form has {len(text):,} characters, but the limit is {MOST_SIGNS:,}")
    shown = _visible(text)
    form = _form_of(shown, forms)
    answers = _answers(shown, form)
    for ask in form.asks:
        if ask.required and ask.id not in answers:
            raise RefusedFormError(f"`{ask.label}` has no answer")
        if ask.choices and ask.id in answers and answers[ask.id] not in ask.choices:
            raise RefusedFormError(
                f"`{ask.label}` has an answer that is not a choice; there are {one_of(ask.choices, 40)}"
            )
    return FilledForm(form, answers)


def _visible(text: str) -> str:
    """Return `text` with a space for each character that no entry may contain."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    return HIDDEN.sub(lambda found: " " if found[1] else found[0], lines)


def _form_of(text: str, forms: tuple[IssueForm, ...]) -> IssueForm:
    headings = set(HEADING.findall(text))
    for form in forms:
        if {ask.label for ask in form.asks} <= headings:
            return form
    names = one_of(form.name for form in forms)
    raise RefusedFormError(
        f"these are not the headings of an issue form; save the whole text of an issue made with {names}"
    )


def _answers(text: str, form: IssueForm) -> dict[str, str]:
    asks = {ask.label: ask for ask in form.asks}
    found = [heading for heading in HEADING.finditer(text) if heading[1] in asks]
    labels = [heading[1] for heading in found]
    if twice := next((label for label in labels if labels.count(label) > 1), ""):
        raise RefusedFormError(
            f"the heading `### {twice}` appears twice, so the answers cannot be told apart; delete one"
        )
    ends = [*(heading.start() for heading in found[1:]), len(text)]
    answers = {asks[heading[1]].id: text[heading.end() : end] for heading, end in zip(found, ends, strict=True)}
    stripped = {name: _unfenced(answer.strip()) for name, answer in answers.items()}
    return {name: answer for name, answer in stripped.items() if answer not in UNANSWERED}


def _unfenced(answer: str) -> str:
    """Return an answer without the fence that an editor may put around it."""
    fenced = re.fullmatch(r"```\w*\n(.*?)\n?```", answer, re.DOTALL)
    return fenced[1].strip() if fenced else answer
