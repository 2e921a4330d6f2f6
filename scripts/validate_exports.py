"""Validate the files for programs of a built site with the tools of others; run it with requirements-exports.txt.

    python scripts/validate_exports.py SITE

Every JSON file is validated with its JSON Schema, and the tables with their data package: types, constraints and keys.
The tests check the same for the sample.
"""

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator
from referencing import Registry

API = "api/v1"
SHOWN = 5
"""The maximum number of faults shown of one file."""


def main() -> int:
    """Run the command; return 1 if a file is not valid."""
    site = Path(sys.argv[1] if len(sys.argv) > 1 else "site")
    faults = list(_faults(site))
    print("\n".join(faults) or f"Every JSON file of {site} fits its schema.", flush=True)
    package = site / API / "tables" / "datapackage.json"
    tables = subprocess.run([sys.executable, "-m", "frictionless", "validate", package.name], cwd=package.parent)
    return 1 if faults or tables.returncode else 0


def _faults(site: Path) -> Iterator[str]:
    schemas = [_read(path) for path in sorted((site / API / "schema").glob("*.json"))]
    registry: Registry[Any] = Registry().with_contents((schema["$id"], schema) for schema in schemas)
    validators = {schema["$id"]: Draft202012Validator({"$ref": schema["$id"]}, registry=registry) for schema in schemas}
    for path in (*sorted(site.glob("*/*/index.json")), *sorted((site / API).glob("*.json"))):
        data = _read(path)
        for error in list(validators[data["$schema"]].iter_errors(data))[:SHOWN]:
            yield f"{path.relative_to(site)}: {error.json_path}: {error.message}"


def _read(path: Path) -> Any:
    return json.loads(path.read_text(encoding="utf-8"))


if __name__ == "__main__":
    sys.exit(main())
