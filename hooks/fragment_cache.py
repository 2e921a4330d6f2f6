"""A Jinja tag that renders a part of the theme's frame once for all pages that share a key.

`{% cache "name", key %}…{% endcache %}`: what stands inside may depend on nothing but the key. A test compares a site
built with the cache to one built without, byte for byte.
"""

from collections.abc import Callable
from typing import Any

from jinja2 import Environment, nodes
from jinja2.ext import Extension
from jinja2.parser import Parser


class FragmentCache(Extension):
    """The tag. `environment.fragments` is the memory; without it (None) every fragment is rendered anew."""

    tags = {"cache"}  # noqa: RUF012  # Jinja wants it so

    def __init__(self, environment: Environment) -> None:
        """Begin with an empty memory."""
        super().__init__(environment)
        environment.extend(fragments={})

    def parse(self, parser: Parser) -> nodes.Node:
        """Turn the tag into a call of `_render` around its body."""
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
