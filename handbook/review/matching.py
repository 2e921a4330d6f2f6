"""Which item of a list is which in another version of it: by what identifies it, else by what it says."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from difflib import SequenceMatcher
from itertools import product

from handbook.model.fields import Local, Shape
from handbook.review.parts import identifying, identity

LEAST_ALIKE = 0.4
"""Items that say less of the same are not taken for two versions of one."""
Numbers = Mapping[int, Shape]
"""Items by number; the same number stands for the same item in both versions."""


def matched(old: Sequence[Shape], new: Sequence[Shape]) -> tuple[Numbers, Numbers]:
    """Return the items of two versions of a list, each in its order; those that are the same have one number.

    Items with an id are matched by it. Others, such as steps, are matched by what they refer to and what they say, so
    that an item put between two of them is the only new one.
    """
    found: dict[int, int] = {}
    for same in (_whole, identity):
        _pair(old, new, found, same)
    if new and all(isinstance(field.mark, Local) for field in identifying(type(new[0]))):
        _pair(old, new, found, lambda item: ())
    return dict(enumerate(old)), {found.get(place, len(old) + place): item for place, item in enumerate(new)}


def _whole(item: Shape) -> Hashable:
    return repr(item)


def _pair(old: Sequence[Shape], new: Sequence[Shape], found: dict[int, int], same: Callable[[Shape], Hashable]) -> None:
    """Add the pairs of items that are not found yet and for which `same` returns the same, those most alike first."""
    groups: dict[Hashable, tuple[list[int], list[int]]] = defaultdict(lambda: ([], []))
    taken = set(found.values())
    for side, (items, known) in enumerate(((old, taken), (new, found.keys()))):
        for place, item in enumerate(items):
            if place not in known:
                groups[same(item)][side].append(place)
    for key, (before, after) in groups.items():
        is_sure = key != () and len(before) == len(after) == 1
        for one, other in [(before[0], after[0])] if is_sure else _alike(old, new, before, after):
            if one not in taken and other not in found:
                taken.add(one)
                found[other] = one


def _alike(
    old: Sequence[Shape], new: Sequence[Shape], before: list[int], after: list[int]
) -> Iterable[tuple[int, int]]:
    """Return the pairs of places whose items say much of the same, the most alike first."""
    scored = ((_likeness(old[one], new[other]), one, other) for one, other in product(before, after))
    best = sorted((-score, abs(one - other), one, other) for score, one, other in scored if score >= LEAST_ALIKE)
    return [(one, other) for _, _, one, other in best]


def _likeness(one: Shape, other: Shape) -> float:
    return SequenceMatcher(None, _said(one), _said(other), autojunk=False).ratio()


def _said(item: Shape) -> list[str]:
    return " ".join(map(str, item.model_dump(exclude_none=True).values())).split()
