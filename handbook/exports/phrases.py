"""Parts of an entry as phrases in Markdown."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from typing import Any

from handbook import addresses, depth, wording
from handbook.faces import Casebook
from handbook.library import Entry
from handbook.model.architecture import Step
from handbook.model.brief import BriefSentence
from handbook.model.case_study import CaseStudy, OtherLesson, PatternUse
from handbook.model.entry import EntryShape, Period
from handbook.model.evidence import Citation, Source
from handbook.model.fields import InlineMarkdown, PartialDate, Reference, Shape, Term
from handbook.model.figure import Figure
from handbook.model.structure import Field, fields_of
from handbook.model.technology import Validity
from handbook.stances import STANCES, Use
from handbook.text import literal

NAMES = ("chose", "lesson", "question", "name", "technology", "pattern", "entry")
TEXTS = ("text", "what", "says", "given")
"""The fields that can open a part: the first of these that it has. Names are set in bold."""
SHORT = (BriefSentence, Citation, OtherLesson, Period, Step, Validity)
"""The parts that are one phrase."""
IN_FIGURE = frozenset((
    "id", "what", "value", "range", "before", "after", "ratio", "as_printed", "unit", "per", "window", "precision",
    "statistic", "load", "status", "scope", "as_of",
))  # fmt: skip
"""The fields of a figure that its head has in words."""


@cache
def _openings(shape: type[Shape]) -> tuple[Field, ...]:
    """Return the fields that can open a part, the best first."""
    fields = {field.key: field for field in fields_of(shape)}
    return tuple(fields[key] for key in (*NAMES, *TEXTS) if key in fields)


@cache
def label(key: str) -> str:
    """Return the label of a field: `Use when`."""
    return key.replace("_", " ").capitalize()


class Phrases:
    """Makes the phrases of one casebook."""

    def __init__(self, book: Casebook) -> None:
        """Keep the casebook."""
        self._book = book
        makers = (self._sentence, self._citation, self._lesson, wording.period, self._step, self._validity)
        self._short: Mapping[type[Shape], Callable[[Any], str]] = dict(zip(SHORT, makers, strict=True))

    def plain(self, text: str) -> str:
        """Return plain text."""
        return literal(text)

    def text(self, text: str) -> str:
        """Return contributed text."""
        return self._book.texts.markdown(text, self._book.absolute)

    def link(self, kind: str, name: str) -> str:
        """Return a link to an entry."""
        face = self._book.face(kind, name)
        return f"[{literal(face.name)}]({self._book.absolute(face.url)})"

    def inline(self, field: Field, content: Any) -> str | None:
        """Return the value of a field on one line, or None if it needs several."""
        if field.shape is Step or field.shape not in (None, *SHORT):
            return None
        items = content if field.many else [content]
        return "; ".join(self._single(field, item) for item in items)

    def _single(self, field: Field, item: Any) -> str:
        mark = field.mark
        if field.shape is not None:
            return self._short[field.shape](item)
        if isinstance(mark, InlineMarkdown):
            return self.text(item)
        if isinstance(mark, Reference):
            return self.link(*(item.split(":") if mark.kind == "any" else (mark.kind, item)))
        if isinstance(mark, Term):
            terms = self._book.terms.get(mark.section, {})
            return literal(terms[item].name) if item in terms else item
        if isinstance(item, PartialDate):
            return str(item)
        if mark is not None or field.choices:
            return f"<{item}>" if str(item).startswith("http") else f"`{item}`"
        if isinstance(item, bool):
            return "yes" if item else "no"
        return wording.number(item) if isinstance(item, float) else literal(item)

    def head(self, value: Shape) -> tuple[str, frozenset[str]]:
        """Return the words that open a part, and the fields that they tell."""
        if isinstance(value, Figure):
            return self._figure(value), IN_FIGURE
        if type(value) in self._short:
            return self._short[type(value)](value), frozenset(field.key for field in fields_of(type(value)))
        opening = next((field for field in _openings(type(value)) if getattr(value, field.name)), None)
        if opening is None:
            return "", frozenset()
        words = self._single(opening, getattr(value, opening.name))
        return f"**{words}**" if opening.key in NAMES else words, frozenset({opening.key})

    def _sentence(self, sentence: BriefSentence) -> str:
        return f"{self.text(sentence.text)} ({', '.join(f'`{claim}`' for claim in sentence.claims)})"

    def _figure(self, figure: Figure) -> str:
        value = literal(wording.figure_value(figure, self._book.units))
        about = ", ".join((*wording.qualifiers(figure), wording.date(figure.as_of)))
        return f"**{value}**: {literal(figure.what)} ({literal(about)})"

    def citations(self, cited: Sequence[Citation | Source]) -> str:
        """Return the footnote marks of a claim, each with the place in the source."""
        return ", ".join(self._citation(one) for one in cited if isinstance(one, Citation))

    def _citation(self, cited: Citation) -> str:
        return f"[^{cited.id}]" + (f" ({literal(cited.at)})" if cited.at else "")

    def _step(self, step: Step) -> str:
        when = f" [{wording.period(step.period)}]" if step.period else ""
        return f"`{step.start}` → `{step.to}` ({step.mode}, {literal(step.carries)}){when}: {self.text(step.text)}"

    def _validity(self, validity: Validity) -> str:
        version = f"version {literal(validity.version)}" if validity.version else ""
        return ", ".join(filter(None, (version, wording.date(validity.date) if validity.date else "")))

    def _lesson(self, other: OtherLesson) -> str:
        name = self._book.face("case-study", other.case_study).name
        url = addresses.claim(other.case_study, "lesson", other.lesson)
        return f"[{literal(name)}]({self._book.absolute(url)})"

    def source(self, source: Source, url: str) -> str:
        """Return a source as a footnote; `url` is its place on the site."""
        authors = f"{literal(wording.listing(source.authors))}, " if source.authors else ""
        date = wording.date(source.date) if source.date else "undated"
        facts = [source.kind, "primary" if source.primary else "secondary", f"read: {source.read}"]
        facts += [f"language: {source.language}"] if source.language != "en" else []
        facts += [f"text of [^{source.text_of}]"] if source.text_of else []
        parts = [f"{authors}[{literal(source.title)}](<{source.url}>), {literal(source.publisher)}, {date}"]
        parts += [", ".join(facts)]
        parts += [f"archived: <{source.archived}>"] if source.archived else []
        parts += [self.text(words) for words in (source.read_via, source.note) if words]
        return ". ".join([*(part.rstrip(".") for part in parts), f"<{url}>" if url else ""]).strip(". ")

    def uses(self, entry: Entry[EntryShape]) -> Iterator[str]:
        """Yield one line for each case study that takes a stance on an entry, or belongs to it."""
        links = self._book.links
        for one in links.uses_of_technology.get(entry.id, ()) if entry.kind == "technology" else ():
            yield self._use(one.case, one.part)
        for other in links.uses_of_pattern.get(entry.id, ()) if entry.kind == "pattern" else ():
            yield self._use(other.case, other.part)
        for case in links.cases_of_organisation.get(entry.id, ()) if entry.kind == "organisation" else ():
            yield f"- {self.link(case.kind, case.id)}"

    def _use(self, case: Entry[CaseStudy], use: Use) -> str:
        kind, text = ("pattern", use.how) if isinstance(use, PatternUse) else ("technology", use.role)
        url = self._book.absolute(depth.claim(case, kind, use.claim_id))
        words = STANCES[use.stance].heading.lower()
        return f"- {self.link(case.kind, case.id)}, {words}: {self.text(text)} <{url}>"
