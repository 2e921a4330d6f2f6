"""What the sample rests on: each count was made by hand."""

import pytest

from handbook.faces import Casebook, make_casebook
from handbook.library import Library
from handbook.views.insights.gaps import COLUMNS, GapCount, gap_rows
from handbook.views.insights.rests_on import ClaimCount, claim_counts, in_total, languages, reviews, sources_by_kind
from handbook.views.insights.trust import TrustView, in_one_line, trust_pages


@pytest.fixture(scope="module")
def book(library: Library) -> Casebook:
    return make_casebook(library)


@pytest.fixture(scope="module")
def counts(book: Casebook) -> dict[str, ClaimCount]:
    return {count.kind: count for count in claim_counts(book)}


def test_claims_are_counted_by_kind(counts: dict[str, ClaimCount]) -> None:
    assert counts["Figures"] == ClaimCount("Figures", all=9, inferred=1, primary=8, placed=6, disputed=1)
    assert counts["Decisions"] == ClaimCount("Decisions", all=2, inferred=0, primary=1, placed=1, disputed=0)
    assert counts["Lessons"] == ClaimCount("Lessons", all=4, inferred=0, primary=4, placed=4, disputed=1)
    assert counts["Events"] == ClaimCount("Events", all=2, inferred=0, primary=1, placed=1, disputed=0)
    assert counts["Stances on patterns"].all == 6
    assert counts["Stances on technologies"].all == 5


def test_every_claim_has_a_kind(counts: dict[str, ClaimCount]) -> None:
    assert "Others" not in counts


def test_a_share_is_complete_only_if_nothing_is_missing() -> None:
    count = ClaimCount("All", all=1000, inferred=1, primary=1000, placed=0, disputed=500)
    assert [count.share(part) for part in (count.stated, count.inferred, count.primary, count.placed)] == [
        "over 99 %", "under 1 %", "100 %", "0 %",
    ]  # fmt: skip
    assert count.share(count.disputed) == "50 %"
    assert ClaimCount("None", 0, 0, 0, 0, 0).share(0) == "0 %"


def test_the_answer_has_the_main_shares() -> None:
    one = ClaimCount("Figures", all=8, inferred=2, primary=4, placed=6, disputed=3)
    other = ClaimCount("Events", all=2, inferred=0, primary=2, placed=0, disputed=0)
    assert in_total((one, other)) == ClaimCount("All", all=10, inferred=2, primary=6, placed=6, disputed=3)
    assert in_one_line((one, other)) == (
        "10 claims: 80 % stated by a source and 20 % inferred from one; 60 % cite a primary source, "
        "60 % say where in the source, and 3 are disputed"
    )


def test_sources_are_counted_by_kind_and_by_how_they_were_read(book: Casebook) -> None:
    table = sources_by_kind(book)
    rows = {name: dict(zip(table.columns, cells, strict=True)) for name, cells in table.rows}
    assert {name: count for name, count in rows["interview"].items() if count} == {"All": "1", "Translation": "1"}
    assert {name: count for name, count in rows["video"].items() if count} == {
        "All": "1", "Primary": "1", "Not read": "1",
    }  # fmt: skip
    assert languages(book).rows == (("en", ("17",)), ("de", ("2",)))


def test_reviews_are_counted_by_month(book: Casebook) -> None:
    table = reviews(book)
    assert table.columns[0] == "Case study"
    assert {name: cells[0] for name, cells in table.rows if cells[0]} == {"December 2016": "1", "not recorded": "1"}
    assert table.rows[-1][0] == "not recorded"


def test_gaps_are_counted_and_linked(book: Casebook) -> None:
    first, second = gap_rows(book)
    assert (first.system.name, first.total, first.thin) == ("Examplebook", 6, False)
    page = "/case-studies/examplebook/"
    assert dict(zip(COLUMNS, first.gaps, strict=True)) == {
        "Not published": GapCount(1, f"{page}#not-published"),
        "Costs not stated": GapCount(1, f"{page}evidence/#decision-own-finder"),
        "Decisions without a date": GapCount(1, f"{page}evidence/#decision-own-finder"),
        "Components without a flow": GapCount(1, f"{page}#component-friend-finder"),
        "Inferred claims": GapCount(1, f"{page}evidence/#figure-requests-server"),
        "Sources not read": GapCount(1, f"{page}evidence/#source-video"),
    }
    assert (second.system.name, second.total, second.thin) == ("Samplemail", 1, True)
    assert [gap.url for gap in second.gaps if gap.count] == ["/case-studies/samplemail/#component-letterbox"]


def test_only_the_first_page_begins_with_what_all_entries_rest_on(
    book: Casebook, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("handbook.views.insights.trust.MOST_ROWS", 1)
    pages = [(page.title, page.view()) for page in trust_pages(book)]
    assert [title for title, _ in pages] == ["What the handbook rests on", "What the handbook rests on, page 2"]
    (first, second) = (view for _, view in pages)
    assert isinstance(first, TrustView) and isinstance(second, TrustView)
    assert first.foundation and not second.foundation
    assert list(second.sections) == ["gaps"]
    assert [link.name for link in first.part.links] == ["6 gaps", "1 gap"]
