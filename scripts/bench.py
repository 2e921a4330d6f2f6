"""Measure a build: `scripts/bench.py 1000` makes synthetic case studies in a temporary folder and builds them.

For comparison, it prints from the same run: a first build, which also draws the social cards; the same site built
without cached fragments (and whether it is identical byte by byte); and a plain MkDocs + Material site with the same
pages as Markdown outside the nav, without cards and Pagefind.
"""

import argparse
import filecmp
import os
import shutil
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from peer import make_peer
from synthetic import write_content

ROOT = Path(__file__).parents[1]


@dataclass(frozen=True)
class Run:
    """The cost of one build: seconds, and the peak resident memory in MB."""

    seconds: float
    megabytes: float


def main() -> int:
    """Run the command; return 1 if the cached build differs or is less than twice as fast as the peer."""
    parser = argparse.ArgumentParser(description="Measure a build beside plain MkDocs + Material.")
    parser.add_argument("cases", type=int, help="how many synthetic case studies")
    parser.add_argument("--runs", type=int, default=3, help="builds of each, in turn; medians are printed (3)")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="how-it-scaled-") as folder:
        return _bench(Path(folder), arguments.cases, arguments.runs)


def _bench(folder: Path, cases: int, runs: int) -> int:
    ours, first, uncached, peer = folder / "ours", folder / "first", folder / "uncached", folder / "peer"
    _make_ours(ours, cases, fragment_cache=True)
    _make_ours(first, cases, fragment_cache=True)
    _make_ours(uncached, cases, fragment_cache=False)
    pages = make_peer(peer, ours / "content")
    sites = {
        "how it scaled": ours,
        "  the first time, with cards": first,
        "  without cached fragments": uncached,
        "mkdocs + material": peer,
    }
    results: dict[Path, list[Run]] = {site: [] for site in sites.values()}
    for site in (ours, uncached):
        _build(site)  # draws the cards, once
    for _ in range(runs):
        shutil.rmtree(first / ".cache", ignore_errors=True)
        for site in sites.values():
            results[site].append(_build(site))
    for name, site in sites.items():
        _print(name, results[site], pages, site / "site")
    return _verdict(results, ours, first, uncached, peer)


def _verdict(results: dict[Path, list[Run]], ours: Path, first: Path, uncached: Path, peer: Path) -> int:
    same = _same(ours / "site", uncached / "site") and _same(ours / "site", first / "site")
    ratio, at_first = (_seconds(results[peer]) / _seconds(results[site]) for site in (ours, first))
    print(f"with and without what is cached: {'the same bytes' if same else 'NOT the same bytes'}")
    print(f"how it scaled is {ratio:.1f} times as fast as mkdocs + material, {at_first:.1f} times in a first build")
    return 0 if same and ratio >= 2 else 1


def _make_ours(folder: Path, cases: int, *, fragment_cache: bool) -> None:
    folder.mkdir()
    for name in ("docs", "hooks", "overrides", "handbook"):
        (folder / name).symlink_to(ROOT / name)
    config = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    switch = "" if fragment_cache else "\nextra: {fragment_cache: false}\n"
    (folder / "mkdocs.yml").write_text(config + switch, encoding="utf-8")
    (folder / "content").mkdir()
    write_content(folder / "content", cases, ROOT / "content" / "vocabulary.yml")


def _build(folder: Path) -> Run:
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet"]
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    shutil.rmtree(folder / "site", ignore_errors=True)
    start = time.monotonic()
    process = subprocess.Popen(command, cwd=folder, env=environment)
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.monotonic() - start
    if status:
        raise SystemExit(f"the build of {folder.name} failed")
    unit = 1024 if sys.platform != "darwin" else 1024 * 1024  # ru_maxrss is in KB on Linux, in bytes on macOS
    return Run(seconds, usage.ru_maxrss / unit)


def _seconds(runs: list[Run]) -> float:
    return median(run.seconds for run in runs)


def _print(name: str, runs: list[Run], pages: int, site: Path) -> None:
    seconds = _seconds(runs)
    memory = median(run.megabytes for run in runs)
    size = sum(path.stat().st_size for path in site.rglob("*") if path.is_file()) / 1e6
    print(
        f"{name:28} {seconds:7.1f} s {1000 * seconds / pages:7.1f} ms a page {memory:7.0f} MB peak memory"
        f" {size:7.1f} MB site ({pages} pages, median of {len(runs)})"
    )


def _same(left: Path, right: Path) -> bool:
    files = {path.relative_to(left) for path in left.rglob("*") if path.is_file()}
    if files != {path.relative_to(right) for path in right.rglob("*") if path.is_file()}:
        return False
    return all(filecmp.cmp(left / file, right / file, shallow=False) for file in files)


if __name__ == "__main__":
    sys.exit(main())
