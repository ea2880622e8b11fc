"""Icon arrays as drawings in which shape carries the meaning: filled circles and open ones."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import Protocol

    class Drawable(Protocol):
        """Rows of marked and open icons; it can be kept by its value."""

        @property
        def rows(self) -> tuple[tuple[bool, ...], ...]:
            """Whether each icon is marked."""

        def __hash__(self) -> int: ...


WIDTH = 39.0
"""Millimetres across an icon array, whatever it is a count of."""

_RADIUS = 1.55 / 3.9
_LINE = 0.3 / 3.9
"""Parts of the way from one icon to the next."""


@lru_cache(64)
def drawing(array: Drawable) -> dict[str, str]:
    """The drawing's parts: its size in millimetres and the outlines of both kinds of icon."""
    pitch = WIDTH / len(array.rows[0])
    return {
        "width": f"{WIDTH:g}",
        "height": f"{pitch * len(array.rows):g}",
        "shape": "" if len(array.rows) == len(array.rows[0]) else "oblong",
        "line": f"{_LINE * pitch:g}",
        "marked": _circles(array, pitch, marked=True),
        "open": _circles(array, pitch, marked=False),
    }


def _circles(array: Drawable, pitch: float, *, marked: bool) -> str:
    return "".join(
        _circle(pitch * (column + 0.5), pitch * (row + 0.5), _RADIUS * pitch)
        for row, cells in enumerate(array.rows)
        for column, cell in enumerate(cells)
        if cell is marked
    )


def _circle(x: float, y: float, r: float) -> str:
    radius, across = f"{r:g}", f"{2 * r:g}"
    arc = f"a{radius} {radius} 0 1"
    return f"M{x - r:g} {y:g}{arc} 0 {across} 0{arc} 0 -{across} 0z"
