"""Every field is shown: if its value changes, the published site changes.

The test changes each value of the sample in turn, and makes the site again. A field counts as shown if a page, a
redirect, a sharing picture or a data file then differs.
"""

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from fnmatch import fnmatchcase
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from handbook import addresses, survey
from handbook.model.fields import ID_FORM, Local, PartialDate, Reference, Term
from handbook.model.kinds import KINDS
from handbook.reading import read_library
from handbook.renderer import Renderer, SitePage
from handbook.site import Site, make_site
from handbook.source import read_source
from handbook.survey import VOCABULARY_FILE
from sample_files import Leaf, as_file, kind_of, leaves, read_files, with_leaves

EXCEPTIONS = {
    "path.added": "feeds and data for programs have it; a path has no sources against which it could be reviewed",
    "*.basis": "a page prints `inferred_from`, and a check keeps the two together",
    "case-study.figures.derived.tolerance": "a check computes with it; a page says whether the figures add up",
    "case-study.decisions.practise": "decides which decisions readers practise on first",
    "case-study.architecture.groups.id": "components refer to it; a page shows the name of the group",
    "pattern.sketch.groups.id": "components refer to it; a page shows the name of the group",
    "vocabulary.measures.also_known_as": "the check suggests the term for these words",
    "vocabulary.units.also_known_as": "the check suggests the term for these words",
    "vocabulary.measures.dimensions": "a check compares them with the units of figures",
    "vocabulary.units.what": "tells contributors which word to choose",
    "vocabulary.house_style.avoid": "the check tells contributors",
    "vocabulary.house_style.write": "the check tells contributors",
}
"""Fields that the site does not show (`*` matches any keys), and why entries still have them."""


@dataclass(frozen=True)
class Place:
    """A value of the sample and the file it is in."""

    file: str
    leaf: Leaf

    @property
    def way(self) -> str:
        """The path of the field from its kind: `case-study.figures.derived.tolerance`."""
        return ".".join([kind_of(self.file), *(step for step in self.leaf.steps if isinstance(step, str))])

    @property
    def is_own_id(self) -> bool:
        return self.leaf.field.key == "id" and self.leaf.field.mark == ID_FORM


class ChangingSample:
    """A copy of the sample in which values can be changed, and the site made from it."""

    def __init__(self, sample: Path, copy: Path) -> None:
        shutil.copytree(sample, copy)
        self._sample, self._copy, self._renderer = sample, copy, Renderer()
        self._files = read_files(sample)
        self._places = [
            Place(name, leaf) for name, (shape, source) in self._files.items() for leaf in leaves(shape, source.data)
        ]
        site = self._site()
        assert site
        self._outline = outline(site)
        self._contents = {page.url: self._renderer.page(page) for page in site.pages}

    def ways(self, kind: str) -> dict[str, list[Place]]:
        """Return the fields of a kind, each with its values in the sample."""
        places: dict[str, list[Place]] = {}
        for place in self._places:
            if kind_of(place.file) == kind:
                places.setdefault(place.way, []).append(place)
        return places

    def shows(self, place: Place) -> bool:
        """Return whether another value changes the published site."""
        changes = [self._renamed(place)] if place.is_own_id else ({place: value} for value in self._others(place))
        return any(self._differs(change, place.file) for change in changes)

    def _renamed(self, place: Place) -> dict[Place, str]:
        """Return the changes that rename an id and all references to it."""
        old, new = place.leaf.value, f"{place.leaf.value}-changed"
        referring = [other for other in self._places if refers(other, place)]
        return {place: new} | {other: other.leaf.value.removesuffix(old) + new for other in referring}

    def _others(self, place: Place) -> list[Any]:
        """Return other values for the field. Values that do not fit are ignored later."""
        match place.leaf.field.mark:
            case Reference(kind="any"):
                values = [f"{kind_of(name)}:{Path(name).stem}" for name in self._files]
            case Reference(kind=kind):
                values = [Path(name).stem for name in self._files if kind_of(name) == kind]
            case Term(section=section):
                values = [other.leaf.value for other in self._places if other.way == f"vocabulary.{section}.id"]
            case Local() as mark:
                near = [other.leaf for other in self._places if other.file == place.file]
                values = [leaf.value for leaf in near if leaf.field.mark == mark]
            case _:
                values = other_values(place.leaf)
        return [value for value in dict.fromkeys(values) if value != place.leaf.value]

    def _differs(self, change: dict[Place, Any], own: str) -> bool:
        """Return whether the site differs with other values; compare the page of the file `own` first."""
        changed = {place.file for place in change}
        for name in changed:
            shape, source = self._files[name]
            values = {place.leaf.steps: value for place, value in change.items() if place.file == name}
            data = with_leaves(shape, source.data, lambda leaf, values=values: values.get(leaf.steps, leaf.value))
            (self._copy / name).write_bytes(as_file(name, data))
        try:
            site = self._site()
            return site is not None and (outline(site) != self._outline or self._any_page_differs(site, own))
        finally:
            for name in changed:
                shutil.copy(self._sample / name, self._copy / name)

    def _any_page_differs(self, site: Site, own: str) -> bool:
        """Return whether a page differs; that of the files for programs does not count, because it prints sizes."""
        listing = (page for page in site.pages if page.url != addresses.API)
        pages = sorted(listing, key=lambda page: page.file != own)
        return any(self._renderer.page(page) != self._contents[page.url] for page in pages)

    def _site(self) -> Site | None:
        reading = read_library(self._copy)
        return make_site(reading.library) if reading.library and not reading.problems else None


def outline(site: Site) -> tuple[Any, ...]:
    """Return everything in a site except the contents of its pages."""

    def head(page: SitePage) -> tuple[Any, ...]:
        return page.url, page.title, page.description, page.template, page.card

    files = [(file.path, file.text) for file in site.files]
    data = [(file.path, *file.pieces()) for file in site.exports if Path(file.path).match(addresses.data("*"))]
    return files, data, site.redirects, tuple(head(page) for page in site.pages)


def refers(other: Place, place: Place) -> bool:
    """Return whether `other` refers to the id at `place`, with or without its kind."""
    mark, value = other.leaf.field.mark, place.leaf.value
    if place.file == VOCABULARY_FILE:
        return mark == Term(str(place.leaf.steps[0])) and other.leaf.value == value
    return isinstance(mark, Local) and other.file == place.file and f":{other.leaf.value}".endswith(f":{value}")


def other_values(leaf: Leaf) -> list[Any]:
    """Return other values of the field's type."""
    field, value = leaf.field, leaf.value
    if field.choices:
        return [choice for choice in field.choices if choice != value]
    if field.type is PartialDate:
        year, rest = int(str(value)[:4]), str(value)[4:]
        return [f"{year + years}{rest}" for years in (1, -1, -3, -4)]
    if field.type is bool:
        return [not value]
    if field.type in (int, float):
        return [value + 1, value * 2, value / 2]
    assert field.type is str, f"say here what else {field.key} can be"
    return [f"{value} changed"] if leaf.is_text else [f"{value}-changed", f"{value}x"]


@pytest.fixture(scope="module")
def changing(sample: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[ChangingSample]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(survey, "read_source", cache(read_source))  # most files do not change
        yield ChangingSample(sample, tmp_path_factory.mktemp("changing") / "content")


def is_named(way: str) -> bool:
    return any(fnmatchcase(way, pattern) for pattern in EXCEPTIONS)


@pytest.mark.parametrize("kind", [*(kind.name for kind in KINDS), "vocabulary"])
def test_every_field_is_shown_or_named_as_an_exception(kind: str, changing: ChangingSample) -> None:
    ways = changing.ways(kind)
    unseen = {way for way, places in ways.items() if not any(changing.shows(place) for place in places)}
    named = {way for way in ways if is_named(way)}
    lacking, done = sorted(unseen - named), sorted(named - unseen)
    assert not lacking, (
        f"{', '.join(lacking)}: show this in a view or an export, or name it in EXCEPTIONS with the reason"
    )
    assert not done, f"{', '.join(done)}: this is shown; take it out of EXCEPTIONS"


def test_every_exception_names_a_field(changing: ChangingSample) -> None:
    ways = [way for kind in (*(kind.name for kind in KINDS), "vocabulary") for way in changing.ways(kind)]
    assert [name for name in EXCEPTIONS if not any(fnmatchcase(way, name) for way in ways)] == []
