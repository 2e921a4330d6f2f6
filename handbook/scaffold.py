"""The text of a new entry: every key of its kind with a description, ready to fill in."""

from collections.abc import Iterator
from textwrap import wrap

from handbook.model.kinds import KIND_BY_NAME, schema_comment
from handbook.model.structure import Field, fields_of
from handbook.views.fields import takes

WIDTH = 116


def new_entry(kind: str, name: str) -> str:
    """Return the text of a new file, in which optional keys are commented out with `# `."""
    lines = [schema_comment(kind), f"# {name}: fill the keys, bring in what stands behind `# `, then run `make check`."]
    for field in fields_of(KIND_BY_NAME[kind].shape):
        mark = "" if field.required else "# "
        lines += ["", *_about(field), *(f"{mark}{line}".rstrip() for line in _keys(field, field.required))]
    return "\n".join(lines) + "\n"


def _about(field: Field) -> list[str]:
    need = "Required" if field.required else "Optional"
    return [f"## {line}" for line in wrap(f"{need}: {_form(field)}. {field.description}", WIDTH)]


def _keys(field: Field, deep: bool) -> Iterator[str]:
    """Yield a key and the keys inside it; if `deep`, the optional ones among them are commented out too."""
    if field.shape is None:
        yield f"{field.key}: {'[]' if field.many else ''}"
        return
    yield f"{field.key}:"
    lead = "  - " if field.many else "  "
    for part in fields_of(field.shape):
        for line in _keys(part, deep) if deep and part.required and part.shape else [_key(part, deep)]:
            yield f"{lead}{line}"
            lead = "    " if field.many else "  "


def _key(field: Field, deep: bool) -> str:
    mark = "# " if deep and not field.required else ""
    return f"{mark}{field.key}:  # {_remark(field)}"


def _remark(field: Field) -> str:
    need = "" if field.required else "optional; "
    return f"{need}{_form(field)}"[:WIDTH]


def _form(field: Field) -> str:
    shape = field.shape.__name__ if field.shape else ""
    return " ".join(word for word in (takes(field), shape, " | ".join(field.choices)) if word)
