"""Architecture rules: which module may import which, and which modules may access files."""

import ast
from collections.abc import Iterator
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
LEVELS: tuple[tuple[str, ...], ...] = (
    ("handbook.problem",),
    ("handbook.scalar", "handbook.nearest", "handbook.parallel", "handbook.files", "handbook.characters"),
    ("handbook.collation", "handbook.faulty_signs"),
    ("handbook.yaml_errors", "handbook.yaml_parser", "handbook.yaml_lines"),
    ("handbook.mistakes",),
    ("handbook.yaml_repair",),
    ("handbook.yaml_reader",),
    ("handbook.source", "handbook.model"),
    ("handbook.known", "handbook.synonyms", "handbook.intended"),
    ("handbook.misfits", "handbook.schema"),
    ("handbook.shape", "handbook.survey"),
    ("handbook.library",),
    ("handbook.reading",),
    (
        "handbook.text",
        "handbook.addresses",
        "handbook.policy",
        "handbook.arithmetic",
        "handbook.wording",
        "handbook.links",
        "handbook.support",
        "handbook.archive",
    ),
    ("handbook.report", "handbook.stances"),
    ("handbook.tasks",),
    (
        "handbook.checks",
        "handbook.problem_formats",
        "handbook.fixes",
        "handbook.context",
        "handbook.facets",
        "handbook.depth",
        "handbook.questions",
        "handbook.pictures",
    ),
    (
        "handbook.salvage",
        "handbook.editor",
        "handbook.ids",
        "handbook.reading_time",
        "handbook.glossary",
        "handbook.comparable",
        "handbook.scales",
    ),
    ("handbook.faces",),
    ("handbook.asked", "handbook.guides"),
    ("handbook.answers",),
    ("handbook.views", "handbook.exports"),
    ("handbook.renderer", "handbook.scaffold", "handbook.completion", "handbook.doors"),
    ("handbook.site", "handbook.desk"),
    ("handbook.publishing", "handbook.review", "handbook.texts"),
    ("hooks", "scripts"),
)
"""Levels from the inside out. A module imports only from earlier levels, or from its own folder."""

EDGES = ("handbook.survey", "handbook.publishing")
"""The modules of the package that access files: reading the content, and publishing a finished site."""

HOST = {"mkdocs", "material", "hooks", "scripts"}
FOREIGN = {"os", "subprocess", "time", "socket", "urllib", "http", "random", "git"}
CLOCK = {"today", "now", "utcnow", "environ", "getenv"}


def _name(path: Path) -> str:
    return ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


FILES = {
    _name(path): path for folder in ("handbook", "hooks", "scripts") for path in sorted((ROOT / folder).rglob("*.py"))
}
INSIDE = [name for name in FILES if name.startswith("handbook")]
PURE = [name for name in INSIDE if not name.startswith(EDGES)]


def imports(name: str) -> Iterator[str]:
    """Yield the modules that a module imports; resolve `from package import module` to the module."""
    for node in ast.walk(ast.parse(FILES[name].read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{name} imports relatively"
            for alias in node.names:
                inner = f"{node.module}.{alias.name}"
                yield inner if inner in FILES else str(node.module)


def place(name: str) -> tuple[int, str] | None:
    """Return the level of a module and its name in the level (the module or its folder), or None."""
    found = [
        (number, member)
        for number, members in enumerate(LEVELS)
        for member in members
        if f"{name}.".startswith(f"{member}.")
    ]
    return found[0] if found else None


def is_allowed(name: str, other: str) -> bool:
    """Return whether a module may import another: one on an earlier level, or in its own folder."""
    here, there = place(name), place(other)
    return here is not None and there is not None and (there[0] < here[0] or there[1] == here[1])


def used_names(name: str) -> set[str]:
    nodes = list(ast.walk(ast.parse(FILES[name].read_text(encoding="utf-8"))))
    return {node.attr for node in nodes if isinstance(node, ast.Attribute)} | {
        node.id for node in nodes if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load)
    }


def test_every_module_has_its_level() -> None:
    assert [name for name in FILES if name != "handbook" and place(name) is None] == []


@pytest.mark.parametrize("name", FILES)
def test_arrows_run_one_way(name: str) -> None:
    ours = [other for other in imports(name) if other.startswith("handbook.")]
    assert [other for other in ours if other != "handbook" and not is_allowed(name, other)] == []


def test_siblings_and_upper_levels_are_refused() -> None:
    assert not is_allowed("handbook.views.home", "handbook.exports.data")
    assert not is_allowed("handbook.exports.finder", "handbook.views.use")
    assert not is_allowed("handbook.pictures.cards", "handbook.faces")
    assert is_allowed("handbook.views.home", "handbook.views.charts")
    assert is_allowed("handbook.views.home", "handbook.faces")


def test_no_module_imports_itself_through_others() -> None:
    graph = {name: {other for other in imports(name) if other in FILES} for name in FILES}
    order = list(TopologicalSorter(graph).static_order())
    assert order.index("handbook.problem") < order.index("handbook.library") < order.index("handbook.site")


@pytest.mark.parametrize("name", INSIDE)
def test_the_inside_knows_nothing_of_the_host(name: str) -> None:
    assert {other.partition(".")[0] for other in imports(name)} & HOST == set()


@pytest.mark.parametrize("name", [name for name in INSIDE if name.startswith("handbook.views")])
def test_views_know_nothing_of_checks(name: str) -> None:
    assert [other for other in imports(name) if other.startswith("handbook.checks")] == []


@pytest.mark.parametrize("name", [name for name in INSIDE if not name.startswith("handbook.publishing")])
def test_the_inside_reads_no_clock_no_environment_and_no_git(name: str) -> None:
    assert {other.partition(".")[0] for other in imports(name)} & FOREIGN == set()
    read = used_names(name) & CLOCK
    assert read - ({"today"} if takes_today(name) else set()) == set()


def takes_today(name: str) -> bool:
    """Return whether `today` is only a parameter in this module, never an attribute such as `date.today`."""
    nodes = list(ast.walk(ast.parse(FILES[name].read_text(encoding="utf-8"))))
    attributes = {node.attr for node in nodes if isinstance(node, ast.Attribute)}
    return "today" not in attributes and "today" in {node.arg for node in nodes if isinstance(node, ast.arg)}


@pytest.mark.parametrize("name", PURE)
def test_only_the_edges_touch_files(name: str) -> None:
    assert (
        used_names(name) & {"read_text", "read_bytes", "write_text", "write_bytes", "open", "iterdir", "glob"} == set()
    )
