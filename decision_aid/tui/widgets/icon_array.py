"""Icon arrays as lines: one sign for one person, told apart by shape and not by colour."""

from __future__ import annotations

from decision_aid.screens.page import Array, Arrays
from decision_aid.tui.widgets.lines import BLANK, Line, beside, prose

MARKED = "●"
UNMARKED = "○"
CELLS = 19
"""Ten signs with a space between them."""
GAP = 5
LEGEND = 20
"""The least room beside the arrays in which what a sign means can be read."""


def array_lines(arrays: Arrays, width: int) -> tuple[Line, ...]:
    """The arrays side by side where they fit, else one below the other, and what a sign means.

    That stands beside them where there is room.
    """
    count = len(arrays.arrays)
    left = width - (CELLS + GAP) * count
    if left >= LEGEND:
        column = CELLS + min((left - LEGEND) // count, 4)
        says = (BLANK, *legend(arrays, min(width - (column + GAP) * count, 30)))
        blocks = tuple(_array(one, column) for one in arrays.arrays)
        return beside((*blocks, says), column, GAP)
    column = min((width - GAP * (count - 1)) // count, 30)
    if column >= CELLS:
        drawn = beside(tuple(_array(one, column) for one in arrays.arrays), column, GAP)
    else:
        drawn = tuple(line for one in arrays.arrays for line in (*_array(one, width), BLANK))[:-1]
    return (*drawn, BLANK, *legend(arrays, width))


def legend(arrays: Arrays, width: int) -> tuple[Line, ...]:
    """What the two signs stand for."""
    return (
        *prose(arrays.icon, width, first=f"{MARKED}  "),
        *prose(arrays.blank, width, first=f"{UNMARKED}  "),
    )


def _array(array: Array, width: int) -> tuple[Line, ...]:
    icons = tuple(_row(row) for row in array.rows)
    return (*prose(array.title, width, "strong"), *icons)


def _row(row: tuple[bool, ...]) -> Line:
    pieces = []
    for n, marked in enumerate(row):
        space = " " if n else ""
        pieces.append((f"{space}{MARKED}", "accent") if marked else (f"{space}{UNMARKED}", "soft"))
    return Line(tuple(pieces))  # type: ignore[arg-type]
