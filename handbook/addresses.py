"""Where each page lives: the only place that knows. Addresses run from the root of the site and end in a slash."""

from handbook.model.kinds import KIND_BY_NAME

HOME = "/"
CASE_STUDIES = "/case-studies/"
PATTERNS = "/patterns/"
TECHNOLOGIES = "/technologies/"
CONTRIBUTE = "/contribute/"
FAMILIES = "/families/"
FIELDS = "/contribute/fields/"
CHECKS = "/contribute/checks/"
COMPARE = "/compare/"
EXPLORE = "/explore/"
PATHS = "/paths/"
GLOSSARY = "/glossary/"
SCRIPTS = "/assets/js/"


def of_pages() -> dict[str, str]:
    """Return the addresses that have a name of their own, for templates: `address.EXPLORE`."""
    return {name: value for name, value in globals().items() if name.isupper() and isinstance(value, str)}


def folder(kind: str) -> str:
    """Return the address under which the entries of a kind live: `/technologies/`."""
    return f"/{KIND_BY_NAME[kind].folder}/"


def page(kind: str, name: str) -> str:
    """Return the address of an entry: `/technologies/redis/`."""
    return f"{folder(kind)}{name}/"


def family(name: str) -> str:
    """Return the address of a family of patterns."""
    return f"{FAMILIES}{name}/"


def anchor(kind: str, name: str) -> str:
    """Return the fragment of a part of a page: `figure-daily-requests`. It is never made from a position."""
    return f"{kind}-{name}"


def claim(case_study: str, kind: str, name: str) -> str:
    """Return the address of a claim, from any page."""
    return f"{page('case-study', case_study)}#{anchor(kind, name)}"


def evidence(case_study: str) -> str:
    """Return the address of the page with the evidence of a case study."""
    return f"{page('case-study', case_study)}evidence/"


def evidence_beside(anchor: str) -> str:
    """Return the address of the evidence of a claim, from the page of its case study: `evidence/#figure-requests`."""
    return f"evidence/#{anchor}"


def evidence_below(anchor: str) -> str:
    """Return the address of the evidence of a claim that stands at the end of the same page."""
    return f"#evidence-{anchor}"


def category(name: str) -> str:
    """Return the address of a category in the index of technologies."""
    return f"{TECHNOLOGIES}#{anchor('category', name)}"


def term(name: str) -> str:
    """Return the address of a term in the glossary."""
    return f"{GLOSSARY}#{anchor('term', name)}"


def comparison(one: str, other: str) -> str:
    """Return the address of two technologies side by side, whichever is named first: `/compare/memcached-vs-redis/`."""
    return comparison_as_named(min(one, other), max(one, other))


def comparison_as_named(first: str, second: str) -> str:
    """Return the address with the ids in this order, which is not always the one that has the page.

    Ids in which `vs` is a word are set apart by two hyphens, which no id has: so no two pairs share an address.
    """
    between = "--vs--" if "vs" in (*first.split("-"), *second.split("-")) else "-vs-"
    return f"{COMPARE}{first}{between}{second}/"


def guide(name: str) -> str:
    """Return the address of the guide over a category; no pair has it, because a pair has `vs` in its address."""
    return f"{COMPARE}{name}/"


def make_relative(html: str, url: str) -> str:
    """Return `html` with its links from the root made relative to the page at `url`.

    Text of contributors cannot be mistaken for a link: its quotes are escaped.
    """
    upwards = _upwards(url)
    return html.replace(' href="/', f' href="{upwards}').replace(' src="/', f' src="{upwards}')


def relative(target: str, url: str) -> str:
    """Return the address `target` as the page at `url` links to it."""
    return _upwards(url) + target.removeprefix("/")


def _upwards(url: str) -> str:
    return "../" * (url.count("/") - 1) or "./"


def source_file(url: str) -> str:
    """Return the name by which MkDocs knows the page at `url`: `technologies/redis/index.md`."""
    inner = url.strip("/")
    return f"{inner}/index.md" if inner else "index.md"


def card(url: str) -> str:
    """Return the file of the picture that is shown where the page at `url` is shared."""
    return f"{url.strip('/')}/card.png".lstrip("/")


def data(name: str) -> str:
    """Return the file of the built site that holds data for the site's own scripts."""
    return f"data/{name}.js"


def stylesheet(name: str) -> str:
    """Return the file of the built site that holds styles made from the content; mkdocs.yml names it as well."""
    return f"assets/css/{name}.css"


def headers_file() -> str:
    """Return the file of the built site in which some hosts look up what headers to send."""
    return "_headers"


def script(name: str) -> str:
    """Return the address of one of the site's own scripts."""
    return f"{SCRIPTS}{name}.js"


def output_file(url: str) -> str:
    """Return the file in the built site that answers at `url`."""
    return f"{url.strip('/')}/index.html".lstrip("/")
