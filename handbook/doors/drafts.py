"""New entries made from forms, as YAML. They say what the form says, and nothing else."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from handbook.doors.cited import cited, id_of
from handbook.doors.filled import FilledForm
from handbook.doors.refusal import RefusedFormError
from handbook.doors.scalars import Value, block, date
from handbook.doors.targets import find_named, short
from handbook.library import Library
from handbook.model.architecture import Component
from handbook.model.kinds import KIND_BY_NAME, schema_comment
from handbook.model.structure import fields_of
from handbook.survey import fault_of_id

KINDS = next(field.choices for field in fields_of(Component) if field.key == "kind")
NAME_AND_KIND = re.compile(r"(.+)\(([a-z]+)\)")
"""A component as the form asks for it: `Redis (cache)`."""
BEGUN = "This entry was begun from an issue, and nobody has completed it yet."


@dataclass(frozen=True)
class EntryDraft:
    """A new entry: its file below the content folder, its text, and what the form leaves open."""

    file: str
    text: str
    notes: tuple[str, ...]


def new_system(library: Library, form: FilledForm) -> EntryDraft:
    """Return a new case study."""
    source = cited(form, ())
    built_by = form.answer("organisation")
    known = find_named(library, built_by, ("organisation",))
    organisation = known[0].id if known else id_of(built_by) or "unknown"
    period = {"from": form.answer("from"), "until": form.answer("until")}
    content: dict[str, Value] = {
        "title": form.answer("full-title") or form.answer("name"), "name": form.answer("name"),
        "organisation": organisation, "summary": form.answer("summary"), "domain": form.answer("domain"),
        "level": form.answer("level"), "period": {key: date(words) for key, words in period.items() if words},
        "record": {"state": "thin", "why": BEGUN},
    }  # fmt: skip
    if components := list(_components(form)):
        content["architecture"] = {"sources": [source.citation], "components": [*components]}
    content["sources"] = [source.source or {}]
    stub = (
        ()
        if known
        else (f"there is no organisation `{short(built_by)}`: `make new KIND=organisation ID={organisation}`",)
    )
    return _draft(library, form, "case-study", content, stub)


def _components(form: FilledForm) -> Iterator[dict[str, Value]]:
    """Yield the components; a person has to choose the kind of those for which the form gives none."""
    for line in form.lines("components"):
        before, _, role = line.lstrip("-* ").partition(":")
        named = NAME_AND_KIND.fullmatch(before.strip())
        name, kind = named.groups() if named and named[2] in KINDS else (before, "")
        if name.strip() and role.strip():
            told: dict[str, Value] = {"kind": kind} if kind else {}
            yield {"id": id_of(name), "name": name.strip(), **told, "role": role.strip()}


def new_technology(library: Library, form: FilledForm) -> EntryDraft:
    """Return a new technology."""
    source = cited(form, ())
    keys = ("name", "category", "what", "availability", "website", "licence", "first-release")
    content: dict[str, Value] = {key.replace("-", "_"): form.answer(key) for key in keys if form.answer(key)}
    if "first_release" in content:
        content["first_release"] = date(form.answer("first-release"))
    content["solves"] = {"text": form.answer("solves"), "sources": [source.citation]}
    content |= {"depth": "brief", "sources": [source.source or {}]}
    return _draft(library, form, "technology", content, ())


def _draft(
    library: Library, form: FilledForm, kind: str, content: dict[str, Value], notes: tuple[str, ...]
) -> EntryDraft:
    name = id_of(form.answer("name"))
    if fault := fault_of_id(name):
        raise RefusedFormError(f"`{short(form.answer('name'))}` makes no id: {fault}; add the name in Latin letters")
    if found := (*find_named(library, form.answer("name"), (kind,)), *find_named(library, name, (kind,))):
        raise RefusedFormError(
            f"there is an entry with this name: content/{found[0].file}; report what it lacks instead"
        )
    lines = [schema_comment(kind), *_remarks(form), *block({"draft": True, **content})]
    return EntryDraft(f"{KIND_BY_NAME[kind].folder}/{name}.yml", "\n".join(lines) + "\n", notes)


def _remarks(form: FilledForm) -> Iterator[str]:
    """Yield what has to be worked into the entry, as comments."""
    for name, words in (("figures", "Figure"), ("more-sources", "Source")):
        yield from (f"# {words} to add: {line}" for line in form.lines(name))
    if any("kind" not in component for component in _components(form)):
        yield f"# Kind to add to each component that has none, one of: {', '.join(KINDS)}."
