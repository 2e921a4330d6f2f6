"""Thumbnails of diagrams: boxes and lines without text and links."""

from dataclasses import dataclass

from handbook.faces import Casebook
from handbook.library import Entry
from handbook.model.case_study import CaseStudy
from handbook.pictures.boxes import Box
from handbook.pictures.diagram import Diagram
from handbook.views.diagrams import case_counts, diagrams


@dataclass(frozen=True, slots=True)
class Thumbnail:
    """A diagram without text, sizes in px; `lines` is the `d` of one SVG path."""

    width: int
    height: int
    frames: tuple[Box, ...]
    boxes: tuple[Box, ...]
    lines: str


def main_picture(book: Casebook, entry: Entry[CaseStudy]) -> Diagram:
    """Return the main diagram of a case study."""
    counts = case_counts(book, entry)
    return next(view.picture for view in diagrams(book, entry.data.architecture, counts) if view.main)


def thumbnail(picture: Diagram) -> Thumbnail:
    """Return the thumbnail of a diagram."""
    return Thumbnail(
        picture.width,
        picture.height,
        tuple(frame.box for frame in picture.frames),
        tuple(node.box for node in picture.nodes),
        "".join(line.path for line in picture.lines),
    )
