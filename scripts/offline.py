"""Write a copy of the site to `offline/` that works without a server: links name files, and scripts are classic."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from classic import classic_script
from handbook import addresses, policy
from handbook.publishing.changes import PublishError
from handbook.publishing.hashed_names import HOME, hashed_folder
from handbook.publishing.output import output_folder
from handbook.publishing.publish import publish

FOLDER, SOURCES = Path("offline"), Path("docs")
MODULE_TAG = re.compile(
    r'<script\b(?=[^>]*\btype="module")[^>]*\bsrc="((?:[^"]*/)?assets/js(?:-\w+)?/[\w-]+)\.js"[^>]*>'
)
REFRESH = re.compile(r'(<meta http-equiv="refresh" content="0; url=)([^"#?:]*)(")')
PRELOAD = re.compile(r'<link rel="preload"[^>]*>\n?')
"""What browsers refuse to load early from files."""
LINK = re.compile(r'(<a\b[^>]*? href=")([^"#?:]*)((?:[?#][^"]*)?")')


def main() -> None:
    """Run the command."""
    try:
        with output_folder(FOLDER, SOURCES, lambda: None) as folder, TemporaryDirectory() as temporary:
            site = Path(temporary) / "site"
            _build(site)
            make_offline(site)
            publish(site, folder)
    except (PublishError, OSError) as error:
        sys.exit(str(error))
    print(f"{FOLDER / 'index.html'} can be opened from its folder, without a server.")


def _build(site: Path) -> None:
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--strict", "--site-dir", str(site)]
    status = subprocess.run(command, check=False, env=os.environ | {"NO_MKDOCS_2_WARNING": "1"}).returncode
    if status:
        sys.exit(status)


def make_offline(site: Path) -> None:
    """Change a built site so that it works without a server."""
    _write_classic_scripts(hashed_folder(site, "assets/js"))
    _remove_editor(site)
    (site / addresses.headers_file()).unlink()
    for card in site.rglob("card.png"):
        card.unlink()
    for path in site.rglob("*.html"):
        path.write_text(offline_page(path.read_text(encoding="utf-8")), encoding="utf-8")


def _remove_editor(site: Path) -> None:
    """Remove what only the editor loads, because browsers start no workers from files."""
    for folder in (*(site / HOME).glob("python-*"), site / addresses.path(addresses.ENTRY_FILES)):
        shutil.rmtree(folder, ignore_errors=True)
    (hashed_folder(site, "data") / addresses.ARCHIVE.rpartition("/")[2]).unlink()


def _write_classic_scripts(folder: Path) -> None:
    """Write each module as a classic script too, because browsers load no modules from files."""
    modules = {path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8") for path in folder.rglob("*.js")}
    for name in modules:
        if "/" not in name:
            classic = classic_script(name, modules)
            (folder / name).with_suffix(".classic.js").write_text(classic, encoding="utf-8")


def offline_page(html: str) -> str:
    """Return a page with links to files, classic scripts in place of modules, and a policy that permits files."""
    html = PRELOAD.sub("", html.replace(policy.policy_of_tag(), policy.policy_in_a_folder()))
    for link in (LINK, REFRESH):
        html = link.sub(lambda match: f"{match[1]}{_file(match[2])}{match[3]}", html)
    return MODULE_TAG.sub(r'<script defer src="\1.classic.js">', html)


def _file(path: str) -> str:
    """Return the file of a relative address."""
    if not path or path.startswith("/"):
        return path
    folder = path.endswith("/") or path.rsplit("/", 1)[-1] in (".", "..")
    return f"{path.rstrip('/')}/index.html" if folder else path


if __name__ == "__main__":
    main()
