"""Tables of all claims of a kind as CSV, and the data package that describes them (frictionlessdata.io)."""

import csv
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from io import StringIO

from handbook import addresses, depth
from handbook.exports.claims import SOURCE, addressed, parts_of
from handbook.exports.columns import Column, columns_of, guarded
from handbook.exports.documents import LICENCE, as_json
from handbook.exports.late import KeptFile
from handbook.faces import Casebook
from handbook.model.case_study import Decision, Event, Lesson, PatternUse, TechnologyUse, id_of_claim
from handbook.model.evidence import Citation, Source
from handbook.model.fields import Shape
from handbook.model.figure import Figure
from handbook.model.kinds import KINDS

CLAIMS: dict[str, tuple[str, type[Shape]]] = {
    "figures": ("figure", Figure),
    "decisions": ("decision", Decision),
    "lessons": ("lesson", Lesson),
    "events": ("event", Event),
    "uses-of-technologies": ("technology", TechnologyUse),
    "uses-of-patterns": ("pattern", PatternUse),
}
"""The tables of claims of case studies: the kind of claim, and its shape."""
KEYS = {
    "case_study": "The id of the case study.",
    "entry_kind": "The kind of the entry.",
    "entry": "The id of the entry, unique within its kind.",
    "id": "The id, unique within what comes before it.",
    "address": "The address on the site.",
    "claim": "The claim in this entry: its kind and its id, or its kind alone if there is only one.",
    "source": "The id of the source.",
}
"""The columns that identify a row."""
Columns = Sequence[Column]
Rows = Callable[[Casebook], Iterator[list[str]]]


@dataclass(frozen=True)
class ForeignKey:
    """A foreign key: columns, and the table and columns that they refer to."""

    columns: tuple[str, ...]
    table: str
    others: tuple[str, ...]


@dataclass(frozen=True)
class Table:
    """A table: the columns that begin a row, those from the model, its primary key and its rows."""

    name: str
    what: str
    leading: tuple[str, ...]
    columns: tuple[Column, ...]
    key: tuple[str, ...]
    rows: Rows
    references: tuple[ForeignKey, ...] = ()

    def text(self, book: Casebook) -> str:
        """Return the table as CSV."""
        output = StringIO()
        writer = csv.writer(output)
        writer.writerow([*self.leading, *(column.name for column in self.columns)])
        writer.writerows(self.rows(book))
        return output.getvalue()

    def described(self) -> dict[str, object]:
        """Return the table as a resource of a data package."""
        fields = [
            {"name": name, "type": "string", "description": KEYS[name], "constraints": {"required": True}}
            for name in self.leading
        ]
        own = [ForeignKey((column.name,), column.refers_to, ("id",)) for column in self.columns if column.refers_to]
        schema: dict[str, object] = {"fields": [*fields, *(column.described() for column in self.columns)]}
        schema |= {"primaryKey": list(self.key)} if self.key else {}
        references = [self._foreign(one) for one in (*self.references, *own)]
        schema |= {"foreignKeys": references} if references else {}
        return {
            "name": self.name, "path": f"{self.name}.csv", "description": self.what, "format": "csv",
            "mediatype": "text/csv", "encoding": "utf-8", "schema": schema,
        }  # fmt: skip

    def _foreign(self, reference: ForeignKey) -> dict[str, object]:
        table = "" if reference.table == self.name else reference.table  # empty: the table itself
        to = {"resource": table, "fields": list(reference.others)}
        return {"fields": list(reference.columns), "reference": to}


def tables(book: Casebook) -> Iterator[KeptFile]:
    """Yield the description of the tables and each table."""
    found = (*_of_entries(), *_of_claims(), *_of_evidence())
    package = addresses.path(addresses.DATA_PACKAGE)
    yield KeptFile(package, partial(_package, book, found), "The columns, types and keys of all tables (Data Package)")
    for table in found:
        yield KeptFile(addresses.path(addresses.table(table.name)), partial(table.text, book), table.what)


def _package(book: Casebook, found: Sequence[Table]) -> str:
    package = {
        "name": "how-it-scaled",
        "title": "How It Scaled: tables",
        "homepage": book.absolute(addresses.HOME),
        "licenses": [{"name": "CC-BY-4.0", "path": LICENCE, "title": "Creative Commons Attribution 4.0"}],
        "resources": [table.described() for table in found],
    }
    return as_json(package) + "\n"


def _of_entries() -> Iterator[Table]:
    for kind in KINDS:
        what = f"One row for each {kind.label.lower()}"
        rows = partial(_entry_rows, kind.name, columns_of(kind.shape))
        yield Table(kind.folder, what, ("id", "address"), columns_of(kind.shape), ("id",), rows)


def _entry_rows(kind: str, columns: Columns, book: Casebook) -> Iterator[list[str]]:
    readers = [column.reader(book) for column in columns]
    for entry in book.library.of(kind).values():
        address = book.absolute(book.face(kind, entry.id).url)
        yield [entry.id, address, *(read(entry.data) for read in readers)]


def _of_claims() -> Iterator[Table]:
    for name, (kind, shape) in CLAIMS.items():
        refers = (ForeignKey(("case_study",), "case-studies", ("id",)),)
        leading, rows = ("case_study", "id", "address"), partial(_claim_rows, kind, columns_of(shape))
        what = f"One row for each claim of this kind in a case study: {kind}"
        yield Table(name, what, leading, columns_of(shape), leading[:2], rows, refers)


def _claim_rows(kind: str, columns: Columns, book: Casebook) -> Iterator[list[str]]:
    readers = [column.reader(book) for column in columns]
    for case in book.library.case_studies.values():
        for claim in case.data.claims()[kind]:
            name = id_of_claim(claim)
            address = book.absolute(depth.claim(case, kind, name))
            yield [case.id, name, address, *(read(claim) for read in readers)]


def _of_evidence() -> Iterator[Table]:
    columns = columns_of(Source)
    yield Table(
        "sources", "One row for each source of each entry", ("entry_kind", "entry", "id", "address"),
        columns, ("entry_kind", "entry", "id"), partial(_source_rows, columns),
    )  # fmt: skip
    places = tuple(column for column in columns_of(Citation) if column.name == "at")
    to_source = ForeignKey(("entry_kind", "entry", "source"), "sources", ("entry_kind", "entry", "id"))
    yield Table(
        "citations", "Which claim cites which source, and the place in it",
        ("entry_kind", "entry", "claim", "source"), places, (), _citation_rows, (to_source,),
    )  # fmt: skip


def _source_rows(columns: Columns, book: Casebook) -> Iterator[list[str]]:
    readers = [column.reader(book) for column in columns]
    for entry in book.library.entries():
        for part, url in addressed(entry):
            if part.kind == SOURCE:
                cells = (read(part.shape) for read in readers)
                yield [entry.kind, entry.id, part.name, book.absolute(url), *cells]


def _citation_rows(book: Casebook) -> Iterator[list[str]]:
    for entry in book.library.entries():
        for part in parts_of(entry):
            for cited in getattr(part.shape, "sources", ()):
                yield [entry.kind, entry.id, part.key, cited.id, guarded(cited.at or "")]
