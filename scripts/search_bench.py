"""Measure the search and the finder: bytes until the first entry is shown, and response times.

`scripts/search_bench.py 10000` measures with the content, then with that many synthetic case studies.
"""

import argparse
import gzip
import json
import os
import re
import tempfile
from pathlib import Path
from statistics import median
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import Browser, Page, sync_playwright

from handbook.publishing.hashed_names import hashed_folder
from handbook.reading import read_library
from handbook.site import make_site
from handbook.texts.index import TEXTS
from local_host import served
from search_quality import ROOT, build, installer
from synthetic import write_content

PROBLEM = "request cache replica"
"""Words that occur in many entries, including synthetic ones."""
QUESTION = "why did system 12 leave technology 7"
"""A question, which names two entries of synthetic content."""
OPENED = ("search.js", "search-box.js")
"""The scripts that open the search box; they import what the first entry needs, and load the others later."""
ANSWERS = "search-answers.js"
"""The script that answers questions, which the box loads after the first entry."""
IMPORT = re.compile(r'^import .*? from "\./(.+?)"', re.MULTILINE)
FIRST_ENTRY = """(name) => new Promise((resolve) => {
  const list = document.querySelector("[data-search] [role=listbox]")
  const data = ({ name }) => /\\/data-\\w+\\/entries\\.js$/.test(name)
  const came = () => performance.getEntriesByType("resource").find(data)?.responseEnd
  document.querySelector("[data-search] input").value = name
  new MutationObserver(() => list.firstChild && resolve(performance.now() - came())).observe(list, { childList: true })
  document.querySelector("[data-opens-search]").click()
})"""
KEYSTROKE = """(text) => {
  const field = document.querySelector("[data-search] input")
  field.value = text
  const start = performance.now()
  field.dispatchEvent(new Event("input"))
  field.closest("dialog").getBoundingClientRect()
  return performance.now() - start
}"""

FILTER = """async () => {
  const scripts = document.querySelector("script[type=module]").src
  const { load } = await import(new URL("data.js", scripts))
  const { makeFinder } = await import(new URL("explore-finder.js", scripts))
  const { find } = await import(new URL("explore-match.js", scripts))
  const { readState } = await import(new URL("explore-state.js", scripts))
  const finder = makeFinder(await load("finder"))
  const some = finder.facets.map((facet) => `${facet.id}=${facet.options[0].id}`)
  const [{ id, options }] = finder.facets
  const three = options.slice(0, 3).map((option) => `${id}=${option.id}`)
  const years = `from=${finder.years[0] + 5}&to=${finder.years[1] - 5}`
  const scale = `scale=${finder.dimensions[0].id}&sort=scale`
  const narrow = [...three, `${id}-mode=all`, some[1], years, scale]
  return [...some, some.slice(0, 2).join("&"), narrow.join("&"), ""].flatMap((query) => {
    const { state } = readState(`?${query}`, finder)
    return Array.from({ length: 9 }, () => {
      const start = performance.now()
      find(finder, state)
      return performance.now() - start
    })
  })
}"""
CLICK = """() => Array.from({ length: 11 }, () => {
  const start = performance.now()
  document.querySelector("[data-facet='technology'] li:nth-child(2) input").click()
  document.body.getBoundingClientRect()
  return performance.now() - start
})"""


def main() -> None:
    """Run the command."""
    parser = argparse.ArgumentParser(description="Measure the search box.")
    parser.add_argument("cases", type=int, nargs="?", default=0, help="how many synthetic case studies, besides")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="how-it-scaled-") as name, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=installer("--find")[0], args=installer("--flags"))
        site = Path(name) / "site"
        build(ROOT, site)
        _print("the content", site, browser)
        if arguments.cases:
            _write_data(site, Path(name) / "content", arguments.cases)
            _print(f"{arguments.cases} synthetic case studies", site, browser)
        browser.close()


def _write_data(site: Path, content: Path, cases: int) -> None:
    """Replace the data files of a built site with those of synthetic content."""
    content.mkdir()
    write_content(content, cases, ROOT / "content" / "vocabulary.yml")
    reading = read_library(content, os.cpu_count() or 1)
    assert reading.library and not reading.problems, reading.problems
    data = hashed_folder(site, "data")
    for file in make_site(reading.library).files:
        (data / Path(file.path).name).write_text(file.text, encoding="utf-8")
    (site / TEXTS).unlink()  # it belongs to other content


def _print(title: str, site: Path, browser: Browser) -> None:
    js, data = hashed_folder(site, "assets/js"), hashed_folder(site, "data")
    scripts = _imported(js, *OPENED)
    first = _compressed([*scripts, data / "entries.js"])
    later = _compressed([*(_imported(js, ANSWERS) - scripts), data / "cases.js"])
    lessons = _compressed([data / "lessons.js"])
    amounts, questions = (_compressed([data / f"{name}.js"]) for name in ("figures", "claims"))
    entry, strokes, asked = _times(site, browser)
    print(title)
    print(f"  until the first entry      {first / 1000:6.1f} KB compressed")
    print(f"  the rest, after it         {later / 1000:6.1f} KB")
    print(f"  lessons, after a pause     {lessons / 1000:6.1f} KB")
    print(f"  figures, for an amount     {amounts / 1000:6.1f} KB, if there are few")
    print(f"  claims, for a question     {questions / 1000:6.1f} KB, if there are few")
    print(f"  first entry after its data {entry:6.0f} ms")
    print(f"  a keystroke                {median(strokes):6.1f} ms (median), {max(strokes):.1f} ms (the most)")
    print(f"  a keystroke of a question  {median(asked):6.1f} ms (median), {max(asked):.1f} ms (the most)")
    if (site / TEXTS).exists():
        print(f"  text search, after a pause {_text_search(site, browser) / 1000:6.1f} KB")
    filters, clicks = _finder_times(site, browser)
    print(f"  finder: data               {_compressed([data / 'finder.js']) / 1000:6.1f} KB")
    print(f"  finder: filter and count   {median(filters):6.1f} ms (median), {max(filters):.1f} ms (the most)")
    print(f"  finder: click to page      {median(clicks):6.1f} ms (median), {max(clicks):.1f} ms (the most)")


def _imported(folder: Path, *names: str) -> set[Path]:
    """Return scripts and all that they import."""
    found: set[Path] = set()
    waiting = [folder / name for name in names]
    while waiting:
        script = waiting.pop()
        if script not in found:
            found.add(script)
            waiting += [script.parent / name for name in IMPORT.findall(script.read_text(encoding="utf-8"))]
    return found


def _text_search(site: Path, browser: Browser) -> int:
    """Return the bytes that a first full-text search loads, as a server would compress them."""
    files: list[Path] = []
    with served(site) as root:
        page = browser.new_page()
        page.on("response", lambda response: files.append(site / urlsplit(response.url).path.lstrip("/")))
        page.goto(f"{root}contribute/", wait_until="networkidle")
        page.keyboard.press("/")
        page.keyboard.type("thundering herd")
        page.locator(".hs-search__option mark").first.wait_for()
    return _compressed([path for path in files if "text" in path.relative_to(site).as_posix()])


def _finder_times(site: Path, browser: Browser) -> tuple[list[float], list[float]]:
    """Return the milliseconds of filtering with all counts, and from a click until the page has changed."""
    with served(site) as root:
        page = browser.new_page()
        page.goto(f"{root}explore/")
        page.locator("[data-facet='technology'] li input").first.wait_for()
        return list(page.evaluate(FILTER)), list(page.evaluate(CLICK))


def _compressed(files: list[Path]) -> int:
    return sum(len(gzip.compress(path.read_bytes(), 9)) for path in files)


def _times(site: Path, browser: Browser) -> tuple[float, list[float], list[float]]:
    """Return the milliseconds from the data to the first entry, and those of each keystroke after everything loaded.

    The keystrokes are those of a name and a problem, and those of a question.
    """
    name = _first_name(hashed_folder(site, "data") / "entries.js")
    with served(site) as root:
        page = browser.new_page()
        page.goto(f"{root}contribute/", wait_until="networkidle")
        with page.expect_response("**/data-*/cases.js"):
            entry = float(page.evaluate(FIRST_ENTRY, name))
        page.wait_for_timeout(3000)
        return entry, [*_keystrokes(page, name), *_keystrokes(page, PROBLEM)], _keystrokes(page, QUESTION)


def _first_name(data: Path) -> str:
    """Return the name of the first entry, as the query."""
    text = data.read_text(encoding="utf-8")
    return str(json.loads(text[text.index(",") + 1 : text.rindex(")")])["entries"]["name"][0])


def _keystrokes(page: Page, text: str) -> list[float]:
    return [_keystroke(page, text[:end]) for end in range(1, len(text) + 1)]


def _keystroke(page: Page, text: str) -> float:
    duration: Any = page.evaluate(KEYSTROKE, text)
    page.wait_for_timeout(50)
    return float(duration)


if __name__ == "__main__":
    main()
