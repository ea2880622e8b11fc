"""Reads the terminal with nothing to trip over: bad bytes, pieces, huge pastes, and its end."""

from __future__ import annotations

import contextlib
import os
import termios
from collections.abc import Iterable
from typing import TYPE_CHECKING

from textual.drivers.linux_driver import LinuxDriver

from decision_aid.tui.messages import TerminalGone
from decision_aid.tui.outlet import PATIENCE, Outlet

if TYPE_CHECKING:
    import asyncio

    from textual.message import Message

    from decision_aid.tui.key_codes import KeyCodes
    from decision_aid.tui.sequences import Tokenizer


class SafeDriver(LinuxDriver):
    """Textual's driver with a reading loop of its own.

    Textual's dies of one byte that is not UTF-8 (its issue 6456) and of half a letter, takes a
    paste from a plain terminal for a million keys, types a key code that comes in pieces as words,
    and reads the end of a closed terminal over and over.
    """

    _reading: tuple[Tokenizer, KeyCodes] | None = None
    """What cuts and knows what the terminal sends, once it has sent something."""
    _due: asyncio.TimerHandle | None = None
    """Set while something is begun that may not go on."""
    _outlet: Outlet | None = None
    """What is written goes there; where that cannot be opened, a thread of Textual's writes."""

    def start_application_mode(self) -> None:
        """Show the terminal's own cursor too, a still line: magnifiers and braille follow it."""
        if self._file is not None:
            with contextlib.suppress(OSError):
                self._outlet = Outlet(self._file)
        super().start_application_mode()  # type: ignore[no-untyped-call]
        self._loop.add_reader(self.fileno, self._read_on)
        if self._writer_thread is not None:
            # The queue of a writer that ended with its terminal would fill up and block for ever.
            self._writer_thread._queue.maxsize = 0
            self.write("\x1b[?25h\x1b[4 q")

    def write(self, data: str) -> None:
        if self._outlet is None:
            super().write(data)
        else:
            self._outlet.write(data)

    def stop_application_mode(self) -> None:
        """Give the cursor back its shape, and all else."""
        self.write("\x1b[0 q")
        super().stop_application_mode()

    def close(self) -> None:
        """Wait for what is to be written, but not for a terminal that takes nothing any more."""
        if self._writer_thread is not None:
            self._writer_thread._queue.put(None)
            self._writer_thread.join(timeout=PATIENCE)
        if self._outlet is not None:
            self._outlet.close()
            self._outlet = None

    def _sigcont_application(self, *_: object) -> None:
        # In a signal's handler the queue of the writer may be locked, so not here and now.
        self._loop.call_soon_threadsafe(self._come_back)

    def _come_back(self) -> None:
        """Take the terminal again after a stop. A closing terminal sends the same signal."""
        try:
            termios.tcgetattr(self.fileno)
        except termios.error:
            return
        if not self._must_signal_resume:
            self.suspend_application_mode()
        self.resume_application_mode()
        self._app.refresh(layout=True)

    def run_input_thread(self) -> None:
        """Nothing is read in a thread: to hand a key over takes longer than to know it."""

    def disable_input(self) -> None:
        """Read no further."""
        self._loop.remove_reader(self.fileno)
        self._come_due()
        super().disable_input()

    def _read_on(self) -> None:
        """Tell what has come; what reads is loaded only now, lest the first screen wait."""
        if self._reading is None:
            from decision_aid.tui.key_codes import KeyCodes
            from decision_aid.tui.sequences import Tokenizer

            self._reading = Tokenizer(), KeyCodes()
        tokens, codes = self._reading
        data = self._read()
        if data:
            self._pass_on(codes.messages(tokens.feed(data)))
            self._come_due(tokens.wait)
        else:
            self._loop.remove_reader(self.fileno)
            self._pass_on([TerminalGone()])

    def _come_due(self, seconds: float | None = None) -> None:
        """Look after so many seconds whether what is begun goes on; not any more for None."""
        if self._due is not None:
            self._due.cancel()
        self._due = None if seconds is None else self._loop.call_later(seconds, self._tick)

    def _tick(self) -> None:
        if self._reading is not None:
            tokens, codes = self._reading
            self._pass_on(codes.messages(tokens.tick()))
            self._come_due(tokens.wait)

    def _read(self) -> bytes:
        try:
            return os.read(self.fileno, 4096)
        except OSError:
            return b""

    def send_message(self, message: Message) -> None:
        """Tell the app: what is typed is read in its own loop."""
        self._app.post_message(message)

    def _pass_on(self, messages: Iterable[Message]) -> None:
        for message in messages:
            self.process_message(message)
