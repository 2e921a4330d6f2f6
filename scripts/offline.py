"""Write a copy of the site to `offline/` that works from a folder: links name files, and scripts are no modules."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

from classic import classic_script
from handbook import addresses, policy

FOLDER = Path("offline")
SCRIPTS = Path("assets/js")
MODULE_TAG = re.compile(r'<script\b(?=[^>]*\btype="module")[^>]*\bsrc="((?:[^"]*/)?assets/js/[\w-]+)\.js"[^>]*>')
LINK = re.compile(r'(<a\b[^>]*? href=")([^"#?:]*)((?:[?#][^"]*)?")')


def main() -> None:
    """Run the command."""
    shutil.rmtree(FOLDER, ignore_errors=True)
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--strict", "--site-dir", str(FOLDER)]
    subprocess.run(command, check=True, env=os.environ | {"NO_MKDOCS_2_WARNING": "1"})
    make_offline(FOLDER)
    print(f"{FOLDER / 'index.html'} can be opened from its folder, without a server.")


def make_offline(site: Path) -> None:
    """Change a built site so that it works from a folder."""
    _write_classic_scripts(site / SCRIPTS)
    shutil.rmtree(site / "pagefind", ignore_errors=True)
    (site / addresses.headers_file()).unlink()
    for card in site.rglob("card.png"):
        card.unlink()
    for path in site.rglob("*.html"):
        path.write_text(offline_page(path.read_text(encoding="utf-8")), encoding="utf-8")


def _write_classic_scripts(folder: Path) -> None:
    """Write beside each module the same as a classic script: browsers load no modules from a folder."""
    modules = {path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8") for path in folder.rglob("*.js")}
    for name in modules:
        if "/" not in name:
            classic = classic_script(name, modules)
            (folder / name).with_suffix(".classic.js").write_text(classic, encoding="utf-8")


def offline_page(html: str) -> str:
    """Return a page with links to files, classic scripts in place of modules, and a policy that lets files in."""
    html = html.replace(policy.policy_of_tag(), policy.policy_in_a_folder())
    html = LINK.sub(lambda match: f"{match[1]}{_file(match[2])}{match[3]}", html)
    return MODULE_TAG.sub(r'<script defer src="\1.classic.js">', html)


def _file(path: str) -> str:
    """Return the file that answers at a relative address."""
    if not path or path.startswith("/"):
        return path
    folder = path.endswith("/") or path.rsplit("/", 1)[-1] in (".", "..")
    return f"{path.rstrip('/')}/index.html" if folder else path


if __name__ == "__main__":
    main()
