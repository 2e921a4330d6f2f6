"""The renderer: it turns pages and redirects into HTML with relative links."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from jinja2 import BytecodeCache, Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from handbook import addresses, policy, wording
from handbook.asked import Ear
from handbook.exports.alternates import Alternate
from handbook.parallel import spread
from handbook.views.sections import PageView

if TYPE_CHECKING:  # the editor in the browser has no Pillow, which draws cards
    from handbook.pictures.cards import Card


@dataclass(frozen=True)
class SitePage:
    """A page: its address, title and description, its template and view, and what makes its social card.

    `file` is the content file to edit, `finish` is applied to the rendered content. The head has `alternates`, and the
    JSON-LD that `linked` returns. A `draft` is not published.
    """

    url: str
    title: str
    description: str
    template: str
    view: Callable[[], PageView]
    make_card: "Callable[[], Card]"
    file: str | None = None
    finish: Callable[[str], str] = str
    alternates: tuple[Alternate, ...] = ()
    linked: Callable[[], str] = str
    draft: bool = False
    card_of: str = ""
    """The address of the page whose card this one shows, if not its own."""
    ear: Ear | None = None
    """What hears all questions of `view` and `linked`, if they ask a watched casebook."""

    @property
    def card(self) -> "Card":
        """The card, which is made at each call: nobody needs it while serving."""
        return self.make_card()

    @property
    def has_own_card(self) -> bool:
        """Whether a card is drawn for this page."""
        return self.card_of in ("", self.url)


@dataclass(frozen=True)
class Redirect:
    """An old address, and the address that replaced it."""

    url: str
    target: str


@dataclass(frozen=True)
class Content:
    """The rendered content of a page, and its section titles by fragment."""

    html: str
    sections: Mapping[str, str]


def finished(page: SitePage, content: Content) -> Content:
    """Return the finished content of a page, with relative links."""
    return Content(addresses.make_relative(page.finish(content.html), page.url), content.sections)


class Renderer:
    """A Jinja environment with all templates, compiled once before any process is forked."""

    def __init__(self, compiled: BytecodeCache | None = None) -> None:
        """Compile the templates, or take them from `compiled`."""
        self._templates = Environment(
            loader=PackageLoader("handbook"),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            bytecode_cache=compiled,
        )
        self._templates.globals["address"] = addresses.of_pages()
        self._templates.filters["counted"] = wording.counted
        for name in self._templates.list_templates():
            self._templates.get_template(name)

    def module(self, name: str) -> Any:
        """Return the macros of a template, to render a part of a page."""
        return self._templates.get_template(name).module

    def part(self, template: str, view: PageView) -> str:
        """Return a view as HTML, with links from the root of the site."""
        return self._templates.get_template(template).render(page=view)

    def page(self, page: SitePage) -> Content:
        """Return the rendered content of a page."""
        return finished(page, self.unfinished(page))

    def unfinished(self, page: SitePage) -> Content:
        """Return the content of a page without what `finish` adds, with links from the root of the site."""
        view = page.view()
        return Content(self.part(page.template, view), dict(view.sections))

    def pages(self, pages: Sequence[SitePage], workers: int = 1) -> list[Content]:
        """Return the rendered content of all pages, made by `workers` processes."""
        return spread(lambda number: self.page(pages[number]), len(pages), workers)

    def redirect(self, redirect: Redirect) -> str:
        """Return a complete HTML page that redirects from an old address to the new one."""
        old = redirect.url
        return self._templates.get_template("redirect.html").render(
            target=addresses.relative(redirect.target, old),
            script=addresses.relative(addresses.script("redirect"), old),
            policy=Markup(policy.policy_of_tag()),
        )
