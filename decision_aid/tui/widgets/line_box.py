"""A box of one line, for a label, a code, or a passphrase that nobody else may read."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.widgets import Input

from decision_aid.screens import page
from decision_aid.tui.widgets.take_row import TakeRow


class Box(Input):
    """Takes one line."""

    is_untouched = True

    BINDINGS = [
        Binding("down", "screen.step(1)"),
        Binding("f6", "screen.press('overview')"),
    ]

    def replace(self, text: str, start: int, end: int) -> None:
        self.is_untouched = False
        super().replace(text, start, end)

    def action_delete_left(self) -> None:
        """In an empty box in which nothing was written yet, Backspace leads back as elsewhere."""
        if self.is_untouched:
            self.call_later(self.run_action, "screen.back")
        else:
            super().action_delete_left()


class LinePanel(Vertical):
    """The box, and a row that takes what is written."""

    SCOPED_CSS = False  # it depends on how wide the screen is
    DEFAULT_CSS = """
    LinePanel { display: none; height: 1fr; min-height: 4; width: 100%; max-width: 80; }
    #line {
        height: 3; max-width: 72; margin: 0 2; border: round $soft; padding: 0 1;
        background: $page; color: $ink;
    }
    #line:focus { border: round $accent; }
    #line > .input--cursor { color: $button-ink; background: $button; }
    #line > .input--selection { color: $at-ink; background: $at; }
    #under-line { height: 1; padding: 0 2; background: $page; color: $ink; }
    .narrow #line { margin: 0 1; }
    .narrow #under-line { padding: 0 1; }
    """

    def __init__(self) -> None:
        super().__init__()
        self.box = Box(id="line", select_on_focus=False)
        self.box.cursor_blink = False
        self.under = TakeRow(id="under-line")

    def compose(self) -> ComposeResult:
        yield self.box
        yield self.under

    def on_mount(self) -> None:
        self.screen.set_focus(self.box)

    def ask(self, takes: page.Entry) -> None:
        """Begin with what stands written."""
        self.box.max_length = takes.limit
        self.box.password = takes.kind == "secret"
        self.box.value = takes.text
        self.box.cursor_position = len(takes.text)
        self.box.is_untouched = not takes.text
        self.under.say(takes.takes)
        if self.box.is_mounted:
            self.screen.set_focus(self.box)

    def retell(self, takes: page.Entry) -> None:
        """Say anew what takes it."""
        self.under.say(takes.takes)

    @property
    def written(self) -> str:
        """What stands in the box."""
        return self.box.value
