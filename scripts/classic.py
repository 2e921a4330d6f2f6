"""Conversion of modules to classic scripts for the offline copy, because browsers load no modules from files."""

import json
import re
from collections.abc import Iterator, Mapping
from posixpath import dirname, join, normpath

IMPORT = re.compile(r'^import (?:\{([^}]*)\}|(\w+)) from "(\.{1,2}/[^"]+)"', re.MULTILINE)
LATER = re.compile(r'\bimport\("(\.{1,2}/[^"]+)"\)')
DECLARED = re.compile(r"^export ((?:async )?function\*?|const|let|class) (\w+)", re.MULTILINE)
LISTED = re.compile(r"^export \{([^}]*)\};?", re.MULTILINE)
OPENING = """(() => {
const modules = (globalThis.hsModules ??= {})
const here = document.currentScript.src
"""


def classic_script(name: str, modules: Mapping[str, str]) -> str:
    """Return the module `name` with all its imports as one script; keys are paths below the folder of `name`.

    Scripts of a page share common modules. Dynamic imports are included from the start.
    """
    return f"{OPENING}{''.join(_made(each, modules[each]) for each in _with_imports(name, modules, set()))}}})()\n"


def _with_imports(name: str, modules: Mapping[str, str], seen: set[str]) -> Iterator[str]:
    """Yield the modules that `name` imports, dependencies first, then `name` itself."""
    if name in seen:
        return
    seen.add(name)
    targets = (match[match.lastindex or 0] for each in (IMPORT, LATER) for match in each.finditer(modules[name]))
    for target in targets:
        yield from _with_imports(_resolve(name, target), modules, seen)
    yield name


def _resolve(name: str, target: str) -> str:
    return normpath(join(dirname(name), target))


def _made(name: str, text: str) -> str:
    """Return a module as a statement that runs it, unless another script of the page has run it."""
    exports = [*(match[2] for match in DECLARED.finditer(text)), *_listed(text)]
    text = IMPORT.sub(lambda match: _taken(match, _module(name, match[3])), text)
    text = LATER.sub(lambda match: f"Promise.resolve({_module(name, match[1])})", text)
    text = LISTED.sub("", DECLARED.sub(r"\1 \2", text))
    text = text.replace("import.meta.url", f"new URL({json.dumps(name)}, here).href")
    return f"modules[{json.dumps(name)}] ??= (() => {{\n{text}\nreturn {{ {', '.join(exports)} }}\n}})()\n"


def _listed(text: str) -> Iterator[str]:
    for match in LISTED.finditer(text):
        for part in match[1].split(","):
            own, _, shown = part.strip().partition(" as ")
            yield f"{shown}: {own}" if shown else own


def _module(name: str, target: str) -> str:
    return f"modules[{json.dumps(_resolve(name, target))}]"


def _taken(match: re.Match[str], module: str) -> str:
    names = match[1].replace(" as ", ": ") if match[1] else f" default: {match[2]} "
    return f"const {{{names}}} = {module}"
