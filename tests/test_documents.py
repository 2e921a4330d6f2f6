"""The data of entries as JSON: it validates, its addresses exist, and its form stays."""

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import html5lib
import pytest
from jsonschema import Draft202012Validator, ValidationError
from referencing import Registry

from handbook import addresses
from handbook.exports.catalogue import Catalogue, catalogue
from handbook.exports.late import Export
from handbook.faces import make_casebook
from handbook.library import Library
from handbook.model.fields import Shape
from handbook.model.structure import fields_of
from handbook.renderer import Renderer
from handbook.schema import SCHEMAS
from handbook.site import make_site

HOME = "https://handbook.example/how/"
FORM = Path(__file__).parent / "api-v1.txt"
"""The fields of version 1. A line may only be added, because programs rely on the others."""
PROMISE = "version 1 promises this field: keep it, or publish another version"


@pytest.fixture(scope="module")
def exports(library: Library) -> Catalogue:
    return catalogue(replace(make_casebook(library), home=HOME))


@pytest.fixture(scope="module")
def registry(exports: Catalogue) -> "Registry[Any]":
    schemas = [read(file) for file in exports.schemas]
    return Registry().with_contents((schema["$id"], schema) for schema in schemas)


def read(file: Export) -> Any:
    return json.loads(b"".join(file.pieces()))


def validate(data: Any, registry: "Registry[Any]") -> None:
    Draft202012Validator({"$ref": data["$schema"]}, registry=registry).validate(data)


def entry(exports: Catalogue, path: str) -> Any:
    return next(read(file) for file in exports.others if file.path == path)


def test_every_file_fits_its_schema(exports: Catalogue, registry: "Registry[Any]") -> None:
    files = [*exports.data, *(file for file in exports.others if file.path.endswith(".json"))]
    assert len(files) == 15 + 7
    for file in files:
        validate(read(file), registry)


def test_every_schema_is_one(exports: Catalogue) -> None:
    for file in exports.schemas:
        Draft202012Validator.check_schema(read(file))
        assert read(file)["$id"] == HOME + file.path


@pytest.mark.parametrize("way", [("url",), ("data", "figures", 0, "measure"), ("data", "sources")])
def test_a_missing_field_is_seen(way: tuple[str | int, ...], exports: Catalogue, registry: "Registry[Any]") -> None:
    data = entry(exports, "case-studies/examplebook/index.json")
    *steps, last = way
    part = data
    for step in steps:
        part = part[step]
    del part[last]
    with pytest.raises(ValidationError, match=f"'{last}' is a required property"):
        validate(data, registry)


def test_an_entry_says_what_its_file_says_and_where_its_claims_are(exports: Catalogue) -> None:
    data = entry(exports, "case-studies/examplebook/index.json")
    page = f"{HOME}case-studies/examplebook/"
    assert (data["kind"], data["id"], data["name"], data["url"]) == ("case-study", "examplebook", "Examplebook", page)
    assert data["$schema"] == f"{HOME}api/v1/schema/case-study.json"
    assert data["data"]["added"] == "2016-03-05"
    assert data["claims"]["figure:requests-day"] == f"{page}#figure-requests-day"
    assert data["claims"]["source:post"] == f"{page}evidence/#source-post"
    cache = {"name": "Example Cache", "url": f"{HOME}technologies/example-cache/"}
    assert data["entries"]["technology:example-cache"] == cache
    assert "record" in data["data"]
    assert "in_house" not in data["data"]["architecture"]["components"][0]


def test_what_only_a_text_links_is_among_the_entries(exports: Catalogue) -> None:
    data = entry(exports, "patterns/write-queue/index.json")
    assert list(data["entries"]) == ["technology:sample-queue"]


def test_a_whole_number_is_short(exports: Catalogue) -> None:
    data = entry(exports, "case-studies/examplebook/index.json")
    values = {figure["id"]: figure.get("value") for figure in data["data"]["figures"]}
    assert str(values["requests-day"]) == "600000000"


def test_collections_have_what_the_entries_have(exports: Catalogue) -> None:
    files = {file.path: file for file in exports.data}
    everything = read(files["api/v1/all.json"])
    assert everything["vocabulary"] == [read(files["api/v1/vocabulary.json"])]
    for folder, count in (
        ("case-studies", 2),
        ("technologies", 6),
        ("patterns", 4),
        ("organisations", 2),
        ("paths", 1),
    ):
        single = [
            read(file) for file in exports.others if file.path.startswith(f"{folder}/") and file.path.endswith(".json")
        ]
        assert len(single) == count
        assert read(files[f"api/v1/{folder}.json"])["entries"] == single == everything[folder]
    assert all(file.size == len(b"".join(file.pieces())) for file in exports.data)


def test_every_address_of_a_claim_leads_somewhere(library: Library) -> None:
    site, renderer = make_site(library), Renderer()
    anchors = {f"{page.url}#{anchor}" for page in site.pages for anchor in ids(renderer.page(page).html)}
    files = [file for file in site.exports if file.path.endswith("/index.json")]
    claims = [address for file in files for address in read(file)["claims"].values()]
    assert len(claims) > 100
    assert [address for address in claims if address not in anchors] == []


def ids(html: str) -> Iterator[str]:
    page = html5lib.parseFragment(html, namespaceHTMLElements=False)
    yield from (element.get("id") for element in page.iter() if element.get("id"))


def test_without_an_address_of_the_site_addresses_begin_at_its_root(library: Library) -> None:
    files = catalogue(make_casebook(library))
    assert entry(files, "paths/first-steps/index.json")["url"] == "/paths/first-steps/"


def form(name: str, shape: type[Shape]) -> Iterator[str]:
    for field in fields_of(shape):
        yield f"{name}.{field.key}{'[]' if field.many else ''}"
        if field.shape:
            yield from form(f"{name}.{field.key}", field.shape)


def test_no_field_of_version_1_goes(request: pytest.FixtureRequest) -> None:
    now = {line for name, shape in SCHEMAS.items() for line in form(name, shape)}
    promised = set(FORM.read_text(encoding="utf-8").split())
    if request.config.getoption("--rewrite"):
        promised |= now
        FORM.write_text("\n".join(sorted(promised)) + "\n", encoding="utf-8")
    assert addresses.API == "/api/v1/"
    assert sorted(promised - now) == [], PROMISE
    assert sorted(now - promised) == [], "new fields: write them down with `--rewrite`"
