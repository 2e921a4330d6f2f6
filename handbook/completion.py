"""What each field of each kind may hold, for editors that complete what somebody types."""

from functools import cache

from handbook.library import Library
from handbook.model.fields import Local, Reference, Shape, Term
from handbook.model.kinds import KINDS
from handbook.model.structure import Field, fields_of
from handbook.model.vocabulary import Vocabulary
from handbook.views.fields import takes

ANY = "any"


def field_tree(shape: type[Shape]) -> dict[str, object]:
    """Return the fields of `shape` by key: what each holds, and the fields of its parts."""
    return {field.key: _about(field) for field in fields_of(shape)}


@cache
def _about(field: Field) -> dict[str, object]:
    about: dict[str, object] = {"about": field.description, "takes": takes(field), "required": field.required}
    about["many"] = field.many
    about["words"] = ("true", "false") if field.type is bool else field.choices
    about["from"] = _list_of(field)
    about["fields"] = field_tree(field.shape) if field.shape else {}
    return about


def _list_of(field: Field) -> str:
    """Return the name of the list from which a field takes its value, or an empty text."""
    match field.mark:
        case Reference(kind=kind):
            return kind
        case Term(section=section):
            return f"vocabulary:{section}"
        case Local(what=what):
            return f"local:{what}"
        case _:
            return ""


def lists(library: Library) -> dict[str, list[tuple[str, str]]]:
    """Return the ids that fields may hold, each with a name: of the entries of each kind, of all, and of terms."""
    entries = {kind.name: [(name, one.data.called) for name, one in library.of(kind.name).items()] for kind in KINDS}
    everything = [(f"{kind}:{name}", called) for kind, named in entries.items() for name, called in named]
    return {**entries, ANY: everything, **_terms(library.vocabulary)}


def _terms(vocabulary: Vocabulary) -> dict[str, list[tuple[str, str]]]:
    sections = [field.key for field in fields_of(Vocabulary) if field.many and field.shape]
    return {
        f"vocabulary:{section}": [(term.id, getattr(term, "name", term.id)) for term in getattr(vocabulary, section)]
        for section in sections
        if all(hasattr(term, "id") for term in getattr(vocabulary, section))
    }
