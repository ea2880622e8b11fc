"""A screen that is looked at and come back from."""

from __future__ import annotations

from textual.binding import Binding

from decision_aid.screens.page import Row
from decision_aid.tui.screens.base import PageScreen
from decision_aid.tui.widgets.foot_bar import Key
from decision_aid.words import words

EN = words("en").screens

CLOSE = Row("close", EN.close)


class Overlay(PageScreen):
    """Lies over the screen that asked for it, and gives it back unchanged."""

    BINDINGS = [Binding("escape", "back")]

    def keys(self) -> tuple[Key, ...]:
        return (Key("←", EN.bar_back, "back"), *self.common_keys())

    def chosen(self, row: str) -> None:
        del row
        self.close()

    def forward(self) -> None:
        self.sheet.scroll_pages(1)

    def close(self) -> None:
        """Go back to the screen below."""
        if self.is_current:
            self.app.pop_screen()

    def action_back(self) -> None:
        self.close()
