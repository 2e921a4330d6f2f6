"""The decisions and stances for the search: what they say, what they concern, and what readers see of a stance."""

import pytest

from handbook import addresses
from handbook.exports.answer_records import ClaimsData
from handbook.exports.answers import claims_data, claims_file
from handbook.faces import make_casebook
from handbook.library import Library
from handbook.site import make_site


@pytest.fixture(scope="module")
def data(library: Library) -> ClaimsData:
    return claims_data(make_casebook(library))


def told(data: ClaimsData, case: str, name: str) -> tuple[str, str, tuple[str, ...], str, str]:
    """Return the kind, stance, subjects, text and keywords of a claim."""
    claim = next(claim for claim in data.claims if (claim.case, claim.id) == (case, name))
    kind = data.kinds[claim.kind]
    return kind.kind, kind.stance, claim.about, claim.text, claim.more


def test_a_decision_has_its_choice_and_keywords_of_its_reason(data: ClaimsData) -> None:
    assert told(data, "examplebook", "cache-first") == (
        "decision",
        "",
        ("technology:example-cache", "pattern:read-cache"),
        "To ask the cache first.",
        "readings asked page store answered second larger machines nine ten",
    )


def test_a_stance_has_its_role_and_keywords_of_its_reason_its_category_and_its_substitutes(data: ClaimsData) -> None:
    assert told(data, "samplemail", "example-cache") == (
        "technology",
        "left",
        ("technology:example-cache",),
        "Example Cache: Copies of letters",
        "nobody read letter twice caches sample queue batching",
    )
    assert told(data, "examplebook", "page-cache")[:4] == (
        "pattern",
        "uses",
        ("pattern:read-cache",),
        "Read cache: Pages are kept for a minute.",
    )


def test_stances_are_labelled_as_on_pages(data: ClaimsData) -> None:
    labels = {(kind.kind, kind.stance): kind.label for kind in data.kinds}
    assert labels["decision", ""] == "Decision"
    assert labels["technology", "left"] == "Used and left it"
    assert labels["pattern", "avoids"] == "Avoids it"
    assert ("technology", "avoids") not in labels


def test_every_decision_and_stance_is_there(data: ClaimsData, library: Library) -> None:
    kinds = [data.kinds[claim.kind].kind for claim in data.claims]
    cases = [case.data for case in library.case_studies.values()]
    assert kinds.count("decision") == sum(len(case.decisions) for case in cases)
    assert kinds.count("technology") == sum(len(case.technologies) for case in cases)
    assert kinds.count("pattern") == sum(len(case.patterns) for case in cases)
    assert data.address.format(case="x", kind="decision", id="y") == addresses.claim("x", "decision", "y")


def test_the_site_has_the_file(library: Library) -> None:
    file = claims_file(make_casebook(library))
    assert file.path in {one.path for one in make_site(library).exports}
    assert file.path == addresses.data("claims")
