"""The pages to which the header and the footer lead."""

from collections.abc import Iterator
from functools import partial

from handbook import addresses, wording
from handbook.faces import Casebook
from handbook.views.comparison_index import comparison_index
from handbook.views.explore import explore_view
from handbook.views.families import pattern_index
from handbook.views.fields import field_reference
from handbook.views.glossary import glossary_view
from handbook.views.home import home_view
from handbook.views.index_page import IndexPage
from handbook.views.indexes import case_study_index, technology_index
from handbook.views.reading_path import path_index
from handbook.views.write import write_view


def main_pages(book: Casebook) -> Iterator[IndexPage]:
    """Yield the pages to which the header and the footer lead, and the field reference."""
    counts = wording.counted(len(book.library.case_studies), "real system")
    yield IndexPage(
        addresses.HOME, "How It Scaled",
        f"An annotated casebook of real-life architectures: {counts}, how they were built, why, and what it cost.",
        "home.html", partial(home_view, book),
    )  # fmt: skip
    yield IndexPage(
        addresses.CASE_STUDIES, "Case studies", "All case studies: who built what, at which scale, and when.",
        "case_study_index.html", partial(case_study_index, book),
    )  # fmt: skip
    yield IndexPage(
        addresses.TECHNOLOGIES, "Technologies", "What each one solves, where it fails, and who used it for what.",
        "technology_index.html", partial(technology_index, book),
    )  # fmt: skip
    yield IndexPage(
        addresses.COMPARE, "Compare technologies",
        "Technologies that do the same job, side by side: when to choose which, and who used which.",
        "comparison_index.html", partial(comparison_index, book),
    )  # fmt: skip
    yield IndexPage(
        addresses.PATTERNS, "Patterns", "The patterns that recur, by family, with who uses, avoids or gave them up.",
        "pattern_index.html", partial(pattern_index, book),
    )  # fmt: skip
    yield IndexPage(
        addresses.EXPLORE, "Explore the systems",
        "Case studies by technology, pattern, field, organisation, period and scale, in any combination.",
        "explore.html", partial(explore_view, book),
    )  # fmt: skip
    yield IndexPage(
        addresses.PATHS, "Reading paths", "Case studies and patterns in an order that teaches something, with times.",
        "path_index.html", partial(path_index, book),
    )  # fmt: skip
    yield IndexPage(
        addresses.GLOSSARY, "Glossary", "The terms of system design in one sentence each.",
        "glossary.html", partial(glossary_view, book),
    )  # fmt: skip
    yield IndexPage(
        addresses.FIELDS, "Field reference", "Every field of every kind of entry, made from the models.",
        "fields.html", field_reference,
    )  # fmt: skip
    yield IndexPage(
        addresses.WRITE, "Write in the browser",
        "An editor for one entry, with the check of the handbook and a preview, which runs in the browser.",
        "write.html", write_view,
    )  # fmt: skip
