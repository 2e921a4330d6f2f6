"""What the card of a page says when the page is shared."""

from collections.abc import Callable, Mapping
from typing import Any

from handbook import wording
from handbook.library import Entry
from handbook.model.case_study import CaseStudy
from handbook.model.organisation import Organisation
from handbook.model.pattern import Pattern
from handbook.model.reading_path import ReadingPath
from handbook.model.technology import Technology
from handbook.pictures.cards import Card
from handbook.views.context import Context
from handbook.views.use import PATTERN_VERBS, TECHNOLOGY_VERBS, in_words


def entry_card(context: Context, entry: Entry[Any]) -> Card:
    """Return the card of an entry's page: its title, what it is part of, and one figure."""
    return _MAKERS[entry.kind](context, entry)


def index_card(context: Context, title: str, description: str) -> Card:
    """Return the card of a page that leads to others."""
    count = len(context.library.case_studies)
    return Card(
        "An annotated casebook", title, description, _counted(count, "system"), "that real people built and ran"
    )


def comparison_card(context: Context, one: str, other: str, title: str) -> Card:
    """Return the card of two technologies side by side."""
    categories = dict.fromkeys(_category(context, name) for name in (one, other))
    systems = {use.case.id for name in (one, other) for use in context.links.uses_of_technology.get(name, ())}
    counted = _counted(len(systems), "system") if systems else ""
    said = "of this casebook took, left or rejected them" if systems else ""
    return Card("Side by side", title, "; ".join(categories), counted, said)


def _category(context: Context, name: str) -> str:
    return context.term("categories", context.library.technologies[name].data.category).name


def _case_study(context: Context, entry: Entry[CaseStudy]) -> Card:
    case = entry.data
    first = case.figures[0] if case.figures else None
    return Card(
        "Case study",
        case.title,
        f"{context.link('organisation', case.organisation).name}, {wording.period(case.period)}",
        wording.figure_value(first, context.units) if first else "",
        f"{wording.date(first.as_of)}: {first.what}" if first else "",
    )


def _technology(context: Context, entry: Entry[Technology]) -> Card:
    uses = context.links.uses_of_technology.get(entry.id, ())
    kind = f"Technology: {_category(context, entry.id)}"
    return _used(kind, entry.data.name, context.plain(entry.data.what), in_words(uses, TECHNOLOGY_VERBS))


def _pattern(context: Context, entry: Entry[Pattern]) -> Card:
    uses = context.links.uses_of_pattern.get(entry.id, ())
    kind = f"Pattern: {context.families[entry.data.family].name}"
    return _used(kind, entry.data.name, context.plain(entry.data.what), in_words(uses, PATTERN_VERBS))


def _used(kind: str, title: str, detail: str, used: str) -> Card:
    return Card(kind, title, detail, used, "of the systems in this casebook" if used else "")


def _organisation(context: Context, entry: Entry[Organisation]) -> Card:
    cases = len(context.links.cases_of_organisation.get(entry.id, ()))
    counted = _counted(cases, "case study", "case studies") if cases else ""
    return Card("Organisation", entry.data.name, context.plain(entry.data.what), counted, "")


def _path(context: Context, entry: Entry[ReadingPath]) -> Card:
    stops = _counted(len(entry.data.stops), "stop")
    return Card("Reading path", entry.data.title, context.plain(entry.data.summary), stops, "")


def _counted(count: int, one: str, many: str = "") -> str:
    return f"{count} {one if count == 1 else many or one + 's'}"


_MAKERS: Mapping[str, Callable[[Context, Any], Card]] = {
    "case-study": _case_study,
    "technology": _technology,
    "pattern": _pattern,
    "organisation": _organisation,
    "path": _path,
}
