"""The row under a box: it takes what is written, and is marked while the keys are on it."""

from __future__ import annotations

from textual.binding import Binding

from decision_aid.screens.page import Page, Row
from decision_aid.tui.widgets.sheet import Sheet


class TakeRow(Sheet):
    """One button. Enter and Space on it are the screen's, which reads on first where it must."""

    BINDINGS = [Binding("space", "screen.go_on")]

    def enter(self, step: int) -> None:
        """There is one row, which is marked as soon as the keys are here."""

    def say(self, takes: str) -> None:
        """What the row says."""
        if not self.page.rows or self.page.rows[0].text != takes:
            self.show(Page("", "", rows=(Row("take", takes, button=True),)))

    def on_focus(self) -> None:
        self._mark(0)

    def on_blur(self) -> None:
        self._mark(None)

    def _mark(self, place: int | None) -> None:
        self.choices.at = place
        self._lay_out()
