"""A Jinja tag that renders a part of the theme once for all pages with the same key.

`{% cache "name", key %}…{% endcache %}`: the content must depend on the key only. A test compares a site built with
the cache with one built without it, byte by byte.
"""

from collections.abc import Callable
from typing import Any

from jinja2 import Environment, nodes
from jinja2.ext import Extension
from jinja2.parser import Parser


class FragmentCache(Extension):
    """The tag. `environment.fragments` is the cache; if it is None, every fragment is rendered again."""

    tags = {"cache"}  # noqa: RUF012  # required by Jinja

    def __init__(self, environment: Environment) -> None:
        """Start with an empty cache."""
        super().__init__(environment)
        environment.extend(fragments={})

    def parse(self, parser: Parser) -> nodes.Node:
        """Parse the tag into a call block of `_render`."""
        line = next(parser.stream).lineno
        key = parser.parse_tuple()
        body = parser.parse_statements(("name:endcache",), drop_needle=True)
        return nodes.CallBlock(self.call_method("_render", [key]), [], [], body).set_lineno(line)

    def _render(self, key: Any, caller: Callable[[], str]) -> str:
        fragments: dict[Any, str] | None = self.environment.fragments  # type: ignore[attr-defined]
        if fragments is None:
            return caller()
        if key not in fragments:
            fragments[key] = caller()
        return fragments[key]
