"""The parts of `scripts/bench.py`: what is edited and deleted between builds, how costs are counted and printed."""

import sys
from datetime import date
from pathlib import Path

import pytest
import yaml

from handbook.checks.catalogue import find_problems
from handbook.reading import read_library

sys.path.insert(0, str(Path(__file__).parents[1] / "scripts"))
from benching import hugo, memory, ours, sites, tables
from benching.measuring import Run, measured
from benching.memory import Memory

CASES = 3
TODAY = date(2026, 11, 22)
TREE = {1: (0, "init"), 5: (1, "python"), 6: (5, "pagefind"), 7: (6, "worker"), 8: (1, "other")}


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> ours.OurProject:
    return ours.OurProject(tmp_path_factory.mktemp("bench") / "ours", CASES)


def entries(project: ours.OurProject) -> dict[str, str]:
    return {path.name: path.read_text(encoding="utf-8") for path in project.content.glob("*/*.yml")}


def test_each_edit_changes_one_case_study_and_another_part_of_it(project: ours.OurProject) -> None:
    changed = []
    for number in range(CASES):
        before = entries(project)
        project.edit(number)
        (name,) = (name for name, text in entries(project).items() if before[name] != text)
        old, new = yaml.safe_load(before[name]), yaml.safe_load(entries(project)[name])
        changed.append((name, *(key for key in old if old[key] != new[key])))
    assert changed == [("case-0.yml", "summary"), ("case-1.yml", "decisions"), ("case-2.yml", "figures")]
    assert find_problems(read_library(project.content), TODAY) == ()


def test_emptied_caches_keep_the_cards_alone(project: ours.OurProject) -> None:
    cache = project.content.parent / ".cache"
    for name in ("cards", "layouts", "templates"):
        (cache / name).mkdir(parents=True)
    (cache / "note").write_text("a file")
    project.empty_caches("cards")
    assert [path.name for path in cache.iterdir()] == ["cards"]
    project.empty_caches()
    assert list(cache.iterdir()) == []


def test_hugo_reads_our_files_as_front_matter(project: ours.OurProject, tmp_path: Path) -> None:
    hugo.HugoProject(tmp_path / "hugo", project.content, "hugo")
    pages = tmp_path / "hugo" / "content"
    _, matter, rest = (pages / "case-studies" / "case-1.md").read_text(encoding="utf-8").split("---\n")
    assert (matter, rest) == (entries(project)["case-1.yml"], "")
    pairs = {
        tuple(sorted((name.removesuffix(".yml"), one["technology"])))
        for name, text in entries(project).items()
        for one in yaml.load(text, yaml.CSafeLoader).get("alternatives", ())
    }
    assert {path.stem for path in (pages / "compare").glob("*-vs-*.md")} == {"-vs-".join(pair) for pair in pairs}
    layouts = {path.name for path in (tmp_path / "hugo" / "layouts").iterdir() if path.is_dir()}
    assert layouts - {"_partials"} == {path.name for path in pages.iterdir()}


def test_hugo_that_is_missing_is_told_with_what_to_install() -> None:
    with pytest.raises(SystemExit, match=r"pip install -r requirements-bench\.txt"):
        hugo.find_hugo("no-such-hugo")


def test_the_family_of_a_process_is_what_it_started() -> None:
    assert sorted(memory._family(5, TREE)) == [(5, "python"), (6, "pagefind"), (7, "worker")]


def test_a_command_is_measured_with_its_processors_and_its_failure_is_told(tmp_path: Path) -> None:
    count = "sum(range(10**6))"
    assert measured((sys.executable, "-c", count), tmp_path).processors > 0
    with pytest.raises(SystemExit, match="failed:\nfor this reason"):
        measured((sys.executable, "-c", "import sys; sys.exit('for this reason')"), tmp_path)


def test_two_runs_one_after_the_other_add_up_but_their_memory_does_not() -> None:
    both = Run(2, 3, Memory(500, 500, 0)).then(Run(1, 2, Memory(700, 0, 700)))
    assert both == Run(3, 5, Memory(700, 500, 700))


def test_the_tables_have_medians_and_their_ratios() -> None:
    runs = {
        tables.FIRST: [Run(8, 12), Run(30, 12), Run(10, 16, Memory(3_000))],
        tables.BOTH: [Run(4, 6), Run(5, 8), Run(6, 8)],
    }
    heading, *costs = tables.costs(runs, {tables.FIRST: sites.Size(1234.5, 99)})
    assert [" ".join(line.split()) for line in costs] == [
        "ours, first build 10.0 12.0 0 0 0 1,234.5 99 3",
        "Hugo + Pagefind 5.0 8.0 0 0 0 3",
    ]
    assert heading.index("wall s") + len("wall s") == costs[0].index("10.0") + len("10.0")
    _, ratio = tables.ratios(runs)
    assert " ".join(ratio.split()) == "ours, first build 2.00 / 1.50"


def test_sites_are_compared_by_the_bytes_and_measured_by_the_words(tmp_path: Path) -> None:
    one, other = tmp_path / "one", tmp_path / "other"
    for site, text in ((one, "four words are here"), (other, "other words")):
        (site / "cases" / "a").mkdir(parents=True)
        page = f"<title>No</title><main><p>{text}</p><svg><text>drawn</text></svg></main>"
        (site / "cases" / "a" / "index.html").write_text(page, encoding="utf-8")
        (site / "same.css").write_text("p {}", encoding="utf-8")
    (one / "old.html").write_text("<p>A redirect</p>", encoding="utf-8")
    assert sites.differing(sites.digests_of(one), sites.digests_of(other)) == ["cases/a/index.html", "old.html"]
    assert sites.words_of(one, "**/*.html") == sites.Words(1, 4)
    assert sites.size_of(other).files == 2
