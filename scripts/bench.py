"""Measure builds side by side: `scripts/bench.py --cases 1000` makes synthetic case studies and builds them.

From the same YAML, in turn: our first build, with all caches empty; a build with cards in the cache and nothing else,
with many processes and with one; a build after one edit of one case study; a build with no change; Hugo, which prints
about the same text (no diagrams, no cards, no files for programs), and Pagefind over its pages; plain MkDocs +
Material with our pages as Markdown outside the nav; and `cp -r` of our site, the limit. Every build writes into an
empty folder. Hugo is in requirements-bench.txt.

Exit status: 1 if a site differs in its bytes between cold, warm, and one or many processes; 0 otherwise, whatever the
times are.
"""

import argparse
import sys
import tempfile
from pathlib import Path

from benching import tables
from benching.contest import Contest
from benching.hugo import HugoProject, find_hugo
from benching.ours import OurProject
from handbook.parallel import WORTH_A_PROCESS
from peer import MkDocsProject

MOST_FOR_MKDOCS = 2_000
"""The number of case studies above which MkDocs + Material is left out."""


def main() -> int:
    """Run the command."""
    arguments = _arguments()
    hugo = None if arguments.without_hugo else find_hugo(arguments.hugo)
    with tempfile.TemporaryDirectory(prefix="how-it-scaled-", dir=arguments.folder) as folder:
        contest = _contest(Path(folder), arguments, hugo)
        for number in range(arguments.runs):
            contest.run(number, arguments.runs)
    print("\n".join(("", *tables.costs(contest.runs, contest.sizes), "", *tables.ratios(contest.runs), "")))
    print("\n".join((*contest.words, *contest.faults)))
    if not contest.faults:
        print("The sites are the same bytes: first build and no change; after an edit, cold, and in one process.")
    if contest.entries < WORTH_A_PROCESS:
        print(f"Below {WORTH_A_PROCESS} entries, a build takes one process anyway.")
    return 1 if contest.faults else 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Measure our builds beside Hugo and MkDocs.")
    parser.add_argument("--cases", type=int, default=1000, help="how many synthetic case studies (1000)")
    parser.add_argument("--runs", type=int, default=3, help="builds of each, in turn; medians are printed (3)")
    parser.add_argument("--hugo", help="the path of Hugo, if it is neither beside Python nor on the PATH")
    parser.add_argument("--without-hugo", action="store_true", help="leave out Hugo and Pagefind over its pages")
    parser.add_argument("--without-mkdocs", action="store_true", help="leave out MkDocs + Material")
    parser.add_argument("--folder", type=Path, help="where the sites are built (a temporary folder)")
    return parser.parse_args()


def _contest(folder: Path, arguments: argparse.Namespace, hugo: str | None) -> Contest:
    """Return the contest, and say what it leaves out."""
    ours = OurProject(folder / "ours", arguments.cases)
    count, megabytes = ours.entries()
    print(f"{arguments.cases:,} case studies, {count:,} entries, {megabytes:.1f} MB of YAML", flush=True)
    its = HugoProject(folder / "hugo", ours.content, hugo) if hugo else None
    too_many = arguments.cases > MOST_FOR_MKDOCS
    mkdocs = None if arguments.without_mkdocs or too_many else MkDocsProject(folder / "mkdocs", ours.content)
    if too_many and not arguments.without_mkdocs:
        print(f"MkDocs + Material is left out above {MOST_FOR_MKDOCS:,} case studies: it is too slow.", flush=True)
    return Contest(ours, its, mkdocs)


if __name__ == "__main__":
    sys.exit(main())
