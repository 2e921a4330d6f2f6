"""Attack the generator in every way that has hurt it or its like, and print for each promise what was tried and failed.

Exit status: 0 where every promise held. As root, mounts and other users' files are tried as well, in a mount
namespace of their own.
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
"""Set where the command runs in a mount namespace of its own."""


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
    """Yield what each trial brings; a trial that ends in an error has failed, and those after it are not made."""
    try:
        yield from promise.trials(attack)
    except Exception:
        yield traceback.format_exc()


def _try(promise: Promise, attack: Attack) -> int:
    """Try a promise, print its line and what failed, and return how much did."""
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
