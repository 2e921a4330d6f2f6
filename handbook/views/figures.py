"""Figures: a number with its qualifiers, derivation and evidence."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from markupsafe import Markup

from handbook import addresses, depth, wording
from handbook.arithmetic import compute
from handbook.context import Link
from handbook.faces import Casebook
from handbook.model.case_study import CaseStudy
from handbook.model.figure import Figure
from handbook.pictures.charts import Chart
from handbook.views.charts import change
from handbook.views.evidence import Bibliography, DisputeView, EvidenceView

SIGNS = {"product": "×", "ratio": "÷", "sum": "+", "difference": "−"}


@dataclass(frozen=True, slots=True)
class DerivationView:
    """A calculation that checks a figure."""

    operands: tuple[Link, ...]
    sign: str
    result: str
    adds_up: bool
    shows: Markup


@dataclass(frozen=True, slots=True)
class FigureView:
    """A number with its qualifiers and evidence; `url` is its address relative to the page of the case study.

    `noted` is `what` with the qualifiers that no page leaves out.
    """

    anchor: str
    url: str
    what: str
    noted: str
    value: str
    qualifiers: str
    as_of: str
    measure: str
    change: Chart | None
    derivation: DerivationView | None
    disputes: tuple[DisputeView, ...]
    evidence: EvidenceView


def figure_view(
    book: Casebook, cite: Bibliography, case: CaseStudy, figures: Mapping[str, Figure], figure: Figure
) -> FigureView:
    """Return a figure of `case`; `cite` has the sources, `figures` the figures by id."""
    anchor = addresses.anchor("figure", figure.id)
    return FigureView(
        anchor=anchor,
        url=depth.beside(case, "figure", figure.id),
        what=figure.what,
        noted=wording.noted(figure),
        value=wording.figure_value(figure, book.units),
        qualifiers=", ".join(wording.qualifiers(figure)),
        as_of=wording.date(figure.as_of),
        measure=book.term("measures", figure.measure).name,
        change=change(book, figure),
        derivation=derivation(book, figures, figure, lambda operand: f"#{addresses.anchor('figure', operand.id)}"),
        disputes=cite.disputes(figure, (figure.unit, figure.per)),
        evidence=cite.evidence(anchor, figure.what, figure),
    )


def derivation(
    book: Casebook, figures: Mapping[str, Figure], figure: Figure, url: Callable[[Figure], str]
) -> DerivationView | None:
    """Return the calculation that checks a figure, or None; `url` returns the address of an operand."""
    if figure.derived is None:
        return None
    result = compute(figure, figures, book.units)
    operands = (figures[name] for name in figure.derived.of)
    return DerivationView(
        operands=tuple(Link(wording.figure_value(one, book.units), url(one)) for one in operands),
        sign=SIGNS[figure.derived.operation],
        result=wording.quantity(_rounded(result), figure.unit, figure.per, book.units),
        adds_up=figure.derived.adds_up,
        shows=book.html(figure.derived.shows),
    )


def _rounded(value: float) -> float:
    return float(f"{value:.4g}")
