"""The addresses of all pages, and the paths of other files. Addresses start at the site root and end in a slash."""

from handbook.model.kinds import KIND_BY_NAME

HOME = "/"
CASE_STUDIES = "/case-studies/"
PATTERNS = "/patterns/"
TECHNOLOGIES = "/technologies/"
CONTRIBUTE = "/contribute/"
REPORT = "/contribute/ways/#two-minutes-one-claim"
FAMILIES = "/families/"
FIELDS = "/contribute/fields/"
CHECKS = "/contribute/checks/"
HELP_WANTED = "/contribute/help-wanted/"
WRITE = "/contribute/write/"
ENTRY_FILES = "/contribute/write/files/"
ARCHIVE = "/data/archive.json"
PYTHON = "/assets/python/"
COMPARE = "/compare/"
EXPLORE = "/explore/"
PATHS = "/paths/"
GLOSSARY = "/glossary/"
INSIGHTS = "/insights/"
LESSONS = "/lessons/"
NUMBERS = "/numbers/"
TIMELINE = "/timeline/"
TECHNOLOGIES_OVER_TIME = "/timeline/technologies/"
MATRIX = "/matrix/"
LEFT = "/left/"
AGREEMENTS = "/agreements/"
TRUST = "/trust/"
PRACTICE = "/practice/"
RECALL = "/practice/recall/"
RECALL_BY_CASE = "/practice/recall/cases/"
ANKI_DECK = "/practice/recall/how-it-scaled-anki.txt"
DECIDE = "/practice/decide/"
ESTIMATE = "/practice/estimate/"
YOURS = "/practice/yours/"
ARITHMETIC = "/practice/arithmetic/"
API = "/api/v1/"
TABLES = "/api/v1/tables/"
DATA_PACKAGE = "/api/v1/tables/datapackage.json"
SCRIPTS = "/assets/js/"
STYLES = "/assets/css/"
LLMS = "/llms.txt"


def of_pages() -> dict[str, str]:
    """Return the constant addresses by name, for templates: `address.EXPLORE`."""
    return {name: value for name, value in globals().items() if name.isupper() and isinstance(value, str)}


def theme(name: str) -> str:
    """Return the address of the lessons on a theme."""
    return f"{LESSONS}{name}/"


def folder(kind: str) -> str:
    """Return the address of the folder of a kind: `/technologies/`."""
    return f"/{KIND_BY_NAME[kind].folder}/"


def page(kind: str, name: str) -> str:
    """Return the address of an entry: `/technologies/redis/`."""
    return f"{folder(kind)}{name}/"


def family(name: str) -> str:
    """Return the address of a family of patterns."""
    return f"{FAMILIES}{name}/"


def matrix(family_name: str) -> str:
    """Return the address of the matrix of a family: technologies and its patterns."""
    return f"{MATRIX}{family_name}/"


def anchor(kind: str, name: str) -> str:
    """Return the fragment of a part of a page: `figure-daily-requests`. It never depends on the position."""
    return f"{kind}-{name}"


def claim(case_study: str, kind: str, name: str) -> str:
    """Return the address of a claim, from any page."""
    return f"{page('case-study', case_study)}#{anchor(kind, name)}"


def practised(case_study: str, name: str) -> str:
    """Return the name of a claim to practise on, unique over all case studies: no id contains two hyphens."""
    return f"{case_study}--{name}"


def recall(family: str) -> str:
    """Return the address of the questions about a family of patterns."""
    return f"{RECALL}patterns/{family}/"


def evidence(case_study: str) -> str:
    """Return the address of the evidence page of a case study."""
    return f"{page('case-study', case_study)}evidence/"


def proof(case_study: str, anchor: str) -> str:
    """Return the address of a claim or a source on the evidence page of a case study."""
    return f"{evidence(case_study)}#{anchor}"


def evidence_beside(anchor: str) -> str:
    """Return the address of the evidence of a claim, relative to its case study: `evidence/#figure-requests`."""
    return f"evidence/#{anchor}"


def evidence_below(anchor: str) -> str:
    """Return the address of the evidence of a claim at the end of the same page."""
    return f"#evidence-{anchor}"


def numbers(measure: str) -> str:
    """Return the address of the figures of a measure."""
    return f"{NUMBERS}{measure}/"


def category(name: str) -> str:
    """Return the address of a category in the index of technologies."""
    return f"{TECHNOLOGIES}#{anchor('category', name)}"


def term(name: str) -> str:
    """Return the address of a term in the glossary."""
    return f"{GLOSSARY}#{anchor('term', name)}"


def comparison(one: str, other: str) -> str:
    """Return the address of a comparison, regardless of the order of the ids: `/compare/memcached-vs-redis/`."""
    return comparison_as_named(min(one, other), max(one, other))


def comparison_as_named(first: str, second: str) -> str:
    """Return the address of a comparison with the ids in this order, which may be the address of a redirect.

    If `vs` is a word of an id, double hyphens separate the ids. No id contains them, so no two pairs share an address.
    """
    between = "--vs--" if "vs" in (*first.split("-"), *second.split("-")) else "-vs-"
    return f"{COMPARE}{first}{between}{second}/"


def guide(name: str) -> str:
    """Return the address of a guide. It never equals that of a comparison, which contains `vs`."""
    return f"{COMPARE}{name}/"


def make_relative(html: str, url: str) -> str:
    """Return `html` with root-relative links made relative to the page at `url`.

    Contributed text cannot be mistaken for a link, because its quotes are escaped.
    """
    upwards = _upwards(url)
    return html.replace(' href="/', f' href="{upwards}').replace(' src="/', f' src="{upwards}')


def relative(target: str, url: str) -> str:
    """Return `target` relative to the page at `url`."""
    return _upwards(url) + target.removeprefix("/")


def _upwards(url: str) -> str:
    return "../" * (url.count("/") - 1) or "./"


def source_file(url: str) -> str:
    """Return the MkDocs source path of the page at `url`: `technologies/redis/index.md`."""
    inner = url.strip("/")
    return f"{inner}/index.md" if inner else "index.md"


def card(url: str) -> str:
    """Return the path of the social card of the page at `url`."""
    return f"{url.strip('/')}/card.png".lstrip("/")


def absolute(home: str, url: str) -> str:
    """Return an address from the site root with that of the site; if `home` is empty, return it unchanged."""
    return f"{home.rstrip('/')}{url}"


def entry_data(url: str) -> str:
    """Return the address of the data of the entry at `url`: `/technologies/redis/index.json`."""
    return f"{url}index.json"


def twin(url: str) -> str:
    """Return the address of the Markdown twin of the entry at `url`: `/technologies/redis/index.md`."""
    return f"{url}index.md"


def feed(url: str) -> str:
    """Return the address of the feed of the page at `url`: `/technologies/redis/feed.xml`."""
    return f"{url}feed.xml"


def collection(name: str) -> str:
    """Return the address of a file with the data of many entries."""
    return f"{API}{name}.json"


def table(name: str) -> str:
    """Return the address of a table: `/api/v1/tables/figures.csv`."""
    return f"{TABLES}{name}.csv"


def schema(name: str) -> str:
    """Return the address of the schema of published data: `/api/v1/schema/case-study.json`."""
    return f"{API}schema/{name}.json"


def path(url: str) -> str:
    """Return the path of the file at an address."""
    return url.removeprefix("/")


def data(name: str) -> str:
    """Return the path of a data file, which the site's scripts load."""
    return f"data/{name}.js"


def stylesheet(name: str) -> str:
    """Return the path of a stylesheet that is generated from the content; mkdocs.yml lists it too."""
    return f"assets/css/{name}.css"


def headers_file() -> str:
    """Return the path of the file in which some hosts read which headers to send."""
    return "_headers"


def script(name: str) -> str:
    """Return the address of one of the site's scripts."""
    return f"{SCRIPTS}{name}.js"


def output_file(url: str) -> str:
    """Return the path of the built HTML file of the page at `url`."""
    return f"{url.strip('/')}/index.html".lstrip("/")
