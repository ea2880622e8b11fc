"""What to do about a name that nothing has: the nearest one that exists, or the few there are."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import takewhile

MOST_LISTED = 8
"""So many names are listed where none is near; more would hide the one that is meant."""

_MOST_COMPARED = 1000
_LONGEST = 100
"""More names, or longer ones, are not compared: a file may hold anything."""

LIKE = 0.7
"""How alike a name must be to be meant, from 0 to 1."""


def nearest(name: str, known: Iterable[str], alike: float = LIKE) -> str:
    """The one of these names that is one slip away, or most like it; empty where none is near."""
    import difflib  # only a file with faults needs it

    names = sorted(known)
    if len(names) > _MOST_COMPARED or len(name) > _LONGEST:
        return ""
    slips = (one for one in names if _folded(one) == _folded(name) or is_one_slip(name, one))
    return next(slips, "") or next(iter(difflib.get_close_matches(name, names, 1, alike)), "")


def is_one_slip(one: str, other: str) -> bool:
    """Whether one letter is wrong, missing or too many, or two stand in each other's place."""
    start = _shared(one, other)
    one, other = one[start:], other[start:]
    end = _shared(one[::-1], other[::-1])
    one, other = one[: len(one) - end], other[: len(other) - end]
    is_turned = len(one) == 2 and one == other[::-1]
    return is_turned or (start + end > 0 and max(len(one), len(other)) == 1)


def _folded(name: str) -> str:
    return name.casefold().replace("-", "_").replace(" ", "_")


def _shared(one: str, other: str) -> int:
    """With how many letters both begin."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


def mend_of(name: str, known: Iterable[str], otherwise: str) -> str:
    """Which name is likely meant, or all of them if they are few; else something to do instead."""
    names = sorted(known)
    near = nearest(name, names)
    if near:
        return f"Did you mean {near!r}?"
    if not names or len(names) > MOST_LISTED:
        return otherwise
    return f"Use one of: {', '.join(names)}."
