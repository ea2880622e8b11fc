"""An app that never shows a traceback, and gives the terminal back however it ends."""

from __future__ import annotations

import asyncio
import contextlib
import signal
import sys
from collections import deque
from collections.abc import Callable, Sequence
from time import monotonic

from rich.console import RenderableType
from textual import events, on
from textual.app import App
from textual.binding import Binding
from textual.driver import Driver
from textual.message_pump import MessagePump

from decision_aid.tui.messages import LateCode, TerminalGone

FAULT = 70
"""The exit code for a fault of our own."""

TREMOR = 0.3
"""Seconds within which the same key again is a trembling hand, not a wish."""

SIGNALS = ("SIGTERM", "SIGHUP", "SIGINT")
MOVING = frozenset({"up", "down", "pageup", "pagedown", "home", "end", "tab", "shift+tab"})


TYPED = (events.Key, events.Paste, LateCode)
PAINTING = 0.02
"""Seconds that are left to painting where nothing else was typed."""
ROUNDS = 2
"""A key is handed on from widget to app, and then the message that it gives rise to."""


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

    def __init__(self) -> None:
        super().__init__()
        self._typed: deque[events.Event] = deque()
        """What is not heard yet."""
        self._is_hearing = False
        self._ways: deque[MessagePump] = deque()
        """What may still act on what was heard last."""
        self._painting: asyncio.TimerHandle | None = None
        """Set while nothing else was typed, so that what was heard last is painted first."""

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
        """What is typed is heard in turn; all else at once."""
        if isinstance(event, TYPED) and not event.is_forwarded:
            self._typed.append(event)
            if not self._is_hearing:
                await self._hear_next()
            elif self._painting is not None:
                self._painting.cancel()
                self._painting = None
                await self._let_act()
        else:
            await super().on_event(event)

    async def _hear_next(self) -> None:
        """Hear what was typed next; trembling passes by where a key acts."""
        self._is_hearing = False
        while self._typed and not self._is_hearing:
            event = self._typed.popleft()
            if isinstance(event, events.Key) and self.trembles(event):
                continue
            self._is_hearing = True
            self._ways = deque([*self.acting()] * ROUNDS)
            if isinstance(event, LateCode):
                self.heard_late(event)
            else:
                await self.hear(event)
            if self._typed:
                await self._let_act()
            else:
                loop = asyncio.get_running_loop()
                self._painting = loop.call_later(PAINTING, self._end_painting)

    async def hear(self, event: events.Event) -> None:
        """Hand it on to what has the keys."""
        await super().on_event(event)

    def _end_painting(self) -> None:
        self._painting = None
        self.rest()
        self.call_later(self._let_act)

    def rest(self) -> None:
        """What was heard is painted, and nothing else was typed."""

    async def _let_act(self) -> None:
        """Go through all that may act on what was typed, after what each has to do before."""
        while self._ways:
            if self._ways.popleft().call_later(self._let_act):
                return
        if self.is_ready():
            await self._hear_next()
        else:
            self.screen.call_after_refresh(self.call_later, self._let_act)

    def acting(self) -> Sequence[MessagePump]:
        """What may act on a key, in the order in which it is handed on."""
        return (self,)

    def is_ready(self) -> bool:
        """Whether what is typed would be heard where it is meant."""
        return True

    def heard_late(self, event: LateCode) -> None:
        """A key code came whole after its first byte was taken for the Escape key."""

    def trembles(self, event: events.Key) -> bool:
        """Whether the key is to be ignored."""
        del event
        return False
