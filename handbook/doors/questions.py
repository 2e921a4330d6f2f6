"""The questions of issue forms. Descriptions and choices come from the models where a question stands for a field."""

from dataclasses import dataclass

from handbook.model.evidence import Source
from handbook.model.fields import Shape, Term
from handbook.model.structure import Field, fields_of
from handbook.model.vocabulary import Vocabulary

LONG_TEXT = 400
"""Fields for longer texts have several lines in a form."""


@dataclass(frozen=True)
class Ask:
    """One question: the id by which a link fills it, and the label by which the answer is found.

    A question has one line, or several if `lines`, or a list of `choices`.
    """

    id: str
    label: str
    about: str
    required: bool
    choices: tuple[str, ...] = ()
    lines: bool = False

    def element(self) -> dict[str, object]:
        """Return the part of a form that GitHub shows."""
        kind = "dropdown" if self.choices else "textarea" if self.lines else "input"
        attributes: dict[str, object] = {"label": self.label, "description": self.about}
        if self.choices:
            attributes["options"] = list(self.choices)
        return {
            "type": kind, "id": self.id, "attributes": attributes, "validations": {"required": self.required},
        }  # fmt: skip


def ask(name: str, label: str, about: str, required: bool = False) -> Ask:
    """Return a question with an answer of one line."""
    return Ask(name, label, about, required)


def long(name: str, label: str, about: str, required: bool = False) -> Ask:
    """Return a question with an answer of several lines."""
    return Ask(name, label, about, required, lines=True)


def choose(name: str, label: str, choices: tuple[str, ...], about: str = "") -> Ask:
    """Return a question with choices, which has to be answered."""
    return Ask(name, label, about or "Choose one.", True, choices)


def of_model(
    shape: type[Shape], key: str, label: str, required: bool = False, vocabulary: Vocabulary | None = None
) -> Ask:
    """Return the question for a field of a model; terms are choices from `vocabulary`."""
    field = next(field for field in fields_of(shape) if field.key == key)
    choices = _terms(field, vocabulary) if isinstance(field.mark, Term) and vocabulary else field.choices
    lines = (field.max_length or 0) >= LONG_TEXT
    name = key.replace("_", "-")
    return Ask(
        f"full-{name}" if name in RESERVED else name, label, field.description, required, choices, lines and not choices
    )


def _terms(field: Field, vocabulary: Vocabulary) -> tuple[str, ...]:
    assert isinstance(field.mark, Term)
    return tuple(term.id for term in getattr(vocabulary, field.mark.section))


LISTED = "Leave it empty if the entry lists this source already."
RESERVED = frozenset({"title", "body", "labels", "assignees", "projects", "milestone", "template"})
"""What these mean in the address of a form is set by GitHub, so no question can have one of them for an id."""


def source_asks(is_new: bool) -> tuple[Ask, ...]:
    """Return the questions about a source. Only a new entry is certain not to list it yet."""
    address = "The original, by those who built it. Open it before you cite it."
    return (
        ask("source", "Address of the source", address, True),
        ask("at", "Place in the source", "Section, page, table, slide or minute.", True),
        *(_of_source(key, label, is_new) for key, label in SOURCE_LABELS.items()),
    )


SOURCE_LABELS = {
    "title": "Title of the source", "publisher": "Publisher of the source", "date": "Date of the source",
    "kind": "Kind of source", "primary": "Its authors built the system, or make the technology",
    "read": "How much of it you read",
}  # fmt: skip


def _of_source(key: str, label: str, is_new: bool) -> Ask:
    asked = of_model(Source, key, label)
    choices = ("Yes", "No") if key == "primary" else tuple(choice for choice in asked.choices if choice != "none")
    is_needed = is_new and next(field.required for field in fields_of(Source) if field.key == key)
    about = asked.about if is_new else f"{asked.about} {LISTED}"
    return Ask(f"source-{key}", label, about, is_needed, choices)


BY_HAND, BY_MACHINE = "I wrote it myself", "A program wrote it, or part of it. I opened every source that it cites"
DISCLOSURE = choose("written", "Who wrote this", (BY_HAND, BY_MACHINE), "You answer for it in both cases.")
