"""A screen that leads through steps, some of them with a box of one line, some with slow work."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from textual import on, work
from textual.message import Message
from textual.widgets import Input

from decision_aid.tui.screens.base import PageScreen
from decision_aid.tui.widgets.foot_bar import Key
from decision_aid.tui.widgets.line_box import LINES, LinePanel
from decision_aid.words import words

if TYPE_CHECKING:
    from decision_aid.record import RecordsFault

EN = words("en").screens

Got = TypeVar("Got")
WRITTEN = ("own", "code", "unlock", "passphrase", "passphrase_again")
"""The steps at which something is written."""
HIDDEN = ("unlock", "passphrase", "passphrase_again")


class Steps(PageScreen):
    """Shows one step at a time; a subclass has a method `_written_…` for each that is written."""

    @dataclass
    class Done(Message):
        """The slow work is done: go on with this."""

        then: Callable[[], None]

    def __init__(self) -> None:
        super().__init__()
        self.step = "working"
        self.reason = ""
        """Why the last try did not do; shown at the step where one tries again."""
        self.tries = 0
        """How often in a row what was written did not do."""
        self.written = ""
        """What stands in the box when it opens, to be mended."""
        self.panel: LinePanel | None = None

    def failed(self, fault: RecordsFault) -> None:
        """The slow work was refused."""
        raise NotImplementedError

    # --- showing ---

    @property
    def writing(self) -> bool:
        return self.panel is not None and self.panel.box.has_focus

    def keys(self) -> tuple[Key, ...]:
        if self.step == "working":
            return (Key("u", EN.bar_urgent, "ask('ShowUrgent')"),)
        if self.step not in WRITTEN:
            return super().keys()
        enter = Key(EN.key_enter, EN.bar_go_on, "take")
        return (enter, Key("F3" if self.writing else "←", EN.bar_back, "back"), *self.common_keys())

    def refuse(self, step: str, reason: str, written: str = "") -> None:
        """At that step say why it did not do, each time in words that show it is a new answer."""
        self.tries += 1
        again = EN.still_not.format(tries=self.tries, reason=reason)
        self.reason, self.written = again if self.tries > 1 else reason, written
        self.turn(step)

    def turn(self, step: str) -> None:
        """Show that step."""
        self.step = step
        self.beneath = LINES if step in WRITTEN else 0
        self.show()
        self.set_class(step in WRITTEN, "typing")
        if step in WRITTEN:
            self._open_box()
            self.sheet.say(self.reason)
        else:
            self.sheet.focus()
        self.reason = self.written = ""

    def _open_box(self) -> None:
        if self.panel is None:
            self.panel = LinePanel()
            self.mount(self.panel, before=self.below)
        self.panel.ask(self.written, hidden=self.step in HIDDEN)

    # --- slow work ---

    @work(thread=True)
    def _do(self, slow: Callable[[], Got], then: Callable[[Got], None]) -> None:
        from decision_aid.record import RecordsFault

        try:
            self.post_message(self.Done(partial(then, slow())))
        except RecordsFault as fault:
            self.post_message(self.Done(partial(self.failed, fault)))

    def work(self, slow: Callable[[], Got], then: Callable[[Got], None]) -> None:
        """Do what is slow in a thread, then go on with what it got."""
        self.turn("working")
        self._do(slow, then)

    @on(Done)
    def _done(self, message: Done) -> None:
        message.stop()
        message.then()

    @on(Input.Submitted)
    def _submitted(self, message: Input.Submitted) -> None:
        message.stop()
        self.action_take()

    def action_take(self) -> None:
        """Take what is written."""
        written = self.panel.box.value if self.panel else ""
        if self.step not in WRITTEN:
            return
        if written.strip():
            getattr(self, f"_written_{self.step}")(written)
        else:
            self.sheet.say(EN.write_first)

    def forward(self) -> None:
        self.action_take()
