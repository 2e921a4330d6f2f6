"""The output of a build: reproducible bytes, and the last good site if the build fails."""

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from subprocess import CompletedProcess
from urllib.parse import urljoin, urlsplit

import html5lib
import pytest
import yaml

from handbook.schema import schema_files

LayOut = Callable[..., Path]
Build = Callable[..., "CompletedProcess[str]"]

TOMORROW = """
import datetime, time
DAY = 86400
now, real_date, real_datetime = time.time, datetime.date, datetime.datetime

class Date(real_date):
    @classmethod
    def today(cls):
        return real_date.fromtimestamp(now() + DAY)

class DateTime(real_datetime):
    @classmethod
    def now(cls, tz=None):
        return real_datetime.fromtimestamp(now() + DAY, tz)
    @classmethod
    def utcnow(cls):
        return real_datetime.fromtimestamp(now() + DAY, datetime.timezone.utc).replace(tzinfo=None)

time.time = lambda: now() + DAY
datetime.date, datetime.datetime = Date, DateTime
"""
"""A `sitecustomize.py` that sets Python's clock forward by one day."""


def bytes_of(site: Path) -> dict[str, bytes]:
    """Return all files of a built site by path, including hidden files."""
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in sorted(site.rglob("*")) if path.is_file()}


def differences(one: Path, other: Path) -> list[str]:
    """Return the paths of the files that differ between two sites."""
    first, second = bytes_of(one), bytes_of(other)
    assert len(first) > 50
    return sorted(name for name in first.keys() | second.keys() if first.get(name) != second.get(name))


@pytest.fixture
def rebuilt(sample_project: Path, build: Build, tmp_path: Path) -> Callable[..., Path]:
    """Build the sample again with other environment variables."""

    def rebuild(name: str, **environment: str) -> Path:
        done = build(sample_project, tmp_path / name / "site", **environment)
        assert done.returncode == 0, done.stdout
        return tmp_path / name / "site"

    return rebuild


def test_two_builds_are_the_same_bytes(rebuilt: Callable[..., Path], tmp_path: Path) -> None:
    clock = tmp_path / "clock"
    clock.mkdir()
    (clock / "sitecustomize.py").write_text(TOMORROW, encoding="utf-8")
    today = rebuilt("today", PYTHONHASHSEED="1", TZ="UTC")
    tomorrow = rebuilt("tomorrow", PYTHONHASHSEED="2", TZ="Asia/Tokyo", PYTHONPATH=str(clock))
    assert differences(today, tomorrow) == []


@pytest.fixture
def spread_out(lay_out: LayOut, tmp_path: Path) -> tuple[Path, Path]:
    """A sample project that several processes build despite its size, and a Python path that reports three CPUs."""
    project = lay_out("project")
    replace(project / "handbook" / "parallel.py", "WORTH_A_PROCESS = 300", "WORTH_A_PROCESS = 2")
    machine = tmp_path / "machine"
    machine.mkdir()
    (machine / "sitecustomize.py").write_text("import os\nos.cpu_count = lambda: 3\n", encoding="utf-8")
    return project, machine


def test_several_processes_build_the_same(sample_site: Path, spread_out: tuple[Path, Path], build: Build) -> None:
    project, machine = spread_out
    built = build(project, project / "site", PYTHONPATH=str(machine))
    assert built.returncode == 0, built.stdout
    assert differences(sample_site, project / "site") == []


def test_a_fault_in_another_process_ends_the_build(spread_out: tuple[Path, Path], build: Build) -> None:
    project, machine = spread_out
    break_template(project)
    failed = build(project, project / "site", PYTHONPATH=str(machine))
    assert failed.returncode == 1
    assert "multiprocessing.pool.RemoteTraceback" in failed.stdout
    assert "has no attribute 'nothing'" in failed.stdout
    assert not list(project.glob("*site*"))


def test_the_clock_can_be_set(build: Build, lay_out: LayOut, tmp_path: Path) -> None:
    """`TOMORROW` does set the clock: a date in 2075 is not in the future if the clock is 20,000 days ahead."""
    project, clock = lay_out("project"), tmp_path / "clock"
    clock.mkdir()
    (clock / "sitecustomize.py").write_text(TOMORROW.replace("DAY = 86400", "DAY = 20000 * 86400"), encoding="utf-8")
    replace(project / "content" / "patterns" / "batching.yml", "kind: book,", "kind: book, date: 2075,")
    assert "date-in-the-future" in build(project, project / "site").stdout
    assert build(project, project / "site", PYTHONPATH=str(clock)).returncode == 0


def test_the_fragment_cache_changes_nothing(sample_site: Path, lay_out: LayOut, build: Build) -> None:
    project = lay_out("uncached", extra={"fragment_cache": False})
    done = build(project, project / "site")
    assert done.returncode == 0, done.stdout
    assert differences(sample_site, project / "site") == []


CHANGES = (
    (
        ("content/patterns/batching.yml", "what: Carry several", "what: Carry many"),
        ("content/vocabulary.yml", "name: Caching,", "name: Caches,"),
        ("content/vocabulary.yml", "name: batch\n", "name: write\n"),
        ("docs/contribute/index.md", "# ", "# Now: "),
        ("mkdocs.yml", "\n", "\ncopyright: Ours now\n"),
    ),
    (
        ("handbook/templates/pattern.html", '<h1 id="title">', '<h1 id="title">Now: '),
        ("handbook/wording.py", '"about "', '"circa "'),
        ("overrides/partials/footer.html", "Glossary", "All words"),
        ("docs/assets/css/text.css", "\n", "\n.changed { color: red; }\n"),
    ),
)
"""A change of each kind of input: first of what is said, then of the code."""


def test_what_earlier_builds_left_is_never_stale(lay_out: LayOut, build: Build) -> None:
    """After changes, a build with the caches of all builds before is the same as one without."""
    warm = lay_out("warm")
    latest = built_site(warm, build)
    for changes in CHANGES:
        for path, old, new in changes:
            replace(warm / path, old, new)
        before, latest = latest, built_site(warm, build)
        assert latest != before
        (warm / ".cache").rename(warm / "cache")
        assert built_site(warm, build) == latest
        shutil.rmtree(warm / ".cache")
        (warm / "cache").rename(warm / ".cache")


def built_site(project: Path, build: Build) -> dict[str, bytes]:
    """Build into an empty folder, and return the files."""
    shutil.rmtree(project / "site", ignore_errors=True)
    done = build(project, project / "site")
    assert done.returncode == 0, done.stdout
    return bytes_of(project / "site")


def test_pages_do_differ_in_the_parts_that_are_cached(sample_site: Path) -> None:
    """Headers differ between pages, so the other tests would notice a cache that returns the wrong header."""
    headers = {re.findall(r"<header class=\"md-header.*?</header>", page.read_text(encoding="utf-8"), re.DOTALL)[0]
               for page in sample_site.rglob("*.html") if "md-header" in page.read_text(encoding="utf-8")}  # fmt: skip
    assert len(headers) >= 8


def replace(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def break_content(project: Path) -> None:
    replace(project / "content" / "patterns" / "batching.yml", "family: queues", "family: quees")


def break_yaml(project: Path) -> None:
    replace(project / "content" / "patterns" / "batching.yml", "family: queues", "family: [queues")


def break_template(project: Path) -> None:
    replace(project / "handbook" / "templates" / "path.html", "<h1 ", "{{ page.nothing }}<h1 ")


def cause_warning(project: Path) -> None:
    replace(project / "docs" / "contribute" / "index.md", "(fields/index.md)", "(nowhere.md)")


BREAKAGES = {
    break_content: "content/patterns/batching.yml:3:9: `quees` is not one of the families",
    break_yaml: "content/patterns/batching.yml:3:9: this bracket is never closed",
    break_template: "has no attribute 'nothing'",
    cause_warning: "nowhere.md",
}


@pytest.mark.parametrize(("breakage", "words"), BREAKAGES.items())
def test_a_failed_build_costs_nothing(
    breakage: Callable[[Path], None], words: str, lay_out: LayOut, build: Build
) -> None:
    project = lay_out("project")
    assert build(project, project / "site").returncode == 0
    (project / "site" / ".kept").write_text("by the host")
    before, beside = bytes_of(project / "site"), sorted(path.name for path in project.iterdir())
    breakage(project)
    failed = build(project, project / "site")
    assert failed.returncode == 1
    assert words in failed.stdout
    assert ("Traceback" in failed.stdout) == (breakage is break_template)
    assert bytes_of(project / "site") == before
    assert sorted(path.name for path in project.iterdir()) == beside


def test_a_build_takes_away_what_is_gone_and_keeps_what_is_not_ours(lay_out: LayOut, build: Build) -> None:
    project, foreign = lay_out("project"), ("CNAME", ".kept", "somebody/index.html")
    for name in foreign:
        (project / "site" / name).parent.mkdir(parents=True, exist_ok=True)
        (project / "site" / name).write_text("by the host")
    (project / "docs" / "more.md").write_text("# More\n")
    first = build(project, project / "site")
    assert "before the first publication, and left there: CNAME, somebody/index.html." in first.stdout
    assert (project / "site" / "more" / "index.html").exists()
    (project / "docs" / "more.md").unlink()
    second = build(project, project / "site")
    assert (first.returncode, second.returncode) == (0, 0), second.stdout
    assert "left there" not in second.stdout
    assert not (project / "site" / "more").exists()
    assert (project / "site" / "index.html").exists()
    assert {(project / "site" / name).read_text() for name in foreign} == {"by the host"}


def test_gh_deploy_deploys_the_site(lay_out: LayOut, build: Build, tmp_path: Path) -> None:
    project, remote = lay_out("project"), tmp_path / "remote.git"
    git = partial(subprocess.run, check=True, capture_output=True, text=True)
    git(["git", "init", "--bare", str(remote)])
    identity = ["-c", "user.name=Somebody", "-c", "user.email=somebody@example.org"]
    for command in (["init"], ["remote", "add", "origin", str(remote)], ["commit", "--allow-empty", "-m", "First"]):
        git(["git", *identity, *command], cwd=project)
    environment = os.environ | {
        "NO_MKDOCS_2_WARNING": "1",
        "GIT_AUTHOR_NAME": "Somebody",
        "EMAIL": "somebody@example.org",
    }
    git([sys.executable, "-m", "mkdocs", "gh-deploy", "--quiet"], cwd=project, env=environment)
    deployed = git(["git", "ls-tree", "-r", "--name-only", "gh-pages"], cwd=remote).stdout.splitlines()
    assert build(project, project / "again").returncode == 0
    assert set(deployed) - {".nojekyll"} == bytes_of(project / "again").keys()


def test_an_open_page_finds_its_data_and_scripts_after_one_more_publication(lay_out: LayOut, build: Build) -> None:
    project = lay_out("project")
    sites = []
    for words in ("Carry several", "Carry many", "Carry all"):
        pattern = project / "content" / "patterns" / "batching.yml"
        pattern.write_text(re.sub("what: Carry \\w+", f"what: {words}", pattern.read_text(encoding="utf-8")))
        assert build(project, project / "site").returncode == 0
        sites.append({path: content for path, content in bytes_of(project / "site").items() if is_asset(path)})
    first, second, third = sites
    assert first.items() <= second.items()
    gone = first.keys() - third.keys()
    assert {re.sub("-.*", "", path) for path in gone} == {"assets/data", "assets/texts"}
    assert any(path.startswith("assets/js-") for path in first.keys() & third.keys())


def is_asset(path: str) -> bool:
    """Return whether the path of a file contains a hash of its contents."""
    return bool(re.match(r"assets/\w+-", path))


def test_an_old_address_leads_to_the_new_one(sample: Path, sample_site: Path) -> None:
    entries = {path: yaml.safe_load(path.read_bytes()) for path in sample.glob("*/*.yml")}
    moved = [(path, name) for path, entry in entries.items() for name in entry.get("formerly", ())]
    assert len(moved) == 6
    for path, name in moved:
        old = f"/{path.parent.name}/{name}/"
        page = html5lib.parse((sample_site / old[1:] / "index.html").read_bytes(), namespaceHTMLElements=False)
        refresh = page.find(".//meta[@http-equiv='refresh']").get("content")
        targets = [refresh.removeprefix("0; url="), page.find(".//a").get("href")]
        assert [urljoin(old, target) for target in targets] == [f"/{path.parent.name}/{path.stem}/"] * 2
        assert (sample_site / path.parent.name / path.stem / "index.html").is_file()


def test_the_edit_link_leads_to_the_file(root: Path, real_site: Path) -> None:
    pages = {
        f"content/{folder}/{path.stem}.yml": path / "index.html"
        for folder in ("case-studies", "technologies", "patterns", "organisations")
        for path in (real_site / folder).iterdir() if path.is_dir()
    }  # fmt: skip
    assert len(pages) > 100
    for file, page in pages.items():
        (link,) = re.findall(r'<p class="hs-edit"><a href="([^"]+)"', page.read_text(encoding="utf-8"))
        address = urlsplit(urljoin(link, urlsplit(link).path))
        assert (address.netloc, address.path) == ("github.com", f"/how-it-scaled/how-it-scaled/edit/main/{file}")
        assert (root / file).is_file()


def test_pages_that_are_no_file_have_no_edit_link(real_site: Path) -> None:
    for name in ("index.html", "patterns/index.html", "families/caching/index.html", "contribute/fields/index.html"):
        assert "Edit this page" not in (real_site / name).read_text(encoding="utf-8"), name


def test_the_schemas_in_git_are_those_of_the_models(root: Path) -> None:
    """If this fails, run `make schema`."""
    folder = root / "content" / ".schema"
    assert {path.name: path.read_text(encoding="utf-8") for path in folder.iterdir()} == schema_files()
    assert all(json.loads(text)["$schema"] for text in schema_files().values())
