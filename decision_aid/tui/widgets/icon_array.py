"""Icon arrays as lines: one sign for one person, told apart by shape and not by colour."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from decision_aid.figures import fill_rows
from decision_aid.screens.page import Array, Arrays
from decision_aid.tui.widgets.lines import BLANK, Line, Piece, beside, prose

MARKED = "●"
UNMARKED = "○"
CELLS = 19
"""Ten signs with a space between them."""
GAP = 5
LEGEND = 20
"""The least room beside the arrays in which what a sign means can be read."""
MANY = 100
"""More signs than these stand close, in blocks, and no array of them fits beside another."""
WIDE, NARROW = 50, 25
"""Of those in a line: as many as fit."""
BLOCK = 10
"""Lines of a block of those; its width is a fifth of the line."""


def array_lines(arrays: Arrays, width: int) -> tuple[Line, ...]:
    """The arrays side by side where they fit, else one below the other, and what a sign means.

    That stands beside them where there is room.
    """
    count = len(arrays.arrays)
    if any(_size(one) > MANY for one in arrays.arrays):
        return _large_arrays(arrays, width)
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


def _size(array: Array) -> int:
    return sum(map(len, array.rows))


def _large_arrays(arrays: Arrays, width: int) -> tuple[Line, ...]:
    """What a sign means, then array below array: side by side they would be twice as high."""
    side = WIDE if width >= WIDE + WIDE // BLOCK - 1 else NARROW
    lines = legend(arrays, width)
    for array in arrays.arrays:
        lines = (*lines, BLANK, *prose(array.title, width, "strong"), *_blocks(array, side))
    return lines


def _blocks(array: Array, side: int) -> Iterator[Line]:
    """A line between blocks, counted from the bottom, where the marked ones are."""
    rows = fill_rows(sum(map(sum, array.rows)), _size(array), side)
    for n, row in enumerate(rows):
        if n and (len(rows) - n) % BLOCK == 0:
            yield BLANK
        yield _close_row(row, side // 5)


def _close_row(row: tuple[bool, ...], width: int) -> Line:
    """The signs of a line as few pieces: there are a thousand in an array."""
    pieces: list[Piece] = []
    for start in range(0, len(row), width):
        space = " " if start else ""
        for marked, some in groupby(row[start : start + width]):
            signs = (MARKED if marked else UNMARKED) * len(tuple(some))
            pieces.append((space + signs, "accent" if marked else "soft"))
            space = ""
    return Line(tuple(pieces))


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
