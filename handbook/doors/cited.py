"""The source that a form names: one that the entry lists already, or a new one."""

import re
import unicodedata
from dataclasses import dataclass

from handbook.doors.filled import FilledForm
from handbook.doors.scalars import Value, date
from handbook.model.evidence import Source

MOST_OF_ID = 50
YEAR = re.compile(r"\d{4}")


@dataclass(frozen=True)
class FormSource:
    """A citation, and its source if the entry does not list it yet."""

    citation: dict[str, Value]
    source: dict[str, Value] | None


def cited(form: FilledForm, known: tuple[Source, ...]) -> FormSource:
    """Return the source of a form, as a file writes it; what the form does not say is left out.

    A video and its transcript can have one address: of several sources, one that was read is cited.
    """
    address = form.answer("source")
    same = sorted((source for source in known if _same(address, source)), key=lambda source: source.read == "none")
    source = same[0] if same else None
    name = source.id if source else _new_id(form, {source.id for source in known})
    citation: dict[str, Value] = {"id": name}
    if place := form.answer("at"):
        citation["at"] = place
    return FormSource(citation, None if source else _source(form, name))


def _same(address: str, source: Source) -> bool:
    written = {_bare(url) for url in (source.url, source.archived) if url}
    return _bare(address) in written


def _bare(url: str) -> str:
    return url.split("#")[0].partition("://")[2].removeprefix("www.").rstrip("/")


def _source(form: FilledForm, name: str) -> dict[str, Value]:
    said = {key: form.answer(f"source-{key}") for key in ("title", "kind", "publisher", "date", "primary", "read")}
    answers: dict[str, Value] = {"id": name, "title": said["title"], "url": form.answer("source"), **said}
    answers["date"] = date(said["date"])
    if said["primary"]:
        answers["primary"] = said["primary"] == "Yes"
    return {key: value for key, value in answers.items() if value != ""}


def _new_id(form: FilledForm, taken: set[str]) -> str:
    host = form.answer("source").partition("://")[2].partition("/")[0].removeprefix("www.")
    year = YEAR.findall(form.answer("source-date"))[:1]
    wished = id_of(" ".join([form.answer("source-publisher") or host, *year])) or "source"
    return next(name for name in (wished, *(f"{wished}-{number}" for number in range(2, 999))) if name not in taken)


def id_of(words: str) -> str:
    """Return an id made from words: lower-case letters, digits and hyphens; empty if there are none."""
    letters = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", letters).strip("-")[:MOST_OF_ID].strip("-")
