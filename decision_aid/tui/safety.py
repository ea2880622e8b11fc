"""An app that never shows a traceback, and gives the terminal back however it ends."""

from __future__ import annotations

import asyncio
import contextlib
import signal
import sys
from collections.abc import Callable
from time import monotonic

from rich.console import RenderableType
from textual import events, on
from textual.app import App
from textual.binding import Binding
from textual.driver import Driver

from decision_aid.tui.messages import TerminalGone

FAULT = 70
"""The exit code for a fault of our own."""

TREMOR = 0.3
"""Seconds within which the same key again is a trembling hand, not a wish."""

SIGNALS = ("SIGTERM", "SIGHUP", "SIGINT")
MOVING = frozenset({"up", "down", "pageup", "pagedown", "home", "end", "tab", "shift+tab"})


def apologise(*sentences: str) -> None:
    """Say that a fault of our own ended the program, and nothing of what it held."""
    with contextlib.suppress(OSError, ValueError):
        sys.stderr.writelines(f"{sentence}\n" for sentence in sentences)


class KeyDebounce:
    """Lets a key through unless the same one came a moment before."""

    def __init__(self, now: Callable[[], float] = monotonic) -> None:
        self._now = now
        self._last: dict[str, float] = {}

    def lets(self, key: str) -> bool:
        """Whether this key is meant. A key held down counts once."""
        now = self._now()
        before = self._last.get(key)
        self._last = {key: now}
        return before is None or now - before >= TREMOR


class SafeApp(App[object], inherit_bindings=False):
    """Ends quietly: no traceback, no local values, the terminal restored, a code that says why."""

    BINDINGS = [Binding("ctrl+c", "interrupt", priority=True)]
    ENABLE_COMMAND_PALETTE = False
    ALLOW_SELECT = False
    crashed = False

    def get_driver_class(self) -> type[Driver]:
        if sys.platform == "win32":
            return super().get_driver_class()
        from decision_aid.tui.driver import SafeDriver

        return SafeDriver

    def on_load(self) -> None:
        if sys.platform == "win32":
            return
        loop = asyncio.get_running_loop()
        for number in (getattr(signal, name) for name in SIGNALS):
            if signal.getsignal(number) is not signal.SIG_IGN:
                loop.add_signal_handler(number, self.stopped_by, number)

    def stopped_by(self, number: int) -> None:
        """End because of that signal."""
        self.exit(return_code=128 + number)

    def action_interrupt(self) -> None:
        """Ctrl and C end the program as the signal would."""
        self.stopped_by(signal.SIGINT)

    @on(TerminalGone)
    def _terminal_gone(self) -> None:
        self.stopped_by(getattr(signal, "SIGHUP", signal.SIGTERM))

    def _fatal_error(self) -> None:
        self.crashed = True
        self._close_messages_no_wait()

    def panic(self, *renderables: RenderableType) -> None:
        """End; what went wrong may hold answers, so it is not shown."""
        del renderables
        self._fatal_error()

    async def on_event(self, event: events.Event) -> None:
        """Let trembling pass by where a key acts; in a text box every key is text."""
        if isinstance(event, events.Key) and not event.is_forwarded and self.trembles(event):
            return
        await super().on_event(event)

    def trembles(self, event: events.Key) -> bool:
        """Whether the key is to be ignored."""
        del event
        return False
