"""The whole site as a value: all pages, redirects and files, for MkDocs, scripts and tests alike."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from itertools import product
from pkgutil import resolve_name
from types import MappingProxyType
from typing import TypeVar

from handbook import addresses
from handbook.answers import Answers
from handbook.asked import WatchedCasebook, watched
from handbook.checks.catalogue import TOPICS
from handbook.context import Link
from handbook.exports.alternates import alternates
from handbook.exports.anki import anki_file
from handbook.exports.answers import claims_file
from handbook.exports.archive import archive_file
from handbook.exports.catalogue import Catalogue, catalogue
from handbook.exports.colours import colours_file
from handbook.exports.data import SiteFile, versions_file
from handbook.exports.entries import cases_file, entries_file, lessons_file
from handbook.exports.figures import figures_file
from handbook.exports.finder import finder_file
from handbook.exports.hosting import headers_file
from handbook.exports.late import Export
from handbook.exports.linked_data import linked_citations, linked_data
from handbook.exports.practice import practice_files
from handbook.faces import Casebook, make_casebook
from handbook.glossary import Glossary
from handbook.guides import guides
from handbook.library import Library
from handbook.model.case_study import CaseStudy
from handbook.model.kinds import KINDS, Kind
from handbook.pictures.cards import Card
from handbook.pictures.layout import Engine
from handbook.pictures.layouts import Layouts, lay_out
from handbook.pictures.rows import in_rows
from handbook.renderer import Redirect, SitePage
from handbook.views.alignment import likeness_of_points
from handbook.views.api import FileLists, api_view
from handbook.views.case_evidence import case_evidence_view
from handbook.views.compare import comparison_view, pair_name
from handbook.views.diagrams import drafts
from handbook.views.families import family_view
from handbook.views.guide import guide_view
from handbook.views.help_wanted import help_wanted_pages
from handbook.views.insights.pages import insight_pages
from handbook.views.main_pages import main_pages
from handbook.views.practice.pages import practice_pages
from handbook.views.problems import ProblemLine, problems_view
from handbook.views.rules import Cases, rule_reference
from handbook.views.sections import PageView
from handbook.views.sharing import comparison_card, entry_card, guide_card, index_card

T = TypeVar("T")
TITLE = "title"
"""The fragment of the main heading of every page."""
DESCRIPTION_LENGTH = 200
FEEDS_SHOWN = 3
"""The number of feeds that the page of the API shows as examples."""


@dataclass(frozen=True)
class Site:
    """All pages, redirects and files that are published from a library.

    `exports` are the files for programs and the data of our scripts; `finishing` is a hash of what the pages' `finish`
    rests on; `answers` has the answers to what pages with an ear ask.
    """

    pages: tuple[SitePage, ...]
    redirects: tuple[Redirect, ...]
    files: tuple[SiteFile, ...] = ()
    exports: tuple[Export, ...] = ()
    finishing: str = ""
    answers: Answers | None = None


def make_site(
    library: Library,
    cases: Cases = MappingProxyType({}),
    engine: Engine = in_rows,
    home: str = "",
    editing: str = "",
    with_drafts: bool = False,
    all_diagrams: bool = True,
) -> Site:
    """Return the site of `library`, which must have no problems.

    `cases` has the examples of the rules; `engine` lays out the diagrams; `home` is the address of the site, which
    files for programs name, and `editing` that below which the content is edited. `with_drafts` says whether the site
    has the drafts, too, and `all_diagrams` whether all diagrams are laid out together, because all pages will be made.
    """
    shown = library if with_drafts else library.published()
    book = replace(make_casebook(shown), home=home, editing=editing)
    layouts = lay_out(drafts(book), engine) if all_diagrams else Layouts(engine=engine)
    book = replace(book, layouts=layouts)
    heard = watched(book)
    exports = catalogue(book)
    glossary = Glossary(book.library.vocabulary.glossary)
    index_pages = tuple(_pages_without_entry(book))
    pages = (
        *index_pages, _checks_page(book, cases), _api_page(book, exports), *_family_pages(book),
        *_entry_pages(heard, glossary), *_comparison_pages(heard), *_guide_pages(book),
    )  # fmt: skip
    data = (
        entries_file(book, [page for page in index_pages if page.has_own_card]), cases_file(book), lessons_file(book),
        figures_file(book), claims_file(book), finder_file(book), *practice_files(book),
    )  # fmt: skip
    files = (anki_file(book), colours_file(book), headers_file(), versions_file())
    linked = tuple(_with_alternates(page, exports) for page in pages)
    for_programs = (*exports.files(), archive_file(book.library), *data)
    return Site(linked, tuple(_redirects(book)), files, for_programs, glossary.fingerprint, Answers(book))


def page_in_place(url: str, file: str | None, title: str, lines: tuple[ProblemLine, ...]) -> SitePage:
    """Return the page that `make serve` shows in place of an entry that has problems, or of the home page."""
    description = "What has to be fixed before this page can be shown."
    card = partial(Card, "", title, description, "", "")
    return SitePage(url, title, description, "problems.html", partial(problems_view, title, lines), card, file)


def _first_page(url: str) -> str:
    """Return the address of the first page of a table: `/left/` for `/left/2/`, and any other as it is."""
    first, _, number = url.rstrip("/").rpartition("/")
    return f"{first}/" if number.isdigit() else url


def _with_alternates(page: SitePage, exports: Catalogue) -> SitePage:
    found = alternates(page.url, exports.feeds, is_entry=page.url in exports.entry_pages)
    return replace(page, alternates=tuple(found))


def _pages_without_entry(book: Casebook) -> Iterator[SitePage]:
    for page in (*main_pages(book), *insight_pages(book), *practice_pages(book), *help_wanted_pages(book)):
        yield _index_page(book, page.url, page.title, page.description, page.template, page.view)


def _checks_page(book: Casebook, cases: Cases) -> SitePage:
    title, description = "Checks", "Every rule that the check knows: what is wrong, what is printed, and how to fix it."
    view = partial(rule_reference, TOPICS, cases)
    return _index_page(book, addresses.CHECKS, title, description, "checks.html", view)


def _api_page(book: Casebook, exports: Catalogue) -> SitePage:
    title, description = (
        "Data for programs",
        "Every entry as JSON and Markdown, all claims as tables, and terms.",
    )
    feeds = tuple(Link(feed.title, feed.url) for feed in exports.feeds.values())[:FEEDS_SHOWN]
    view = partial(api_view, book, FileLists(exports.data, exports.tables, exports.schemas, feeds))
    return _index_page(book, addresses.API, title, description, "api.html", view)


def _index_page(
    book: Casebook, url: str, title: str, description: str, template: str, view: Callable[[], PageView], plain: str = ""
) -> SitePage:
    card = partial(index_card, book, title, description, plain or title)
    return SitePage(url, title, description, template, view, card, card_of=_first_page(url))


def _family_pages(book: Casebook) -> Iterator[SitePage]:
    for family in book.families.values():
        if family.id in book.links.patterns_of_family:
            view = partial(family_view, book, family)
            title = f"{family.name}: patterns"
            yield _index_page(book, addresses.family(family.id), title, family.what, "family.html", view, family.id)


def _entry_pages(book: WatchedCasebook, glossary: Glossary) -> Iterator[SitePage]:
    for kind in KINDS:
        view = resolve_name(kind.view)
        for name in book.library.of(kind.name):
            page = _entry_page(book, kind, name, view)
            page = replace(page, finish=partial(glossary.mark, home=f"{kind.name}:{name}"))
            linked = partial(_of_entry, linked_data, book, kind.name, name)
            yield replace(page, linked=linked) if kind.shape is CaseStudy else page
    for name in book.library.case_studies:
        yield _evidence_page(book, name)


def _entry_page(book: WatchedCasebook, kind: Kind, name: str, view: Callable[..., PageView]) -> SitePage:
    face, entry = book.face(kind.name, name), book.library.of(kind.name)[name]
    description = _shorten(face.summary)
    make, card = partial(_of_entry, view, book, kind.name, name), partial(entry_card, book, entry)
    page = SitePage(face.url, face.title, description, kind.template, make, card, entry.file)
    return replace(page, draft=entry.data.draft, ear=book.ear)


def _evidence_page(book: WatchedCasebook, name: str) -> SitePage:
    face, entry = book.face("case-study", name), book.library.case_studies[name]
    title = f"Evidence: {face.name}"
    description = _shorten(f"What the case study {face.name} rests on: each claim with its sources, and each source.")
    view = partial(_of_entry, case_evidence_view, book, "case-study", name)
    linked = partial(_of_entry, linked_citations, book, "case-study", name)
    page = _index_page(book, addresses.evidence(name), title, description, "case_evidence.html", view, name)
    return replace(page, file=entry.file, linked=linked, draft=entry.data.draft, card_of=face.url, ear=book.ear)


def _of_entry(make: Callable[..., T], book: Casebook, kind: str, name: str) -> T:
    """Return what is made of an entry, which `book` is asked for when it is made."""
    return make(book, book.library.of(kind)[name])


def _shorten(text: str) -> str:
    if len(text) <= DESCRIPTION_LENGTH:
        return text
    return text[:DESCRIPTION_LENGTH].rsplit(" ", 1)[0].rstrip(",;:. ") + " …"


def _comparison_pages(book: WatchedCasebook) -> Iterator[SitePage]:
    for one, other in book.links.pairs:
        title = f"{pair_name(book, one, other)}?"
        description = f"{title} What each solves, when to choose which, where each fails, and who ran it for what."
        card = partial(comparison_card, book, one, other, title)
        url, view = addresses.comparison(one, other), partial(comparison_view, book, one, other)
        yield SitePage(url, title, description, "comparison.html", view, card, ear=book.ear)


def _guide_pages(book: Casebook) -> Iterator[SitePage]:
    likeness = likeness_of_points(book)
    for guide in guides(book):
        description = f"{guide.category.what} What each solves, when to choose which, where each excels and fails."
        view = partial(guide_view, book, likeness, guide)
        yield SitePage(guide.url, guide.name, description, "guide.html", view, partial(guide_card, book, guide))


def _redirects(book: Casebook) -> Iterator[Redirect]:
    for entry in book.library.entries():
        for name in entry.data.formerly:
            yield Redirect(addresses.page(entry.kind, name), addresses.page(entry.kind, entry.id))
    for pair in book.links.pairs:
        yield from _redirects_of_pair(book, *pair)


def _redirects_of_pair(book: Casebook, one: str, other: str) -> Iterator[Redirect]:
    """Yield redirects from the reversed order and from former ids of the pair."""
    target = addresses.comparison(one, other)
    ones, others = ((name, *book.library.technologies[name].data.formerly) for name in (one, other))
    for names in product(ones, others):
        for url in (addresses.comparison_as_named(*names), addresses.comparison_as_named(*reversed(names))):
            if url != target:
                yield Redirect(url, target)
