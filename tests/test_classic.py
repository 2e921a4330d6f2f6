"""Conversion of JavaScript modules to a classic script: order, names and imports."""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[1] / "scripts"))
from classic import classic_script

MODULES = {
    "page.js": """import { one, two as second } from "./numbers.js"
import Kept from "./vendor/kept.js"
import("./late.js")
""",
    "numbers.js": 'import { base } from "./base.js"\nexport const one = base\nexport async function two() {}\n',
    "base.js": "export let base = import.meta.url\n",
    "late.js": 'import { one } from "./numbers.js"\nexport class Late {}\n',
    "vendor/kept.js": 'import { base } from "../base.js"\nclass Kept {}\nexport { Kept as default };\n',
    "other.js": "nothing\n",
}


@pytest.fixture
def script() -> str:
    return classic_script("page.js", MODULES)


def test_each_module_stands_once_and_before_those_that_need_it(script: str) -> None:
    made = [line.split('"')[1] for line in script.splitlines() if line.startswith("modules[")]
    assert made == ["base.js", "numbers.js", "vendor/kept.js", "late.js", "page.js"]


@pytest.mark.parametrize(
    "line",
    [
        'const { one, two: second } = modules["numbers.js"]',
        'const { default: Kept } = modules["vendor/kept.js"]',
        'Promise.resolve(modules["late.js"])',
        "const one = base",
        "return { one, two }",
        'let base = new URL("base.js", here).href',
        "return { default: Kept }",
    ],
)
def test_names_are_handed_over(line: str, script: str) -> None:
    assert line in script.splitlines()


def test_no_word_of_modules_is_left(script: str) -> None:
    assert not [line for line in script.splitlines() if line.startswith(("import", "export"))]
    assert "import.meta" not in script


def test_an_unknown_module_is_an_error() -> None:
    with pytest.raises(KeyError, match=r"nowhere\.js"):
        classic_script("page.js", {"page.js": 'import { x } from "./nowhere.js"\n'})
