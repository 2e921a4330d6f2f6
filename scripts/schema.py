"""Write the JSON Schemas that editors read to `content/.schema/`, after a change of the models."""

from pathlib import Path

from handbook.schema import schema_files

FOLDER = Path("content/.schema")


def main() -> None:
    """Run the command."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name, text in schema_files().items():
        (FOLDER / name).write_text(text, encoding="utf-8")
        print(FOLDER / name)


if __name__ == "__main__":
    main()
