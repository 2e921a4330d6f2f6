"""Attack the generator in all known ways, and print the number of trials and failures for each promise.

Exit status: 0 if every promise held. As root, it also tries mounts and files of other users, in a separate mount
namespace.
"""

import argparse
import os
import random
import shutil
import subprocess
import sys
import tempfile
import traceback
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))
from attacks import at_once, bytes_again, content, in_browser, leftovers, machine, outputs, serving
from attacks.trials import Attack, Promise, Trials

PROMISES: tuple[Promise, ...] = (
    *at_once.PROMISES,
    *outputs.PROMISES,
    *leftovers.PROMISES,
    *machine.PROMISES,
    *bytes_again.PROMISES,
    *serving.PROMISES,
    *content.PROMISES,
    *in_browser.PROMISES,
)
INSIDE = "HANDBOOK_ATTACK_HAS_MOUNTS"
"""Set if the command runs in its own mount namespace."""


def main() -> int:
    """Run the command."""
    arguments = _parse()
    if os.geteuid() == 0 and INSIDE not in os.environ and shutil.which("unshare"):
        command = ["unshare", "--mount", "--propagation", "private", sys.executable, *sys.argv]
        return subprocess.run(command, check=False, env=os.environ | {INSIDE: "1"}).returncode
    wanted = [promise for promise in PROMISES if not arguments.only or arguments.only in promise.words]
    with tempfile.TemporaryDirectory(prefix="handbook-attack-", ignore_cleanup_errors=True) as folder:
        chance = random.Random(arguments.seed)
        attack = Attack(Path(folder).resolve(), chance, arguments.rounds, can_mount=INSIDE in os.environ)
        failed = sum([_try(promise, attack) for promise in wanted])
    return 1 if failed else 0


def _parse() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Attack the generator, and print what was tried and what failed.")
    parser.add_argument("--rounds", type=int, default=50, help="how often what depends on chance is tried (50)")
    parser.add_argument("--seed", type=int, default=1, help="where chance begins (1)")
    parser.add_argument("--only", default="", help="try only promises that have these words")
    return parser.parse_args()


def _faults(promise: Promise, attack: Attack) -> Trials:
    """Yield the result of each trial; an exception counts as a failure and ends the series."""
    try:
        yield from promise.trials(attack)
    except Exception:
        yield traceback.format_exc()


def _try(promise: Promise, attack: Attack) -> int:
    """Try a promise, print its line and its failures, and return the number of failures."""
    tried, failed = 0, 0
    for fault in _faults(promise, attack):
        tried += 1
        if fault:
            failed += 1
            print(f"  FAILED: {fault}", flush=True)
    print(f"{tried:6} tried {failed:6} failed   {promise.words}", flush=True)
    return failed


if __name__ == "__main__":
    sys.exit(main())
