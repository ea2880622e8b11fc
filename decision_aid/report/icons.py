"""Icon arrays as drawings in which shape carries the meaning: filled circles and open ones."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from decision_aid.summary.models import IconArray

PITCH = 3.9
"""Millimetres from one icon to the next."""

_RADIUS = 1.55
_LINE = 0.3


def count(array: IconArray) -> int:
    """The icons that are marked."""
    return sum(sum(row) for row in array.rows)


def of(array: IconArray) -> int:
    """All icons."""
    return sum(len(row) for row in array.rows)


@lru_cache(64)
def drawing(array: IconArray) -> dict[str, str]:
    """The drawing's parts: its size in millimetres and the outlines of both kinds of icon."""
    return {
        "width": f"{PITCH * max(map(len, array.rows)):g}",
        "height": f"{PITCH * len(array.rows):g}",
        "line": f"{_LINE:g}",
        "marked": _circles(array, marked=True),
        "open": _circles(array, marked=False),
    }


def _circles(array: IconArray, *, marked: bool) -> str:
    return "".join(
        _circle(PITCH * (column + 0.5), PITCH * (row + 0.5))
        for row, cells in enumerate(array.rows)
        for column, cell in enumerate(cells)
        if cell is marked
    )


def _circle(x: float, y: float) -> str:
    radius, across = f"{_RADIUS:g}", f"{2 * _RADIUS:g}"
    arc = f"a{radius} {radius} 0 1"
    return f"M{x - _RADIUS:g} {y:g}{arc} 0 {across} 0{arc} 0 -{across} 0z"
