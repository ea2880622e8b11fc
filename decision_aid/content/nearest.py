"""What to do about a name that nothing has: the nearest one that exists, or the few there are."""

from __future__ import annotations

from collections.abc import Iterable

MOST_LISTED = 8
"""So many names are listed where none is near; more would hide the one that is meant."""


def nearest(name: str, known: Iterable[str], alike: float = 0.6) -> str:
    """The one of these names that is most like it; empty where none is near."""
    import difflib  # only a file with faults needs it

    return next(iter(difflib.get_close_matches(name, sorted(known), n=1, cutoff=alike)), "")


def mend_of(name: str, known: Iterable[str], otherwise: str) -> str:
    """Which name is likely meant, or all of them if they are few; else something to do instead."""
    names = sorted(known)
    near = nearest(name, names)
    if near:
        return f"Did you mean {near!r}?"
    if not names or len(names) > MOST_LISTED:
        return otherwise
    return f"Use one of: {', '.join(names)}."
