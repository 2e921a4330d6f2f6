"""Advice on style, which never fails the check."""

import re
from collections.abc import Iterator
from itertools import pairwise

from handbook.library import Entry, Library
from handbook.model.entry import EntryShape
from handbook.model.fields import InlineMarkdown
from handbook.model.structure import leaves
from handbook.problem import Finding, Steps

LONGEST = 35
"""The maximum number of words in a sentence; the check advises to split longer ones."""
EXEMPT = re.compile(r"`[^`]*`|“[^”]*”|\"[^\"]*\"|\]\([^)]*\)|\[\[[^]|]*\|?|\*[^*]+\*")
"""Code, quotations, addresses, ids and titles, which are exempt because others wrote them."""
END = re.compile(r"(?<=[.!?;:])[\"”)]*\s+(?=[A-Z“\"\[`*(\d])")
WORD = re.compile(r"[\w'’.,%-]*\w")


def word_to_avoid(library: Library) -> Iterator[Finding]:
    """A text has words that the house style avoids, or a paraphrase of a glossary term."""
    instead = {word.avoid: word.write for word in library.vocabulary.house_style}
    instead |= {words.lower(): term.name for term in library.vocabulary.glossary for words in term.instead_of}
    if not instead:
        return
    avoided = re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, instead))})(?![\w-])", re.IGNORECASE)
    for entry, steps, text in _texts(library):
        for found in dict.fromkeys(one.lower() for one in avoided.findall(EXEMPT.sub(" … ", text))):
            yield entry.finding(steps, f"`{found}`: write {instead[found]}")


def long_sentence(library: Library) -> Iterator[Finding]:
    """A sentence is too long to read easily."""
    for entry, steps, text in _texts(library):
        for sentence in sentences(text):
            if (count := len(WORD.findall(sentence))) > LONGEST:
                begin = " ".join(sentence.split()[:6])
                yield entry.finding(steps, f"a sentence of {count} words (“{begin} …”); split it")


def sentences(text: str) -> Iterator[str]:
    """Return the sentences of a text; each quotation, title or piece of code counts as one word."""
    plain = EXEMPT.sub(lambda found: f"Quoted{'.' if found[0][-2] in '.!?' else ''}", text)
    ends = [0, *(found.end() for found in END.finditer(plain)), len(plain)]
    return (plain[start:end] for start, end in pairwise(ends))


def _texts(library: Library) -> Iterator[tuple[Entry[EntryShape], Steps, str]]:
    for entry in library.entries():
        for steps, _, text in leaves(entry.data, InlineMarkdown):
            yield entry, steps, text
