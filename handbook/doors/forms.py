"""The issue forms of the repository: their questions, and the files that GitHub reads."""

from collections.abc import Iterator
from dataclasses import dataclass

import yaml

from handbook.doors.questions import DISCLOSURE, Ask, ask, choose, long, of_model, source_asks
from handbook.model.case_study import CaseStudy
from handbook.model.entry import Period
from handbook.model.technology import Alternative, Technology
from handbook.model.vocabulary import Vocabulary

HEAD = "# Written by `make schema` from handbook/doors/forms.py.\n"
MISREAD, OUTDATED, CONTRADICTED = (
    "The page does not say what its source says", "It is outdated", "Another source contradicts it",
)  # fmt: skip


@dataclass(frozen=True)
class IssueForm:
    """An issue form: the name of its file, its title and purpose, the first words of an issue, and the questions."""

    name: str
    title: str
    purpose: str
    opening: str
    asks: tuple[Ask, ...]


def issue_forms(vocabulary: Vocabulary) -> tuple[IssueForm, ...]:
    """Return all forms. Their choices are those of the models and of `vocabulary`."""
    return (
        IssueForm(
            "wrong-fact", "A wrong or outdated fact", "A claim that is wrong, outdated or contradicted. Two minutes.",
            "Wrong: ", tuple(_wrong_fact()),
        ),
        IssueForm(
            "dead-link", "A dead link", "A source whose address no longer leads to it. One minute.",
            "Dead link: ", tuple(_dead_link()),
        ),
        IssueForm(
            "new-system", "A new system", "A system that the handbook lacks, and where it is described.",
            "New system: ", tuple(_new_system(vocabulary)),
        ),
        IssueForm(
            "new-technology", "A new technology", "A technology that the handbook lacks. Twenty minutes.",
            "New technology: ", tuple(_new_technology(vocabulary)),
        ),
        IssueForm(
            "new-comparison", "A new comparison", "When to choose one technology, and when the other.",
            "Compare: ", tuple(_new_comparison()),
        ),
    )  # fmt: skip


def _wrong_fact() -> Iterator[Ask]:
    yield ask("entry", "Entry", "The address of its page, or its file: `content/case-studies/tumblr.yml`.", True)
    yield ask("claim", "Address of the claim", "The link beside the claim: `…/case-studies/tumblr/#figure-engineers`.")
    yield long("says", "What it says now", "The words on the page.")
    yield choose("fault", "What is wrong", (MISREAD, OUTDATED, CONTRADICTED))
    about = "The number or the sentence. To change other fields, write one in each line: `as_of: 2012-05`."
    yield long("correct", "What it should say", about, True)
    yield ask("as-of", "When that was true", "A year, a month or a day: `2013`, `2013-11` or `2013-11-22`.")
    yield from source_asks(is_new=False)
    yield DISCLOSURE


def _dead_link() -> Iterator[Ask]:
    yield ask("entry", "Entry", "The address of its page, or its file: `content/case-studies/tumblr.yml`.", True)
    yield ask("dead", "Dead address", "The address as the entry writes it.", True)
    seen = ("Nothing answers", "Not found (404)", "It leads to another text", "It asks for a login")
    yield choose("seen", "What you see there", seen)
    yield ask("moved", "New address", "Where the same text is now. Compare the title and the date.")
    yield ask("archived", "Archived copy", "Such as https://web.archive.org/web/2013/https://…")


def _new_system(vocabulary: Vocabulary) -> Iterator[Ask]:
    yield of_model(CaseStudy, "name", "Name of the system", True)
    yield of_model(CaseStudy, "title", "Title")
    yield ask("organisation", "Organisation", "Who built it.", True)
    yield of_model(CaseStudy, "summary", "Summary", True)
    yield of_model(CaseStudy, "domain", "Field that it serves", True, vocabulary)
    yield of_model(CaseStudy, "level", "Difficulty for the reader", True, vocabulary)
    yield of_model(Period, "from", "Described from", True)
    yield of_model(Period, "until", "Described until")
    yield long(
        "components",
        "Components",
        "One in each line, with its kind and what it does: `Redis (cache): keeps the timelines`.",
    )
    yield long("figures", "Figures", "One in each line, with its date and its place in the source.")
    yield from source_asks(is_new=True)
    yield long("more-sources", "More sources", "One address in each line.")
    yield DISCLOSURE


def _new_technology(vocabulary: Vocabulary) -> Iterator[Ask]:
    yield of_model(Technology, "name", "Name of the technology", True)
    yield of_model(Technology, "category", "Category", True, vocabulary)
    yield of_model(Technology, "what", "What it is", True)
    yield of_model(Technology, "availability", "Availability", True)
    yield of_model(Technology, "website", "Website", True)
    yield of_model(Technology, "licence", "Licence")
    yield of_model(Technology, "first_release", "First release")
    yield long("solves", "Problem that it solves", "In your words, as the source below says it.", True)
    yield from source_asks(is_new=True)
    yield DISCLOSURE


def _new_comparison() -> Iterator[Ask]:
    yield ask("this", "This technology", "Its id, its name or the address of its page: `rabbitmq`.", True)
    yield ask("that", "The other technology", "The other one: `kafka`.", True)
    yield of_model(Alternative, "choose_this", "When to choose this one", True)
    yield of_model(Alternative, "choose_that", "When to choose the other one", True)
    yield from source_asks(is_new=False)
    yield DISCLOSURE


def form_files(vocabulary: Vocabulary) -> dict[str, str]:
    """Return the text of each form by the name of its file: `wrong-fact.yml`."""
    return {f"{form.name}.yml": HEAD + _text(form) for form in issue_forms(vocabulary)}


def _text(form: IssueForm) -> str:
    content = {
        "name": form.title, "description": form.purpose, "title": form.opening, "labels": [form.name],
        "body": [one.element() for one in form.asks],
    }  # fmt: skip
    return str(yaml.safe_dump(content, sort_keys=False, allow_unicode=True, width=116))
