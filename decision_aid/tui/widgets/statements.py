"""Rows with answers of their own, as lines: what is stated, and under it what can be said to it."""

from __future__ import annotations

from rich.cells import cell_len

from decision_aid.screens.page import Row, Style
from decision_aid.tui.widgets.choices import Choices
from decision_aid.tui.widgets.lines import Line, Piece, Spot, prose

INDENT, GAP = 4, 3


def statement_lines(choices: Choices, place: int, row: Row, width: int) -> tuple[Line, ...]:
    """The row; where the keys are on it, it stands out as a whole."""
    here = choices.drawn_at == place
    style: Style = "at" if here else "ink"
    text = prose(row.text, width, style, "› " if here else "  ")
    lines = (*text, *_answer_lines(choices, row, width, style))
    return tuple(_filled(line, width) for line in lines) if here else lines


def _filled(line: Line, width: int) -> Line:
    rest: Piece = (" " * max(width - line.width, 0), "at")
    return Line((*line.pieces, rest), spots=line.spots)


def _answer_lines(choices: Choices, row: Row, width: int, style: Style) -> tuple[Line, ...]:
    """The answers beside one another, in as many lines as they take."""
    rows: list[list[tuple[int, str]]] = []
    left = width + 1
    for number, answer in enumerate(row.answers):
        says = f"{number + 1} {'(•)' if answer.id in choices.marked else '( )'} {answer.text}"
        if left + cell_len(says) > width:
            rows.append([])
            left = INDENT
        rows[-1].append((number, says))
        left += cell_len(says) + GAP
    return tuple(line for one in rows for line in _answer_line(one, width, style))


def _answer_line(answers: list[tuple[int, str]], width: int, style: Style) -> tuple[Line, ...]:
    """Several answers on one line; one alone may take more."""
    if len(answers) == 1:
        number, says = answers[0]
        lines = prose(says, width, style, " " * INDENT, " " * (INDENT + 6))
        return tuple(Line(one.pieces, spots=(Spot(0, width, number),)) for one in lines)
    pieces: list[Piece] = [(" " * INDENT, style)]
    spots, left = [], INDENT
    for number, says in answers:
        pieces.append((says + " " * GAP, style))
        spots.append(Spot(left, left + cell_len(says), number))
        left += cell_len(says) + GAP
    return (Line(tuple(pieces), spots=tuple(spots)),)
