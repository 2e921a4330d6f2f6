"""What the handbook rests on, measured from its content: claims, sources, reviews and gaps."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from handbook import addresses, wording
from handbook.context import Link
from handbook.faces import Casebook
from handbook.pictures.charts import Chart, ChartRow, bar_chart
from handbook.views.index_page import IndexPage, TablePart, parts
from handbook.views.insights import gaps
from handbook.views.insights.gaps import GapRow, gap_rows
from handbook.views.insights.rests_on import (
    ClaimCount,
    CrossTable,
    claim_counts,
    claim_table,
    in_total,
    languages,
    reviews,
    sources_by_kind,
)
from handbook.views.sections import Sections, sections

TITLE = "What the handbook rests on"
DESCRIPTION = (
    "Claims, sources, reviews and gaps, counted from the content: what is stated, inferred, disputed or missing."
)
MOST_ROWS = 200
"""The number of case studies on one page, which keeps it below 300 KB."""


@dataclass(frozen=True, slots=True)
class Foundation:
    """What all entries rest on; only the first page shows it."""

    picture: Chart
    claims: CrossTable
    sources: CrossTable
    languages: CrossTable
    reviews: CrossTable


@dataclass(frozen=True, slots=True)
class TrustView:
    """The data of the page."""

    breadcrumbs: tuple[Link, ...]
    sections: Sections
    answer: str
    foundation: Foundation | None
    columns: tuple[str, ...]
    part: TablePart[GapRow]


def trust_pages(book: Casebook) -> Iterator[IndexPage]:
    """Yield the page, and further ones if there are too many case studies for one."""
    counts = claim_counts(book)
    for part in parts(addresses.TRUST, gap_rows(book), MOST_ROWS, lambda row: wording.counted(row.total, "gap")):
        more = f", page {part.number}" if part.number > 1 else ""
        title, description = f"{TITLE}{more}", DESCRIPTION.replace(".", f"{more}.")
        yield IndexPage(part.url, title, description, "trust.html", partial(trust_view, book, counts, part))


def trust_view(book: Casebook, counts: tuple[ClaimCount, ...], part: TablePart[GapRow]) -> TrustView:
    """Return one page; the first begins with what all entries rest on."""
    foundation = _foundation(book, counts) if part.number == 1 else None
    return TrustView(
        breadcrumbs=(Link("Home", addresses.HOME), Link("Insights", addresses.INSIGHTS)),
        sections=sections(
            ("claims", "Claims", foundation),
            ("sources", "Sources", foundation),
            ("languages", "Languages of the sources", foundation),
            ("reviews", "Last reviews", foundation),
            ("gaps", "Gaps", True),
        ),
        answer=in_one_line(counts),
        foundation=foundation,
        columns=gaps.COLUMNS,
        part=part,
    )


def in_one_line(counts: tuple[ClaimCount, ...]) -> str:
    """Return the main shares in one line: `4,200 claims: 93 % are stated by a source and 7 % inferred, …`."""
    total = in_total(counts)
    claims, share = wording.counted(total.all, "claim"), total.share
    return (
        f"{claims}: {share(total.stated)} stated by a source and {share(total.inferred)} inferred from one; "
        f"{share(total.primary)} cite a primary source, {share(total.placed)} say where in the source, "
        f"and {wording.number(total.disputed)} are disputed"
    )


def _foundation(book: Casebook, counts: tuple[ClaimCount, ...]) -> Foundation:
    total = in_total(counts)
    return Foundation(
        picture=_picture(total),
        claims=claim_table(counts),
        sources=sources_by_kind(book),
        languages=languages(book),
        reviews=reviews(book),
    )


def _picture(total: ClaimCount) -> Chart:
    parts_of_all = {
        "Stated by a source": total.stated, "Cites a primary source": total.primary,
        "Says where in the source": total.placed, "Inferred": total.inferred, "Disputed": total.disputed,
    }  # fmt: skip
    caption = f"Of {wording.counted(total.all, 'claim')}"
    return bar_chart(caption, [_bar(name, count, total) for name, count in parts_of_all.items()])


def _bar(name: str, count: int, total: ClaimCount) -> ChartRow:
    amounts = ((count, ""), (total.all - count, "rest"))
    return ChartRow(name, "", "#claims", f"{total.share(count)} ({wording.number(count)})", amounts)
