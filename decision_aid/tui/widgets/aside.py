"""What stands beside a page where there is room, and beneath it where there is not."""

from __future__ import annotations

from rich.cells import cell_len
from textual.geometry import Size

from decision_aid.frozen import replace
from decision_aid.screens.page import Aside, Page, Prose
from decision_aid.tui.widgets.choices import Choices
from decision_aid.tui.widgets.layout import lay_out
from decision_aid.tui.widgets.lines import BLANK, Line, Piece

ROOM_FOR_TWO = Size(100, 24)
"""Columns and lines from which both stand side by side."""
WIDTH, GAP = 26, 4


def has_room_beside(window: Size) -> bool:
    """Whether the window is wide and high enough for both."""
    return window.width >= ROOM_FOR_TWO.width and window.height >= ROOM_FOR_TWO.height


def beneath(page: Page, aside: Aside) -> Page:
    """The page with it as its last parts."""
    return replace(page, parts=(*page.parts, Prose("heading", aside.heading), *aside.parts))


def set_beside(aside: Aside, width: int, height: int, roomy: bool) -> tuple[int, tuple[Line, ...]]:
    """The width that is left for the page, and a line beside each of the window's."""
    page = Page("", aside.heading, aside.parts)
    lines = lay_out(page, Choices(has_keys=False), (WIDTH, height), roomy)[:height]
    return width - WIDTH - GAP, (*lines, *(BLANK,) * (height - len(lines)))


def merge(line: Line, beside: Line, width: int) -> Line:
    """The line with what stands beside it at the right."""
    gap = max(width - WIDTH - cell_len(line.text), 0)
    pieces: tuple[Piece, ...] = (*line.pieces, (" " * gap, "ink"), *beside.pieces)
    return Line(pieces, line.row, line.spots)
