"""A box of one line, for a label, a code, or a passphrase that nobody else may read."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.widgets import Input

from decision_aid.tui.page import Page, Row
from decision_aid.tui.widgets.sheet import Sheet
from decision_aid.words.screens_en import EN

LONGEST = 200
"""Characters that the box holds."""


class Box(Input):
    """Takes one line."""

    BINDINGS = [
        Binding("down", "screen.step(1)"),
        Binding("f6", "screen.ask('ShowOverview')"),
    ]


class LinePanel(Vertical):
    """The box, and a row that takes what is written."""

    def __init__(self) -> None:
        super().__init__()
        self.box = Box(id="line", max_length=LONGEST, select_on_focus=False)
        self.box.cursor_blink = False
        self.under = Sheet(id="under-line")

    def compose(self) -> ComposeResult:
        yield self.box
        yield self.under

    def on_mount(self) -> None:
        self.under.show(Page("", "", rows=(Row("take", EN.go_on, button=True),), at=None))
        self.box.focus()

    def ask(self, *, hidden: bool) -> None:
        """Begin with nothing written."""
        self.box.password = hidden
        self.box.value = ""
        if self.box.is_mounted:
            self.box.focus()
