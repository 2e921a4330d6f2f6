"""Checks of the glossary: each term is listed once and has an explanation."""

from collections.abc import Iterator

from handbook.library import Library
from handbook.nearest import folded
from handbook.problem import Finding


def term_without_explanation(library: Library) -> Iterator[Finding]:
    """A glossary term names neither an entry nor a source that explains it."""
    for number, term in enumerate(library.vocabulary.glossary):
        if not term.see and not term.source:
            message = f"`{term.name}` has no explanation; name the entry that explains it in `see`, or give a `source`"
            yield library.vocabulary_file.finding(("glossary", number), message)


def term_listed_twice(library: Library) -> Iterator[Finding]:
    """Two glossary terms share a name, so a text that uses it would be ambiguous."""
    owners: dict[str, str] = {}
    for number, term in enumerate(library.vocabulary.glossary):
        for name in (term.name, *term.also_known_as):
            owner = owners.setdefault(folded(name), term.id)
            if owner != term.id:
                message = f"`{name}` is also a name of the term `{owner}`; remove it from one of the two"
                yield library.vocabulary_file.finding(("glossary", number), message)
