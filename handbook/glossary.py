"""Glossary links: in rendered HTML, the first occurrence of each term becomes a link to the glossary."""

import re
from collections.abc import Iterable, Iterator
from hashlib import sha256
from typing import NamedTuple

from markupsafe import escape

from handbook import addresses
from handbook.model.vocabulary import GlossaryTerm

WORD = re.compile(r"[^\W_]+(?:[-–’'][^\W_]+)*")
GOES_ON = re.compile(r"[^\W_]|-")
NAMES = "a|b|button|cite|code|dt|h1|h2|h3|h4|label|legend|nav|q|small|summary|svg|table|time"
"""Elements in which no term is linked: names, headings, controls and graphics."""
OF_OTHERS = r'class="hs-(?:cited|source)'
"""The start of an element that contains titles of sources and places in them."""
NOT_PROSE = re.compile(rf"(?:<({NAMES})(?=[\s>]).*?</\1>|<(\w+) {OF_OTHERS}.*?</\2>|<[^>]*>\s*)+", re.DOTALL)
"""Elements whose text is skipped, and tags. None of these elements is nested in one of the same name."""
SHORTEST = 3
"""The minimum number of letters of a term."""


class Spelling(NamedTuple):
    """A spelling of a term, in lower case and escaped for HTML."""

    words: str
    term: str
    home: str | None


class Glossary:
    """An index of terms by first word, so that the run time does not depend on the number of terms."""

    def __init__(self, terms: Iterable[GlossaryTerm]) -> None:
        """Index every spelling of each term."""
        every = list(_spellings(terms))
        self.fingerprint = sha256(repr(every).encode()).hexdigest()
        """A hash of all that `mark` rests on."""
        self._spellings: dict[str, list[Spelling]] = {}
        self._explained_at: dict[str | None, set[str]] = {}
        for spelling in every:
            self._explained_at.setdefault(spelling.home, set()).add(spelling.term)
            first = WORD.search(spelling.words)
            self._spellings.setdefault(first[0] if first else spelling.words, []).append(spelling)
        for spellings in self._spellings.values():
            spellings.sort(key=lambda spelling: -len(spelling.words))
        self._first_words = {form for word in self._spellings for form in (word, f"{word}s")}

    def mark(self, html: str, home: str) -> str:
        """Return `html` with the first occurrence of each term linked, except terms explained by the entry `home`."""
        if not self._spellings:
            return html
        return "".join(self._pieces(html, set(self._explained_at.get(home, ()))))

    def _pieces(self, html: str, seen: set[str]) -> Iterator[str]:
        done = 0
        for apart in NOT_PROSE.finditer(html):
            text = html[done : apart.start()]
            yield text if len(text) < SHORTEST else self._linked(text, seen)
            yield apart[0]
            done = apart.end()
        yield self._linked(html[done:], seen)

    def _linked(self, text: str, seen: set[str]) -> str:
        linked, done = [], 0
        for word in WORD.finditer(text):
            key = word[0].casefold()
            if key in self._first_words:
                start, found = word.start(), self._found(text, word.start(), key, seen)
                if found and start >= done:
                    term, end = found
                    seen.add(term)
                    linked += [
                        text[done:start],
                        f'<a class="hs-term" href="{addresses.term(term)}">{text[start:end]}</a>',
                    ]
                    done = end
        return "".join((*linked, text[done:])) if linked else text

    def _found(self, text: str, start: int, key: str, seen: set[str]) -> tuple[str, int] | None:
        """Return the term that starts at `start` with the word `key`, singular or plural, and its end."""
        for spelling in (*self._spellings.get(key, ()), *self._spellings.get(key.removesuffix("s"), ())):
            end = start + len(spelling.words)
            if spelling.term not in seen and text[start:end].casefold() == spelling.words:
                end += text[end : end + 1] == "s"
                if not GOES_ON.match(text, end):
                    return spelling.term, end
        return None


def _spellings(terms: Iterable[GlossaryTerm]) -> Iterator[Spelling]:
    for term in terms:
        for name in (term.name, *term.also_known_as):
            yield Spelling(escape(name).casefold(), term.id, term.see)
