"""Measure the check beside check-jsonschema: `scripts/check_bench.py /tmp/bench/bin/check-jsonschema`.

Both read the same synthetic entries; check-jsonschema validates them with our schemas, one run for each kind, and
finds neither unknown ids nor wrong arithmetic. Prints the median of each and their ratio.

Exit status: 0 if the check is at least ten times as fast.
"""

import argparse
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from statistics import median

from handbook.model.kinds import KINDS
from synthetic import write_content

ROOT = Path(__file__).parents[1]
WANTED = 10
AT_ONCE = 1000
"""The number of files per run of check-jsonschema, because a command line has a limit."""


def main() -> int:
    """Run the command."""
    parser = argparse.ArgumentParser(description="Measure the check beside check-jsonschema.")
    parser.add_argument("peer", type=Path, help="the command check-jsonschema")
    parser.add_argument("--entries", type=int, default=10_000, help="how many synthetic entries (10,000)")
    parser.add_argument("--runs", type=int, default=3, help="runs of the check; the median is printed (3)")
    parser.add_argument("--peer-runs", type=int, default=1, help="runs of check-jsonschema, which are slow (1)")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="how-it-scaled-") as folder:
        content = Path(folder, "content")
        content.mkdir()
        write_content(content, round(arguments.entries / 1.15), ROOT / "content" / "vocabulary.yml")
        return _measure(content, arguments)


def _measure(content: Path, arguments: argparse.Namespace) -> int:
    count = sum(1 for _ in content.glob("*/*.yml"))
    ours = [sys.executable, str(ROOT / "scripts" / "check.py"), "--content", str(content)]
    check = [_seconds([ours]) for _ in range(arguments.runs)]
    peer = [_seconds(_peer_commands(arguments.peer, content)) for _ in range(arguments.peer_runs)]
    ratio = median(peer) / median(check)
    print(f"{count} entries, {sum(path.stat().st_size for path in content.glob('*/*.yml')) / 1e6:.0f} MB")
    print(f"make check        {median(check):8.1f} s (median of {len(check)})")
    print(f"check-jsonschema  {median(peer):8.1f} s (median of {len(peer)})")
    print(f"the check is {ratio:.1f} times as fast")
    return 0 if ratio >= WANTED else 1


def _peer_commands(peer: Path, content: Path) -> list[list[str]]:
    commands = []
    for kind in KINDS:
        files = sorted(map(str, (content / kind.folder).glob("*.yml")))
        schema = str(ROOT / "content" / ".schema" / f"{kind.name}.json")
        parts = [files[start : start + AT_ONCE] for start in range(0, len(files), AT_ONCE)]
        commands += [[str(peer), "--quiet", "--schemafile", schema, *part] for part in parts]
    return commands


def _seconds(commands: Sequence[Sequence[str]]) -> float:
    """Return the seconds that commands take one after the other."""
    begun = time.monotonic()
    for command in commands:
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        if done.returncode:
            raise SystemExit(f"{' '.join(command[:4])} failed: {(done.stdout + done.stderr)[:1000]}")
    return time.monotonic() - begun


if __name__ == "__main__":
    sys.exit(main())
