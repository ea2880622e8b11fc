"""A page as lines of a given width and height: pure functions, nothing of the terminal."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from rich.cells import cell_len, set_cell_size

from decision_aid.screens.page import Arrays, Grid, Page, Part, Prose, Row, Style
from decision_aid.tui.widgets.choices import Choices
from decision_aid.tui.widgets.grid import grid_lines
from decision_aid.tui.widgets.icon_array import array_lines
from decision_aid.tui.widgets.lines import BLANK, Line, Piece, prose, wrap
from decision_aid.tui.widgets.statements import statement_lines

LONGEST = 68
"""Cells in a line of prose: longer lines are hard to follow."""


def lay_out(
    page: Page, choices: Choices, notice: str, size: tuple[int, int], roomy: bool
) -> tuple[Line, ...]:
    """The page's lines. Rows stand apart where all fits so, or where room is asked for."""
    width, height = size
    airy = _lines(page, choices, notice, width, True, roomy)
    if roomy or len(airy) <= height:
        return airy
    return _lines(page, choices, notice, width, False, roomy)


def _lines(
    page: Page, choices: Choices, notice: str, width: int, airy: bool, roomy: bool
) -> tuple[Line, ...]:
    prose_width = min(width, LONGEST)
    parts = (
        _heading(page, prose_width, airy, roomy),
        _body(page, width, roomy),
        tuple(_rows(choices, min(width, LONGEST + 8), airy, roomy)),
        prose(notice, prose_width, "notice", "!  ") if notice else (),
    )
    return tuple(line for part in parts if part for line in (*part, BLANK))[:-1]


def _space(lines: tuple[Line, ...], roomy: bool) -> tuple[Line, ...]:
    """The lines, with an empty one between any two where room is asked for."""
    return tuple(line for one in lines for line in (one, BLANK))[:-1] if roomy else lines


def _heading(page: Page, width: int, airy: bool, roomy: bool) -> tuple[Line, ...]:
    if not page.heading:
        return ()
    if not page.urgent:
        return _space(prose(page.heading, width, "strong"), roomy)
    band = wrap(page.heading, width - 4)
    return tuple(
        Line(((f"  {set_cell_size(text, width - 2)}", "urgent"),))
        for text in (("", *band, "") if airy else band)
    )


def _body(page: Page, width: int, roomy: bool) -> tuple[Line, ...]:
    lines: list[Line] = []
    for before, part in pairwise((None, *page.parts)):
        if before is not None and not page.close and (roomy or not _close(before, part)):
            lines.append(BLANK)
        drawn = part_lines(part, width)
        lines += _space(drawn, roomy) if isinstance(part, Prose) else drawn
    return tuple(lines)


def _close(before: Part | None, part: Part | None) -> bool:
    """Whether the second part stands right under the first."""
    if not (isinstance(before, Prose) and isinstance(part, Prose)):
        return False
    pair = (before.kind, part.kind)
    return pair in (("item", "item"), ("heading", "item"), ("heading", "text"))


_SIGNS: dict[str, tuple[str, str, Style]] = {
    "text": ("", "", "ink"),
    "item": ("• ", "  ", "ink"),
    "heading": ("", "", "strong"),
    "say": ("│ ", "│ ", "ink"),
    "soft": ("", "", "soft"),
    "accent": ("", "", "accent"),
    "notice": ("!  ", "   ", "notice"),
}


def part_lines(part: Part | None, width: int) -> tuple[Line, ...]:
    """One part of the body."""
    if isinstance(part, Arrays):
        return array_lines(part, width)
    if isinstance(part, Grid):
        return grid_lines(part, width)
    if part is None:
        return ()
    first, rest, style = _SIGNS[part.kind]
    text = f"“{part.text}”" if part.kind == "say" else part.text
    return prose(text, min(width, LONGEST), style, first, rest)


def _rows(choices: Choices, width: int, airy: bool, roomy: bool) -> Iterator[Line]:
    for place, row in enumerate(choices.rows):
        if place and (airy or row.button or row.above):
            yield BLANK
        for one in row.above:
            for line in _space(part_lines(one, width), roomy):
                yield replace(line, row=place)
        for line in _space(_row(choices, place, row, width), roomy):
            yield replace(line, row=place)


def _row(choices: Choices, place: int, row: Row, width: int) -> tuple[Line, ...]:
    if row.answers:
        return statement_lines(choices, place, row, width)
    here = choices.at == place
    style: Style = "at" if here else "button" if row.button else "ink"
    first = f"{'›' if here else ' '} {_mark(choices, row)}{_number(choices, place)}"
    lines = prose(row.text, width, style, first)
    if row.button:
        return (_button(lines[0], style),)
    if row.beside:
        lines = _with_beside(lines, row.beside, width, "at" if here else "soft", len(first))
    if not here:
        return lines
    return tuple(Line((*line.pieces, (" " * (width - line.width), "at"))) for line in lines)


def _with_beside(
    lines: tuple[Line, ...], beside: str, width: int, style: Style, indent: int
) -> tuple[Line, ...]:
    """Softer words after the last line where they fit, else under it."""
    last = lines[-1]
    if last.width + 3 + cell_len(beside) <= width:
        return (*lines[:-1], Line((*last.pieces, (f"   {beside}", style))))
    return (*lines, *prose(beside, width, style, " " * indent))


def _button(line: Line, style: Style) -> Line:
    first = "› " if style == "at" else "  "
    pieces: tuple[Piece, ...] = ((first, "ink"), (f"  {line.text.strip(' ›')}  ", style))
    return Line(pieces)


def _mark(choices: Choices, row: Row) -> str:
    on = choices.is_marked(row)
    none = "    " if any(one.mark for one in choices.rows) else ""
    return {"one": "(•) " if on else "( ) ", "some": "[x] " if on else "[ ] ", "": none}[row.mark]


def _number(choices: Choices, place: int) -> str:
    number = choices.number_of(place)
    if choices.rows[place].button:
        return ""
    shown = "" if number is None else str(number % 10)
    return f"{shown:>1}  "
