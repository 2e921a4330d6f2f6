"""What the settings of MkDocs say about the content: where it is, and where it is edited."""

from pathlib import Path
from urllib.parse import urljoin

from mkdocs.config.defaults import MkDocsConfig


def content_folder(config: MkDocsConfig) -> Path:
    """Return the folder of the content, relative to the working directory if it is below that."""
    folder = Path(config.config_file_path).parent / "content"
    return folder.relative_to(Path.cwd()) if folder.is_relative_to(Path.cwd()) else folder


def editing(config: MkDocsConfig) -> str:
    """Return the address below which the host of the repository edits the content, or an empty string."""
    if not (config.repo_url and config.edit_uri):
        return ""
    return urljoin(f"{config.repo_url.rstrip('/')}/", f"{config.edit_uri.rstrip('/')}/../content/")
