"""Turns pages and redirects into HTML, with links relative to each."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from handbook import addresses, policy
from handbook.parallel import spread
from handbook.pictures.cards import Card
from handbook.views.sections import PageView


@dataclass(frozen=True)
class SitePage:
    """A page: where it lives, what it is called, the view and template that make it, what is shown where it is shared.

    `file` is what one edits, `finish` is applied to the finished inside of the page.
    """

    url: str
    title: str
    description: str
    template: str
    view: Callable[[], PageView]
    card: Card
    file: str | None = None
    finish: Callable[[str], str] = str


@dataclass(frozen=True)
class Redirect:
    """An old address and the one that took its place."""

    url: str
    target: str


@dataclass(frozen=True)
class Content:
    """The finished inside of a page, and its sections: their titles by their fragments."""

    html: str
    sections: Mapping[str, str]


class Renderer:
    """The templates, compiled once, before any process is forked."""

    def __init__(self) -> None:
        """Compile the templates."""
        self._templates = Environment(
            loader=PackageLoader("handbook"),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self._templates.globals["address"] = addresses.of_pages()
        for name in self._templates.list_templates():
            self._templates.get_template(name)

    def module(self, name: str) -> Any:
        """Return the macros of a template, to print a part of a page."""
        return self._templates.get_template(name).module

    def page(self, page: SitePage) -> Content:
        """Return the inside of a page."""
        view = page.view()
        html = page.finish(self._templates.get_template(page.template).render(page=view))
        return Content(addresses.make_relative(html, page.url), dict(view.sections))

    def pages(self, pages: Sequence[SitePage], workers: int = 1) -> list[Content]:
        """Return the inside of all pages, made by so many processes."""
        return spread(lambda number: self.page(pages[number]), len(pages), workers)

    def redirect(self, redirect: Redirect) -> str:
        """Return a whole page that leads from an old address to the new one."""
        old = redirect.url
        return self._templates.get_template("redirect.html").render(
            target=addresses.relative(redirect.target, old),
            script=addresses.relative(addresses.script("redirect"), old),
            policy=Markup(policy.policy_of_tag()),
        )
