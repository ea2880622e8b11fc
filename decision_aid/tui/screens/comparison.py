"""The options side by side, with the box that never leaves the table."""

from __future__ import annotations

from dataclasses import replace

from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.geometry import Size

from decision_aid.screens.page import Page, Prose, Row
from decision_aid.summary.parts import table
from decision_aid.tui import saying
from decision_aid.tui.screens.counselling import values
from decision_aid.tui.screens.overlay import Overlay
from decision_aid.tui.widgets.sheet import Sheet
from decision_aid.words import words

EN = words("en").screens

ROOM_FOR_TWO = (100, 24)
"""Columns and lines from which the table and the person's own answers stand side by side."""


class ComparisonScreen(Overlay):
    """Shows these rows of the comparison; for two, with what the person said beside it."""

    DEFAULT_CSS = """
    ComparisonScreen #pair { width: 100%; max-width: 100; height: 1fr; background: $page; }
    ComparisonScreen #said { width: 30; height: 1fr; padding: 1 2 0 2; background: $page; }
    """

    wide = True

    def __init__(self, names: tuple[str, ...]) -> None:
        super().__init__()
        self.names = names
        self.said = Sheet(id="said")
        self.said.can_focus = False

    def compose(self) -> ComposeResult:
        self.sheet.styles.width = "1fr"
        for widget in super().compose():
            if widget is self.sheet and self.face.counsels:
                yield Horizontal(self.sheet, self.said, id="pair")
            else:
                yield widget

    def page(self) -> Page:
        one = table(self.face.wording())
        cells = (cell for row in one.rows if row.id in self.names for cell in row.cells)
        names = (name for cell in cells for said in cell.sentences for name in said.sources)
        boxed = saying.sources((*one.lead, *one.box.passages))
        return Page(
            "",
            one.heading,
            saying.table(one, self.names),
            (Row("close", EN.go_back),),
            at=0,
            sources=tuple(dict.fromkeys((*names, *boxed))),
        )

    def show(self) -> None:
        super().show()
        if self.face.counsels:
            self._show_for_two()

    def _show_for_two(self) -> None:
        """What the person said stands beside the table, or under it where that is too narrow."""
        said = values(self.face.interview)
        self.said.display = bool(said) and _has_room(self.app.size)
        if self.said.display:
            self.said.show(Page("", EN.values_title, said), self.face.roomy)
        elif said:
            page = self.sheet.page
            below = (*page.parts, Prose("heading", EN.values_title), *said)
            self.sheet.show(replace(page, parts=below), self.face.roomy)

    def on_resize(self, event: events.Resize) -> None:
        if self.said.is_mounted and self.said.display is not _has_room(event.size):
            self.show()


def _has_room(size: Size) -> bool:
    columns, lines = ROOM_FOR_TWO
    return size.width >= columns and size.height >= lines
