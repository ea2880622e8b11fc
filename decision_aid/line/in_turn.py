"""Rows with answers of their own, asked in turn: a number answers one, and leads to the next."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from decision_aid.line.drawing import statement_at
from decision_aid.line.numbers import numbers_in

if TYPE_CHECKING:
    from decision_aid.screens.navigator import Navigator
    from decision_aid.screens.page import Page, Row


def follow_in_turn(navigator: Navigator, page: Page, letter: str, given: str) -> bool:
    """Whether the line answers rows, passes over one, keeps its answer, or leads to the one before.

    Several numbers answer as many rows, one after the other.
    """
    here, rows = statement_at(page) or 0, [row for row in page.rows if row.answers]
    if letter == "b" and here > 0:
        navigator.hold(*page.marked, row=here - 1)
        return True
    if letter == "p":
        _go_to(navigator, _without(page.marked, rows[here]), here + 1, len(rows))
        return True
    if not given and _without(page.marked, rows[here]) != page.marked:
        _go_to(navigator, page.marked, here + 1, len(rows))
        return True
    return _answer(navigator, page, rows, here, given)


def _answer(navigator: Navigator, page: Page, rows: Sequence[Row], here: int, given: str) -> bool:
    numbers = numbers_in(given, navigator.sitting.words.lines)
    asked = rows[here : here + len(numbers)]
    if not numbers or len(asked) < len(numbers):
        return False
    marked = page.marked
    for row, number in zip(asked, numbers, strict=True):
        if not 1 <= number <= len(row.answers):
            return False
        marked = (*_without(marked, row), row.answers[number - 1].id)
    _go_to(navigator, marked, here + len(numbers), len(rows))
    return True


def _without(marked: tuple[str, ...], row: Row) -> tuple[str, ...]:
    answers = {answer.id for answer in row.answers}
    return tuple(name for name in marked if name not in answers)


def _go_to(navigator: Navigator, marked: tuple[str, ...], row: int, rows: int) -> None:
    """The next row, or beyond the last the next page."""
    if row < rows:
        navigator.hold(*marked, row=row)
    else:
        navigator.choose(*marked)
