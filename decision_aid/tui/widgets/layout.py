"""A page as lines of a given width and height: pure functions, nothing of the terminal."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from rich.cells import cell_len, set_cell_size

from decision_aid.frozen import replace
from decision_aid.screens.page import Arrays, Grid, Page, Part, Prose, Row, Style
from decision_aid.tui.widgets.choices import Choices
from decision_aid.tui.widgets.grid import grid_lines
from decision_aid.tui.widgets.icon_array import array_lines
from decision_aid.tui.widgets.lines import BLANK, Line, Piece, prose, wrap
from decision_aid.tui.widgets.statements import statement_lines

LONGEST = 68
"""Cells in a line of prose: longer lines are hard to follow."""


def lay_out(page: Page, choices: Choices, size: tuple[int, int], roomy: bool) -> tuple[Line, ...]:
    """The page's lines. Rows stand apart where all fits so, or where room is asked for.

    Where warning signs would begin below what is in sight, what stands above them stands close.
    """
    width, height = size
    airy = _lines(page, choices, width, True, roomy)
    if roomy or len(airy) <= height:
        return airy
    asks = page.urgent and any(row.mark for row in page.rows)
    if asks and _lines_above(page, choices, width) >= height:
        page = replace(page, close=True)
    return _lines(page, choices, width, False, roomy)


def _lines_above(page: Page, choices: Choices, width: int) -> int:
    """How many lines stand above the choices."""
    above = (_heading(page, choices, min(width, LONGEST), False, False), _body(page, width, False))
    return sum(len(part) + 1 for part in above if part)


def _lines(page: Page, choices: Choices, width: int, airy: bool, roomy: bool) -> tuple[Line, ...]:
    row_width = min(width, LONGEST + 8)
    parts = (
        _heading(page, choices, min(width, LONGEST), airy, roomy),
        tuple(_rows(choices, row_width, airy, roomy, early=True)),
        _body(page, width, roomy),
        tuple(_rows(choices, row_width, airy, roomy, early=False)),
        tuple(line for part in page.after for line in part_lines(part, width)),
    )
    return tuple(line for part in parts if part for line in (*part, BLANK))[:-1]


def _space(lines: tuple[Line, ...], roomy: bool) -> tuple[Line, ...]:
    """The lines, with an empty one between any two where room is asked for."""
    return tuple(line for one in lines for line in (one, BLANK))[:-1] if roomy else lines


def _heading(page: Page, choices: Choices, width: int, airy: bool, roomy: bool) -> tuple[Line, ...]:
    """The largest thing on the page. While the keys are on no row, they are here."""
    if not page.heading:
        return ()
    here = "› " if choices.has_keys and choices.at is None else ""
    if not page.urgent:
        lines = _space(prose(page.heading, width, "strong", here), roomy)
        longest = max(line.width for line in lines)
        return (*lines, Line((("━" * longest, "accent"),))) if airy else lines
    band = wrap(page.heading, width - 4)
    first = [here or "  ", *("  " for _ in band)]
    lines = tuple(
        Line(((f"{sign}{set_cell_size(text, width - 2)}", "urgent"),))
        for sign, text in zip(first, band, strict=False)
    )
    edge = Line(((" " * width, "urgent"),))
    return (edge, *lines, edge) if airy else lines


def _body(page: Page, width: int, roomy: bool) -> tuple[Line, ...]:
    lines: list[Line] = []
    style = tone_of(page)
    for before, part in pairwise((None, *page.parts)):
        if before is not None and not page.close and (roomy or not _close(before, part)):
            lines.append(BLANK)
        drawn = part_lines(part, width, style)
        lines += _space(drawn, roomy) if isinstance(part, Prose) else drawn
    return tuple(lines)


def tone_of(page: Page) -> Style:
    """What only supports a question is quieter than it."""
    asks = page.entry is not None or any(row.mark for row in page.rows)
    return "soft" if asks and not page.urgent else "ink"


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


def part_lines(part: Part | None, width: int, tone: Style = "ink") -> tuple[Line, ...]:
    """One part of the body; plain text in that tone."""
    if isinstance(part, Arrays):
        return array_lines(part, width)
    if isinstance(part, Grid):
        return grid_lines(part, width)
    if part is None:
        return ()
    first, rest, style = _SIGNS[part.kind]
    style = tone if style == "ink" else style
    return prose(part.text, min(width, LONGEST), style, first, rest)


def _rows(choices: Choices, width: int, airy: bool, roomy: bool, *, early: bool) -> Iterator[Line]:
    places = [place for place, row in enumerate(choices.rows) if row.early is early]
    for place in places:
        row = choices.rows[place]
        if place != places[0] and (airy or row.button or row.above):
            yield BLANK
        for one in row.above:
            for line in _space(part_lines(one, width), roomy):
                yield Line(line.pieces, place, line.spots)
        for line in _space(_row(choices, place, row, width), roomy):
            yield Line(line.pieces, place, line.spots)


def _row(choices: Choices, place: int, row: Row, width: int) -> tuple[Line, ...]:
    if row.answers:
        return statement_lines(choices, place, row, width)
    here = choices.drawn_at == place
    style: Style = _button_style(here) if row.button else "at" if here else "ink"
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
    first = "› " if style == "focus" else "  "
    pieces: tuple[Piece, ...] = ((first, "accent"), (f"[ {line.text.strip(' ›')} ]", style))
    return Line(pieces)


def _button_style(here: bool) -> Style:
    """The button that the keys are on is the brightest thing on the screen."""
    return "focus" if here else "button"


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
