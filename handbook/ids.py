"""All ids and terms of the handbook, by name: to find one, and to see whether a new one is already taken."""

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from unicodedata import normalize

from handbook.library import Library
from handbook.model.structure import fields_of
from handbook.model.vocabulary import GlossaryTerm, Vocabulary, VocabularyTerm

CONFUSING = ({"technology", "pattern"},)
"""Kinds whose entries should not share an id: a system may have the id of its organisation, but these are mistaken."""
NEAR = 0.8
"""The likeness from which an id is near another."""
MOST = 40


@dataclass(frozen=True)
class Named:
    """An id: its kind or the list of the vocabulary, the name that readers see, and all other names."""

    kind: str
    id: str
    name: str
    others: tuple[str, ...] = ()

    @property
    def words(self) -> tuple[str, ...]:
        """The id and all names, folded for comparison."""
        return tuple(squeezed(word) for word in (self.id, self.name, *self.others))


def squeezed(word: str) -> str:
    """Return a word without case, blanks and signs: `Rabbit-MQ` is `rabbitmq`; a word of signs alone stays."""
    folded = normalize("NFKC", word).casefold()
    return "".join(sign for sign in folded if sign.isalnum()) or folded


def all_ids(library: Library) -> Iterator[Named]:
    """Yield the ids of all entries, then the terms of the vocabulary."""
    for entry in library.entries():
        data = entry.data
        yield Named(entry.kind, entry.id, data.called, (*data.also_known_as, *data.formerly, *data.searched_as))
    for field in fields_of(Vocabulary):
        for term in getattr(library.vocabulary, field.name) if field.many else ():
            if isinstance(term, VocabularyTerm | GlossaryTerm):
                yield Named(field.key, term.id, term.name, tuple(getattr(term, "also_known_as", ())))


def find_ids(library: Library, query: str) -> list[Named]:
    """Return the ids that `query` matches: the list that it names, what contains it, or else what is near it."""
    wanted, known = squeezed(query), list(all_ids(library))
    if found := [one for one in known if query == one.kind]:
        return found
    ranked = [(rank, one) for one in known if (rank := _rank(wanted, one)) < len(one.words) + 2]
    near = [(-_likeness(wanted, one), one) for one in known if not ranked and _likeness(wanted, one) >= NEAR]
    return [one for _, one in sorted((*ranked, *near), key=lambda found: found[0])][:MOST]


def _rank(wanted: str, one: Named) -> int:
    """Return 0 for the id itself, then the position of the first word with `wanted` in it, or more if there is none."""
    if wanted == one.words[0]:
        return 0
    return next((place + 1 for place, word in enumerate(one.words) if wanted in word), len(one.words) + 2)


def _likeness(wanted: str, one: Named) -> float:
    return max(SequenceMatcher(None, wanted, word).ratio() for word in one.words)


def owner_of(library: Library, kind: str, name: str) -> str:
    """Return which entry already has an id or a name like `name`, in words, or an empty text."""
    kinds = next((group for group in CONFUSING if kind in group), {kind})
    for one in all_ids(library):
        if one.kind in kinds and name in _exact(one, library):
            return f"a name of the {one.kind} `{one.id}` ({one.name})"
    return ""


def _exact(one: Named, library: Library) -> set[str]:
    """Return the id, the former ids and the names of an entry, each as an id."""
    data = library.of(one.kind)[one.id].data
    names = (one.name, *data.also_known_as)
    return {one.id, *data.formerly, *("-".join(normalize("NFKC", word).casefold().split()) for word in names)}


def near_duplicates(library: Library, kind: str, name: str) -> list[str]:
    """Return the entries whose id or name is nearly `name`, in words."""
    wanted = squeezed(name)
    near = [one for one in all_ids(library) if one.kind == kind and one.id != name]
    close = [
        one for one in near if any(_is_near(wanted, squeezed(word)) for word in (one.id, one.name, *one.others[:5]))
    ]
    return [f"`{one.id}` ({one.name})" for one in close[:3]]


def _is_near(wanted: str, word: str) -> bool:
    return wanted == word or (len(wanted) > 4 and SequenceMatcher(None, wanted, word).ratio() >= 0.88)
