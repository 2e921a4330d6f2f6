"""Issue forms: the files that GitHub reads, the links that fill them, and what becomes of filled ones."""

import re
from collections.abc import Callable
from datetime import date
from difflib import unified_diff
from pathlib import Path

import pytest
import yaml

from handbook import addresses
from handbook.checks.catalogue import find_problems
from handbook.doors.filled import MOST_SIGNS, read_form
from handbook.doors.forms import IssueForm, form_files, issue_forms
from handbook.doors.made import CORRECTIONS, DRAFTS, MadeFile, made_of
from handbook.doors.questions import RESERVED
from handbook.doors.refusal import RefusedFormError
from handbook.doors.reports import report_address
from handbook.doors.targets import find_claim
from handbook.library import Library
from handbook.model.vocabulary import Vocabulary
from handbook.problem import Problem
from handbook.reading import read_library
from handbook.shape import fit
from handbook.source import read_source
from handbook.survey import VOCABULARY_FILE, read_file

ROOT = Path(__file__).parents[2]
TEMPLATES = ROOT / ".github" / "ISSUE_TEMPLATE"
SAMPLES = Path(__file__).parent / "forms"
NAMES = sorted(path.stem for path in SAMPLES.glob("*.md"))


def sample_form(name: str) -> str:
    return (SAMPLES / f"{name}.md").read_text(encoding="utf-8")


def made(text: str, library: Library, folder: Path) -> MadeFile:
    """Return what becomes of a form with the content in a folder."""
    form = read_form(text, issue_forms(library.vocabulary))
    return made_of(library, form, lambda file: (folder / file).read_text(encoding="utf-8"))


def shown(one: MadeFile) -> str:
    before, after = ((text or "").splitlines(keepends=True) for text in (one.before, one.after))
    return "".join(unified_diff(before, after, "before", one.file, n=1))


def _in_short(problem: Problem) -> str:
    return f"the check would say: line {problem.line} [{problem.rule}]"


@pytest.mark.parametrize("name", NAMES)
def test_a_form_becomes_a_change_that_says_what_it_lacks(
    name: str, library: Library, content: Path, today: date, compare: Callable[[str, Path], None]
) -> None:
    one = made(sample_form(name), library, content)
    (content / one.file).write_text(one.after, encoding="utf-8")
    problems = find_problems(read_library(content), today)
    assert {problem.path for problem in problems} <= {f"content/{one.file}"}
    lines = [*(f"to do: {note}" for note in one.notes), *map(_in_short, problems)]
    compare(shown(one) + "".join(f"{line}\n" for line in lines), SAMPLES / f"{name}.out")


def test_every_form_has_a_sample_and_something_that_it_makes(library: Library) -> None:
    forms = issue_forms(library.vocabulary)
    assert {form.name for form in forms} == {*CORRECTIONS, *DRAFTS}
    assert {read_form(sample_form(name), forms).form.name for name in NAMES} == {form.name for form in forms}


def test_the_source_of_a_new_value_comes_first(content: Path) -> None:
    _write_again(content, "[{id: post, at: table 1}]", "[{id: interview, at: last answer}, {id: post, at: table 1}]")
    text = _of_the_post(sample_form("outdated-figure"))
    one = made(text, _library(content), content)
    assert "+    sources: [{id: post, at: table 1}, {id: interview, at: last answer}]\n" in shown(one)


def test_of_two_sources_with_one_address_the_one_that_was_read_is_cited(content: Path) -> None:
    unread = "  - {id: film, title: Film, url: https://blog.example.com/how/, kind: video, publisher: P"
    _write_again(content, "\nsources:\n", f"\nsources:\n{unread}, primary: true, read: none}}\n")
    text = _of_the_post(sample_form("outdated-figure")).replace("table 1", "table 9")
    one = made(text, _library(content), content)
    assert "+    sources: [{id: post, at: table 9}]\n" in shown(one)


def _of_the_post(form: str) -> str:
    """Return a form that cites a source of the entry, in place of a new one."""
    text = form.replace("https://slides.example/42?a=1#x", "https://blog.example.com/how")
    head, _, rest = text.partition("### Place in the source\n\n")
    return f"{head}### Place in the source\n\ntable 1\n{rest[rest.index(chr(10)) :]}"


def _write_again(content: Path, old: str, new: str) -> None:
    file = content / "case-studies" / "examplebook.yml"
    before = file.read_text(encoding="utf-8")
    assert before.count(old) == 1
    file.write_text(before.replace(old, new), encoding="utf-8")


def _library(content: Path) -> Library:
    library = read_library(content).library
    assert library
    return library


def test_hostile_text_stays_text_in_its_place(library: Library, content: Path) -> None:
    one = made(sample_form("hostile-text"), library, content)
    old, new = ((read_source("", (text or "").encode())) for text in (one.before, one.after))
    assert new.problems == ()
    assert isinstance(old.data, dict)
    assert isinstance(new.data, dict)
    assert [key for key in old.data if old.data[key] != new.data[key]] == ["lessons", "sources"]
    lesson = new.data["lessons"][2]  # type: ignore[index, call-overload]
    assert lesson["lesson"].startswith('"}] sources: [x] # !!python/object/apply:os.system')  # type: ignore[index, union-attr, call-overload, arg-type]
    assert one.file == "case-studies/examplebook.yml"


def test_a_link_fills_questions_that_the_form_has(library: Library) -> None:
    """The scripts of the site name the questions by their ids."""
    script = (ROOT / "docs" / "assets" / "js" / "cite.js").read_text(encoding="utf-8")
    filled = set(re.findall(r'searchParams\.set\("([\w-]+)"', script))
    address = report_address("https://github.com/o/n", "case-studies/tumblr.yml")
    (form,) = (form for form in issue_forms(library.vocabulary) if f"template={form.name}.yml" in address)
    assert {"entry", "claim", "says", "title"} == filled
    assert filled - {"title"} <= {ask.id for ask in form.asks}
    assert address.endswith("&entry=case-studies/tumblr")
    assert report_address("https://github.com/o/n", "/numbers/latency/").endswith("&entry=/numbers/latency/")


def test_other_hosts_have_a_page_in_place_of_a_form() -> None:
    for repository in ("", "https://gitlab.com/o/n", "https://github.com.evil.example/o/n", "https://github.com/o/n/x"):
        assert report_address(repository, "case-studies/tumblr.yml") == addresses.REPORT
    page, _, anchor = addresses.REPORT.partition("#")
    text = (ROOT / "docs" / f"{page.strip('/')}.md").read_text(encoding="utf-8")
    headings = re.findall(r"^## (.+)$", text, re.MULTILINE)
    assert anchor in [re.sub(r"\W+", "-", heading.lower()) for heading in headings]


def test_the_chooser_leads_to_this_site_and_repository() -> None:
    settings = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    homes = tuple(re.findall(r"^(?:site|repo)_url: (\S+)", settings, re.MULTILINE))
    links = yaml.safe_load((TEMPLATES / "config.yml").read_text(encoding="utf-8"))["contact_links"]
    assert links
    assert all(link["url"].startswith(homes) for link in links)


def test_the_forms_in_the_repository_are_current() -> None:
    vocabulary, _ = fit(read_file(ROOT / "content" / VOCABULARY_FILE), Vocabulary)
    assert vocabulary
    written = {path.name: path.read_text(encoding="utf-8") for path in TEMPLATES.glob("*.yml")}
    written.pop("config.yml")
    assert written == form_files(vocabulary), "Run `make schema`."


def test_github_accepts_the_forms(library: Library) -> None:
    """Ids and labels are unique in a form, ids are plain words without a meaning in an address, choices are texts."""
    for form in issue_forms(library.vocabulary):
        content = yaml.safe_load(form_files(library.vocabulary)[f"{form.name}.yml"])
        assert {"name", "description", "title", "labels", "body"} == set(content)
        for key in ("id", "label"):
            values = [getattr(ask, key) for ask in form.asks]
            assert len(set(values)) == len(values)
        assert all(re.fullmatch(r"[a-z-]+", ask.id) and ask.id not in RESERVED for ask in form.asks)
        for part in content["body"]:
            assert part["type"] in ("input", "textarea", "dropdown")
            options = part["attributes"].get("options", [])
            assert all(isinstance(option, str) for option in options)
            assert len(set(options)) == len(options)


def test_forms_are_told_apart_by_their_headings(library: Library) -> None:
    labels = [{ask.label for ask in form.asks} for form in issue_forms(library.vocabulary)]
    assert not any(one <= other for one in labels for other in labels if one is not other)


@pytest.mark.parametrize(
    ("entry", "address", "steps"),
    [
        ("examplebook", "https://x.example/case-studies/examplebook/#figure-render", ("figures", 3)),
        ("examplebook", "#evidence-technology-cache-of-pages", ("technologies", 0)),
        ("examplebook", "evidence/#brief-cost", ("brief", "cost")),
        ("examplebook", "evidence/#source-interview", ("sources", 2)),
        ("examplebook", "#component-web", ("architecture", "components", 0)),
        ("examplebook", "#question-cold-cache", ("questions", 0)),
    ],
)
def test_a_fragment_leads_to_the_claim_in_the_file(
    entry: str, address: str, steps: tuple[str | int, ...], library: Library
) -> None:
    assert find_claim(library.of("case-study")[entry], address).steps == steps


FIGURE = sample_form("outdated-figure")
REFUSED = {
    "no-form": ("Please fix the page.", "these are not the headings of an issue form"),
    "too-long": (FIGURE + "x" * MOST_SIGNS, f"the limit is {MOST_SIGNS:,}"),
    "twice": (FIGURE + "\n### Entry\n\nx\n", "the heading `### Entry` appears twice"),
    "unanswered": (FIGURE.replace("about 300 servers", "_No response_"), "`What it should say` has no answer"),
    "no-choice": (FIGURE.replace("It is outdated", "It is ugly"), "`What is wrong` has an answer that is not a choice"),
    "no-number": (FIGURE.replace("about 300", "three hundred"), "write a number: `300,000`"),
    "decimal-comma": (FIGURE.replace("about 300", "1,5 million"), "write a number: `300,000`"),
    "no-entry": (
        FIGURE.replace("case-studies/examplebook", "case-studies/exampelbook"), "did you mean `examplebook`",
    ),
    "no-claim": (FIGURE.replace("#figure-servers", "#figure-server"), "did you mean `figure-servers`"),
    "outside": (
        FIGURE.replace("case-studies/examplebook", "../../../etc/passwd"), "there is no entry `../../../etc/passwd`",
    ),
    "nothing-new": (
        sample_form("several-fields").replace("before: 125\nafter: 36\nstatistic: p95", "before: 120"),
        "content/case-studies/examplebook.yml says this already",
    ),
    "has-parts": (sample_form("several-fields").replace("statistic: p95", "sources: x"), "`sources` has parts of"),
    "unknown-link": (
        sample_form("dead-link").replace("review.example/three-caches\n\n###", "x.example\n\n###", 1), "no source of",
    ),
    "nowhere-else": (
        re.sub(r"https://(web|review\.example/2014)\S+", "_No response_", sample_form("dead-link")), "no new address",
    ),
    "known": (sample_form("new-technology").replace("Paper Cache", "Excache", 1), "there is an entry with this name"),
    "no-id": (sample_form("new-technology").replace("Paper Cache", "数据", 1), "makes no id"),
    "reserved": (sample_form("new-technology").replace("Paper Cache", "CON", 1), "makes no id"),
}  # fmt: skip


@pytest.mark.parametrize("name", REFUSED)
def test_a_form_that_makes_no_change_is_refused_in_words(name: str, library: Library, sample: Path) -> None:
    text, words = REFUSED[name]
    with pytest.raises(RefusedFormError, match=re.escape(words)):
        made(text, library, sample)


def test_an_answer_may_come_with_other_line_ends_and_in_a_fence(library: Library) -> None:
    forms: tuple[IssueForm, ...] = issue_forms(library.vocabulary)
    usual = read_form(FIGURE, forms)
    assert read_form(FIGURE.replace("\n", "\r\n"), forms) == usual
    assert read_form(FIGURE.replace("about 300 servers", "```text\nabout 300 servers\n```"), forms) == usual
