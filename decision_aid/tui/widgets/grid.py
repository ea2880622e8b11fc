"""The comparison as lines: columns where there is room, else row by row as label and value."""

from __future__ import annotations

from decision_aid.screens.page import Grid
from decision_aid.tui.widgets.lines import BLANK, Line, beside, prose

NARROWEST = 20
"""A column with fewer cells breaks too many words."""
GAP = 3


def grid_lines(grid: Grid, width: int) -> tuple[Line, ...]:
    """Each matter with what is so for every option."""
    column = (width - GAP * (len(grid.columns) - 1)) // len(grid.columns)
    if column < NARROWEST:
        rows = [_stack(grid, name, cells, width) for name, cells in grid.rows]
    else:
        rows = [_in_columns(grid, name, cells, column) for name, cells in grid.rows]
    return tuple(line for row in rows for line in (*row, BLANK))[:-1]


def _stack(grid: Grid, name: str, cells: tuple[str, ...], width: int) -> tuple[Line, ...]:
    lines = [*prose(name, width, "strong")]
    for column, cell in zip(grid.columns, cells, strict=True):
        lines += [*prose(f"{column}:", width, "accent"), *prose(cell, width, first="  ")]
    return tuple(lines)


def _in_columns(grid: Grid, name: str, cells: tuple[str, ...], column: int) -> tuple[Line, ...]:
    titles = tuple(prose(title, column, "accent") for title in grid.columns)
    texts = tuple(prose(cell, column) for cell in cells)
    width = (column + GAP) * len(cells) - GAP
    return (
        *prose(name, width, "strong"),
        *beside(titles, column, GAP),
        *beside(texts, column, GAP),
    )
