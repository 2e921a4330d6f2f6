"""The whole site as a value: every page and redirect of a library, the same for MkDocs, the scripts and the tests."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import product
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from handbook import addresses
from handbook.exports.data import SiteFile
from handbook.exports.entries import cases_file, entries_file, lessons_file
from handbook.exports.finder import finder_file
from handbook.library import Entry, Library
from handbook.parallel import spread
from handbook.pictures.cards import Card
from handbook.views import indexes
from handbook.views.case_study import case_study_view
from handbook.views.compare import Comparisons, comparison_index, pair_name
from handbook.views.context import Context, entry_name, make_context
from handbook.views.explore import explore_view
from handbook.views.fields import field_reference
from handbook.views.organisation import organisation_view
from handbook.views.pattern import pattern_view
from handbook.views.sharing import comparison_card, entry_card, index_card
from handbook.views.technology import technology_view

DESCRIPTION_LENGTH = 200
TITLE = "title"
"""The fragment of the heading of every page."""
HEADING = re.compile(r'<h2 id="([^"]+)"[^>]*>(.*?)</h2>', re.DOTALL)


@dataclass(frozen=True)
class Heading:
    """A heading of a page: its fragment and its words."""

    anchor: str
    title: str


@dataclass(frozen=True)
class Content:
    """The finished inside of a page, and its headings."""

    html: str
    headings: tuple[Heading, ...]


@dataclass(frozen=True)
class SitePage:
    """A page: where it lives, what it is called, the view and template that make it, what is shown where it is shared.

    `file` is what one edits.
    """

    url: str
    title: str
    description: str
    template: str
    view: Callable[[], Any]
    card: Card
    file: str | None = None


@dataclass(frozen=True)
class Redirect:
    """An old address and the one that took its place."""

    url: str
    target: str


@dataclass(frozen=True)
class Site:
    """Everything that is published from a library."""

    pages: tuple[SitePage, ...]
    redirects: tuple[Redirect, ...]
    files: tuple[SiteFile, ...] = ()


def make_site(library: Library) -> Site:
    """Return the site of `library`, in which no problem was found."""
    context = make_context(library)
    pages = (
        *_index_pages(context), *_family_pages(context), *_case_study_pages(context), *_entry_pages(context),
        *_comparison_pages(context),
    )  # fmt: skip
    files = (entries_file(context), cases_file(context), lessons_file(context), finder_file(context))
    return Site(pages, tuple(_redirects(context)), files)


def _index_pages(context: Context) -> Iterator[SitePage]:
    counts = f"{len(context.library.case_studies)} real systems"
    index = partial(_index_page, context)
    yield index(
        addresses.HOME, "How It Scaled",
        f"An annotated casebook of real-life architectures: {counts}, how they were built, why, and what it cost.",
        "home.html", partial(indexes.home_view, context),
    )  # fmt: skip
    yield index(
        addresses.CASE_STUDIES, "Case studies", "All case studies: who built what, at which scale, and when.",
        "case_study_index.html", partial(indexes.case_study_index, context),
    )  # fmt: skip
    yield index(
        addresses.TECHNOLOGIES, "Technologies", "What each one solves, where it fails, and who used it for what.",
        "technology_index.html", partial(indexes.technology_index, context),
    )  # fmt: skip
    yield index(
        addresses.COMPARE, "Compare technologies",
        "Technologies that do the same job, side by side: when to choose which, and who used which.",
        "comparison_index.html", partial(comparison_index, context),
    )  # fmt: skip
    yield index(
        addresses.PATTERNS, "Patterns", "The patterns that recur, by family, with who uses, avoids or gave them up.",
        "pattern_index.html", partial(indexes.pattern_index, context),
    )  # fmt: skip
    yield index(
        addresses.EXPLORE, "Explore the systems",
        "Case studies by technology, pattern, field, organisation, period and scale, in any combination.",
        "explore.html", partial(explore_view, context),
    )  # fmt: skip
    yield index(
        addresses.FIELDS, "Field reference", "Every field of every kind of entry, made from the models.",
        "fields.html", field_reference,
    )  # fmt: skip


def _index_page(
    context: Context, url: str, title: str, description: str, template: str, view: Callable[[], Any]
) -> SitePage:
    return SitePage(url, title, description, template, view, index_card(context, title, description))


def _family_pages(context: Context) -> Iterator[SitePage]:
    for family in context.families.values():
        if family.id in context.links.patterns_of_family:
            view = partial(indexes.family_view, context, family)
            title = f"{family.name}: patterns"
            yield _index_page(context, addresses.family(family.id), title, family.what, "family.html", view)


def _case_study_pages(context: Context) -> Iterator[SitePage]:
    order = [None, *indexes.case_study_order(context), None]
    for before, name, after in zip(order, order[1:], order[2:], strict=False):
        entry = context.library.case_studies[str(name)]
        yield _page(context, entry, entry.data.summary, partial(case_study_view, context, entry, before, after))


def _entry_pages(context: Context) -> Iterator[SitePage]:
    library = context.library
    for technology in library.technologies.values():
        yield _page(context, technology, technology.data.what, partial(technology_view, context, technology))
    for pattern in library.patterns.values():
        yield _page(context, pattern, pattern.data.what, partial(pattern_view, context, pattern))
    for organisation in library.organisations.values():
        yield _page(context, organisation, organisation.data.what, partial(organisation_view, context, organisation))
    for path in library.paths.values():
        yield _page(context, path, path.data.summary, partial(indexes.path_view, context, path))


def _page(context: Context, entry: Entry[Any], description: str, view: Callable[[], Any]) -> SitePage:
    title = getattr(entry.data, "title", None) or entry_name(entry)
    template = f"{entry.kind.replace('-', '_')}.html"
    url = addresses.page(entry.kind, entry.id)
    summary = _shorten(context.plain(description))
    return SitePage(url, title, summary, template, view, entry_card(context, entry), entry.file)


def _shorten(text: str) -> str:
    if len(text) <= DESCRIPTION_LENGTH:
        return text
    return text[:DESCRIPTION_LENGTH].rsplit(" ", 1)[0].rstrip(",;:. ") + " …"


def _comparison_pages(context: Context) -> Iterator[SitePage]:
    comparisons = Comparisons(context)
    for one, other in context.links.pairs:
        title = f"{pair_name(context, one, other)}?"
        description = f"{title} What each solves, when to choose which, where each fails, and who ran it for what."
        card = comparison_card(context, one, other, title)
        view = partial(comparisons.page, one, other)
        yield SitePage(addresses.comparison(one, other), title, description, "comparison.html", view, card)


def _redirects(context: Context) -> Iterator[Redirect]:
    for entry in context.library.entries():
        for name in entry.data.formerly:
            yield Redirect(addresses.page(entry.kind, name), addresses.page(entry.kind, entry.id))
    for pair in context.links.pairs:
        yield from _redirects_of_pair(context, *pair)


def _redirects_of_pair(context: Context, one: str, other: str) -> Iterator[Redirect]:
    """Yield the pair in the other order, and by the ids that its technologies had before."""
    target = addresses.comparison(one, other)
    ones, others = ((name, *context.library.technologies[name].data.formerly) for name in (one, other))
    for names in product(ones, others):
        for url in (addresses.comparison_as_named(*names), addresses.comparison_as_named(*reversed(names))):
            if url != target:
                yield Redirect(url, target)


class Renderer:
    """Turns pages and redirects into HTML, with links relative to each."""

    def __init__(self) -> None:
        """Compile the templates, before any process is forked."""
        self._templates = Environment(
            loader=PackageLoader("handbook"),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        for name in self._templates.list_templates():
            self._templates.get_template(name)

    def module(self, name: str) -> Any:
        """Return the macros of a template, to print a part of a page."""
        return self._templates.get_template(name).module

    def page(self, page: SitePage) -> Content:
        """Return the inside of a page."""
        html = self._templates.get_template(page.template).render(page=page.view())
        return Content(
            addresses.make_relative(html, page.url),
            tuple(Heading(anchor, Markup(title).striptags()) for anchor, title in HEADING.findall(html)),
        )

    def pages(self, pages: Sequence[SitePage], workers: int = 1) -> list[Content]:
        """Return the inside of all pages, made by so many processes."""
        return spread(lambda number: self.page(pages[number]), len(pages), workers)

    def redirect(self, redirect: Redirect) -> str:
        """Return a whole page that leads from an old address to the new one."""
        target = addresses.relative(redirect.target, redirect.url)
        return self._templates.get_template("redirect.html").render(target=target)
