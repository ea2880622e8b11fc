"""A box of one line, for a label, a code, or a passphrase that nobody else may read."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.widgets import Input

from decision_aid.tui.widgets.take_row import TakeRow
from decision_aid.words import words

EN = words("en").screens

LINES = 4
"""What the box takes, with the row under it."""
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
        self.under = TakeRow(EN.go_on, id="under-line")

    def compose(self) -> ComposeResult:
        yield self.box
        yield self.under

    def on_mount(self) -> None:
        self.box.focus()

    def ask(self, written: str = "", *, hidden: bool) -> None:
        """Begin with this written."""
        self.box.password = hidden
        self.box.value = written
        self.box.cursor_position = len(written)
        if self.box.is_mounted:
            self.box.focus()
