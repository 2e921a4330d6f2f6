"""The outlines of components: an SVG path for each kind, and the space that it leaves for text."""

from dataclasses import dataclass

from handbook.pictures.boxes import Box

RADIUS = 5
ROUND = 20
"""The maximum depth of the rounded ends of a client, in px."""
RIM = 6
"""The depth of the curved end of a cylinder, in px."""
POINT = 11
"""The depth of the pointed ends of a proxy, in px."""
BAR = 7
"""The distance between the two lines at each side of a job, in px."""
BEVEL = 9


@dataclass(frozen=True, slots=True)
class Inset:
    """The space at each side of a shape that text must keep clear, in px."""

    sides: int = 0
    top: int = 0
    bottom: int = 0


INSETS = {
    "client": Inset(sides=5),
    "store": Inset(top=2 * RIM, bottom=RIM - 3),
    "cache": Inset(sides=2),
    "queue": Inset(sides=RIM + 2),
    "proxy": Inset(sides=POINT - 4),
    "job": Inset(sides=BAR),
}


def inset(kind: str) -> Inset:
    """Return the inset of the shape of a kind."""
    return INSETS.get(kind, Inset())


def outline(kind: str, box: Box) -> str:
    """Return the shape of a kind in the size of `box`, as the `d` of an SVG path."""
    return OUTLINES.get(kind, _rounded)(box)


def _rounded(box: Box) -> str:
    across, down, r = box.width - 2 * RADIUS, box.height - 2 * RADIUS, RADIUS
    return (
        f"M{box.x + r} {box.y}h{across}q{r} 0 {r} {r}v{down}q0 {r}-{r} {r}"
        f"h-{across}q-{r} 0-{r}-{r}v-{down}q0-{r} {r}-{r}z"
    )


def _pill(box: Box) -> str:
    """Return a box with semi-elliptical ends, for clients."""
    half, end = box.height / 2, min(box.height // 2, ROUND)
    across = box.width - 2 * end
    sides = f"a{end} {half:g} 0 0 1 0 {box.height}h-{across}a{end} {half:g} 0 0 1 0-{box.height}z"
    return f"M{box.x + end} {box.y}h{across}{sides}"


def _drum(box: Box) -> str:
    """Return a vertical cylinder, for stores."""
    half, down = box.width / 2, box.height - 2 * RIM
    lid = f"a{half:g} {RIM} 0 0 0 {box.width} 0"
    return (
        f"M{box.x} {box.y + RIM}a{half:g} {RIM} 0 0 1 {box.width} 0v{down}a{half:g} {RIM} 0 0 1-{box.width} 0zm0 0{lid}"
    )


def _pipe(box: Box) -> str:
    """Return a horizontal cylinder, for queues."""
    half, across = box.height / 2, box.width - 2 * RIM
    end = f"a{RIM} {half:g} 0 0 0 0 {box.height}"
    return (
        f"M{box.x + RIM} {box.y}h{across}a{RIM} {half:g} 0 0 1 0 {box.height}h-{across}"
        f"a{RIM} {half:g} 0 0 1 0-{box.height}m{across} 0{end}"
    )


def _bevelled(box: Box) -> str:
    across, down, b = box.width - 2 * BEVEL, box.height - 2 * BEVEL, BEVEL
    return f"M{box.x + b} {box.y}h{across}l{b} {b}v{down}l-{b} {b}h-{across}l-{b}-{b}v-{down}z"


def _pointed(box: Box) -> str:
    across, half = box.width - 2 * POINT, box.height / 2
    return f"M{box.x + POINT} {box.y}h{across}l{POINT} {half:g}l-{POINT} {half:g}h-{across}l-{POINT}-{half:g}z"


def _barred(box: Box) -> str:
    return f"{_rounded(box)}M{box.x + BAR} {box.y}v{box.height}M{box.right - BAR} {box.y}v{box.height}"


OUTLINES = {
    "client": _pill, "store": _drum, "cache": _bevelled, "queue": _pipe, "proxy": _pointed, "job": _barred,
}  # fmt: skip
"""The outline by kind; services and external components are rounded rectangles."""
KINDS = {
    "client": "sends requests", "proxy": "forwards requests", "service": "handles requests", "job": "runs on its own",
    "queue": "holds messages until they are read", "cache": "holds copies", "store": "holds the data",
    "external": "run by a third party",
}  # fmt: skip
"""All kinds in the order of the legend, with a description of each."""


@dataclass(frozen=True, slots=True)
class Sample:
    """A shape in the legend."""

    kind: str
    outline: str
    words: str


def sample(kind: str) -> Sample:
    """Return the legend sample of a kind, in a picture of 30 × 20 px."""
    return Sample(kind, outline(kind, Box(1, 1, 28, 18)), f"{kind}: {KINDS[kind]}")
