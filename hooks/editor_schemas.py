"""The files of the schemas for editors that list the ids of the content."""

from pathlib import Path

from handbook.editor import editor_files
from handbook.library import Library
from handbook.model.kinds import EDITOR_SCHEMAS


def write_editor_schemas(content: Path, library: Library) -> None:
    """Write the schemas beside the folder `content`, unless they are current or the disk does not take them."""
    folder = content.parent / EDITOR_SCHEMAS
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, text in editor_files(library).items():
            file = folder / name
            if not file.exists() or file.read_text(encoding="utf-8") != text:
                file.write_text(text, encoding="utf-8")
    except OSError:  # editors then complete keys, but not ids
        return
